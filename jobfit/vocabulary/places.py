"""A text in, the places it names out: countries, regions and cities with country, European Union membership and offset from UTC."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jobfit.regex import regex
from jobfit.vocabulary.phrases import Hit, Phrases, bare
from jobfit.vocabulary.tables import parts, rows

Place = tuple[str, str, str, int, int]  # kind, name, country, start, end


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Rows by code: code, hours from UTC (winter), "eu" or "", forms (the first is the name)."""
    return {row[0]: row for row in rows("countries", 4)}


@cache
def _located() -> dict[str, tuple[str, str, str]]:
    """Return (kind, country, hours from UTC) of each city and region by name, lower case."""
    cities = {row[0].lower(): ("city", row[1], row[2]) for row in rows("cities", 4)}
    return cities | {row[0].lower(): ("region", row[1], row[2]) for row in rows("regions", 4)}


@cache
def _phrases() -> Phrases:
    forms = [(row[0], "") for row in rows("stop-places", 1)]
    forms += [(form, "country:" + code) for code, row in _countries().items() for form in parts(row[3])]
    for table, kind in (("regions", "region"), ("cities", "city")):
        for row in rows(table, 4):
            forms += [(form, f"{kind}:{row[0]}") for form in ("=" + row[0], *parts(row[3]))]
    return Phrases(forms)


def find(text: str) -> list[Place]:
    """Return (kind, name, country, start, end) of each place in ``text``; kind is country, region or city."""
    return list(_find(text))


@lru_cache(maxsize=1024)
def _find(text: str) -> tuple[Place, ...]:
    found: list[Place] = []
    for hit in _phrases().find(text):
        kind, name = hit.name.split(":", 1)
        if len(hit.surface) == 2 and not _is_code(text, hit):
            continue
        country = name if kind == "country" else _located()[name.lower()][1]
        found.append((kind, _name(kind, name), country, hit.start, hit.end))
    return tuple(found)


# "Austin, TX", "Boston MA 02110" and "(CO, WA, OR)" hold codes of states; "NOT US" or "10 OR MORE" does not.
_BEFORE_CODE = regex(r"[A-Z][\w.'’-]*,\s?$|\(|\|\s?$|\b[A-Z]{2},\s$|^\W*$|\b(?i:remote|hybrid|location|office|on-?site)\s?[:–—-]\s?$")
_AFTER_CODE = regex(r"\W*$|,?\s\d{5}|[,;)/|]|\s[(–—-]|\s(?:and|or|area|time|based|only)\b")
# The first and the last of a list of codes: "in TX, CO, GA or NC"; "BA, BS or MS" are degrees.
_LIST_BEFORE = regex(r"(?:\b(?:in|of)|:)\s$")
_LIST_AFTER = regex(r",\s[A-Z]{2}(?:,|\s(?:or|and)\b)")
_LAST_BEFORE = regex(r"\b(?!BA\b|BS\b)[A-Z]{2},\s(?!BA\b|BS\b)[A-Z]{2},?\s(?:or|and)\s$")
_BESIDE_CODE = regex(r"[A-Z]\w+\s$")


def _is_code(text: str, hit: Hit) -> bool:
    """Say whether two capitals are a state's or country's code here, and not a word of a text in capitals."""
    before, after = text[max(0, hit.start - 20) : hit.start], text[hit.end : hit.end + 8]
    if hit.name.startswith("country:"):
        return not text.isupper() or before.lower().endswith(("the ", "in "))
    if _BESIDE_CODE.search(before):
        return bool(re.match(r",?\s\d{5}", after)) or before.split()[-1].lower() in _located()
    if _LIST_BEFORE.search(before) and _LIST_AFTER.match(after):
        return True
    return bool(_BEFORE_CODE.search(before) or _LAST_BEFORE.search(before)) and bool(_AFTER_CODE.match(after))


def _name(kind: str, name: str) -> str:
    return bare(next(parts(_countries()[name][3]))) if kind == "country" else name


def country_of(text: str) -> str:
    """Return the alpha-2 code of the country that ``text`` (a place line) lies in; "" where it names none.

    A country named outright wins over a region, a region over a city ("Paris, Texas" is in the United States).
    """
    found = find(text)
    for kind in ("country", "region", "city"):
        named = [(name, country) for sort, name, country, _, _ in found if sort == kind]
        if named:  # a city with its state tells more than one without: "Durham VAMC, Durham, NC"
            return next((country for name, country in named if "," in name), named[0][1])
    return ""


def in_eu(country: str) -> bool:
    """Say whether ``country`` (alpha-2) is a member of the European Union."""
    row = _countries().get(country)
    return bool(row and row[2] == "eu")


def utc_offset(place: str) -> float | None:
    """Return the hours from UTC in winter of a country code, a city, a region or a time zone's name; None where unknown or several."""
    row = _countries().get(place.upper()) if len(place) == 2 else None
    if row is None:
        zones = {form.lower(): zone[0] for zone in rows("zones", 2) for form in parts(zone[1])}
        hours = zones.get(place.lower()) or _located().get(place.lower(), ("", "", ""))[2]
    else:
        hours = row[1]
    return float(hours) if hours else None
