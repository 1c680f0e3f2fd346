"""The needs of one text in, the same out, ways to the same end that it offers ("a degree, or five years") put in one group."""

from __future__ import annotations

from dataclasses import replace

from jobfit.regex import regex
from jobfit.types import Need
from jobfit.vocabulary import amounts, degrees
from jobfit.vocabulary.fold import fold

_OR = regex(r"\b(?:or|oder|ou|o|of|ou bien|alternatively)\b")
_WITH = regex(r"\b(?:with|mit|avec|con|com|met)\s+(?:\w+\s+){0,3}$")
_SUBJECT = regex(
    r"\b(?:relevant|related|professional|practical|industry|field|work|working|experience|similar|comparable|equivalent|the|a|an|in|of|"
    r"einschlagige?r?|berufliche?r?|praxis|berufserfahrung|erfahrung|pertinente?|professionnelle|relevante?)\b"
)
_CLOSE = 60  # letters between a degree and the years that go with it
_AND = regex(r"\b(?:and|plus|with|und|mit|et|avec|y|con|e|com|en|met)\b")


def grouped(text: str, needs: list[Need]) -> list[Need]:
    """Group a degree and an amount of experience that an "or" joins, and nothing that adds one to the other."""
    if not (any(n.type == "education" for n in needs) and any(n.type == "experience" and n.months for n in needs)):
        return needs
    if not are_joined(text):
        return needs
    if all(_of_the_field(n) for n in needs if n.type == "experience" and n.months) and any(n.fields for n in needs):
        return [replace(n, equivalent=True) if n.type == "education" else n for n in needs if not (n.type == "experience" and n.months)]
    return [replace(n, group="degree or years") if n.type == "education" or (n.type == "experience" and n.months) else n for n in needs]


def are_joined(text: str) -> bool:
    """Say whether an "or" joins a degree and an amount of experience that ``text`` names."""
    return _joined(fold(text), [(s, e) for _, s, e in degrees.find(text)], [(a.start, a.end) for a in amounts.find(text)])


def _of_the_field(need: Need) -> bool:
    """Say whether years of experience are in no subject of their own, so that they must be in the degree's."""
    return not need.skills and not _SUBJECT.sub("", fold(need.subject)).strip(" .,()-")


def _joined(folded: str, first: list[tuple[int, int]], second: list[tuple[int, int]]) -> bool:
    if any(_adds(folded, first, years) for years in second):
        return False
    gaps = [_between(folded, a, b) for a in first for b in second]
    nearest = min(gaps, key=len, default="")
    return bool(_OR.search(nearest)) and not _AND.search(nearest)


def _adds(folded: str, degrees_named: list[tuple[int, int]], years: tuple[int, int]) -> bool:
    """Say whether an amount is added to the degree named last before it ("a master's with two years")."""
    before = [span for span in degrees_named if span[1] <= years[0]]
    gap = folded[max(before)[1] : years[0]] if before else ""
    return bool(_WITH.search(gap)) and len(gap) <= _CLOSE and ";" not in gap


def _between(folded: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    left, right = sorted((one, other))
    return folded[left[1] : right[0]]
