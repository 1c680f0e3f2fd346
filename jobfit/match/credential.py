"""A need for a licence, certificate, registration or check and a View in, its NeedMatch out: held, comparable, under way or missing."""

from __future__ import annotations

import re

from jobfit.match import denials
from jobfit.match.held import Held, held, names_in
from jobfit.match.home import quote
from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.match.words import brief, content, share
from jobfit.types import Need, NeedMatch
from jobfit.vocabulary import credentials, places

_NEAR = 0.5
_LAPSED = 0.4
_UNDER_WAY = 0.5
_LOWER = 0.5  # held at a lower level than the one named
_OLD = 0.5  # issued longer ago than the text allows
_ABROAD = 0.5  # another country's, where the text names the country
_SOURCES = frozenset({"certificate", "education", "other", "award"})
_WORDS_ENOUGH = 0.6
_LATER = re.compile(
    r"under way|in progress|working towards|part[- ]qualified|candidate|finished or|or equivalent progress|progress toward", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:level|stufe|niveau|nivel|lvl|nvq|part|l)\s?(\d)\b", re.IGNORECASE)
_RECENT = re.compile(r"(?:within|in|over|inside) (?:the )?last (\d|two|three|five|twelve|12|24|36) (years|months)", re.IGNORECASE)
_GRADES = content("level stufe niveau nivel part grade class 1 2 3 4 5 6 7 8")  # "level 2" says how high, not of what
_NUMBER = {"two": 2, "three": 3, "five": 5, "twelve": 12}


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the credit of the best held credential; by name where the vocabulary knows it, else by the share of the words it holds."""
    named = names_in(need.text)
    wanted = named if need.level == "driving" and named else frozenset(need.skills) or named
    graded = [(*_grade(h, wanted, need, view), h) for h in held(view)]
    credit, how, best = max(graded, key=lambda g: (g[0], g[2].sure, -view.place(g[2].line)), default=(0.0, "none", None))
    if not wanted and credit < _NEAR:
        return _by_words(need, view)
    signals = {
        "credential": credit,
        "credential known": float(bool(wanted)),
        "credentials held": float(len(view.profile.credentials)),
        "paper lapsed": float(best is not None and credit > 0 and best.state == "lapsed"),
        "paper under way": float(best is not None and credit > 0 and best.state == "under way"),
    }
    denied = denials.of_driving(view) if need.level == "driving" and not (need.optional or need.equivalent) else 0
    if denied and (best is None or credit <= 0 or best.line == denied):
        said = f"line {denied} says that there is no driving licence"
        return NeedMatch(need, 0.0, (quote(view, denied),), said, contradicted=True, signals=signals | {"credential": 0.0})
    if best is None or credit <= 0:
        return NeedMatch(need, 0.0, (), "no such credential is named", signals=signals)
    return NeedMatch(need, credit, (quote(view, best.line),), f"{brief(best.text)} (line {best.line}) {how}", signals=signals)


def _by_words(need: Need, view: View) -> NeedMatch:
    """Judge a credential that the vocabulary does not know by the words that one line has in common with the text."""
    asked = content(need.text)
    lines = [u for u in view.units if u.statement.source in _SOURCES and not u.statement.negated]
    graded = [(_common(asked, content(unit.text)), -view.place(unit.statement.line), unit) for unit in lines]
    credit, _, best = max(graded, key=lambda g: g[:2], default=(0.0, 0, None))
    signals = {"credential": credit, "credential known": 0.0, "credentials held": float(len(view.profile.credentials))}
    if best is None or not credit:
        return NeedMatch(need, 0.0, (), "no such credential is named", signals=signals)
    line = best.statement.line
    return NeedMatch(need, credit, (quote(view, line),), f"line {line} is near in its words", signals=signals)


def _common(asked: frozenset[str], own: frozenset[str]) -> float:
    """Return 0.85 where most of the text's words stand in the line, ½ where most of the line's stand in the text, 0 below that."""
    asked, own = asked - _GRADES, own - _GRADES
    both = len(asked & own)
    if share(asked, own) >= _WORDS_ENOUGH and (both > 1 or len(asked) == 1):
        return 0.85
    return _NEAR if both > 1 and share(own, asked) >= _WORDS_ENOUGH else 0.0


def _grade(paper: Held, wanted: frozenset[str], need: Need, view: View) -> tuple[float, str]:
    credit, how = _match(paper, wanted, need)
    credit *= paper.sure
    if not credit:
        return 0.0, how
    if paper.state == "lapsed":
        return min(credit, _LAPSED), "has lapsed"
    if paper.state == "under way" and not need.equivalent and not _LATER.search(need.text):
        return min(credit, _UNDER_WAY), "is under way"
    return _limits(paper, need, view, credit, how)


def _limits(paper: Held, need: Need, view: View, credit: float, how: str) -> tuple[float, str]:
    """Lower the credit for a lower level, an old date, a provisional licence or another country."""
    asked, own = _LEVEL.search(need.text), _LEVEL.search(paper.text)
    if asked and own and int(own[1]) < int(asked[1]):
        return min(credit, _LOWER), "is of a lower level"
    if paper.issued is not None and (months := _recent(need.text)) and view.profile.as_of - paper.issued > months:
        return min(credit, _OLD), "is older than the text allows"
    if paper.provisional:
        return min(credit, _NEAR), "is provisional"
    if need.level != "driving" and _abroad(need.text, paper.text):
        return min(credit, _ABROAD), "is of another country"
    return credit, how


def _recent(text: str) -> int:
    """Return the months within which a credential must have been issued; 0 where the text sets no limit."""
    found = _RECENT.search(text)
    if not found:
        return 0
    number = _NUMBER.get(found[1].lower()) or int(found[1])
    return number * (12 if found[2].lower() == "years" else 1)


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
        return (1.0, "is such a clearance") if generic else (_NEAR, "is comparable")
    if _is_check(wanted) and any(credentials.kind(name) == "clearance" for name in paper.names):
        return _NEAR, "rests on a comparable check"
    common = share(content(need.text), content(paper.text))
    return (0.85 * common, "is near in its words") if not wanted and common >= _WORDS_ENOUGH else (0.0, "is another credential")


def _is_check(wanted: frozenset[str]) -> bool:
    kin = credentials.siblings("background check") | {"background check"}
    return bool(wanted & kin) and not wanted & {"drug test", "vaccination"}
