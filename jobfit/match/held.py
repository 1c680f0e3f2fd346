"""A View in, the credentials it tells of out: what each line names, and whether it is held, under way, lapsed or somebody else's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.match.view import Unit, View, once
from jobfit.types import Credential
from jobfit.vocabulary import credentials
from jobfit.vocabulary.fold import fold

_UNDER_WAY = re.compile(
    r"\b(?:students?|candidates?|in progress|under ?way|booked|exam (?:date|sitting|set)|"
    r"bridge program\w*|finish(?:ing)?|applied for|pending|awaiting|"
    r"towards?|to sit|still to|sitting|theory passed|modules? passed|part[- ]qualified|trainee|not yet|"
    r"in training|studying|laufend|steht (?:noch )?aus|en cours|"
    r"en curso|em curso|lopend|angemeldet|to be taken|due in)\b"
)
_LAPSED = re.compile(
    r"\b(?:lapsed|expired|not renewed|never renewed|overdue|refresher due|out of date|revoked|surrendered|withdrawn|suspended|"
    r"abgelaufen|entzogen|ungultig|caducad[oa]|vencid[oa]|perimee?|expiree?|verlopen|expirad[oa])\b"
)
_NOT_OWN = re.compile(
    r"\b(?:hired?|sold|sells?|sent|filed|ordered|recruited|supplied|helped|assisted|taught|"
    r"trained (?:staff|others)|parent|hope to|hoping|"
    r"would like|thinking|plan(?:ning)? to|want to|interested in|voucher|no certs?|never (?:sat|took|held)|not begun|wish|"
    r"beside|next to|under (?:a|an|the|two|three)|took minutes|clerk|patient of|failed|worked with|to become|billing)\b"
)
_PROVISIONAL = re.compile(
    r"\b(?:provisional|learner'?s?|p1|p2|probationary|restricted|begleitetes fahren|auf probe|lehrling|apprentice status)\b"
)
_VALID = re.compile(r"\b(?:valid|until|till|through|thru|to|bis|exp\w*|gultig|valable|hasta|tot|renew\w*|current|in date)\b")
_DENIED = re.compile(r"\b(?:no|not|without|never|keine?n?|ohne|sans|pas de|sin|geen|sem)\s(?:\w+\s){0,2}$")
_DRIVING = re.compile(
    r"\b(?:licen[cs]e|fuhrerschein|fahrerlaubnis|permis(?: de conduire)?|permiso(?: de conducir)?|carne(?:t)?(?: de conducir)?|rijbewijs|"
    r"carta de conducao|patente|klasse|class|category|categorie)\b[\s:]*(?:class(?:es)? |klassen? |category |cat\.? )?"
    r"(?P<classes>(?:[abcd]1?(?:\+?e)?\b(?!\w)(?:\s*(?:,|/|and|und|et|y|e|&)\s*)?)+)"
)
_CLASS = re.compile(r"[abcd]1?(?:\+?e)?\b")
_NAMES = {
    "b": "driving licence b", "be": "driving licence be", "c1": "driving licence c1", "c": "driving licence c", "ce": "driving licence c+e",
    "d": "driving licence d", "a": "motorcycle licence",
}  # fmt: skip
_CAR = "driving licence b"
_PART = re.compile(r"[;|•]|(?<=[\w)])\.\s+(?=[A-ZÀ-Þ])|\s/\s")
_OWN = re.compile(
    r"\b(?:valid|holder of|hold an?|i hold|certified since|registered (?:since|with)|licen[cs]ed since|gultig|en cours de validite)\b"
)
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
    return frozenset(found - {_CAR} | classes if classes else found)


@once
def held(view: View) -> list[Held]:
    """Return the listed credentials, then those that other lines name."""
    listed = [_listed(c, view) for c in view.profile.credentials]
    known = {h.line for h in listed}
    entries = {_entry(c.where) for c in view.profile.credentials} - {""}
    return listed + [h for where, h in _told(view) if h.line not in known and _entry(where) not in entries]


def _entry(where: str) -> str:
    found = re.match(r"[^\[]*\[\d+\]", where)
    return found[0] if found else ""


def _listed(credential: Credential, view: View) -> Held:
    unit = view.by_line.get(credential.line)
    text = credential.name if unit is None or credential.name in unit.text else f"{credential.name} {unit.text}"
    whole = unit.context if unit is not None and unit.statement.source == "certificate" else text
    lapsed = credential.expires is not None and credential.expires < view.profile.as_of
    ahead = credential.issued is not None and credential.issued > view.profile.as_of and not _VALID.search(fold(whole))
    part = next((p for p in _PART.split(whole) if credential.name[:12] in p), whole)
    state = "lapsed" if lapsed else "under way" if ahead or credential.finished is False else _state(part)
    sure = 0.0 if _NOT_OWN.search(fold(whole)) else 1.0
    return Held(names_in(text), text, credential.line, state, sure, credential.issued, bool(_PROVISIONAL.search(fold(whole))))


def _told(view: View) -> list[tuple[str, Held]]:
    """Read the parts of every line that name a credential; each part has a state of its own ("CKA, 2022. RHCE, lapsed")."""
    found = []
    for unit in view.units:
        if unit.statement.negated or not names_in(unit.text):
            continue
        for part in _PART.split(unit.text):
            names, folded = names_in(part), fold(part)
            if names and not _NOT_OWN.search(folded):
                paper = Held(names, part.strip(), unit.statement.line, _state(part), _sure(unit), None, bool(_PROVISIONAL.search(folded)))
                found.append((unit.statement.where, paper))
    return found


def _sure(unit: Unit) -> float:
    """Return how far a line speaks of the person's own papers: what only tells of work may name those of others."""
    own = unit.statement.source in _PROSE or _OWN.search(fold(unit.text))
    return 0.9 if own else 0.85 if unit.heading else 0.5


def _state(text: str) -> str:
    folded = fold(text)
    return "lapsed" if _LAPSED.search(folded) else "under way" if _UNDER_WAY.search(folded) else "held"
