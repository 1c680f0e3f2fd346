"""A need for a degree and a View in, its NeedMatch out: level and field of each course against those asked for."""

from __future__ import annotations

from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.types import Degree, Evidence, Need, NeedMatch
from jobfit.vocabulary import degrees

# The credit of a finished course by how its field stands to those asked for, and how far its level lies below.
_FIELD = {"same": 1.0, "near": 0.75, "": 0.4, "unknown": 0.6}
_LEVEL = {0: 1.0, 1: 0.5}
_UNFINISHED = 0.5
_EQUIVALENT_MONTHS = {"bachelor": 60, "master": 84, "doctorate": 120}


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the best course's credit; "or equivalent experience" opens the years of work as a second way."""
    level = need.level or degrees.level_of(need.text)
    fields = frozenset(need.fields) or degrees.fields_of(need.text)
    graded = [(_grade(course, level, fields), course) for course in view.profile.education]
    credit, best = max(graded, key=lambda g: g[0], default=(0.0, None))
    signals = {"education": credit, "degree gap": float(_gap(best, level)), "has degree": float(best is not None)}
    months = _EQUIVALENT_MONTHS.get(level, 48)
    signals["equivalent"] = min(1.5, view.months / months) if need.equivalent else -1.0
    evidence = [_line(best, view)] if best is not None and credit > 0 else []
    return NeedMatch(need, credit, tuple(evidence), _reason(best, level, credit), signals=signals)


def _gap(course: Degree | None, level: str) -> int:
    return degrees.rank(level) - degrees.rank(course.level) if course else 6


def _grade(course: Degree, level: str, fields: frozenset[str]) -> float:
    gap = max(0, _gap(course, level)) if level else 0
    credit = _LEVEL.get(gap, 0.0) * _FIELD[_relation(course, fields)]
    return credit * (_UNFINISHED if course.finished is False else 1.0)


def _relation(course: Degree, fields: frozenset[str]) -> str:
    """The closest relation of the course's fields to those asked for; "same" where none is asked for."""
    if not fields:
        return "same"
    own = degrees.fields_of(f"{course.title} {course.field}")
    if not own:
        return "unknown"
    relations = {degrees.related(a, b) for a in own for b in fields}
    return "same" if "same" in relations else "near" if "near" in relations else ""


def _line(course: Degree, view: View) -> Evidence:
    unit = view.by_line.get(course.line)
    return Evidence(course.line, unit.statement.text if unit else course.title, course.where, 1.0)


def _reason(best: Degree | None, level: str, credit: float) -> str:
    if best is None:
        return "no course of education is named"
    said = f"{best.title or best.level or 'a course'} (line {best.line})"
    state = " is not finished" if best.finished is False else ""
    if credit >= 0.75:
        return f"{said} covers the {level or 'degree'} asked for"
    return f"{said}{state or ' is near'}" if credit > 0 else f"{said} is not the {level or 'degree'} asked for"
