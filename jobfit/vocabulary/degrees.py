"""A text in, the levels and fields of education it names out, across countries; and how fields stand to one another."""

from __future__ import annotations

import re
from functools import cache

from jobfit.regex import regex
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
def groups() -> dict[str, frozenset[str]]:
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


_COMPOUND = regex(r"\b([A-ZÄÖÜ][a-zäöüß]{3,}?)s?(lehre|ausbildung|studium)\b")  # "Kochlehre", "Pflegeausbildung"


def fields_of(text: str) -> frozenset[str]:
    """Return the field families named in ``text``, umbrella words such as ``quantitative`` or ``any`` among them."""
    return frozenset(hit.name for hit in _fields().find(_COMPOUND.sub(r"\1 \2", text)))


# What a requirement says beside the subject of a degree: its label, years of work in a subject, and what may stand in for the degree.
_LABEL = regex(
    r"^\W*(?:education(?:al)?(?: (?:level|background|requirements?))?|qualifications?|bildung|formation|formación|opleiding)\s*[:–-]\s*",
    re.I,
)
_YEARS = regex(r"\b(?:with|plus|and|mit|avec|con|met)\s+(?:at least |a minimum of |minimum |mindestens )?\d", re.IGNORECASE)
_STEAD = regex(
    r"\b(?:or|oder|ou|o|of)\b[^.;]{0,40}\b(?:(?:experience|background|work|training|practice)\s+(?:in|with|of)|erfahrung\w*\s+(?:in|im|mit)|"
    r"expérience\s+(?:en|dans)|experiencia\s+en|ervaring\s+(?:in|met))\b|\b(?:combination|mix)\s+of\b",
    re.IGNORECASE,
)
_SEVERAL = regex(r"\((?:[A-Z][A-Za-z.]{1,6})(?:(?:,\s*|\s*/\s*|,?\s+or\s+)[A-Z][A-Za-z.]{1,6})+\)")  # "(MBA, MPH, MS)"
_OF_ANY_FIELD = regex(r"\b(?:M\.?S\.?c?|M\.?A|B\.?S\.?c?|B\.?A)\b")


def before_years(text: str) -> str:
    """Return what a requirement says before it asks for years of work."""
    return _YEARS.split(text)[0]


def fields_asked(text: str) -> frozenset[str]:
    """Return the fields that a requirement asks the degree itself to be in, umbrella words among them."""
    head = _STEAD.split(before_years(_LABEL.sub("", text)))[0]
    head = _SEVERAL.sub(lambda found: " " if _OF_ANY_FIELD.search(found[0]) else found[0], head)
    return fields_of(head)


def related(field_a: str, field_b: str) -> str:
    """Return "same" for one family or a family under its umbrella, "near" for families that share a group, else ""."""
    of_a, of_b = groups().get(field_a, frozenset()), groups().get(field_b, frozenset())
    if field_a == field_b or "any" in (field_a, field_b) or field_a in of_b or field_b in of_a:
        return "same"
    return "near" if of_a & of_b else ""
