"""A text in, the human languages it names out, each as ISO 639-1 code with its level on the CEFR scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jobfit.regex import regex
from jobfit.vocabulary.phrases import Hit, Phrases, bare
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
_PART = regex(r"(?<!\bmind)(?<!\bmin)(?<!\bca)[.;\n|•·](?=\s|$)|\s[–—]\s(?=[A-Z])")
_REACH = 60
_APART = 20  # what a bracket, comma or "and" between a level and the language after it adds to their distance
_CLOSED = regex(r"[),]|\b(?:and|und|et|y|e|en|och)\b")
_TOLD = regex(r"\s*[:=(]\s*")  # "Italian: native French: B2"
_LABELS = regex(r"\s*:\s*\w")  # what is said of the language follows it: "Comorian: native English: B2"
_SEPARATE = regex(r"\s*[,/]\s*")
_LISTED = regex(
    r"[\s,/&]*(?:and|or|und|oder|et|ou|y|o|e|en|of|as well as|sowie|och)?[\s,/&]*(?:(?:het|das|le|la|el|o)\s|l['’])?", re.IGNORECASE
)


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
    return next((bare(next(parts(row[1]))) for row in rows("languages", 2) if row[0] == code), code)


def rank(level: str) -> int:
    """Return the place of a CEFR level in order; unknown and "" rank 0."""
    return LEVELS.index(level) if level in LEVELS else 0


def level_of(text: str) -> str:
    """Return the highest level in ``text``, of a CEFR code or "native" before words such as "fluent"; "" where none is."""
    hits = _levels().find(text)
    return max((hit.name for hit in [*filter(_is_exact, hits)] or hits), key=rank, default="")


def find(text: str) -> list[Found]:
    """Return the languages named in ``text`` from left to right, each with the level said nearest to it."""
    named = [hit for hit in _names().find(text) if hit.surface[0].isupper() or hit.surface.islower()]
    if not named:
        return []
    levels = [hit for hit in _levels().find(text) if not any(hit.start < name.end and name.start < hit.end for name in named)]
    said = _said(text, named, levels)
    return [Found(hit.name, _shared(text, index, named, said), hit.start, hit.end) for index, hit in enumerate(named)]


def _said(text: str, named: list[Hit], levels: list[Hit]) -> dict[int, Hit]:
    """Give each level to the language nearest to it; of several, a CEFR code or "native" goes before words such as "good"."""
    said: dict[int, Hit] = {}
    for level in sorted(levels, key=lambda hit: (not _is_exact(hit), hit.start)):
        near = [(gap, index) for index, name in enumerate(named) if (gap := _gap(text, name, level)) <= _REACH]
        if near:
            said.setdefault(min(near)[1], level)
    return said


def _gap(text: str, name: Hit, level: Hit) -> int:
    """Return how many characters lie between a language and a level; beyond reach where a part of the sentence ends between them."""
    low, high = min(name.end, level.end), max(name.start, level.start)
    between = text[low:high]
    if _PART.search(between):
        return _REACH + 1
    if name.end <= level.start and _TOLD.fullmatch(between):
        return 0
    if _LABELS.match(text, name.end) and (level.end <= name.start or between.count(":") > 1):
        return _REACH + 1
    return high - low + (_APART if level.start < name.start and _CLOSED.search(between) else 0)


def _shared(text: str, index: int, named: list[Hit], said: dict[int, Hit]) -> str:
    """Return a language's own level, else that of a list it stands in: "fluent German and English", "German and English at C1"."""
    if index in said:
        return said[index].name
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(named) and _LISTED.fullmatch(_between(text, named, other, other - step)):
            if other in said:
                if step > 0 and _SEPARATE.fullmatch(_between(text, named, index, index + 1)) and _is_in_bracket(text, said[other]):
                    return ""  # "German, English (C1)"
                before = said[other].start < named[other].start
                return said[other].name if before == (step < 0) else ""
            other += step
    return ""


def _is_in_bracket(text: str, level: Hit) -> bool:
    """Say whether a level stands alone in a bracket of its own."""
    return text[: level.start].endswith("(") and text[level.end :].startswith(")")


def _between(text: str, named: list[Hit], one: int, other: int) -> str:
    first, last = sorted((one, other))
    return text[named[first].end : named[last].start]


def _is_exact(level: Hit) -> bool:
    return len(level.surface) <= 2 or level.name == "native"
