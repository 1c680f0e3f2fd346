"""Classed pieces come in; requirements come out: mixed items cut, repeats said once, each with its lines and needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobfit import settings
from jobfit.parse.cues import has
from jobfit.parse.headings import ASKING
from jobfit.parse.needs import read_needs
from jobfit.parse.piece import Piece, words
from jobfit.parse.sections import Place, at_head
from jobfit.parse.sentences import sentences
from jobfit.parse.terms import terms
from jobfit.parse.wishes import wish
from jobfit.parse.wordlists import listed
from jobfit.types import Kind, LineClass, Requirement

_CLAUSE = 2  # words of a part that may be said again by itself
_PARAGRAPH = 280  # characters of an unmarked line from which on each of its sentences is an item
_WRAPPED = 330  # characters of an item of sentences that lines broken by a page's width hold
_SAME = 0.85  # share of content words two items have in common to count as one


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement before it has its id and needs; ``piece`` is its first piece's number on the page."""

    text: str
    kind: Kind
    line: int
    end_line: int
    section: str
    piece: int
    also: tuple[int, ...] = ()


def items(found: Sequence[Piece], where: Sequence[Place], kinds: Sequence[LineClass]) -> list[Item]:
    """Return the items asked for, in the order of the page, each said once."""
    out: list[Item] = []
    told: list[Item] = []
    for n, (piece, place, kind) in enumerate(zip(found, where, kinds, strict=True)):
        if kind not in ("required", "nice"):
            continue
        for text, part in _cut(piece, kind, place):
            item = Item(text, part, piece.line, piece.end_line, place.heading, n)
            (told if place.retold else out).append(item)
    return _noted(said_once(_merged(out, found, where)), told)


def _cut(piece: Piece, kind: Kind, place: Place) -> list[tuple[str, Kind]]:
    """Cut an item whose last or first sentence is only a wish from the rest that is a must; of a page's head take the terms alone."""
    said = terms(piece.text) if at_head(place) and not piece.mark else ""
    if said and said != piece.text:
        return [(said, kind)]
    if piece.fixed or kind == "nice":
        return [(_tidy(piece.text), kind)]
    parts = sentences(piece.text)
    if len(parts) < 2 or not any(has("nice", part) for part in parts):
        return [(_tidy(piece.text), kind)]
    runs: list[tuple[str, Kind]] = []
    for part in parts:
        mine: Kind = (
            "nice"
            if wish(part) == "all" and not has("must", part) and not re.search(r";|\bbut\b", part) and len(part.split()) >= 3
            else "required"
        )
        if runs and runs[-1][1] == mine:
            runs[-1] = (f"{runs[-1][0]} {part}", mine)
        else:
            runs.append((part, mine))
    if len(runs) != 2 or any(len(words(text)) < 4 for text, _ in runs) or _weakens(runs):
        return [(_tidy(piece.text), kind)]
    return [(_tidy(text), part) for text, part in runs]


def _weakens(runs: Sequence[tuple[str, Kind]]) -> bool:
    """A wish that points back ("this would be a plus") belongs to what it points at."""
    return any(
        kind == "nice" and re.match(r"(?:this|that|these|it|both|das|dies|cela|ceci|esto|isso|dit|dat)\b", text, re.IGNORECASE)
        for text, kind in runs
    )


def _tidy(text: str) -> str:
    return text.strip(" ;,|").strip()


def _merged(found: list[Item], all_pieces: Sequence[Piece], where: Sequence[Place]) -> list[Item]:
    """Join the sentences of a short unmarked line, or of lines torn by a page, to one item again, where they are asked for alike."""
    out: list[Item] = []
    lengths = Counter[tuple[int, int]]()
    for piece in all_pieces:
        lengths[piece.line, piece.end_line] += len(piece.text) + 1
    for item in found:
        above = out[-1] if out else None
        piece = all_pieces[item.piece]
        if (
            above
            and (above.line, above.end_line, above.kind) == (item.line, item.end_line, item.kind)
            and not piece.mark
            and piece.prose
            and where[item.piece].kind in ASKING
            and item.piece == above.piece + 1
            and (lengths[item.line, item.end_line] <= _PARAGRAPH or (item.end_line > item.line and len(above.text + item.text) <= _WRAPPED))
        ):
            out[-1] = replace(above, text=f"{above.text} {item.text}", piece=item.piece)
        else:
            out.append(item)
    return out


def content(text: str) -> frozenset[str]:
    """Return the words of ``text`` that carry meaning."""
    return frozenset(words(text)) - frozenset(listed("links"))


def said_once(found: Sequence[Item]) -> list[Item]:
    """Fold repeats into the first place; what is required anywhere is required."""
    out: list[Item] = []
    bags: list[list[frozenset[str]]] = []
    for item in found:
        bag = content(item.text)
        same = next((n for n, others in enumerate(bags) if any(_alike(bag, other) for other in others)), None)
        if same is None:
            out.append(item)
            bags.append([bag, *_clauses(item.text)])
            continue
        kind: Kind = "required" if "required" in (item.kind, out[same].kind) else "nice"
        also = (*out[same].also, item.line) if item.line != out[same].line else out[same].also
        out[same] = replace(out[same], kind=kind, also=also)
    return out


def _clauses(text: str) -> list[frozenset[str]]:
    """Return the content of each part of an item that semicolons part ("Solid SQL; Airflow would be a bonus"), of two words or more."""
    parts = text.split(";")
    return [bag for part in parts if len(bag := content(part)) >= _CLAUSE] if len(parts) > 1 else []


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return one == other
    return len(one & other) >= _SAME * len(one | other)


def _noted(found: list[Item], told: Sequence[Item]) -> list[Item]:
    """Note the lines where a page retells an item in other words; a retelling asks for nothing of its own."""
    for item in told:
        bag = content(item.text)
        shared = [len(bag & content(other.text)) for other in found]
        if shared and max(shared) >= 2:
            best = shared.index(max(shared))
            found[best] = replace(found[best], also=(*found[best].also, item.line))
    return found


def requirements(found: Sequence[Item]) -> tuple[Requirement, ...]:
    """Number the items and read their needs."""
    out = []
    for n, item in enumerate(found[: settings.MAX_REQUIREMENTS], 1):
        kind, needs = read_needs(item.text, item.kind)
        out.append(
            Requirement(f"r{n}", item.kind, kind, item.text, item.line, item.end_line, item.section, needs, tuple(dict.fromkeys(item.also)))
        )
    return tuple(out)
