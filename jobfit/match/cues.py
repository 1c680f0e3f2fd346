"""A cue file and a text in, the families whose phrases the text holds out: what asks for a thing, what shows it, what comes near it.

A cue file is tab-separated: family, role, phrases parted by ``|``. In a phrase ``mentor*`` takes any ending and ``~`` stands for up to
four words. The roles ``near``, ``kinds`` and ``covers`` hold families instead of phrases. A text is gone through once for all files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
_NONE: frozenset[Any] = frozenset()


class Cue(NamedTuple):
    """A phrase that stands for a pair of a file, word by word and in its ``pieces``."""

    name: str
    pair: Pair
    words: Sequence[str]
    pieces: Sequence[str]


@cache
def _rows(name: str) -> tuple[tuple[str, str, str], ...]:
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((family, role, phrases) for family, role, phrases in cells[1:])


@dataclass(frozen=True, slots=True)
class _Index:
    """Pieces of phrases by their numbers: ``plain`` are the pairs that a piece is all of a phrase of, with their files.

    ``gapped`` are the phrases that are more than one piece, under the longest of them: the text has still to be looked at for the rest.
    """

    pieces: Any
    plain: Mapping[int, Sequence[tuple[str, Pair]]]
    gapped: Mapping[int, Sequence[Cue]]


@cache
def _index() -> _Index:
    import ahocorasick

    numbers: dict[str, int] = {}
    plain: dict[int, list[tuple[str, Pair]]] = {}
    gapped: dict[int, list[Cue]] = {}
    for name, pair, phrase in _phrases():
        first, *others = parts = _pieces(phrase)
        number = numbers.setdefault(max(parts, key=len) if others else first, len(numbers))
        if others:
            gapped.setdefault(number, []).append(Cue(name, pair, phrase.split(), parts))
        else:
            plain.setdefault(number, []).append((name, pair))
    pieces = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for piece, number in numbers.items():
        pieces.add_word(piece, number)
    pieces.make_automaton()
    return _Index(pieces, plain, gapped)


def _phrases() -> Iterator[tuple[str, Pair, str]]:
    """Yield the phrases of all files, folded, their words parted by single spaces."""
    for name in _FILES:
        for family, role, cell in _rows(name):
            pair = family, role
            phrases = [] if role in _OF_FAMILIES else " ".join(fold(cell).split()).split("|")
            yield from ((name, pair, phrase.strip()) for phrase in phrases if phrase.strip())


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


def found(name: str, text: str) -> frozenset[Pair]:
    """Return the pairs (family, role) that the phrases of file ``name`` find in ``text``."""
    return _found(text).get(name, _NONE)


@lru_cache(maxsize=4_000)
def _found(text: str) -> Mapping[str, frozenset[Pair]]:
    """Return what each file's phrases find, by the file's name; nothing of those that find nothing."""
    index, words = _index(), _WORD.findall(fold(text))[:_LONGEST]
    spaced = f" {' '.join(words)} "
    pairs: dict[str, set[Pair]] = {}
    for number in {number for _, number in index.pieces.iter(spaced)}:
        for name, pair in index.plain.get(number, ()):
            pairs.setdefault(name, set()).add(pair)
        for name, pair, phrase, pieces in index.gapped.get(number, ()):
            if all(piece in spaced for piece in pieces) and pair not in pairs.get(name, _NONE) and _holds(words, phrase):
                pairs.setdefault(name, set()).add(pair)
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
