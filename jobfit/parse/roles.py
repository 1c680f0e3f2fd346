"""A cut-up page with its classes comes in; its roles come out, each with its own items and those it inherits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jobfit.parse.headings import heading_class, normal
from jobfit.parse.page import Page
from jobfit.parse.piece import Piece, words
from jobfit.parse.requirements import Item, content, items
from jobfit.parse.titles import names_job, without_number
from jobfit.parse.wordlists import listed, pattern
from jobfit.regex import regex
from jobfit.types import LineClass

_MOST_WORDS = 9
_ADDS = regex(r",?\s*\b(?:plus|and|as well as|und|sowie|zuzüglich|et|ainsi que|más|y|mais|e|en|plus:)\b\s*", re.IGNORECASE)
_RAISES = 0.6  # share of the shorter item's subject words that a raised item has in common with the one it raises


@dataclass(frozen=True, slots=True)
class Role:
    """One role of a page that describes several."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A role's stretch of the page: pieces from ``start`` (its heading) up to ``end``."""

    name: str
    start: int
    end: int


def roles(one: Page, kinds: Sequence[LineClass]) -> list[Role]:
    """Return the roles of the page in its order; none where it describes one only."""
    parts = _parts(one)
    if len(parts) < 2:
        return []
    out: list[Role] = []
    bases: list[Role] = []
    for part in parts:
        told = _carried(one, part, out)
        own = tuple(rest for item in _items(one, kinds, part.start, part.end) if (rest := _beyond(item, told)))
        base = told.role if told else _base(one, part, out, bases)
        kept = tuple(item for item in base.items if not any(_raises(mine, item) for mine in own)) if base else ()
        kept = _without(kept, one, part) if base else ()
        role = Role(part.name, (*own, *kept))
        out.append(role)
        if not base:
            bases.append(role)
    shared = (*_items(one, kinds, 0, parts[0].start), *_items(one, kinds, parts[-1].end, len(one.pieces)))
    return [replace(role, items=(*role.items, *shared)) for role in out]


def _items(one: Page, kinds: Sequence[LineClass], start: int, end: int) -> tuple[Item, ...]:
    return tuple(items(one.pieces[start:end], one.places[start:end], kinds[start:end]))


def _parts(one: Page) -> list[_Part]:
    """Find the headings that name a role and have a requirements heading of their own under them."""
    starts = [n for n, piece in enumerate(one.pieces) if piece.heading and _names_role(piece)]
    edges = [*starts, len(one.pieces)]
    stretches = [(a, b) for a, b in pairwise(edges) if _asks_itself(one, a, b)]
    if len(stretches) < 2 or not _of_one_family([one.pieces[a].text for a, _ in stretches]):
        return []
    last = stretches[-1]
    stretches[-1] = (last[0], _end_of_last(one, *last))
    return [_Part(without_number(one.pieces[a].text).strip(" :#*"), a, b) for a, b in stretches]


def _names_role(piece: Piece) -> bool:
    """Say whether a heading is a job's name: it ends or begins with one, and is no heading of requirements or duties."""
    text = without_number(piece.text)
    tokens = words(text)
    if not 1 <= len(tokens) <= _MOST_WORDS or text.rstrip().endswith("?"):
        return False
    if heading_class(text)[0] in ("required", "duty", "nice"):
        return False
    return names_job(text)


def _asks_itself(one: Page, start: int, end: int) -> bool:
    for n in range(start + 1, end):
        piece = one.pieces[n]
        if piece.heading and heading_class(piece.text)[0] in ("required", "default"):
            return any(not other.heading for other in one.pieces[n + 1 : end])
    return False


def _of_one_family(names: Sequence[str]) -> bool:
    """Levels and sister roles repeat a word of the job's name, or differ by a word of rank."""
    bags = [set(words(name)) for name in names]
    common = set.intersection(*bags) - set(listed("links"))
    return bool(common) or len(names) >= 2


def _end_of_last(one: Page, start: int, end: int) -> int:
    """The last role ends where a heading of the page begins that is none of requirements or duties."""
    asked = False
    for n in range(start + 1, end):
        piece = one.pieces[n]
        if not piece.heading:
            continue
        kind = heading_class(piece.text)[0]
        asked = asked or kind in ("required", "default")
        if asked and kind in ("other", "retold"):
            return n
    return end


@dataclass(frozen=True, slots=True)
class _Carried:
    """An item that asks for all that an earlier role asks for: its line, the role, and what the item asks for besides."""

    line: int
    role: Role
    rest: str


def _carried(one: Page, part: _Part, earlier: Sequence[Role]) -> _Carried | None:
    """Return the list item of this part that carries over an earlier role's list ("Everything in Junior Engineer, plus:")."""
    for piece in one.pieces[part.start + 1 : part.end]:
        found = pattern("carries over").match(piece.text.lstrip("“\"'( ")) if piece.mark and not piece.heading else None
        if found and (role := _by_name(piece.text, earlier)):
            rest = _ADDS.split(piece.text, maxsplit=1)[1:]
            return _Carried(piece.line, role, rest[0].strip(" .:;,") if rest and len(words(rest[0])) > 1 else "")
    return None


def _by_name(text: str, earlier: Sequence[Role]) -> Role | None:
    """Return the role whose whole name stands in the text, the longest first; else the one whose word of rank does."""
    said = f" {normal(text)} "
    whole = [role for role in earlier if f" {normal(role.name)} " in said or f" {normal(role.name)}s " in said]
    return max(whole, key=lambda role: len(role.name)) if whole else _named(text, earlier)


def _beyond(item: Item, told: _Carried | None) -> Item | None:
    """Return the item; of the one that carries a list over, what it asks for besides, none where that is nothing."""
    if told is None or item.line != told.line:
        return item
    return replace(item, text=told.rest) if told.rest else None


def _base(one: Page, part: _Part, earlier: Sequence[Role], bases: Sequence[Role]) -> Role | None:
    """Return the role that a sentence of this part says it adds to: the one named, else the last with a list of its own."""
    for piece in one.pieces[part.start + 1 : part.end]:
        if piece.mark or not pattern("extends").search(piece.text) or not earlier:
            continue
        named = _named(piece.text, earlier)
        return named or (bases[-1] if bases else earlier[-1])
    return None


def _named(text: str, earlier: Sequence[Role]) -> Role | None:
    """Return the role whose own word of rank stands in the sentence."""
    common = set.intersection(*[set(words(role.name)) for role in earlier]) if len(earlier) > 1 else set()
    said = {word.rstrip("s") for word in words(text)}
    for role in reversed(earlier):
        ranks = {word.rstrip("s") for word in words(role.name)} - {word.rstrip("s") for word in common} - set(listed("links"))
        if ranks & said & set(listed("ranks")):
            return role
    return None


def _raises(own: Item, base: Item) -> bool:
    """Say whether a role's own item asks for more of what the base item asks for."""
    mine, theirs = _subject(own.text), _subject(base.text)
    if not mine or not theirs:
        return False
    if theirs <= mine:
        return True
    return len(mine & theirs) >= _RAISES * min(len(mine), len(theirs)) and len(mine & theirs) >= 0.4 * max(len(mine), len(theirs))


def _subject(text: str) -> frozenset[str]:
    """Return the words that say what is asked for, without amounts and degrees of depth."""
    drop = set(listed("depth"))
    return frozenset(word for word in content(text) if word not in drop and not word[0].isdigit())


def _without(kept: tuple[Item, ...], one: Page, part: _Part) -> tuple[Item, ...]:
    """Leave out the items that the extending sentence excepts ("except for the programming item")."""
    out = list(kept)
    for piece in one.pieces[part.start + 1 : part.end]:
        match = re.search(
            r"\b(?:except(?: for)?|other than|save for|but not|außer|sauf|excepto|salvo|behalve)\b(.{3,60}?)(?:[.;:]|$)", piece.text
        )
        if match and pattern("extends").search(piece.text):
            said = {word[:6] for word in content(match[1])} - {"item", "items", "requir", "point"}
            out = [item for item in out if not said & {word[:6] for word in content(item.text)}]
    return tuple(out)
