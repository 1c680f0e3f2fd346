"""A requirement, its needs' findings and the profile's lines in, the lines that could decide it out, best first, by a fitted ranking."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit.forest import load
from jobfit.types import Evidence

if TYPE_CHECKING:
    from jobfit.forest import Floats
    from jobfit.match.view import View

FIGURES = Path(__file__).parent / "data" / "lines.json"
OUTPUT = "decides"
_LIMIT = 3
_DATE = re.compile(r"\W*(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}\W*")  # a date by itself shows nothing to a reader
_WORTH_SHOWING = 0.35  # of the best line's score: what lies further below adds nothing a reader needs


def candidates(figures: Sequence[Mapping[str, float]], seen: View) -> tuple[Evidence, ...]:
    """Return up to three lines by the ranking that ships; ``figures`` are those of ``line_signals``, one row for each unit."""
    forest = load(FIGURES)
    return best(forest.scores(forest.rows(figures))[OUTPUT], seen)


def best(scores: Floats, seen: View) -> tuple[Evidence, ...]:
    """Return the lines with the highest scores, each once; ``scores`` has one figure for each unit of the view."""
    lines: dict[int, Evidence] = {}
    for index in scores.argsort(kind="stable")[::-1]:
        said = seen.units[index].statement
        if said.line not in lines and not _DATE.fullmatch(said.text):
            lines[said.line] = Evidence(said.line, said.text, said.where, round(float(scores[index]), 4))
        if len(lines) > _LIMIT:
            break
    found = sorted(lines.values(), key=lambda e: (-e.score, e.line))[:_LIMIT]
    return tuple(e for e in found if e.score >= _WORTH_SHOWING * found[0].score)
