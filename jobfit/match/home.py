"""A View in, where the person lives and works out: places, the country and the hours from UTC, each with the line that says so."""

from __future__ import annotations

import re
from collections import Counter

from jobfit.match.tables import finder, forms, labels, rows
from jobfit.match.view import Unit, View, once
from jobfit.regex import regex
from jobfit.types import Evidence, Place
from jobfit.vocabulary import places
from jobfit.vocabulary.fold import fold

_OFFSET = regex(r"\b(?:UTC|GMT)\s?([+\-\u2212\u2013])\s?(\d{1,2})(?::?(30|45))?\b")
_LIVES = regex(
    r"\b(?:lives?|living|based|resident|resides?|residing|located|home|at home|settled|wohne|wohnhaft|wohnt|lebe|"
    r"lebt|ansässig|habite|domicilié|"
    r"vis|résid\w+|vivo|vive|resido|reside|woon|woont|moro|residente)\b[\s:]*(?:now |currently )?(?:in|at|near|"
    r"outside|à|en|em|te|bei)?\W{0,3}(?:[\w-]+\W{1,2})?$",
    re.IGNORECASE,
)
_BASED = regex(r"^[^.;,]{0,14}?[\s-](?:based|resident|residing|ansässig)\b", re.IGNORECASE)
_LED = regex(r"\s[—–|·•-]\s(?:[^—–|·•]{0,60}[,.]\s)?$|[.*]\s$")  # what may stand before the place in a line under the name
_BLANK = regex(r"^\W*(?:city|town|remote)\b", re.IGNORECASE)  # "City, State" of a template that was never filled in
_CLEAR = 0.6  # share of all mentions of countries that one must have before it is taken for the person's own
_SEVERAL, _CLEAR_CUSTOMS = 2, 0.7  # customs of one country that tell it, and their share of all that are named
_OFTEN = 3  # mentions of a country that outweigh the customs of another
_TOP, _SHORT = 3, 120  # a short line that opens with a place, among the first of a profile, says where the person lives
_BRITISH_ISLES = frozenset({"GB", "IE"})


@once
def homes(view: View) -> list[Place]:
    """Return the places the person lives in now, then those of present paid posts."""
    lived = [place for place in view.profile.places if place.now]
    present = [p for p in view.profile.positions if p.kind == "work" and p.place and p.span is not None and p.span.ongoing]
    lived += [place for unit in view.units if (place := _told(unit, view)) is not None]
    found = lived + [Place(p.place, places.country_of(p.place), p.line, True, p.where) for p in present]
    return [place for place in found if place.country or places.find(place.text) or not _BLANK.search(place.text)]


def _told(unit: Unit, view: View) -> Place | None:
    """Return the place that a line of prose says the person lives in."""
    if unit.statement.negated or unit.statement.source in ("education", "publication", "skill", "language", "project"):
        return None
    for _, _, code, start, end in places.find(unit.text):
        heads = (
            (start == 0 or _LED.search(unit.text[:start]))
            and view.place(unit.statement.line) < _TOP
            and len(unit.text) < _SHORT
            and unit.statement.position is None
        )
        if heads or _LIVES.search(unit.text[:start]) or _BASED.match(unit.text[end:]):
            return Place(unit.text[start:], code, unit.statement.line, True, unit.statement.where)
    return None


@once
def country(view: View) -> str:
    """Return the country the person lives in; where no place says so, the one that most of the profile's own lines name."""
    stated = next((place.country for place in homes(view) if place.country), "")
    return stated or _mentioned(view)


def _mentioned(view: View) -> str:
    told = [u.text for u in view.units if u.statement.source in ("work", "education", "summary", "place", "other", "volunteer")]
    counts = Counter(code for text in told for _, _, code, _, _ in places.find(text) if code)
    counts.update(code for p in view.profile.positions if (code := places.country_of(p.place)))
    customs = _by_customs(view)
    if not counts:
        return customs
    best = min(counts, key=lambda code: (-counts[code], code))
    if customs and counts[best] < _OFTEN:
        return customs  # one trip abroad is no home
    return best if counts[best] >= _CLEAR * counts.total() else ""


def _by_customs(view: View) -> str:
    """Return the country whose schools, papers and kinds of firms the lines name, where they name several and few of any other."""
    own = [u.text for u in view.units if u.statement.source not in ("publication", "project")]
    named: dict[str, set[str]] = {code: set() for code, _ in rows("homelands")}
    for text in own:
        for hit in finder("homelands", 1).find(text):
            for code in hit.name.split("|"):
                named[code].add(fold(hit.surface))
    counts = {code: len(found) for code, found in named.items() if found}
    best = min(counts, key=lambda code: (-counts[code], code), default="")
    return best if best and counts[best] >= _SEVERAL and counts[best] >= _CLEAR_CUSTOMS * sum(counts.values()) else ""


@once
def offset(view: View) -> tuple[float | None, int]:
    """Return the hours from UTC (winter) of the home with the line that tells it; None where no line does."""
    for unit in view.units:
        if unit.statement.source in ("place", "right", "other", "summary", "work") and (found := _OFFSET.search(unit.text)):
            hours = int(found[2]) + int(found[3] or 0) / 60
            return (hours if found[1] == "+" else -hours), unit.statement.line
    for place in homes(view):
        named = places.find(place.text)
        for kind in ("city", "region", "country"):
            for sort, name, code, _, _ in named:
                hours_of = places.utc_offset(name if kind != "country" else code) if sort == kind else None
                if hours_of is not None:
                    return hours_of, place.line
        if place.country and (hours_of := places.utc_offset(place.country)) is not None:
            return hours_of, place.line
    return None, 0


def lies_in(code: str, area: str) -> bool:
    """Say whether the country ``code`` lies in ``area``, a country's code or the name of a group of countries."""
    if not code or not area:
        return False
    if code == area:
        return True
    union = {"European Union", "European Economic Area", "Europe"}
    return (area in union and places.in_eu(code)) or any(row[0] == area and code in forms(row[1]) for row in rows("areas"))


def nationalities(text: str) -> set[str]:
    """Return the countries of the nationalities named in ``text``; ``EU`` for that of the union as such."""
    return set(labels("nationalities", 1, text))


def citizen_may_work(own: str, asked: str) -> bool:
    """Say whether citizens of ``own`` may work in ``asked`` (a country, or a group of which one is enough) without a permit."""
    free = "European Economic Area"
    inside = own == "EU" or lies_in(own, free) or own == "CH"
    target = asked == "CH" or asked in ("EU", "Europe", "European Union", free) or lies_in(asked, free)
    return own == asked or (inside and target) or {own, asked} == _BRITISH_ISLES


def quote(view: View, line: int, text: str = "", where: str = "", score: float = 1.0) -> Evidence:
    """Return a line as evidence, in the profile's own words wherever the line is one of its statements."""
    unit = view.by_line.get(line)
    return Evidence(line, unit.statement.text if unit else text, unit.statement.where if unit else where, score)
