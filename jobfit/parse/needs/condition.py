"""A text in, the conditions it sets out: one need for each sort (place, remote, hours, travel, rights, physical, check, on-call)."""

from __future__ import annotations

import re

from jobfit.parse.needs import cues
from jobfit.parse.needs.split import Clause
from jobfit.regex import regex
from jobfit.types import Need
from jobfit.vocabulary import places

_MAX = 5
_SHORT = 80
# Work from home that is offered asks for nothing.
_OFFERED = regex(
    r"(?:télétravail|telework\w*|home[ -]?office|homeoffice|home working|work(?:ing)? from home|teletrabajo|thuiswerk\w*|"
    r"mobiles Arbeiten)\b"
    r"[^.;,]{0,30}\b(?:possible|möglich|posible|mogelijk|may be|available|an option|optional|negotiable|offered|envisageable)\b|"
    r"\b(?:possible|option of|occasional|mögliches?)\s(?:télétravail|telework|home office|home working|work(?:ing)? from home)\b",
    re.IGNORECASE,
)
_PER = regex(r"\b(?:per|each|every|a)\s$", re.IGNORECASE)  # "miles per shift" asks for no shifts
_AGE = regex(
    r"\b(?:years? (?:old|of age|or older|and older|or over)|(?:1[6-9]|2[0-5]) (?:or|and) (?:over|above)|or older|over 18|over 21|"
    r"be (?:at least )?(?:16|17|18|19|20|21|23|25)(?! ?(?:%|hours|months|days|kg|lb))\b"
    r"|"
    r"(?:at least|mindestens|minstens|au moins|al menos) (?:16|18|21)(?= ?(?:years|jahre|ans|años|jaar|[.,;)]|$| and\b| und\b))|18\+|21\+|"
    r"minimum age|mindestalter|âge minimum|edad mínima|idade mínima|minimumleeftijd|maior de idade|maioridade|mayoría de edad|"
    r"volljährig|mayor de edad|majeure?|18 ans|jahre alt)\b",
    re.IGNORECASE,
)
_CHECK = regex(r"enrol|immatrikul|inscrit|matricul|student|portfolio|sample|test|licen|insur|vaccin|immun|own |tool", re.IGNORECASE)
# A country's own paper ("UK driving licence") is no place to be in.
_OF_ITS_OWN = regex(r"^(?:['’]s)?[\s-](?:\w+['’]?s?\s){0,2}(?:licen[cs]e|passport|Führerschein|rijbewijs)\b", re.IGNORECASE)


def read(clause: Clause) -> list[Need]:
    """Return a need for each sort of condition in ``clause``; ``level`` is the sort, ``fields`` the countries, ``any_of`` the places."""
    found = [cue for cue in cues.find(clause.text) if cue.type == "condition"]
    sorts = list(dict.fromkeys(cue.sort for cue in found if not (cue.sort == "hours" and _PER.search(clause.text[: cue.start]))))
    named = places.find(clause.text)
    if any(not _OF_ITS_OWN.match(clause.text[end:]) for *_, end in named) and not {"place", "remote", "rights", "travel"} & set(sorts):
        sorts.insert(0, "place")
    if "remote" in sorts and _OFFERED.search(clause.text):
        sorts.remove("remote")
    if "on-call" in sorts and "hours" in sorts:
        sorts.remove("hours")
    if "remote" in sorts and "place" in sorts:
        sorts.remove("remote")
    sorts, text = _with_age(sorts, clause.text), clause.bare
    countries = tuple(dict.fromkeys(country or name for _, name, country, _, _ in named))
    words = _alternatives(clause.text, named)
    return [_need(sort, text, words, countries) for sort in sorts[:_MAX]]


def is_age(text: str) -> bool:
    """Say whether a short text asks for a least age and names no work ("18 years or older")."""
    return len(text) <= _SHORT and bool(_AGE.search(text)) and not any(cue.type != "condition" for cue in cues.find(text))


def _with_age(sorts: list[str], text: str) -> list[str]:
    """Return the sorts with a least age as one of its own, in the place of the check that its words point to."""
    if not _AGE.search(text):
        return sorts
    rest = [sort for sort in sorts if sort != "check" or _CHECK.search(text)]
    return ["age", *rest]


def _alternatives(text: str, named: list[places.Place]) -> tuple[str, ...]:
    """Return the places of which one will do; "Austin, TX" and "Berlin, Germany" are one place each."""
    found: list[str] = []
    for before, (kind, _, _, start, end) in zip([None, *named], named, strict=False):
        if before and kind != "city" and before[0] != kind and re.fullmatch(r"[\s,(|·/-]{1,4}", text[before[4] : start]):
            continue
        found.append(text[start:end])
    return tuple(dict.fromkeys(found))


def _need(sort: str, text: str, words: tuple[str, ...], countries: tuple[str, ...]) -> Need:
    if sort in ("place", "remote", "rights"):
        return Need("condition", text, words or (text,), level=sort, fields=countries)
    return Need("condition", text, (text,), level=sort)
