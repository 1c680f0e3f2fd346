"""A regular expression in, texts out of which each of its matches must hold one: where a text holds none, the search can be left out.

Working this out takes longer than many searches, so it is done beforehand (``make letters``), and here only for what is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from jobfit.regex import regex
from jobfit.vocabulary.patterns import flat

_MOST = 64  # texts that are told apart for one part of an expression
_WIDE = 10  # letters of a class that are told apart
_LEAST = 2  # letters that are worth looking for; of rare signs, digits and ideographs one is
_RARE = frozenset("@€£¥#%&0")
_IDEOGRAPHS = "\u2e80"  # and above
_TOKEN = regex(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)


def ways(pattern: str) -> list[tuple[str, list[str]]]:
    """Return the alternatives of an expression in their order, each with what is required for it, in order."""
    return [(way, sorted(required(way))) for way in _alternatives(pattern)]


def _alternatives(pattern: str) -> list[str]:
    """Part an expression at the bars that stand in no group and no class of letters."""
    found, depth, start = [], 0, 0
    for token in _TOKEN.finditer(pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and not depth:
            found.append(pattern[start : token.start()])
            start = token.end()
    return [*found, pattern[start:]]


class _Part(NamedTuple):
    """``all``: every text the part can match, None where these are too many; ``best``: texts of which a match must hold one."""

    all: frozenset[str] | None
    best: frozenset[str] | None = None


_ANYTHING = _Part(None)
_NOTHING = _Part(frozenset({""}))


def required(pattern: str) -> frozenset[str]:
    """Return texts, flat, of which any match of ``pattern`` (capitals aside) holds at least one; none where there is no such set."""
    whole = _sequence(_parser.parse(pattern, re.IGNORECASE))
    return _better(whole.all, whole.best) or frozenset()


def _better(*sets: frozenset[str] | None) -> frozenset[str] | None:
    """Choose the set whose shortest text is longest, spaces aside, then the smallest set; None where no set says anything."""
    told = [_shortest(found) for found in sets if found and all(map(_tells, found))]
    return max(
        told, key=lambda found: (min(len(text.strip()) for text in found), "0" not in found, -len(found), sorted(found)), default=None
    )


def _tells(text: str) -> bool:
    return len(text) >= _LEAST or text in _RARE or text >= _IDEOGRAPHS


def _shortest(found: frozenset[str]) -> frozenset[str]:
    """Leave out the texts that hold another one of the set."""
    return frozenset(text for text in found if not any(other != text and other in text for other in found))


def _sequence(parts: Iterable[Any]) -> _Part:
    run, best, whole = frozenset({""}), None, True
    for name, value in parts:
        part = _part(str(name), value)
        best = _better(best, part.best)
        if part.all is not None and len(run) * len(part.all) <= _MOST:
            run = frozenset(left + right for left in run for right in part.all)
            continue
        best, whole = _better(best, run), False
        run = part.all or frozenset({""})
    return _Part(run if whole else None, _better(best, run))


def _part(name: str, value: Any) -> _Part:  # noqa: ANN401 # the parser's own forms
    if name == "LITERAL":
        return _Part(frozenset({flat(chr(value))}))
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return _NOTHING
    if name == "IN":
        return _class(value)
    if name == "BRANCH":
        return _branch([_sequence(one) for one in value[1]])
    if name == "SUBPATTERN":
        return _sequence(value[3])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeat(*value)
    return _ANYTHING


def _class(items: Iterable[tuple[Any, Any]]) -> _Part:
    letters: set[str] = set()
    for name, value in items:
        if str(name) == "LITERAL":
            letters.add(flat(chr(value)))
        elif str(value) == "CATEGORY_DIGIT":
            letters.add("0")
        elif str(name) == "RANGE" and value[1] - value[0] < _WIDE:
            letters.update(flat(chr(code)) for code in range(value[0], value[1] + 1))
        else:
            return _ANYTHING
    return _Part(frozenset(letters)) if len(letters) <= _WIDE else _ANYTHING


def _branch(ways: list[_Part]) -> _Part:
    every = [way.all for way in ways]
    whole = frozenset().union(*(one for one in every if one is not None)) if None not in every else None
    needed = [_better(way.all, way.best) for way in ways]
    best = frozenset().union(*(one for one in needed if one is not None)) if None not in needed else None
    return _Part(whole if whole is not None and len(whole) <= _MOST else None, best)


def _repeat(least: int, most: int, inner: Iterable[Any]) -> _Part:
    part = _sequence(inner)
    if (least, most) == (0, 1):
        return _Part(part.all | {""} if part.all is not None else None)
    if least == most and part.all is not None and len(part.all) ** least <= _MOST:
        return _Part(frozenset(map("".join, product(part.all, repeat=least))))
    return _Part(None, _better(part.all, part.best) if least else None)
