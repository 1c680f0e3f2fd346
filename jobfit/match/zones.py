"""A text that asks for working time in a time zone and a View in, out whether the hours at the person's home fit it."""

from __future__ import annotations

import re
from functools import cache

from jobfit.match.home import offset
from jobfit.match.view import View
from jobfit.regex import regex
from jobfit.vocabulary import places
from jobfit.vocabulary.phrases import Phrases
from jobfit.vocabulary.tables import parts, rows

_DAY = 8.0  # hours of work in a day
_NEAR = 2.0  # hours beyond the band at which part of it still fits
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = r"(\d{1,2}(?:\.5)?|one|two|three|four|five|six)"
_UTC = regex(r"\b(?:UTC|GMT)\s?([+\-\u2212\u2013])\s?(\d{1,2})(?::?(30|45))?\b")
_SPREAD = regex(r"^\W{0,2}(?:±|\+/-|\+/\u2212|plus or minus)\s*" + _NUMBER)
_WITHIN = regex(
    _NUMBER + r"(?:\+|\s+or more)?[\s-]*(?:hours?|hrs?|h|stunden|heures|horas|uur)\s+(?:of|from|von|around)\W*(?:the\s+)?$", re.I
)
_OVERLAP = regex(_NUMBER + r"\+?[\s-]*(?:hours?|hrs?|h|stunden|heures|horas|uur)\b[^.;]{0,40}\b(?:overlap|gemeinsam|commun|común)", re.I)
_ABOUT = regex(
    r"\bhours?\s(?:of|from)\s[^.;]{0,30}\btime\b|"
    r"overlap|time ?zone|business hours|working hours|core hours|Zeitzone|fuseau|zona horaria|tijdzone|±|\+/-|UTC|GMT",
    re.I,
)


@cache
def _names() -> Phrases:
    return Phrases((("=" if form.isupper() else "") + form, hours) for hours, forms in rows("zones", 2) for form in parts(forms))


def asked(text: str) -> tuple[float, float, int] | None:
    """Return the band (least and greatest hours from UTC) and where in the text it is first named; None where no zone is asked for."""
    if not _ABOUT.search(text):
        return None
    points = [(_signed(m), m.start(), m.end()) for m in _UTC.finditer(text)]
    if len(points) >= 2:
        return min(p[0] for p in points), max(p[0] for p in points), points[0][1]
    taken = [(p[1], p[2]) for p in points]
    points += [(float(h.name), h.start, h.end) for h in _names().find(text) if not any(a <= h.start < b for a, b in taken)]
    if not points and re.search(r"overlap\w*\s+with", text, re.I):
        points = _of_places(text, text.lower().index("overlap"))
    if not points:
        return None
    return _band(text, points)


def _of_places(text: str, start: int) -> list[tuple[float, int, int]]:
    found = []
    for kind, name, code, low, high in places.find(text):
        hours = places.utc_offset(code if kind == "country" else name)
        if low > start and hours is not None:
            found.append((hours, low, high))
    return found[:1]


def _band(text: str, points: list[tuple[float, int, int]]) -> tuple[float, float, int]:
    slack = 2.0
    for _, start, end in points:
        if found := _SPREAD.match(text[end:]) or _WITHIN.search(text[:start]):
            slack = _hours(found[1])
            break
    else:
        if found := _OVERLAP.search(text):
            slack = max(0.0, _DAY - _hours(found[1]))
        elif re.search("overlap", text, re.I):
            slack = 5.0
    return min(p[0] for p in points) - slack, max(p[0] for p in points) + slack, points[0][1]


def _signed(found: re.Match[str]) -> float:
    hours = int(found[2]) + int(found[3] or 0) / 60
    return hours if found[1] == "+" else -hours


def _hours(word: str) -> float:
    return float(_WORDS[word.lower()]) if word.lower() in _WORDS else float(word)


def fits(band: tuple[float, float, int], view: View) -> tuple[float, int, str] | None:
    """Return credit, line and reason; None where the profile does not tell its hours."""
    hours, line = offset(view)
    if hours is None:
        return None
    beyond = max(band[0] - hours, hours - band[1], 0.0)
    said = f"line {line} is at UTC{hours:+g}"
    if beyond == 0:
        return 1.0, line, f"{said}, within the hours asked for"
    return (0.5 if beyond <= _NEAR else 0.0), line, f"{said}, {beyond:g} hours beyond those asked for"
