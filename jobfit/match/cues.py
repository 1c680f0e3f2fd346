"""A cue file and a text in, the families whose phrases the text holds out: what asks for a thing, what shows it, what comes near it.

A cue file is tab-separated: family, role, phrases parted by ``|``. In a phrase ``mentor*`` takes any ending and ``~`` stands for up to
four words. The roles ``near``, ``kinds`` and ``covers`` hold families instead of phrases. A text is gone through once for all files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jobfit.vocabulary.fold import fold

_DATA = Path(__file__).parent / "data"
_FILES = ("themes", "occupations", "settings", "traits")
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_GAP = 4  # words that "~" may stand for
_OF_FAMILIES = ("near", "kinds", "covers")
_LONGEST = 1500  # words of one text that are looked at

Pair = tuple[str, str]  # family and role
Named = tuple[str, Pair]  # with the name of the file
_NONE: frozenset[Any] = frozenset()


class Cue(NamedTuple):
    """A phrase that is more than one piece, word by word and in its pieces, and what it is a cue of."""

    named: Named
    words: Sequence[str]
    pieces: Sequence[str]


class Cues(NamedTuple):
    """What a piece is all of a phrase of, and the phrases whose longest piece it is: the text has still to be looked at for the rest."""

    plain: list[Named]
    gapped: list[Cue]


@cache
def _rows(name: str) -> tuple[tuple[str, str, str], ...]:
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((family, role, phrases) for family, role, phrases in cells[1:])


@cache
def _index() -> tuple[Any, Sequence[Cues]]:
    """Return what finds the pieces of all files' phrases, by number, in a text of words between single spaces; and their Cues."""
    import ahocorasick

    held: dict[str, Cues] = {}
    for named, phrase in _phrases():
        first, *others = parts = _pieces(phrase)
        if others:
            held.setdefault(max(parts, key=len), Cues([], [])).gapped.append(Cue(named, phrase.split(), parts))
        else:
            held.setdefault(first, Cues([], [])).plain.append(named)
    finder = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, piece in enumerate(held):
        finder.add_word(piece, number)
    finder.make_automaton()
    return finder, list(held.values())


def _phrases() -> Iterator[tuple[Named, str]]:
    """Yield the phrases of all files, folded, their words parted by single spaces."""
    for name in _FILES:
        for family, role, cell in _rows(name):
            named = name, (family, role)
            phrases = [] if role in _OF_FAMILIES else " ".join(fold(cell).split()).split("|")
            yield from ((named, phrase.strip()) for phrase in phrases if phrase.strip())


def _pieces(phrase: str) -> Sequence[str]:
    """Return the runs of words with no gap and no open ending in them, as they stand in a text of words between single spaces."""
    spaced = f" {phrase} "
    if "~" not in spaced and "*" not in spaced:  # as most are
        return (spaced,)
    return [piece for piece in spaced.replace("~", "*").split("*") if piece != " "]


@cache
def families(name: str) -> tuple[str, ...]:
    """Return the file's families in its order."""
    return tuple(dict.fromkeys(family for family, _, _ in _rows(name)))


@cache
def related(name: str, family: str, role: str = "near") -> frozenset[str]:
    """Return the families that come near ``family`` (or are kinds of it), by its own row."""
    return frozenset(part.strip() for f, r, cell in _rows(name) if f == family and r == role for part in cell.split("|"))


def in_any(names: Sequence[str], text: str) -> bool:
    """Say whether the phrases of any of these files find something in ``text``."""
    return not _found(text).keys().isdisjoint(names)


def found(name: str, text: str) -> frozenset[Pair]:
    """Return the pairs (family, role) that the phrases of file ``name`` find in ``text``."""
    return _found(text).get(name, _NONE)


@lru_cache(maxsize=4_000)
def _found(text: str) -> Mapping[str, frozenset[Pair]]:
    """Return what each file's phrases find, by the file's name; nothing of those that find nothing."""
    words = _WORD.findall(fold(text))[:_LONGEST]
    spaced = f" {' '.join(words)} "
    held: set[Named] = set()
    finder, cues = _index()
    for number in {number for _, number in finder.iter(spaced)}:
        held.update(cues[number].plain)
        for cue in cues[number].gapped:
            if cue.named not in held and all(map(spaced.__contains__, cue.pieces)) and _holds(words, cue.words):
                held.add(cue.named)
    pairs: dict[str, list[Pair]] = {}
    for name, pair in held:
        pairs.setdefault(name, []).append(pair)
    return {name: frozenset(those) for name, those in pairs.items()}


@lru_cache(maxsize=4_000)
def of_role(name: str, text: str, role: str) -> frozenset[str]:
    """Return the families that ``text`` has cues of the given role for."""
    return frozenset(family for family, other in found(name, text) if other == role)


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Say whether ``phrase`` stands anywhere in ``words``."""
    first, rest = phrase[0], phrase[1:]
    return any(_fits(first, word) and _stands(rest, words, at) for at, word in enumerate(words, 1))


def _stands(phrase: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Say whether ``phrase`` stands in ``words`` from ``at`` on."""
    for place, part in enumerate(phrase):
        if part == "~":
            return any(_stands(phrase[place + 1 :], words, at + skip) for skip in range(_GAP + 1))
        if at >= len(words) or not _fits(part, words[at]):
            return False
        at += 1
    return True


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
