"""A text that asks for GCSEs by subject and grade and a View in; the share of these subjects that the profile passed so comes out."""

from __future__ import annotations

import re

from jobfit.match.view import View
from jobfit.regex import regex

_ASKED = regex(r"\bGCSEs?\b|\bO[- ]levels?\b", re.IGNORECASE)
_SUBJECTS = {"english": r"english(?: language| literature)?", "maths": r"math(?:s|ematics)?", "science": r"(?:double |combined )?science"}
_GRADE = r"\s*(?:[:(=–-]\s*)?(?:at )?(?:grade )?([A-G]\*?|[1-9])(?![\w*])"
_LEAST = regex(r"\bgrades?\s*(?:\w+ or above \()?([A-E]|[4-9])\b|\b([A-C])\s?/\s?([4-9])\b|\bA\*?\s?[-–]\s?([A-E])\b", re.IGNORECASE)
_AS_NUMBER = {"A*": 8, "A": 7, "B": 6, "C": 4, "D": 3, "E": 2, "F": 1, "G": 1}


def share(text: str, view: View) -> float | None:
    """Return the share of the subjects asked for whose grade is good enough; None where none is asked for, or no grade is told."""
    asked = [name for name, words in _SUBJECTS.items() if re.search(rf"\b{words}\b", text, re.IGNORECASE)] if _ASKED.search(text) else []
    lines = [unit.text for unit in view.units if _ASKED.search(unit.text)] if asked else []
    told = {name: grades for name in asked if (grades := [_number(hit) for line in lines for hit in _grades(name, line)])}
    if not told:
        return None
    return sum(max(told.get(name, [0])) >= _least(text) for name in asked) / len(asked)


def _grades(name: str, line: str) -> list[str]:
    return re.findall(rf"\b{_SUBJECTS[name]}{_GRADE}", line, re.IGNORECASE)


def _number(grade: str) -> int:
    return int(grade) if grade.isdecimal() else _AS_NUMBER[grade.upper()]


def _least(text: str) -> int:
    """Return the least grade asked for on the scale from 1 to 9, a pass where none is named."""
    found = _LEAST.search(text)
    return _number(next(grade for grade in found.groups() if grade)) if found else _AS_NUMBER["C"]
