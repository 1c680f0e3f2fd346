"""A requirement's text in, its type out, by plain rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jobfit.vocabulary import amounts, credentials, degrees, languages

if TYPE_CHECKING:
    from jobfit.types import NeedType

_CONDITION = re.compile(
    r"\b(?:authori[sz]ed to work|right to work|work permit|visa|sponsor|relocat|located in|based in|on[- ]site|hybrid|"
    r"remote|travel|shift|weekend|night|on[- ]call|lift|full[- ]time|part[- ]time|hours|location|citizen|Reisebereitschaft|"
    r"Schicht|Arbeitserlaubnis|déplacements|télétravail|disponibilidad|residencia)",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"\b(?:licen[cs]ed?|certifi\w*|clearance|registration|background check|DBS|accredited|chartered|Führerschein|permis|"
    r"carn[eé]|Zertifi\w*)\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"\b(?:experience|track record|background in|Erfahrung|expérience|experiencia|ervaring|experiência|worked)", re.I)
_TRAIT = re.compile(
    r"\b(?:communicat\w*|team[- ]?player|self[- ]\w+|motivated|curious|organi[sz]ed|detail|passion\w*|attitude|"
    r"interpersonal|proactive|flexib\w*|reliab\w*|attention|teamfähig\w*|eigenverantwort\w*|strukturiert\w*|autonom\w*|"
    r"proactiv\w*)\b",
    re.IGNORECASE,
)


def type_of(text: str) -> NeedType:
    """Return the type that decides the verdict on ``text``."""
    if degrees.find(text) and not amounts.find(text):
        return "education"
    if _CREDENTIAL.search(text) or credentials.find(text):
        return "credential"
    if languages.find(text):
        return "language"
    if _CONDITION.search(text):
        return "condition"
    if amounts.find(text) or _EXPERIENCE.search(text):
        return "experience"
    return "trait" if _TRAIT.search(text) else "skill"
