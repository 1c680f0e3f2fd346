"""A need's finding and a View in, the finding out as what the profile denies or counts makes it: contradicted, or short of the need."""

from __future__ import annotations

from dataclasses import replace

from jobfit.match.sizes import fewer
from jobfit.match.view import Unit, View
from jobfit.match.words import content
from jobfit.types import Evidence, NeedMatch
from jobfit.vocabulary.claims import is_learning

_TYPES = frozenset({"skill", "experience", "credential"})


def weighed(match: NeedMatch, view: View) -> NeedMatch:
    """Return the finding: contradicted where only denials speak to it, short where the profile is only learning it."""
    if match.need.type not in _TYPES or match.contradicted:
        return match
    if match.credit:
        short = not match.short and (_only_learned(match, view) or fewer(match.need, view))
        return replace(match, short=True) if short else match
    unit = next((u for u in view.denied if _speaks_of(u, match)), None)
    if unit is None or _claimed(match, view):
        return match
    line = unit.statement.line
    evidence = Evidence(line, unit.statement.text, unit.statement.where, 1.0)
    return replace(match, credit=0.0, evidence=(evidence,), reason=f"line {line} does not claim it", contradicted=True)


def _asked(match: NeedMatch) -> frozenset[str]:
    return content(match.need.subject or match.need.text)


def _speaks_of(unit: Unit, match: NeedMatch) -> bool:
    """Say whether what a line denies is what is asked for: by a skill's name, else by all its words."""
    if match.need.skills and match.need.type != "credential":
        return bool(unit.skills.intersection(match.need.skills))
    asked = _asked(match)
    return bool(asked) and asked <= content(unit.text)


def _claimed(match: NeedMatch, view: View) -> bool:
    """Say whether any line claims what is asked for too."""
    if match.need.skills and match.need.type != "credential":
        return not view.listed.isdisjoint(match.need.skills)
    return view.words.best(_asked(match)) == 1.0


def _only_learned(match: NeedMatch, view: View) -> bool:
    """Say whether all lines that name what is asked for tell of learning it."""
    wanted = frozenset(match.need.skills)
    naming = [unit for unit in view.units if not wanted.isdisjoint(unit.skills)] if wanted else []
    return bool(naming) and all(is_learning(unit.text) for unit in naming)
