"""The needs of one text in, the same out, ways to the same end that it offers ("a degree, or five years") put in one group."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.types import Need
from jobfit.vocabulary import amounts, degrees
from jobfit.vocabulary.fold import fold

_OR = re.compile(r"\b(?:or|oder|ou|o|of|ou bien|alternatively)\b")
_AND = re.compile(r"\b(?:and|plus|with|und|mit|et|avec|y|con|e|com|en|met)\b")


def grouped(text: str, needs: list[Need]) -> list[Need]:
    """Group a degree and an amount of experience that an "or" joins, and nothing that adds one to the other."""
    if not (any(n.type == "education" for n in needs) and any(n.type == "experience" and n.months for n in needs)):
        return needs
    if not _joined(fold(text), [(s, e) for _, s, e in degrees.find(text)], [(a.start, a.end) for a in amounts.find(text)]):
        return needs
    return [replace(n, group="degree or years") if n.type == "education" or (n.type == "experience" and n.months) else n for n in needs]


def _joined(folded: str, first: list[tuple[int, int]], second: list[tuple[int, int]]) -> bool:
    gaps = [_between(folded, a, b) for a in first for b in second]
    nearest = min(gaps, key=len, default="")
    return bool(_OR.search(nearest)) and not _AND.search(nearest)


def _between(folded: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    left, right = sorted((one, other))
    return folded[left[1] : right[0]]
