"""A text in, the human languages it names out, each as ISO 639-1 code with its level on the CEFR scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jobfit.vocabulary.phrases import Hit, Phrases
from jobfit.vocabulary.tables import parts, rows

LEVELS = ("", "A1", "A2", "B1", "B2", "C1", "C2", "native")


@dataclass(frozen=True, slots=True)
class Found:
    """A language named in a text; ``level`` is empty where none is said."""

    code: str
    level: str
    start: int
    end: int


# A level belongs to the language nearest to it within one part of a sentence.
_PART = re.compile(r"[.;\n|•·](?=\s|$)|\s[–—]\s(?=[A-Z])")
_REACH = 60


@cache
def _names() -> Phrases:
    stops = [(row[0], "") for row in rows("stop-languages", 1)]
    return Phrases(stops + [(form, row[0]) for row in rows("languages", 2) for form in parts(row[1])])


@cache
def _levels() -> Phrases:
    return Phrases((form, row[0]) for row in rows("language-levels", 2) for form in parts(row[1]))


@cache
def english_name(code: str) -> str:
    """Return the English name of an ISO 639-1 code; the code itself where it is unknown."""
    return next((next(parts(row[1])).lstrip("=~") for row in rows("languages", 2) if row[0] == code), code)


def rank(level: str) -> int:
    """Return the place of a CEFR level in order; unknown and "" rank 0."""
    return LEVELS.index(level) if level in LEVELS else 0


def level_of(text: str) -> str:
    """Return the highest level word in ``text``; "" where none is."""
    return max((hit.name for hit in _levels().find(text)), key=rank, default="")


def find(text: str) -> list[Found]:
    """Return the languages named in ``text`` from left to right, each with the level said nearest to it."""
    named = [hit for hit in _names().find(text) if hit.surface[0].isupper() or hit.surface.islower()]
    if not named:
        return []
    levels = [hit for hit in _levels().find(text) if not any(hit.start < name.end and name.start < hit.end for name in named)]
    return [Found(hit.name, _level_for(text, hit, named, levels), hit.start, hit.end) for hit in named]


def _level_for(text: str, name: Hit, named: list[Hit], levels: list[Hit]) -> str:
    """Choose the nearest level in the same part; a level after the name wins a tie, one before it also serves the names listed with it."""
    best, best_gap = "", _REACH + 1
    for level in levels:
        gap = level.start - name.end if level.start >= name.end else name.start - level.end
        between = text[min(name.end, level.end) : max(name.start, level.start)]
        if gap >= best_gap or _PART.search(between) or _taken(name, level, named):
            continue
        best, best_gap = level.name, gap
    return best


def _taken(name: Hit, level: Hit, named: list[Hit]) -> bool:
    """Say whether another language stands between and is the one that the level belongs to ("English C1, German B2")."""
    if level.start >= name.end:
        between = [other for other in named if name.end <= other.start and other.end <= level.start]
        return any(level.start - other.end <= 3 for other in between) and level.name != "native" and _code_like(level)
    return False


def _code_like(level: Hit) -> bool:
    return len(level.surface) <= 3
