"""A text in, the levels and fields of education it names out, across countries; and how fields stand to one another."""

from __future__ import annotations

from functools import cache

from jobfit.vocabulary.phrases import Phrases
from jobfit.vocabulary.tables import parts, rows

LEVELS = ("", "none", "school", "vocational", "associate", "bachelor", "master", "doctorate")


@cache
def _levels() -> Phrases:
    stops = [(row[0], "") for row in rows("stop-degrees", 1)]
    return Phrases(stops + [(form, row[0]) for row in rows("degrees", 2) for form in parts(row[1])])


@cache
def _fields() -> Phrases:
    return Phrases((form, row[0]) for row in rows("fields", 3) for form in parts(row[2]))


@cache
def _umbrellas() -> dict[str, frozenset[str]]:
    """Return for each field the wider groups it belongs to (umbrella words are fields whose group is their own name)."""
    return {row[0]: frozenset(parts(row[1])) for row in rows("fields", 3)}


def rank(level: str) -> int:
    """Return the place of ``level`` in order; unknown and "" rank 0."""
    return LEVELS.index(level) if level in LEVELS else 0


def find(text: str) -> list[tuple[str, int, int]]:
    """Return (level, start, end) of each degree named in ``text``, from left to right."""
    return [(hit.name, hit.start, hit.end) for hit in _levels().find(text)]


def level_of(text: str) -> str:
    """Return the highest level named in ``text``; "" where none is."""
    return max((level for level, _, _ in find(text)), key=rank, default="")


def fields_of(text: str) -> frozenset[str]:
    """Return the field families named in ``text``, umbrella words such as ``quantitative`` or ``any`` among them."""
    return frozenset(hit.name for hit in _fields().find(text))


def related(field_a: str, field_b: str) -> str:
    """Return "same" for one family or a family under its umbrella, "near" for families that share a group, else ""."""
    groups = _umbrellas()
    if field_a == field_b or "any" in (field_a, field_b) or field_a in groups.get(field_b, ()) or field_b in groups.get(field_a, ()):
        return "same"
    return "near" if groups.get(field_a, frozenset()) & groups.get(field_b, frozenset()) else ""
