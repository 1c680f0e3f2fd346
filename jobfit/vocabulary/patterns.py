"""Named lists of regular expressions in; where each list stands in a text out, searching only for those whose letters the text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jobfit.regex import regex

Spans = tuple[tuple[int, int], ...]
Way = tuple[str, Sequence[str]]  # one of the alternatives of an expression, and texts of which each of its matches holds one
_KEPT = 1024  # texts whose finds are remembered

# Letters that a search without regard to capitals takes for each other, beside capitals and small letters.
_SAME = str.maketrans(
    "\u0131\u017f\u03bc\u03b9\u1fbe\u1fd3\u1fe3\u03d0\u03f5\u03d1\u03f0\u03d6\u03f1\u03c3\u03d5\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\ua64b\u1e9b\ufb06",
    "is\u00b5\u0345\u0345\u0390\u03b0\u03b2\u03b5\u03b8\u03ba\u03c0\u03c1\u03c2\u03c6\u0432\u0434\u043e\u0441\u0442\u0442\u044a\u0463\u1c88\u1e61\ufb05",
)


_PLAIN = bytes(range(256)).lower().translate(bytes.maketrans(b"123456789", b"000000000"))
_DIGIT = regex(r"\d")


def flat(text: str) -> str:
    """Return ``text``, as long as it is, so that what a search without regard to capitals takes for equal is equal; digits are 0."""
    if text.isascii():
        return text.encode().translate(_PLAIN).decode()
    return _DIGIT.sub("0", text.replace("İ", "i").lower().translate(_SAME))


def holds(text: str, signs: Iterable[str]) -> bool:
    """Say whether ``text``, made flat, holds one of the signs; they say before a search whether it could find anything."""
    plain = flat(text)
    return any(sign in plain for sign in signs)


class Patterns:
    """Expressions compiled when a text first needs them; none may match the empty text. Capitals do not count."""

    def __init__(self, lists: Mapping[str, Sequence[str]], letters: Mapping[str, Iterable[Way]]) -> None:
        """``lists``: of two expressions of one list that match at the same place, the first stands.

        ``letters``: what ``literals.ways`` says of each expression; it is asked of those that are missing here.
        """
        import ahocorasick

        self._ways: list[tuple[str, str]] = []  # the name of the list and a way to match
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._always: list[int] = []
        held: dict[str, list[int]] = {}
        for name, sources in lists.items():
            for source in sources:
                for way, needed in letters[source] if source in letters else _ways(source):
                    for text in needed:
                        held.setdefault(text, []).append(len(self._ways))
                    if not needed:
                        self._always.append(len(self._ways))
                    self._ways.append((name, way))
        self._automaton: Any = ahocorasick.Automaton()
        for text, numbers in held.items():
            self._automaton.add_word(text, numbers)
        self._automaton.make_automaton()
        self._looked = lru_cache(maxsize=_KEPT)(self._look)

    def find(self, name: str, text: str) -> Spans:
        """Return where the list of that name stands in ``text``: (start, end) pairs in order, none overlapping another."""
        possible, found = self._looked(text)
        if name not in possible:
            return ()
        if name not in found:
            found[name] = _spans([self._pattern(number) for number in possible[name]], text)
        return found[name]

    def _look(self, text: str) -> tuple[dict[str, list[int]], dict[str, Spans]]:
        """Return, by list, the ways to match for which the text holds the letters, and an empty store of what they find."""
        numbers = set(self._always)
        for _, holding in self._automaton.iter(flat(text)) if len(self._automaton) else ():
            numbers.update(holding)
        possible: dict[str, list[int]] = {}
        for number in sorted(numbers):
            possible.setdefault(self._ways[number][0], []).append(number)
        return possible, {}

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._ways[number][1], re.IGNORECASE)
        return self._compiled[number]


def _ways(source: str) -> Iterable[Way]:
    from jobfit.vocabulary.literals import ways

    return ways(source)


def _spans(patterns: Sequence[re.Pattern[str]], text: str) -> Spans:
    """Return what ``finditer`` of all the patterns joined by ``|`` would find."""
    if len(patterns) == 1:
        return tuple(match.span() for match in patterns[0].finditer(text))
    spans: list[tuple[int, int]] = []
    ahead = [(match.start(), n, match.end()) for n, pattern in enumerate(patterns) if (match := pattern.search(text))]
    while ahead:
        start, _, end = min(ahead)
        spans.append((start, end))
        kept = [one for one in ahead if one[0] >= end]
        again = (n for begun, n, _ in ahead if begun < end)
        ahead = kept + [(match.start(), n, match.end()) for n in again if (match := patterns[n].search(text, end))]
    return tuple(spans)
