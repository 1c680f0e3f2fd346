"""A cue file and a text in, the families whose phrases the text holds out: what asks for a thing, what shows it, what comes near it.

A cue file is tab-separated: family, role, phrases parted by ``|``. In a phrase ``mentor*`` takes any ending, ``*dienstleitung`` at its
front any beginning, and ``~`` stands for up to four words. The roles ``near``, ``kinds`` and ``covers`` hold families instead of
phrases. A text is gone through once for all files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from jobfit.match import phrasebook
from jobfit.regex import regex

_WORD = regex(r"[^\W_]+(?:[+#]+)?")
_FIRST = 3  # letters by which words that may go on are told apart
_GAP = 4  # words that "~" may stand for
_LONGEST = 1500  # words of one text that are looked at

Pair = tuple[str, str]  # family and role
Named = tuple[str, Pair]  # with the name of the file
_NONE: frozenset[Any] = frozenset()


class Cue(NamedTuple):
    """What a phrase is a cue of, and its words behind the first."""

    named: Named
    rest: Sequence[str]


class Begun(NamedTuple):
    """What may begin with a word: what it is a cue of alone, and phrases by a word that must come next or, behind a gap, anywhere.

    A word that may go on stands there by its first letters; "" stands for none.
    """

    alone: set[Named]
    next: dict[str, list[Cue]]
    anywhere: dict[str, list[Cue]]


@lru_cache(maxsize=8_000)
def _begun(word: str) -> Begun | None:
    """Return what may begin with this word, None where nothing does; most phrases are never looked at."""
    rows, phrases, lengths, tails = phrasebook.book()
    firsts = [
        word,
        *(f"{word[:size]}*" for size in lengths if size <= len(word)),
        *(f"*{word[-size:]}" for size in tails if size <= len(word)),
    ]
    found = "".join(phrases.get(first, "") for first in firsts)
    begun = Begun(set(), {}, {})
    for entry in found.split("|")[1:]:
        number, _, *rest = entry.split()
        named = rows[int(number)]
        if not rest:
            begun.alone.add(named)
        elif rest[0] == "~":
            whole = max((part for part in rest if part[-1] not in "~*"), key=len, default="")
            begun.anywhere.setdefault(whole, []).append(Cue(named, rest))
        else:
            begun.next.setdefault(f"{rest[0][:-1][:_FIRST]}*" if rest[0][-1] == "*" else rest[0], []).append(Cue(named, rest))
    return begun if found else None


@cache
def families(name: str) -> tuple[str, ...]:
    """Return the file's families in its order."""
    return tuple(dict.fromkeys(family for file, (family, _) in phrasebook.book().rows if file == name))


def phrases(name: str) -> Iterator[Pair]:
    """Yield each phrase of the file with its family, without the signs that stand for other words; not folded."""
    for family, role, cell in phrasebook.rows(name):
        for phrase in cell.split("|") if role not in phrasebook.OF_FAMILIES else ():
            if words := " ".join(phrase.replace("~", " ").replace("*", " ").split()):
                yield family, words


@cache
def related(name: str, family: str, role: str = "near") -> frozenset[str]:
    """Return the families that come near ``family`` (or are kinds of it), by its own row."""
    return frozenset(part.strip() for f, r, cell in phrasebook.rows(name) if f == family and r == role for part in cell.split("|"))


def in_any(names: Sequence[str], text: str) -> bool:
    """Say whether the phrases of any of these files find something in ``text``."""
    return not _found(text).keys().isdisjoint(names)


def found(name: str, text: str) -> frozenset[Pair]:
    """Return the pairs (family, role) that the phrases of file ``name`` find in ``text``."""
    return _found(text).get(name, _NONE)


@lru_cache(maxsize=4_000)
def _found(text: str) -> Mapping[str, frozenset[Pair]]:
    """Return what each file's phrases find, by the file's name; nothing of those that find nothing."""
    words = _WORD.findall(phrasebook.plain(text))[:_LONGEST]
    present = {*words, ""}
    held: set[Named] = set()
    for at, (word, after) in enumerate(pairwise([*words, ""]), 1):
        if begun := _begun(word):
            alone, following, anywhere = begun
            held |= alone
            cues = [cue for key in _keys(after) if key in following for cue in following[key]] if following else []
            for other in anywhere.keys() & present if anywhere else ():
                cues += anywhere[other]
            for named, rest in cues:
                if named not in held and _stands(rest, words, at):
                    held.add(named)
    pairs: dict[str, list[Pair]] = {}
    for name, pair in held:
        pairs.setdefault(name, []).append(pair)
    return {name: frozenset(those) for name, those in pairs.items()}


@lru_cache(maxsize=8_000)
def _keys(word: str) -> tuple[str, ...]:
    """Return under what a word that comes next stands: itself, and its first letters where it may go on."""
    return word, *(f"{word[:size]}*" for size in range(1, _FIRST + 1) if size <= len(word))


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
