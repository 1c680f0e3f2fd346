"""A need for the right to work in a country or for its citizenship and a View in, its NeedMatch out."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.match.home import citizen_may_work, country, lies_in, nationalities, quote
from jobfit.match.tables import finder, forms, labels, rows
from jobfit.match.view import View, covered, once
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch, Statement
from jobfit.vocabulary import places
from jobfit.vocabulary.fold import fold

_LONG = 24  # months of work in a country, up to now, that plainly imply the right to work there
_TRACE = 3
_SOMEWHERE = 0.85  # a right that is stated, where the text names no country
_FORMS = 2  # column of rights.tsv
_INSTITUTION = regex(r"National [A-Z]")  # "National College of Ireland"
_BESIDE = 25  # letters between the word "citizen" and the country it is of
_GLUED = regex(r"(?<=[a-z.])(?=[A-Z][a-z])")
_NEEDS = regex(
    r"(?<!not )(?<!n't )(?<!no )\b(?:needs?|requires?|require|nécessite|necesit[oa]|benötig\w+)\b"
    r"[^.;,]{0,30}\b(?:visa|visum|visado|sponsor\w*|work permit)",
    re.IGNORECASE,
)
_WORKED = regex(r"\b(?:work(?:ed|ing)?|gearbeitet|travaillé|trabajé|trabajado|gewerkt)\b[^.;]{0,25}$", re.IGNORECASE)
_UNION = regex(r"\b(?:EU|E\.U\.|EEA|UE|EWR)\b")
_OR_UNION = regex(
    r"(?:\bor|\boder|\bou|\bo|\bof|/)\s+(?:(?:an?\s?other|any|einen? anderen?|eines anderen|un autre|otro|een ander)\s)?"
    r"(?:EU|EEA|EFTA|EWR|UE|European)\b(?:/\w+)?[\s-](?:state|country|member|Staat|Land|work permit|permit|Mitglied|pays|país|lidstaat)",
    re.IGNORECASE,
)
_UNION_CITIZEN = regex(r"\b(?:EU|EEA|UE|European Union)[\s-](?:citizen\w*|passport|national\w*|Bürger\w*|Staatsb\w+)", re.IGNORECASE)
_SENTENCE = regex(r"(?<=[a-zß-ÿ)]{2}[.;])\s+(?=[A-ZÀ-Þ])")
_PENDING = regex(r"\b(?:pending|applied for|application|in process|beantragt|en cours de demande|en trámite|aangevraagd)\b", re.IGNORECASE)
_ALONE = regex(
    r"without[^.;]{0,40}sponsor|no[^.;]{0,20} sponsor|not[^.;]{0,30} sponsor|sponsor[^.;]{0,30} not|ohne Visum|sans parrainage",
    re.IGNORECASE,
)
_SPONSOR = regex(r"sponsor", re.IGNORECASE)
_PERSON = regex(r"citizen|national|Staats(?:ange|bür)|ciudadan|nacional|citoyen|burgerschap|nationaliteit|cidad", re.IGNORECASE)
_OTHERWISE = regex(
    r"permit|visa|bewilligung|settled|authori[sz]|right to|eligib|entitle|resident|green card|sponsor|Erlaubnis|erlaubnis|"
    r"Aufenthalt|permis|titre|vergunning|autoriza|US person|U\.S\. person|\bPRs?\b",
    re.IGNORECASE,
)
_RESIDENT = regex(r"resident|\bPRs?\b|green card|U\.?S\.? person|ITAR|Niederlassung", re.IGNORECASE)
# Words and parts of a profile in which a nationality is the person's own, and not a subject of their work.
_OWN_NATION = regex(
    r"citizen|nationalit|passport|\bnational\b|Staatsang|Staatsbürg|nacionalidad|ciudadan|citoyen|burgerschap|nacionalidade|cidad[ãa]",
    re.IGNORECASE,
)
_OWN_PARTS = frozenset({"right", "summary", "other", "place"})
_SOURCES = frozenset({"right", "summary", "other", "place", "language", "certificate", "interest", "work", "skill", "education"})


def look(need: Need, view: View) -> NeedMatch:
    """Return 1 for a right that is stated or plainly implied by present work, ½ for work that has ended, 0 for silence or a denial.

    Where the text names no country, nothing can be told but that a permit is needed.
    """
    text = _GLUED.sub(" ", need.text)
    asked = _asked(text, need)
    person = bool(_PERSON.search(text)) and not _OTHERWISE.search(text)
    said = _said(view)
    signals = {"rights said": float(bool(said)), "citizen asked": float(person), "right country named": float(bool(asked))}
    for role, statement in said:
        if role == "needed" and (not _own(statement.text) or _own(statement.text) & asked or not asked):
            reason = f"line {statement.line} says that a permit is needed"
            return NeedMatch(need, 0.0, (quote(view, statement.line),), reason, contradicted=True, signals=signals | {"rights": 0.0})
    if not asked:
        home = {country(view)} - {""}  # as the text names no country
        stated = _stated(said, home, view, person=False, permits=home)
        credit, line, how = stated or _worked(view, home)
        signals |= {"rights anywhere": credit}
        if stated is None or not _SPONSOR.search(text):
            return NeedMatch(need, None, signals=signals)
        evidence = (quote(view, line),) if credit and line else ()
        return NeedMatch(need, min(credit, _SOMEWHERE), evidence, how, signals=signals)
    resident, alone, there = bool(_RESIDENT.search(text)), bool(_ALONE.search(text)), _to_work_in(text, asked)
    stated = _stated(said, asked, view, person=person, permits=there, resident=resident, alone=alone)
    credit, line, how = stated or ((0.0, 0, "") if person else _worked(view, there))
    if person and not credit and (other := _another(said)):
        reason = f"line {other} states another nationality"
        return NeedMatch(need, 0.0, (quote(view, other),), reason, contradicted=True, signals=signals | {"rights": 0.0})
    evidence = (quote(view, line),) if credit and line else ()
    return NeedMatch(need, credit, evidence, how or _silent(person=person), signals=signals | {"rights": credit})


@once
def _said(view: View) -> list[tuple[str, Statement]]:
    """Return what sentences say of rights, in their order."""
    own = (s for s in view.profile.statements if s.source in _SOURCES and not s.negated)
    sentences = (replace(s, text=part) for s in own for part in _SENTENCE.split(s.text))
    return [(role, s) for s in sentences for role in _roles(s.text)]


def _silent(*, person: bool) -> str:
    return "citizenship is not stated" if person else "nothing is said of the right to work there"


def _another(said: list[tuple[str, Statement]]) -> int:
    """Return the line that states the person's nationality, 0 where none does."""
    for role, statement in said:
        if role == "citizen" and statement.source in _OWN_PARTS and _OWN_NATION.search(statement.text) and _nations(statement.text):
            return statement.line
    return 0


def _asked(text: str, need: Need) -> set[str]:
    """Return the codes and groups of countries of which one is enough."""
    named = places.find(text)
    found = {code or name for _, name, code, _, _ in named} | ({*need.fields} if not named else set())
    found |= {"European Union"} if (not found and _UNION.search(text)) or _OR_UNION.search(text) else set()
    return found | (nationalities(text) if _PERSON.search(text) else set())


def _to_work_in(text: str, asked: set[str]) -> set[str]:
    """Return where work shows the right: not all of the union where its citizenship is one way and one country's permit the other."""
    return (asked - {"European Union"}) | nationalities(text) - {"EU"} if _UNION_CITIZEN.search(text) else asked


def _own(text: str) -> set[str]:
    return {code or name for _, name, code, _, _ in places.find(text)} | nationalities(text)


def _roles(text: str) -> list[str]:
    """Return what a statement says of rights: held, citizen or needed; a need outweighs the rest."""
    found = list(dict.fromkeys(labels("rights", _FORMS, text)))
    if "needed" in found or _NEEDS.search(text):
        return ["needed"]
    return ["limited" if role == "held" and _PENDING.search(text) else role for role in found]


def _stated(
    said: list[tuple[str, Statement]],
    asked: set[str],
    view: View,
    *,
    person: bool,
    permits: set[str],
    resident: bool = False,
    alone: bool = False,
) -> tuple[float, int, str] | None:
    """Return the finding on the first statement that covers one of the countries, None where none does.

    ``permits`` are those of them in which a permit, and not only a citizenship, is enough; ``alone`` asks for a right that no employer
    has to stand for.
    """
    for role, statement in said:
        if role == "citizen" and _is_citizen(statement.text, asked, strict=person):
            return 1.0, statement.line, f"line {statement.line} states the citizenship"
        if role == "held" and (not person or resident) and _holds(statement.text, permits, country(view)):
            return 1.0, statement.line, f"line {statement.line} states the right to work"
    for role, statement in said:
        past = statement.position is not None and not _is_present(statement.position, view)
        if role == "limited" and not (person or past) and _holds(statement.text, permits, country(view)):
            return 0.0 if alone else 0.5, statement.line, f"line {statement.line} names a permit that may be limited"
    return None


def _is_present(position: int, view: View) -> bool:
    span = view.profile.positions[position].span
    return span is not None and span.ongoing


def _nations(text: str) -> set[str]:
    """Return the countries named beside a word for citizenship."""
    hits = [hit for hit in finder("rights", _FORMS).find(text) if hit.name == "citizen" and not _INSTITUTION.match(text[hit.start :])]
    return set().union(*(_own(text[max(0, hit.start - _BESIDE) : hit.end] + _beside(text[hit.end :])) for hit in hits))


def _beside(after: str) -> str:
    """Return what follows the word for citizenship in its own sentence, as far as it may say of which country."""
    return re.split(r"[;|•·]|\.(?=\s|$)", after[:_BESIDE])[0]


def _is_citizen(text: str, asked: set[str], *, strict: bool) -> bool:
    own = _nations(text)
    if strict:
        return any(a == b or lies_in(a, b) or (b == "EU" and places.in_eu(a)) for a in own for b in asked)
    return any(citizen_may_work(a, b) for a in own for b in asked)


def _holds(text: str, asked: set[str], home: str) -> bool:
    """Say whether a permit covers a country: those it names or is known to be of, else the one the person lives in, if that is known."""
    own = _own(text) - {"EU"} | _issuers(text) or {home} - {""}
    return not own or any(a == b or lies_in(a, b) or lies_in(b, a) for a in own for b in asked)


def _issuers(text: str) -> set[str]:
    """Return the countries whose permits go by the names in ``text`` ("green card")."""
    surfaces = {fold(hit.surface) for hit in finder("rights", _FORMS).find(text)}
    return {row[1] for row in rows("rights") if row[1] and surfaces & {fold(form) for form in forms(row[_FORMS])}}


def _worked(view: View, asked: set[str]) -> tuple[float, int, str]:
    """Return 1 for years of work there up to now, ½ for ended or short work there, with the line of the last post."""
    home = country(view)
    there = []
    for post in view.profile.positions:
        where = {code for *_, code, _, _ in places.find(post.place) if code} or {home}
        if post.kind == "work" and post.span is not None and any(lies_in(code, area) for code in where for area in asked):
            there.append(post)
    months = covered(there)
    if months < _TRACE:
        return _told_of(view, asked)
    last = max(there, key=lambda p: (p.span.ongoing, p.span.end) if p.span else (False, 0))
    if last.span is not None and last.span.ongoing and months >= _LONG:
        return 1.0, last.line, f"line {last.line}: years of work in the country up to now"
    return 0.5, last.line, f"line {last.line}: work in the country, {'for a short time' if last.span and last.span.ongoing else 'ended'}"


def _told_of(view: View, asked: set[str]) -> tuple[float, int, str]:
    """Return ½ for work there that only a line of prose tells of."""
    line = next((line for code, line in _worked_in(view) if any(lies_in(code, area) for area in asked)), None)
    return (0.0, 0, "") if line is None else (0.5, line, f"line {line} tells of work in the country")


@once
def _worked_in(view: View) -> list[tuple[str, int]]:
    """Return the countries that lines of prose tell of work in, with the line."""
    told = [(unit, place) for unit in view.units if not unit.statement.negated for place in places.find(unit.text)]
    return [(code, unit.statement.line) for unit, (_, _, code, start, _) in told if _WORKED.search(unit.text[:start])]
