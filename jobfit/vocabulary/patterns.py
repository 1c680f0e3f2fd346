"""Named lists of regular expressions in; where each list stands in a text out, searching only for those whose letters the text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

Spans = tuple[tuple[int, int], ...]
_KEPT = 8192  # texts whose finds are remembered

# Letters that a search without regard to capitals takes for each other, beside capitals and small letters.
_SAME = str.maketrans(
    "\u0131\u017f\u03bc\u03b9\u1fbe\u1fd3\u1fe3\u03d0\u03f5\u03d1\u03f0\u03d6\u03f1\u03c3\u03d5\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\ua64b\u1e9b\ufb06",
    "is\u00b5\u0345\u0345\u0390\u03b0\u03b2\u03b5\u03b8\u03ba\u03c0\u03c1\u03c2\u03c6\u0432\u0434\u043e\u0441\u0442\u0442\u044a\u0463\u1c88\u1e61\ufb05",
)


def flat(text: str) -> str:
    """Return ``text``, as long as it is, so that what a search without regard to capitals takes for equal is equal."""
    return text.lower() if text.isascii() else text.replace("İ", "i").lower().translate(_SAME)


class Patterns:
    """Expressions compiled when a text first needs them; none may match the empty text. Capitals do not count."""

    def __init__(self, lists: Mapping[str, Sequence[str]], letters: Mapping[str, Sequence[str]]) -> None:
        """``lists``: of two expressions of one list that match at the same place, the first stands.

        ``letters``: what ``literals.required`` says of each expression; it is asked of those that are missing here.
        """
        import ahocorasick

        self._sources = [(name, source) for name, sources in lists.items() for source in sources]
        self._compiled: dict[int, re.Pattern[str]] = {}
        held: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, (_, source) in enumerate(self._sources):
            needed = letters[source] if source in letters else _required(source)
            for text in needed:
                held.setdefault(text, []).append(number)
            if not needed:
                self._always.append(number)
        self._automaton: Any = ahocorasick.Automaton()
        for text, numbers in held.items():
            self._automaton.add_word(text, numbers)
        self._automaton.make_automaton()
        self.find = lru_cache(maxsize=_KEPT)(self._find)

    def _find(self, text: str) -> Mapping[str, Spans]:
        """Return, by the name of each list that stands in ``text``, where: (start, end) pairs in order, none overlapping another."""
        wanted = set(self._always)
        for _, numbers in self._automaton.iter(flat(text)):
            wanted.update(numbers)
        tried: dict[str, list[re.Pattern[str]]] = {}
        for number in sorted(wanted):
            tried.setdefault(self._sources[number][0], []).append(self._pattern(number))
        found = {name: _spans(patterns, text) for name, patterns in tried.items()}
        return {name: spans for name, spans in found.items() if spans}

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._sources[number][1], re.IGNORECASE)
        return self._compiled[number]


def _required(source: str) -> Iterable[str]:
    from jobfit.vocabulary.literals import required

    return required(source)


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
