"""A cue file and a text in, the families whose phrases the text holds out: what asks for a thing, what shows it, what comes near it.

A cue file is tab-separated: family, role, phrases parted by ``|``. In a phrase ``mentor*`` takes any ending and ``~`` stands for up to
four words. The roles ``near``, ``kinds`` and ``covers`` hold families instead of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from jobfit.vocabulary.fold import fold

_DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_GAP = 4  # words that "~" may stand for
_OF_FAMILIES = ("near", "kinds", "covers")
_LONGEST = 1500  # words of one text that are looked at


class Cue(NamedTuple):
    """A phrase with what it is a cue of: ``pair`` is family and role, ``second`` its second word where that stands for no other."""

    pair: tuple[str, str]
    second: str
    rest: tuple[str, ...]


@cache
def _rows(name: str) -> tuple[tuple[str, str, str], ...]:
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((family, role, phrases) for family, role, phrases in cells[1:])


@dataclass(frozen=True, slots=True)
class _Index:
    """A file's cues by their first word: by all of it, or by what stands before its asterisk, which has one of these ``lengths``."""

    whole: Mapping[str, Sequence[Cue]]
    opening: Mapping[str, Sequence[Cue]]
    lengths: Sequence[int]


@cache
def _index(name: str) -> _Index:
    whole: dict[str, list[Cue]] = {}
    opening: dict[str, list[Cue]] = {}
    for family, role, phrases in _rows(name):
        pair = family, role
        for phrase in fold(phrases).split("|") if role not in _OF_FAMILIES else ():
            first, *rest = phrase.split() or [""]
            second = rest[0] if rest and rest[0] != "~" and rest[0][-1] != "*" else ""
            if first:
                (opening if first[-1] == "*" else whole).setdefault(first.removesuffix("*"), []).append(Cue(pair, second, tuple(rest)))
    return _Index(whole, opening, sorted({len(key) for key in opening}))


@cache
def families(name: str) -> tuple[str, ...]:
    """Return the file's families in its order."""
    return tuple(dict.fromkeys(family for family, _, _ in _rows(name)))


@cache
def related(name: str, family: str, role: str = "near") -> frozenset[str]:
    """Return the families that come near ``family`` (or are kinds of it), by its own row."""
    return frozenset(part.strip() for f, r, cell in _rows(name) if f == family and r == role for part in cell.split("|"))


@lru_cache(maxsize=4_000)
def found(name: str, text: str) -> frozenset[tuple[str, str]]:
    """Return the pairs (family, role) that the phrases of file ``name`` find in ``text``."""
    words = _words(text)
    pairs: set[tuple[str, str]] = set()
    for word, after, behind in zip(words, (*words[1:], ""), count(1), strict=False):
        for cue in _begun(name, word):
            if cue.second in ("", after) and cue.pair not in pairs and _stands(cue.rest, words, behind):
                pairs.add(cue.pair)
    return frozenset(pairs)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text))[:_LONGEST])


@lru_cache(maxsize=4_000)
def _begun(name: str, word: str) -> tuple[Cue, ...]:
    """Return the cues of file ``name`` that may begin with this word."""
    index = _index(name)
    opened = (cue for length in index.lengths if length <= len(word) for cue in index.opening.get(word[:length], ()))
    return (*index.whole.get(word, ()), *opened)


@lru_cache(maxsize=4_000)
def of_role(name: str, text: str, role: str) -> frozenset[str]:
    """Return the families that ``text`` has cues of the given role for."""
    return frozenset(family for family, other in found(name, text) if other == role)


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
