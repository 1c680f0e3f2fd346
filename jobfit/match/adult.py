"""A need to be of a least age and a View in, its NeedMatch out: a working life or a school left long enough ago plainly implies it."""

from __future__ import annotations

import re

from jobfit.match.home import quote
from jobfit.match.view import View
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch

_AGE = regex(
    r"\b(?:at least|over|minimum(?: age)?(?: of)?:?|mindestalter:?|âge minimum:?|edad mínima:?|idade mínima:?|minimumleeftijd:?|"
    r"aged|be|mindestens|über|al menos|au moins|minstens|mayor(?:es)? de|plus de)\s(\d\d)\b"
    r"(?!\s?(?:%|hours|hrs|days|lbs?|kg|pounds|wpm|km|miles|months|stunden|heures|horas|people|\$|€|,\d))|"
    r"\b(\d\d)\s?(?:\+|or older|or over|years? (?:old|of age)|years? or older|and over|ans\b|años\b|jahre alt|jaar\b)",
    re.IGNORECASE,
)
_OF_AGE = regex(
    r"\b(?:volljährig|majeure?|mayor de edad|mayoría de edad|maioridade|meerderjarig|maior de idade|legal age)\b", re.IGNORECASE
)
_YOUNGEST_WORKER = 15  # years of age at which a first job may have begun
_LEAVER = {"school": 17, "vocational": 18, "associate": 19, "bachelor": 20, "master": 21, "doctorate": 24}  # the least age at its end
_PLAUSIBLE = range(16, 30)


def asked(text: str) -> int:
    """Return the least age asked for in years; 0 where none is."""
    if _OF_AGE.search(text):
        return 18
    found = _AGE.search(text)
    age = int(found[1] or found[2]) if found else 0
    return age if age in _PLAUSIBLE else 0


def look(need: Need, view: View) -> NeedMatch:
    """Return 1 where the dates of posts or courses leave no doubt of the age, 0 where they do not tell it."""
    years = asked(need.text)
    worked = [(p.span.start - _YOUNGEST_WORKER * 12, p.line) for p in view.profile.positions if p.span is not None]
    left = [
        (d.span.end - _LEAVER[d.level] * 12, d.line)
        for d in view.profile.education
        if d.span is not None and d.span.end <= view.profile.as_of and d.level in _LEAVER
    ]
    born, line = min((*worked, *left), default=(view.profile.as_of, 0))
    age = (view.profile.as_of - born) // 12
    if age >= years:
        reason = f"line {line}: the dates imply {years} years of age or more"
        return NeedMatch(need, 1.0, (quote(view, line),), reason, signals={"age": 1.0})
    return NeedMatch(need, 0.0, (), "no date tells the age", signals={"age": 0.0})
