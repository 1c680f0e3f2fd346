"""A need for a place to live or work in and a View in, its NeedMatch out: the same city, metropolitan area, region or country."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from jobfit.match import zones
from jobfit.match.home import country, homes, lies_in, quote
from jobfit.match.patterns import named
from jobfit.match.tables import finder, forms, labels, rows
from jobfit.match.view import Unit, View, once
from jobfit.match.words import brief
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch, Place
from jobfit.vocabulary import places
from jobfit.vocabulary.fold import fold

# Words that open a region or country to those who are not in the city named beside it.
_WIDE = regex(
    r"(?:\bremote(?:ly)?|\banywhere|\bwithin|\bacross|\bthroughout|\bor|\boder|\bou|\bo|\bof|\binnerhalb|\bbundesweit|\bin ganz|"
    r"\bdans toute|\btoda|\bopen to|\bin any|\bhome office|\btélétravail|\bteletrabajo|/)[^.;]{0,30}$",
    re.IGNORECASE,
)
_OUTSIDE = regex(r"\b(?:outside(?: of)?|hors(?: de| d'| du)?|außerhalb|fuera de|buiten|fora d[eao])\s*(?:the\s+)?$", re.IGNORECASE)
_TOWARDS = regex(r"(?:travel|trips?|visit\w*|fly|Reisen?|Dienstreisen|déplacements?|viaj\w+|reizen)\b[^.;]{0,40}$", re.IGNORECASE)
_OTHERS = regex(
    r"\b(?:partners?|clients?|customers?|colleagues?|teams?|suppliers?|users|stakeholders|calls?|meetings?|Kund\w+|Kolleg\w+|clients|"
    r"collègues|clientes|equipos?|klanten|collega)\b[^.;,]{0,20}\b(?:in|from|across|aus|en|au|aux|de|uit)\s(?:the\s)?"
    r"(?:[A-Z]\w+ (?:and|und|et|y|or) (?:the )?)?$"
)
_ELSEWHERE = regex(f"(?:{_TOWARDS.pattern})|(?:{_OTHERS.pattern})", re.IGNORECASE)
_GOING = regex(
    r"\b(?:travel\w*|trips?|fly|Reise\w*|Dienstreisen?|déplacements?|viaj\w+|reizen)\b[^.;]{0,30}?\b(?:to|nach|zum|zur|à|au|a|naar|para)\b"
    r"[^.;]{0,40}$|\b(?:visit\w*|Besuch\w*|bezoek\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_COMING = regex(
    r"\b(?:moving|relocating|move|ziehe|umzug|déménage|me mudo|verhuis)\b[^.;]{0,40}\b(?:to|nach|à|a|naar|para)\b", re.IGNORECASE
)
# Presence that does not last: anyone who can travel can be there, wherever they live.
_COUNT = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|few|ein\\w*|zwei|drei|vier|une?|deux|trois|quatre|un[oa]?|dos|tres|cuatro|een|twee|drie|duas)"
)
_EACH = r"(?:each|every|per|an?|pro|jede[nsmr]?|im|par|chaque|por|cada|al|ao|elke)"
_LONG_TIME = r"(?:months?|quarters?|years?|monat|quartal|jahr|mois|trimestre|an|ann[ée]e|mes|año|ano|maand|kwartaal|jaar)"
_BRIEF = regex(
    rf"\b{_COUNT}(?:\s(?:or|to|bis|à|a|o|of)\s{_COUNT})?\s(?:days?|weeks?|times?|tage?n?|wochen?|mal|jours?|semaines?|fois|días?|semanas?|"
    rf"veces|vez|dagen?|weken|keer|dias?)\s{_EACH}\s{_LONG_TIME}\b|"
    rf"\b(?:once|twice|einmal|zweimal)\s{_EACH}\s{_LONG_TIME}\b|"
    r"\b(?:every|each|once a|jedes|chaque|cada|elk)\s(?:quarter|year|quartal|jahr|trimestre|année|año|ano|kwartaal|jaar)\b|"
    r"\b(?:quarterly|annually|occasionally|from time to time|now and then|gelegentlich|vierteljährlich|quartalsweise)\b|"
    r"(?<!after the )\bfirst\s(?:(?:two|three|four|six|few|\d{1,2})\s)?(?:days?|weeks?)\b|\bersten?\s(?:\w+\s)?(?:tagen?|wochen?)\b|"
    r"\bpremi[eè]re?s?\s(?:\w+\s)?(?:jours?|semaines?)\b|\bprimer[oa]s?\s(?:\w+\s)?(?:días?|semanas?)\b|\beerste\s(?:\w+\s)?(?:dagen|weken)\b",
    re.IGNORECASE,
)
_SETTLED = regex(
    r"\b(?:based|live|living|resid\w+|located|home|hybrid|wohn\w*|leb\w+|ansässig|habit\w+|vivir|vives|resides|woon\w*|morar)\b|"
    r"\b(?:a|per|each|every|the|pro|jede|der|par|por|la|cada|elke)\s(?:week|woche|semaine|semana)\b",
    re.IGNORECASE,
)
_MOVES = regex(r"\b(?:relocat\w+|move|umzieh\w*|umzug|déménag\w*|trasladar\w*|verhuiz\w*)\b", re.IGNORECASE)
_BUT_NOT = regex(r"\b(?:not|except|nicht|außer|sauf|pas|excepto|salvo|niet|exceto)\b", re.IGNORECASE)
_OVERLAP = regex(
    r"\b(?:US|UK|EU|American|European|Asian|Australian|Indian) (?:hours|shifts?)\b|"
    r"\boverlap\w*\s+with\b|\b(?:business|working|core|office) hours\b",
    re.IGNORECASE,
)
_ANYWHERE = regex(r"\b(?:remote\w*|anywhere|within|across|throughout)\b", re.IGNORECASE)
_TOWN = regex(r"\b(?:in|at|near|to)\s([A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}),\s$")  # a town of no table before its region
_NAMED = regex(
    r"\b(?:(?:based|located|situated|live|reside)\s(?:in|at|near)|"
    r"(?:[Ll]ocation|Standort|Arbeitsort|Dienstort|Lieu(?: de travail)?|Ubicación|Standplaats)\s?:)\s"
    r"((?!The\b|Our\b|An?\b|One\b|Remote\b|Hybrid\b|On\b)[A-ZÀ-Þ][\w'’-]+(?:\s(?:(?:am|an der|on|upon|sur|de la)\s)?[A-ZÀ-Þ][\w'’-]+){0,2})"
)
_OR_MOVE = regex(
    r"\b(?:or|oder|ou|o|of)\b[^.;]{0,40}\b(?:move|moving|relocat\w+|umzieh\w*|umzug\w*|déménag\w*|mobil\w*|traslad\w*|mudar\w*|verhuiz\w*)\b",
    re.IGNORECASE,
)
# A country's own paper or law ("UK driving licence") says nothing of where one lives.
_OF_ITS_OWN = regex(r"^(?:['’]s)?[\s-](?:\w+['’]?s?\s){0,2}(?:licen[cs]e|passport|Führerschein|rijbewijs)\b", re.IGNORECASE)
_PART_OF_A_REGION = frozenset({"San Francisco Bay Area"})
_REACHED = 0.5  # credit for living where people come from to work in the place asked for
_JOINED = regex(r"^[\s,()/·-]{1,3}$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place asked for; ``outside`` where the text asks to be elsewhere."""

    kind: str
    name: str
    country: str
    outside: bool = False
    region: str = ""


def look(need: Need, view: View) -> NeedMatch | None:
    """Return 1 for being there, ½ for being ready to move there, 0 for living elsewhere; None where no place or zone is named."""
    band = zones.asked(need.text)
    wanted = _wanted(need.text, band[2] if band else len(need.text), _ELSEWHERE.search)
    if band is None and _OVERLAP.search(need.text):
        return None  # hours in common with people there, and no place to be in
    if not wanted and band is None:
        return _unlisted(need, view)
    place = _best(wanted, need, view) if wanted else None
    zone = zones.fits(band, view) if band else None
    credit, line, reason = _joined(place, zone, either=band is not None and _either(need.text, band[2]))
    if not credit and zone is None and is_visit(need.text):
        return None
    known = bool(homes(view))
    signals = {"place": credit, "place known": float(known), "place is city": float(any(w.kind == "city" for w in wanted))}
    elsewhere = credit == 0 and any(_is_far(own, wanted) for own in homes(view)) and not _OR_MOVE.search(need.text)
    evidence = (quote(view, line),) if line and (credit or elsewhere) else ()
    return NeedMatch(need, credit, evidence, reason, contradicted=elsewhere, signals=signals)


def _is_far(own: Place, wanted: list[Wanted]) -> bool:
    """Say whether a home is known not to be near any place asked for: a town of no table may lie next to one of its country."""
    named = places.find(own.text)
    code, regions = own.country or places.country_of(own.text), {name for kind, name, *_ in named if kind == "region"}
    listed = any(kind == "city" for kind, *_ in named)
    return bool(wanted) and not any(not listed and code == want.country and _may_hold(want, regions) for want in wanted)


def _may_hold(want: Wanted, regions: set[str]) -> bool:
    """Say whether a place of these regions, where any is named, may be the one asked for or near it."""
    if want.kind == "region":
        return not regions or want.name in regions
    return not regions or not want.region or want.region in regions or _across(want.region, regions)


def _unlisted(need: Need, view: View) -> NeedMatch | None:
    """Look for a place that no table lists ("based in Port Halloran") among the places the profile names; None where none is asked for."""
    found = _NAMED.search(need.text)
    own = homes(view)
    if found is None or need.level != "place" or not own:
        return None
    name = re.compile(rf"(?<!\w){re.escape(found[1])}(?!\w)", re.IGNORECASE)
    place = next((place for place in own if name.search(place.text)), None)
    signals = {"place": float(place is not None), "place known": 1.0, "place is city": 1.0}
    if place is not None:
        return NeedMatch(need, 1.0, (quote(view, place.line),), _there(place), signals=signals)
    return NeedMatch(need, 0.0, (), f"lives in {brief(own[0].text)} (line {own[0].line})", signals=signals)


def at_home(need: Need, view: View) -> NeedMatch | None:
    """Return 1 where each town that the text asks to go to is the person's own, None otherwise: who lives there has no way to go."""
    wanted = [] if _ANYWHERE.search(need.text) else _wanted(need.text, len(need.text), _no_way_to)
    found = [next((own for own in homes(view) if want.kind in ("city", "town") and _grade(want, own) == 1), None) for want in wanted]
    lines = {own.line: own for own in found if own is not None}
    if not lines or None in found:
        return None
    reason = "; ".join(map(_there, lines.values()))
    signals = {"place": 1.0, "place known": 1.0, "place is city": 1.0}
    return NeedMatch(need, 1.0, tuple(quote(view, line) for line in lines), reason, signals=signals)


def is_visit(text: str) -> bool:
    """Say whether the text asks for presence that does not last, and for no other."""
    return bool(_BRIEF.search(text)) and not _SETTLED.search(text)


def _no_way_to(before: str) -> bool:
    going = _GOING.search(before)
    return going is None or bool(_SETTLED.search(going[0]))


def _wanted(text: str, end: int, left_out: Callable[[str], object]) -> list[Wanted]:
    """Return the places of which one is enough: cities without the region they lie in, regions and countries that stand for themselves.

    ``left_out`` says of what stands before a place that the place is not meant.
    """
    if text.isupper() and len(text) <= 3:
        return [Wanted(kind, name, code) for kind, name, code, _, _ in places.find(f"in {text}")]  # a code that stands alone
    named = [p for p in places.find(text) if not _OF_ITS_OWN.match(text[p[4] :]) and (p[3] < end or text[p[3] - 1 : p[3]] == "(")]
    cities = any(kind == "city" and not left_out(text[: at[0]]) for kind, _, _, *at in named)
    regions = {code for kind, _, code, *_ in named if kind == "region"}
    found: list[Wanted] = []
    last_end = -1
    for kind, name, code, start, stop in named:
        qualifies = (
            last_end >= 0 and kind != "city" and _JOINED.match(text[last_end:start]) and not re.search(r"[/·]", text[last_end:start])
        )
        before = text[:start]
        last_end = stop
        if qualifies and found and found[-1].country == code and not _is_next(kind, found[-1]):
            if kind == "region" and found[-1].kind == "city":
                found[-1] = replace(found[-1], region=name)
            continue
        if (kind != "city" and cities and not _WIDE.search(before)) or left_out(before):
            continue
        if kind == "city" and regions and code not in regions:
            code = min(regions)  # a city of the name of a better known one ("Dublin, Ohio")
        town = _TOWN.search(before) if kind == "region" and not qualifies else None
        if town and not _ANYWHERE.search(before):
            found.append(Wanted("town", town[1], code, region=name))
            continue
        found.append(Wanted(kind, name, code, bool(_OUTSIDE.search(before))))
    return found


def _is_next(kind: str, last: Wanted) -> bool:
    """Say whether a place behind a comma is one more of a list, not where the one before it lies ("Texas, Ohio", not "Austin, Texas")."""
    return last.kind == "country" or (kind == "region" and last.kind == "region" and last.name not in _PART_OF_A_REGION)


def _either(text: str, start: int) -> bool:
    """Say whether a choice is left between the place named last before ``start`` and the time zone there."""
    last = max((stop for *_, stop in places.find(text[:start])), default=0)
    return bool(re.search(r"\b(?:or|oder|ou|o|(?<!hours )(?<!hour )(?<!hrs )of)\b|/", text[last:start], re.IGNORECASE))


def _joined(place: tuple[float, int, str] | None, zone: tuple[float, int, str] | None, *, either: bool) -> tuple[float, int, str]:
    found = [f for f in (place, zone) if f is not None]
    if not found:
        return 0.0, 0, "the profile names no place"
    return max(found, key=lambda f: f[0]) if either else min(found, key=lambda f: f[0])


def _best(wanted: list[Wanted], need: Need, view: View) -> tuple[float, int, str]:
    own = homes(view)
    graded = [(_grade(want, place), -index, place) for want in wanted for index, place in enumerate(own)]
    credit, _, best = max(graded, key=lambda g: g[:2], default=(0.0, 0, None))
    if credit > 0 and best is not None:
        reach = ", an hour or so away" if credit < 1 else ""
        return credit, best.line, f"{_there(best)}{reach}"
    return _elsewhere(wanted, need, view, own)


def _there(place: Place) -> str:
    return f"lives or works in {brief(place.text)} (line {place.line})"


def _elsewhere(wanted: list[Wanted], need: Need, view: View, own: list[Place]) -> tuple[float, int, str]:
    """Read readiness to move, and the country that the lines speak of where no place is stated."""
    home = country(view)
    coming = next((u for u in _coming(view) if _names_one(u.text, wanted)), None)
    if coming is not None:
        return 1.0, coming.statement.line, f"line {coming.statement.line} says that the move is under way"
    mover, only = _mover(view)
    if mover and (not only or any(not w.country or any(lies_in(w.country, area) for area in only) for w in wanted)):
        enough = "move" in labels("patterns", 2, need.text) or any(w.country == home for w in wanted)
        return (1.0 if enough else 0.5), mover, f"line {mover} says that moving is possible"
    if not own:
        wide = any(lies_in(home, w.country or w.name) for w in wanted if not w.outside and (w.kind == "country" or not w.country))
        now = any(p.kind == "work" and p.span is not None and p.span.ongoing for p in view.profile.positions)
        return (0.75 if now else 0.5, 0, "the lines speak of work in that country") if wide else (0.0, 0, "the profile names no place")
    return 0.0, own[0].line, f"lives in {brief(own[0].text)} (line {own[0].line})"


@once
def _coming(view: View) -> list[Unit]:
    """Return the lines that tell of a move under way."""
    return [u for u in view.units if not u.statement.negated and _COMING.search(u.text)]


@once
def _mover(view: View) -> tuple[int, frozenset[str]]:
    """Return the first line that says that moving is possible, 0 where none does, and the countries and groups of them it is
    possible to ("anywhere in Bavaria", "within the EU, not to Malta").
    """
    unit = next((u for u in view.units if not u.statement.negated and "move" in named(u)), None)
    if unit is None:
        return 0, frozenset()
    found = _MOVES.search(unit.text)
    after = _BUT_NOT.split(unit.text[found.end() :])[0] if found else ""
    return unit.statement.line, frozenset(code or name for _, name, code, _, _ in places.find(after))


def _names_one(text: str, wanted: list[Wanted]) -> bool:
    return bool({(kind, name) for kind, name, *_ in places.find(text)} & {(w.kind, w.name) for w in wanted})


def _grade(want: Wanted, place: Place) -> float:
    """Return 1 where ``place`` is the one asked for or in it, less where it is within reach of it."""
    tail = place.text.partition(",")[2]  # some cities are known with their state ("Portland, OR")
    own = {(kind, name) for text in (place.text, tail) for kind, name, *_ in places.find(text)}
    code = place.country or places.country_of(place.text)
    if want.outside:
        return float(bool(code) and not lies_in(code, want.country or want.name))
    if want.kind == "town":
        return float(fold(want.name) in fold(place.text))
    cities, regions = ({name for kind, name in own if kind == sort} for sort in ("city", "region"))
    same = (want.kind, want.name) in own
    if want.region and regions and want.region not in regions and (same or not _across(want.region, regions)):
        return 0.0  # "Portland, Maine" is not "Portland, Oregon"
    if same and (not want.country or not code or want.country == code):
        return 1.0
    if want.kind == "city" and (not want.country or not code or want.country == code):
        near = _around("metros", want.name) & _around("metros", place.text)
        return float(code in ("", want.country)) if near else _REACHED * _within_reach(want.name, place.text, cities)
    if want.kind == "region" and want.country:
        return float(_holds(want.name, cities, regions))
    return float(lies_in(code, want.country or want.name))


def _holds(region: str, cities: set[str], stated: set[str]) -> bool:
    """Say whether one of these cities, of a region that may be stated beside it, or a region stated lies in ``region``."""
    there, beside = _cities_of(region), [_cities_of(name) for name in stated]
    inside = any(each and each < there for each in beside)
    return inside or any(city in there and (not beside or any(city in each for each in beside)) for city in cities)


@cache
def _cities_of(region: str) -> frozenset[str]:
    """Return the cities of the table of places that lie in a region."""
    return next((frozenset(forms(cell)) for name, cell in rows("holds") if name == region), frozenset())


def _across(region: str, others: set[str]) -> bool:
    """Say whether a city's surroundings lie in both regions ("New York" and "New Jersey")."""
    return any(region in forms(cell) and not others.isdisjoint(forms(cell)) for _, cell in rows("state-lines"))


def _within_reach(city: str, text: str, cities: set[str]) -> bool:
    """Say whether one of a city and those that ``text`` names, ``cities`` among them, lies where people come from to work in the other."""
    return any(city in _around("commutes", name) for name in (text, *cities)) or not cities.isdisjoint(_around("commutes", city))


def _around(table: str, text: str) -> set[str]:
    """Return the rows whose towns ``text`` names, other than as a part of another city's name ("Portland, ME")."""
    cities = [(start, end) for kind, _, _, start, end in places.find(text) if kind == "city"]
    hits = [hit for hit in finder(table, 1).find(text) if not any(start <= hit.start and hit.end < end for start, end in cities)]
    return {name for hit in hits for name in hit.name.split("|")}
