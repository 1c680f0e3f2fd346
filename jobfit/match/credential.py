"""A need for a licence, certificate, registration or check and a View in, its NeedMatch out: held, comparable, under way or missing."""

from __future__ import annotations

import re

from jobfit.match import denials
from jobfit.match.held import Held, held, names_in
from jobfit.match.home import quote
from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.match.ways import GENERAL, best, ways_of
from jobfit.match.words import brief, content, share
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch
from jobfit.vocabulary import credentials, places

_NEAR = 0.5
_LAPSED = 0.4
_UNDER_WAY = 0.5
_UNDATED = frozenset({"registration", "driving"})
_WHOLE_OR_NONE = frozenset({"driving", "licence"})  # the lesser licence opens nothing of the greater
_LIMIT = {"lapsed": _LAPSED, "under way": _UNDER_WAY}
_ENOUGH = 0.85  # credit from which no other way of the text is looked for
_EXAMPLE = 0.85  # another credential of the kind, where the text only gives examples
_LOWER = 0.5  # held at a lower level than the one named
_OF_LOWER = "is of a lower level"
_NOT_IN_FULL = frozenset(
    {_OF_LOWER, "has lapsed", "is under way", "is provisional", "is older than such papers last", "is older than the text allows"}
)
_OLD = 0.5  # issued longer ago than the text allows
_ABROAD = 0.5  # another country's, where the text names the country
_WORDS_ENOUGH = 0.6
# Words by which a text takes what is still to be earned for what is held.
LATER = regex(
    r"under way|in progress|working towards|part[- ]qualified|candidate|finished or|or equivalent progress|progress toward|"
    r"\b(?:also|auch|or|oder|ou|même|o|también|of|ook)\s(?:\w+\s){0,2}?(?:laufend\w*|begonnene?\w*|en cours|en curso|em curso|lopend\w*|"
    r"studying|completing|near completion|in training)\b|"
    r"\b(?:ability|able|eligible|willing|willingness|ready|prepared) to (?:\w+ ){0,2}?(?:obtain|achieve|gain|get|acquire|complete|study|"
    r"work towards|sit|attain|become|register)\b",
    re.IGNORECASE,
)
_LIFE = frozenset(
    {"bls", "cpr", "acls", "pals", "first aid certificate", "first aid at work", "paediatric first aid", "first aid with cpr"}
)
_LEVEL = regex(r"\b(?:level|stufe|niveau|nivel|lvl|nvq|part|l)\s?(\d)\b", re.IGNORECASE)
_RECENT = regex(r"(?:within|in|over|inside) (?:the )?last (?P<n>\d|two|three|five|twelve|12|24|36) (?P<unit>years|months)", re.IGNORECASE)
_RECENT_ELSEWHERE = regex(
    r"(?:nicht älter als|innerhalb der letzten|der letzten|moins de|datant de moins de|menos de|últimos|niet ouder dan|laatste|"
    r"(?:not|no) (?:more than|older than)|less than) (?P<n>\d{1,2}|\w+) "
    r"(?P<unit>jahre?n?|monate?n?|ans?|mois|años|meses|jaar|maanden|years?|months?)",
    re.IGNORECASE,
)
_NUMBER = {
    "one": 1, "two": 2, "three": 3, "five": 5, "twelve": 12, "ein": 1, "zwei": 2, "drei": 3, "fünf": 5, "un": 1, "deux": 2, "trois": 3,
    "cinq": 5, "dos": 2, "tres": 3, "cinco": 5, "twee": 2, "drie": 3, "vijf": 5,
}  # fmt: skip
_OF_MONTHS = ("mon", "mois", "mes", "maand")
_CURRENT = regex(
    r"\b(?:current|valid|in[- ]date|up[- ]to[- ]date|aktuell\w*|gültig\w*|en cours de validité|à jour|vigente|geldig\w*)\b", re.I
)
_RUNS = 39  # months after which the life support and first aid certificates of a year have run out everywhere
_TEACHES = regex(r"\b(?:instructor|trainer|assessor|examiner|ausbilder\w*|formateur|formador|instructeur)\b", re.IGNORECASE)


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the credit of the best held credential; by name where the vocabulary knows it, else by the share of the words it holds."""
    named = names_in(need.text)
    wanted = named if need.level == "driving" and named else frozenset(need.skills) or named
    graded = [(*_grade(h, wanted, need, view), h) for h in held(view)]
    credit, how, paper = max(
        graded, key=lambda g: (g[0], g[2].sure, bool(g[2].names & wanted), -view.place(g[2].line)), default=(0.0, "none", None)
    )
    by_words = _by_words(need, view, named) if credit < _ENOUGH else None
    if by_words is not None and (not wanted or (by_words.credit or 0.0) > credit):
        return by_words
    signals = {
        "credential": credit,
        "credential known": float(bool(wanted)),
        "credentials held": float(len(view.profile.credentials)),
        "paper lapsed": float(paper is not None and credit > 0 and paper.state == "lapsed"),
        "paper under way": float(paper is not None and credit > 0 and paper.state == "under way"),
    }
    denied = denials.of_driving(view) if need.level == "driving" and not (need.optional or need.equivalent) else 0
    if denied and (paper is None or credit <= 0 or paper.line == denied):
        said = f"line {denied} says that there is no driving licence"
        return NeedMatch(need, 0.0, (quote(view, denied),), said, contradicted=True, signals=signals | {"credential": 0.0})
    if paper is None or credit <= 0:
        return NeedMatch(need, 0.0, (), "no such credential is named", signals=signals)
    reason = f"{brief(paper.text)} (line {paper.line}) {how}{', if held' if paper.sure < _ENOUGH else ''}"
    return NeedMatch(need, credit, (quote(view, paper.line),), reason, short=how in _NOT_IN_FULL, signals=signals)


def _by_words(need: Need, view: View, named: frozenset[str]) -> NeedMatch:
    """Judge a credential that the vocabulary does not know by the words that one line has in common with a way the text offers."""
    ways = tuple(way for way in need.any_of if way != need.text and not names_in(way)) if named else ways_of(need.text)
    found = best("" if named else need.text, ways, view)
    signals = {"credential": 0.0, "credential known": float(bool(named)), "credentials held": float(len(view.profile.credentials))}
    if found is None:
        return NeedMatch(need, 0.0, (), "no such credential is named", signals=signals)
    later = found.state == "under way" and (need.equivalent or LATER.search(_whole(need)))
    credit = found.credit if later else min(found.credit, _LIMIT.get(found.state, 1.0))
    lower = _is_lower(need.text, found.unit.text)
    credit = min(credit, _LOWER) if lower else credit
    line = found.unit.statement.line
    reason = f"line {line} {_OF_LOWER}" if lower else f"line {line} is near in its words"
    return NeedMatch(need, credit, (quote(view, line),), reason, short=lower, signals=signals | {"credential": credit})


def _grade(paper: Held, wanted: frozenset[str], need: Need, view: View) -> tuple[float, str]:
    credit, how = _match(paper, wanted, need)
    if _TEACHES.search(_whole(need)) and not _TEACHES.search(paper.text):
        return 0.0, "is no licence to teach it"
    credit *= paper.sure
    if not credit:
        return 0.0, how
    if paper.state == "lapsed":
        return min(credit, _LAPSED), "has lapsed"
    if paper.state == "under way" and not need.equivalent and not LATER.search(need.text):
        return min(credit, _UNDER_WAY), "is under way"
    return _limits(paper, need, view, credit, how)


def _limits(paper: Held, need: Need, view: View, credit: float, how: str) -> tuple[float, str]:
    """Lower the credit for a lower level, an old date, a provisional licence or another country."""
    if _is_lower(need.text, paper.text):
        return min(credit, _LOWER), _OF_LOWER
    if paper.issued is not None and _wears_out(need) and view.profile.as_of - paper.issued > _RUNS and _CURRENT.search(_whole(need)):
        return min(credit, _OLD), "is older than such papers last"
    if (
        need.level not in _UNDATED
        and paper.issued is not None
        and (months := _recent(_whole(need)))
        and view.profile.as_of - paper.issued > months
    ):
        return min(credit, _OLD), "is older than the text allows"
    if paper.provisional:
        return min(credit, _NEAR), "is provisional"
    if need.level != "driving" and _abroad(need.text, paper.text):
        return min(credit, _ABROAD), "is of another country"
    return credit, how


def _is_lower(asked: str, own: str) -> bool:
    """Say whether every level the paper names is below the least one asked for ("Level 2" for "Level 3")."""
    least, most = [int(n) for n in _LEVEL.findall(asked)], [int(n) for n in _LEVEL.findall(own)]
    return bool(least and most) and max(most) < min(least)


def _whole(need: Need) -> str:
    """Return the words of a need with the whole clause it stands in, where that was kept."""
    return f"{need.text} {need.subject}"


def _wears_out(need: Need) -> bool:
    return bool(frozenset(need.skills) & _LIFE)


def _recent(text: str) -> int:
    """Return the months within which a credential must have been issued; 0 where the text sets no limit."""
    found = _RECENT.search(text) or _RECENT_ELSEWHERE.search(text)
    if found is None:
        return 0
    number = _NUMBER.get(found["n"].lower()) or (int(found["n"]) if found["n"].isdecimal() else 0)
    return number * (1 if found["unit"].lower().startswith(_OF_MONTHS) else 12)


def _abroad(asked: str, own: str) -> bool:
    theirs, mine = ({code for *_, code, _, _ in places.find(text) if code} for text in (asked, own))
    return bool(theirs and mine) and not theirs & mine


def _match(paper: Held, wanted: frozenset[str], need: Need) -> tuple[float, str]:
    full = paper.names | {name for each in paper.names for name in credentials.implied(each)}
    if full & wanted:
        return 1.0, "is what is asked for"
    near = {name for each in wanted for name in credentials.siblings(each)}
    if paper.names & near:
        generic = "security clearance" in wanted and any(credentials.kind(name) == "clearance" for name in paper.names)
        if need.open and not generic:
            return _EXAMPLE, "is of the kind asked for"
        return (1.0, "is such a clearance") if generic else (_NEAR, "is comparable")
    if full & {less for each in wanted for less in credentials.implied(each) if credentials.kind(less) not in _WHOLE_OR_NONE}:
        return _NEAR, "is less than is asked for"
    if _is_check(wanted) and any(credentials.kind(name) == "clearance" for name in paper.names):
        return _NEAR, "rests on a comparable check"
    asked, own = content(need.text), content(paper.text)
    if wanted and not paper.names and asked - GENERAL and asked - GENERAL <= own:
        return _ENOUGH, "is near in its words"  # "HACCP level 2" for a "HACCP certificate"
    common = share(asked, own)
    return (0.85 * common, "is near in its words") if not wanted and common >= _WORDS_ENOUGH else (0.0, "is another credential")


def _is_check(wanted: frozenset[str]) -> bool:
    kin = credentials.siblings("background check") | {"background check"}
    return bool(wanted & kin) and not wanted & {"drug test", "vaccination"}
