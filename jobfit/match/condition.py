"""A need for a place, a right to work, hours, travel or strain and a View in, its NeedMatch out: from where someone lives and works."""

from __future__ import annotations

import re

from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.types import Evidence, Need, NeedMatch, Place, Statement
from jobfit.vocabulary import places

_RIGHTS = re.compile(
    r"authori[sz]|right to work|work permit|visa|sponsor|legally|eligible to work|citizen|permanent resident|Arbeitserlaubnis|Aufenthalt|"
    r"permis de travail|permiso de trabajo|werkvergunning|arbeidsvergunning",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"remote|home ?office|work from home|télétravail|teletrabajo|thuiswerk|anywhere", re.IGNORECASE)
_NO_RIGHT = re.compile(
    r"(?:needs?|requires?|require|will need) (?:visa |work )?(?:sponsor|visa)|sponsorship (?:needed|required)", re.IGNORECASE
)
_HELD_RIGHT = re.compile(
    r"citizen|permanent resident|settled|work (?:permit|authori)|authori[sz]ed|visa|green card|right to work|Staatsb|ciudadan|nationalit",
    re.IGNORECASE,
)
_LONG = 24  # months of present work in a country that plainly imply the right to it


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the credit for a place or a right; hours, travel and strain have no rule, only signals."""
    named = [(kind, name, country) for kind, name, country, _, _ in places.find(need.text)]
    if _RIGHTS.search(need.text) or need.level == "rights":
        return _rights(need, view, [c for _, _, c in named])
    if named:
        return _place(need, view, named)
    return NeedMatch(need, None, signals={"condition other": 1.0, "remote": float(bool(_REMOTE.search(need.text)))})


def _rights(need: Need, view: View, countries: list[str]) -> NeedMatch:
    said = [s for s in view.profile.statements if s.source == "right" or _HELD_RIGHT.search(s.text)]
    signals = {"rights": 0.0, "rights said": float(bool(said))}
    for statement in said:
        if _NO_RIGHT.search(statement.text):
            return NeedMatch(
                need, 0.0, (_quote(statement),), f"line {statement.line} says that a permit is needed", contradicted=True, signals=signals
            )
        if not countries or _covers(statement.text, countries):
            return NeedMatch(
                need, 1.0, (_quote(statement),), f"line {statement.line} states the right to work", signals=signals | {"rights": 1.0}
            )
    credit, line = _works_in(view, countries)
    evidence = tuple(_quote(s) for s in view.profile.statements if s.line == line)[:1]
    reason = (
        f"line {line}: {'present' if credit == 1 else 'past'} work in the country" if credit else "nothing is said of the right to work"
    )
    return NeedMatch(need, credit, evidence, reason, signals=signals | {"rights": credit})


def _covers(text: str, countries: list[str]) -> bool:
    own = {country for _, _, country, _, _ in places.find(text)}
    return (
        bool(own & set(countries))
        or ("EU" in countries and any(places.in_eu(c) for c in own))
        or (not own and "citizen" not in text.lower())
    )


def _works_in(view: View, countries: list[str]) -> tuple[float, int]:
    """1 for long present work in one of the countries (any known country, where none is named), ½ for ended or short work."""
    home = next((p.country for p in view.profile.places if p.now and p.country), "")
    best = (0.0, 0)
    for position in view.profile.positions:
        where = places.country_of(position.place) or (home if position.span and position.span.ongoing else "")
        if position.kind != "work" or position.span is None or not where or (countries and where not in countries):
            continue
        credit = 1.0 if position.span.ongoing and position.span.months >= _LONG else 0.5
        best = max(best, (credit, position.line))
    return best


def _place(need: Need, view: View, named: list[tuple[str, str, str]]) -> NeedMatch:
    """Same city 1, same region or country by how wide the text asks, otherwise nothing."""
    remote = bool(_REMOTE.search(need.text))
    graded = [(_near(place, named, remote), place) for place in view.profile.places if place.now]
    credit, best = max(graded, key=lambda g: g[0], default=(0.0, None))
    cities = {name for kind, name, _ in named if kind == "city"}
    signals = {
        "place": credit,
        "place known": float(bool(view.profile.places)),
        "remote": float(remote),
        "place is city": float(bool(cities)),
    }
    if best is None:
        return NeedMatch(need, 0.0, (), "the profile names no place", signals=signals)
    evidence = (Evidence(best.line, best.text, best.where, 1.0),)
    reason = f"lives in {best.text} (line {best.line})"
    return NeedMatch(need, credit, evidence if credit else (), reason, contradicted=credit == 0 and bool(best.country), signals=signals)


def _near(place: Place, named: list[tuple[str, str, str]], remote: bool) -> float:
    own = {(kind, name) for kind, name, _, _, _ in places.find(place.text)}
    cities = {("city", name) for kind, name, _ in named if kind == "city"}
    countries = {country for _, _, country in named}
    if own & cities or (own & {(k, n) for k, n, _ in named if k == "region"} and not cities):
        return 1.0
    if place.country in countries:
        return 1.0 if remote or not cities else 0.4
    return 0.0


def _quote(statement: Statement) -> Evidence:
    return Evidence(statement.line, statement.text, statement.where, 1.0)
