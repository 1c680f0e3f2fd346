"""A View in, the credentials it tells of out: what each line names, and whether it is held, under way, lapsed or somebody else's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.match.view import Unit, View, entry_of, once
from jobfit.regex import regex
from jobfit.types import Credential
from jobfit.vocabulary import credentials, places
from jobfit.vocabulary.fold import fold

_UNDER_WAY = regex(
    r"\b(?:students?|candidates?|in progress|under ?way|booked|exam (?:date|sitting|set)|"
    r"bridge program\w*|finish(?:ing)?|applied for|pending|awaiting|"
    r"towards?|to sit|still to|sitting|theory passed|modules? passed|part[- ]qualified|trainee|not yet|"
    r"in training|studying|laufend|steht (?:noch )?aus|en cours|"
    r"en curso|em curso|cursando|em andamento|a decorrer|en tramite|en proceso|previsao|lopend|"
    r"angemeldet|to be (?:taken|finished|completed)|due in|\d+ (?:of|von|sur|de|van) \d+|rest in|"
    r"begonnen|commencee?|prufung im|vorbereitung auf|application submitted|"
    r"started (?:in )?(?:[a-z]{3,9}\.? )?20\d\d|enrolled(?! nurse)|exam in|not started|course started)\b"
)
_LAPSED = regex(
    r"\b(?:inactive|no longer (?:active|valid|current|held)|inaktiv|nicht mehr gultig|plus valable|inactiv[oa]|"
    r"lapsed|expired|not renewed|never renewed|overdue|refresher due|out of date|revoked|surrendered|withdrawn|suspended|"
    r"abgelaufen|entzogen|ungultig|caducad[oa]s?|vencid[oa]s?|perimee?|expiree?|verlopen|expirad[oa])\b"
)
_NOT_OWN = regex(
    r"\b(?:hired?|(?:ran|runs?|running|conduct\w*|process(?:ed|es|ing)|perform\w*|initiat\w*|coordinat\w*|carried out|arranged?) "
    r"(?:\w+ ){0,3}checks?|sold|sells?|sent|filed|ordered|recruited|supplied|helped|assisted|taught|"
    r"trained (?:staff|others)|parent|hope to|hoping|"
    r"would like|thinking|plan(?:ning)? to|want to|interested in|voucher|no certs?|never (?:sat|took|held)|not begun|wish|"
    r"beside|next to|under (?:a|an|the|two|three)|took minutes|clerk|patient of|failed|worked with|to become|billing)\b"
)
_PROVISIONAL = regex(
    r"\b(?:provisional|learner'?s?|p1|p2|g1|g2|probationary|restricted|begleitetes fahren|auf probe|lehrling|apprentice status)\b"
)
_VALID = regex(
    r"\b(?:valid|until|till|through|thru|to|bis|exp\w*|gultig|valable|hasta|ate|tot|renew\w*|current|in date|"
    r"vigente|en vigor|em vigor|em dia)\b"
)
# How long a paper runs: up to a month or a year that is named, or a stretch of years ("2013-2022").
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RUNS_TO = regex(
    r"\b(?:valid (?:until|till|through|thru|to)|until|till|through|thru|exp\w*|"
    r"gultig bis|bis|jusqu'?(?:au|en|a)?|hasta|ate|valable|tot)\W{0,3}"
    r"(?:(?P<month>\d{1,2})\s?[/.]\s?(?:\d{1,2}\s?[/.]\s?)?|(?P<word>[a-z]{3})[a-z]*\.?,? )?(?P<year>20\d\d)\b"
)
_STRETCH = regex(r"\b(?:19|20)\d\d(?:\s?[–—/-]\s?|\s(?:to |bis )?)(?P<year>20\d\d)\b")
_LASTING = frozenset({"licence", "registration", "driving", "check", "clearance"})
_GRADED = {"enhanced": ("basic dbs", "enhanced dbs")}  # a word beside the paper that makes it a greater one
# A licence that only its state or its being clean names: beside a car, or before the name of a region.
_BARE_LICENCE = regex(r"\b(?:valid|current|clean|full|active)\s(?P<of>(?:[a-z]+\s){0,2})(?:licen[cs]e)\b(?!\s(?:number|to|as|in))")
_CLEAN = regex(r"\bclean\b[^.;]{0,25}\b(?:licen[cs]e|mvr|record)\b|\blicen[cs]e\b[^.;]{0,12}\bclean\b")
_CAR_LINE = regex(r"\b(?:car|cars|drive|drives|driver|driving|vehicle|van)\b")
_DENIED = regex(r"\b(?:no|not|without|never|keine?n?|ohne|sans|pas de|sin|geen|sem)\s(?:\w+\s){0,2}$")
# Who drives at work has a licence for it, though no line names one: "drove patients to appointments", "drive a 7.5 tonne lorry".
_AT_THE_WHEEL = 0.86
_DRIVES = regex(
    r"\b(?:drive|drives|drove|driving) (?:(?:clients|customers|patients|residents|children|pupils|guests|passengers|people|staff|goods) )?"
    r"(?:to|between) (?:(?:and from|the|our|their|various) )*(?:\w+ )?(?:branch|site|client|customer|patient|appointment|home|store|school"
    r"|farm|office|location|clinic|visit|depot|shop)\w*"
    r"|\b(?:drive|drives|drove|driving) (?:an?|the|my|our|own|company) (?:(?!of\b|for\b|in\b)[\w.,-]+ ){0,3}?"
    r"(?:van|lorry|truck|car|bus|coach|ambulance|minibus|vehicle)\b(?! (?:sales|parts|market|rental|industry|fleet|insurance))"
    r"|\b(?:drive|drives|drove|driving) (?:vans|lorries|trucks|buses|coaches|ambulances|minibuses)\b"
)
_DRIVING = regex(
    r"\b(?:licen[cs]e|fuhrerschein|fahrerlaubnis|permis(?: de conduire)?|permiso(?: de conducir)?|carne(?:t)?(?: de conducir)?|rijbewijs|"
    r"carta de conducao|cnh|habilitacao|licencia(?: de (?:conducir|conduccion|manejo))?|permiso de conduccion|patente|"
    r"klasse|class|category|categorie)\b[\s:]*(?:class(?:es)? |klassen? |category |categoria |clase |cat\.? )?"
    r"(?P<classes>(?:[abcd]1?(?:\+?e)?\b(?!\w)(?:\s*(?:,|/|and|und|et|y|e|&)\s*)?)+)"
)
_CLASS = regex(r"[abcd]1?(?:\+?e)?\b")
_NAMES = {
    "b": "driving licence b", "be": "driving licence be", "c1": "driving licence c1", "c": "driving licence c", "ce": "driving licence c+e",
    "d": "driving licence d", "a": "motorcycle licence",
}  # fmt: skip
_CAR = "driving licence b"
_PART = regex(r"[;|•]|\s\*\s|(?<=[\w)])\.\s+(?=[A-ZÀ-Þ])|\s/\s")
_OWN = regex(
    r"\b(?:clean|valid|holder of|hold an?|i hold|certified since|registered (?:since|with)|licen[cs]ed since|gultig|en cours de validite)\b"
)
_FEW = 8
_PAPER = regex(r"licen[cs]|certif|ticket|card|permit|schein|regist|qualif|carn[eé]|rijbewijs", re.IGNORECASE)
_ISSUED = regex(r"\b20[0-4]\d\b")
_PROSE = frozenset({"summary", "other", "education", "skill", "right", "award", "place", "certificate", "interest"})


@dataclass(frozen=True, slots=True)
class Held:
    """A credential a line names; ``sure`` is 1 in a list of certificates and less in prose, ``state`` held, under way or lapsed."""

    names: frozenset[str]
    text: str
    line: int
    state: str
    sure: float
    issued: int | None = None
    provisional: bool = False


def names_in(text: str) -> frozenset[str]:
    """Return the credentials named in ``text`` that it does not deny; a driving licence is a car's unless classes are named."""
    folded = fold(text)
    found = {hit.name for hit in credentials.find(text) if not _DENIED.search(folded[: hit.start])}
    classes = {
        name
        for match in _DRIVING.finditer(folded)
        for part in _CLASS.findall(match["classes"])
        if (name := _NAMES.get(part.replace("+", "")))
    }
    if "cdl class a" in found:
        classes.discard("motorcycle licence")  # the "class A" of a commercial licence
    found |= {greater for word, (name, greater) in _GRADED.items() if name in found and re.search(rf"\b{word}\b", folded)}
    return frozenset(found - {_CAR} | classes if classes else found)


def _own_names(text: str) -> frozenset[str]:
    """Return the credentials that a profile's own words name: also a licence without its kind, and what a clean one says."""
    names, folded = names_in(text), fold(text)
    bare = _BARE_LICENCE.search(folded)
    if bare and not names - {"own car"} and (_CAR_LINE.search(folded) or places.find(text[bare.start("of") : bare.end("of")].title())):
        names |= {_CAR}
    return names | {"clean driving record"} if names and _CLEAN.search(folded) else names


@once
def held(view: View) -> list[Held]:
    """Return the listed credentials, then those that other lines name."""
    listed = [paper for c in view.profile.credentials for paper in _listed(c, view)]
    known: dict[int, frozenset[str]] = {}
    for paper in listed:
        known[paper.line] = known.get(paper.line, frozenset()) | paper.names
    entries = {entry_of(c.where) for c in view.profile.credentials} - {""}
    return listed + [h for where, h in _told(view) if not (h.line in known and h.names <= known[h.line]) and entry_of(where) not in entries]


def _listed(credential: Credential, view: View) -> list[Held]:
    """Read a listed credential; a line that names several, each with a state of its own, is read part by part."""
    pieces = [part for part in _PART.split(credential.name) if _own_names(part)]
    if len(pieces) > 1 and not _NOT_OWN.search(fold(credential.name)):
        return [_of_part(part, _own_names(part), credential.line, 1.0, view) for part in pieces]
    return [_one(credential, view)]


def _one(credential: Credential, view: View) -> Held:
    unit = view.by_line.get(credential.line)
    text = credential.name if unit is None or credential.name in unit.text else f"{credential.name} {unit.text}"
    whole = unit.context if unit is not None and unit.statement.source == "certificate" else text
    lapsed = credential.expires is not None and credential.expires < view.profile.as_of
    part = next((p for p in _PART.split(whole) if credential.name[:12] in p), whole)
    names = _own_names(text)
    said = state_of(part, view.profile.as_of, names)
    later = (credential.issued is not None and credential.issued > view.profile.as_of) or credential.finished is False
    ahead = later and not _VALID.search(fold(whole))
    state = "lapsed" if lapsed else "under way" if ahead else said
    sure = 0.0 if _NOT_OWN.search(fold(whole)) else 1.0
    return Held(names, text, credential.line, state, sure, credential.issued, bool(_PROVISIONAL.search(fold(whole))))


def _told(view: View) -> list[tuple[str, Held]]:
    """Read the parts of every line that name a credential; each part has a state of its own ("CKA, 2022. RHCE, lapsed")."""
    found = []
    for unit in view.units:
        if unit.statement.negated or not _own_names(unit.text):
            continue
        for part in _PART.split(unit.text):
            names = _own_names(part)
            if names and not _NOT_OWN.search(fold(part)):
                found.append((unit.statement.where, _of_part(part, names, unit.statement.line, _sure(unit), view)))
    return found + [
        (unit.statement.where, Held(frozenset({_CAR}), unit.text, unit.statement.line, "held", _AT_THE_WHEEL))
        for unit in view.units
        if unit.statement.source == "work" and not unit.statement.negated and _DRIVES.search(fold(unit.text))
    ]


def _of_part(part: str, names: frozenset[str], line: int, sure: float, view: View) -> Held:
    """Read the part of a line that names a credential by its own words alone."""
    folded = fold(part)
    state = state_of(part, view.profile.as_of, names)
    return Held(names, part.strip(), line, state, sure, _year(folded), bool(_PROVISIONAL.search(folded)))


def _sure(unit: Unit) -> float:
    """Return how far a line speaks of the person's own papers: what only tells of work may name those of others."""
    if unit.statement.listed and unit.statement.source == "skill" and not _PAPER.search(unit.text):
        kinds = {credentials.kind(name) for name in names_in(unit.text)}
        if kinds == {"licence"}:
            return 0.5  # the machine itself, in a list of skills
    own = unit.statement.source in _PROSE or _OWN.search(fold(unit.text))
    return 0.9 if own else 0.85 if unit.heading or _is_title(unit) else 0.5


def _is_title(unit: Unit) -> bool:
    """Say whether a line only names a paper, in a few words and with a year, wherever it stands."""
    return len(unit.text.split()) <= _FEW and bool(_ISSUED.search(unit.text))


def _year(folded: str) -> int | None:
    """Return the month that stands for the one year a line names; None where it names none or several."""
    years = _ISSUED.findall(folded)
    return int(years[0]) * 12 if len(years) == 1 and not _RUNS_TO.search(folded) else None


def state_of(text: str, as_of: int, names: frozenset[str] = frozenset()) -> str:
    """Return whether what a line tells of, under these names where it has any, is held, under way or lapsed."""
    folded = fold(text)
    if _LAPSED.search(folded) or _ran_out(folded, as_of, names):
        return "lapsed"
    return "under way" if _UNDER_WAY.search(folded) else "held"


def _ran_out(folded: str, as_of: int, names: frozenset[str]) -> bool:
    """Say whether a date up to which the paper runs has passed; a stretch of years counts for what lasts, not for a course."""
    found = _RUNS_TO.search(folded)
    if found is None and any(credentials.kind(name) in _LASTING for name in names):
        found = _STRETCH.search(folded)
    if found is None:
        return False
    named = found.groupdict()
    word = (named.get("word") or "")[:3]
    month = int(named["month"]) if named.get("month") else _MONTHS.index(word) + 1 if word in _MONTHS else 12
    return int(found["year"]) * 12 + month - 1 < as_of
