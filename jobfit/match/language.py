"""A need for a human language and a View in, its NeedMatch out: the level the profile states against the level asked for."""

from __future__ import annotations

from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.types import Evidence, LanguageSkill, Need, NeedMatch
from jobfit.vocabulary import languages

_DEFAULT_LEVEL = "B2"  # what "German required" is taken to mean where no level is named
_UNSAID_CREDIT = 0.75  # a language listed without a level
_WRITTEN_CREDIT = 0.6  # a language the profile does not list and is written in


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the credit of the language best covered among the need's alternatives; None where the need names no language."""
    wanted = [(found.code, need.level or found.level) for found in languages.find(need.text)]
    wanted = list(dict.fromkeys(wanted))
    if not wanted:
        return NeedMatch(need, None)
    graded = [_grade(code, level or _DEFAULT_LEVEL, view) for code, level in wanted]
    pick = max if len(need.any_of) > 1 else min
    credit, evidence, reason = pick(graded, key=lambda g: g[0])
    lines = [line for _, lines, _ in graded for line in lines] if pick is min else evidence
    return NeedMatch(need, credit, tuple(lines), reason, signals={"language": credit})


def _grade(code: str, level: str, view: View) -> tuple[float, list[Evidence], str]:
    name = languages.english_name(code)
    spoken = [s for s in view.profile.languages if s.code == code]
    if not spoken:
        if view.profile.language == code:
            return _WRITTEN_CREDIT, [], f"{name} is not listed, but the profile is written in it"
        return 0.0, [], f"{name} is not listed"
    best = max(spoken, key=lambda s: languages.rank(s.level))
    where = [_line(best, view)]
    if not best.level:
        return _UNSAID_CREDIT, where, f"{name} is listed without a level (line {best.line})"
    gap = languages.rank(level) - languages.rank(best.level)
    if gap <= 0:
        return 1.0, where, f"{name} {best.level} (line {best.line}) covers {level}"
    return (0.5 if gap <= 2 else 0.25), where, f"{name} {best.level} (line {best.line}) is below {level}"


def _line(skill: LanguageSkill, view: View) -> Evidence:
    unit = view.by_line.get(skill.line)
    return Evidence(skill.line, unit.statement.text if unit else skill.name, skill.where, 1.0)
