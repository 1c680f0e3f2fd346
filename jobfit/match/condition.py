"""A need for a place, a right to work, hours, travel or strain and a View in, its NeedMatch out."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.match import adult, credential, patterns, rights, whereabouts
from jobfit.match.courses import courses
from jobfit.match.home import quote
from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch

_RIGHT = regex(
    r"\b(?:allowed|permitted|able|entitled|authori[sz]ed|eligible) to (?:live and )?work in|right to work|work(?:ing)? rights|"
    r"\b(?:UK|EU|EEA|US|U\.S\.|British|Irish|Swiss|Commonwealth) (?:nationals?|citizens?)\b|\bnationals of\b",
    re.I,
)
# Places that only a driver gets to.
_OFF_THE_LINES = regex(
    r"(?:not|poorly|badly|un)[\s-]?(?:well )?(?:served|accessible|reached|reachable) by (?:public transport|bus|train)|"
    r"(?:no|limited|little|without) public transport|where public transport (?:is|may)",
    re.IGNORECASE,
)
_LICENCE = Need("credential", "driving licence", ("driving licence",), ("driving licence b",), level="driving")
_ENROLLED = regex(r"\b(?:enrol\w*|student status|immatrikuliert|eingeschrieben|inscrit\w*|matriculad[oa]|ingeschreven)\b", re.IGNORECASE)
_WHERE = frozenset({"place", "remote", ""})
_COMING = _WHERE | {"travel"}


def look(need: Need, view: View, near: Near) -> NeedMatch:
    """Return the credit by the need's sort, or None where no rule can tell."""
    if need.level == "age":
        return adult.look(need, view)
    if need.level == "travel" and _OFF_THE_LINES.search(need.text):
        return replace(credential.look(_LICENCE, view, near), need=need)
    if need.level == "check" and _ENROLLED.search(need.text):
        return _enrolled(need, view)
    if need.level == "rights" or (need.level in _WHERE and _RIGHT.search(need.text)):
        return rights.look(need, view)
    where = whereabouts.look(need, view) if need.level in _WHERE else None
    if where is None and need.level in _COMING:
        where = whereabouts.at_home(need, view)
    if where is not None:
        return where
    if need.level == "place" and whereabouts.is_visit(need.text):
        need = replace(need, level="travel")  # anyone who travels can come by
    found = patterns.look(need, view)
    if found is None:
        return NeedMatch(need, None, signals={"condition other": 1.0})
    presence = need.level == "place" and not found.credit  # asked for at no place that is named: profiles do not tell of it
    return replace(found, need=replace(need, level="remote")) if presence else found


def _enrolled(need: Need, view: View) -> NeedMatch:
    """Return 1 where a course is under way, 0 where none is."""
    course = next((course for course in courses(view) if course.state == "under way"), None)
    signals = {"enrolled": float(course is not None)}
    if course is None:
        return NeedMatch(need, 0.0, (), "no course is under way", signals=signals)
    return NeedMatch(need, 1.0, (quote(view, course.lines[0]),), f"a course is under way (line {course.lines[0]})", signals=signals)
