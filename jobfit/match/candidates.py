"""A requirement, its needs' findings and the profile's lines in, the lines that could decide it out, best first, by a fitted ranking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit.forest import load, table
from jobfit.match.lines import BETWEEN, TYPES, between, of_type, own
from jobfit.match.near import Near
from jobfit.match.view import View, once
from jobfit.types import Evidence, NeedMatch, NeedType, Requirement

if TYPE_CHECKING:
    from jobfit.forest import Bits, Floats

FIGURES = Path(__file__).parent / "data" / "lines.json"
OUTPUT = "decides"
_LIMIT = 3
_DATE = re.compile(r"\W*(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}\W*")  # a date by itself shows nothing to a reader
_WORTH_SHOWING = 0.35  # of the best line's score: what lies further below adds nothing a reader needs


def candidates(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> tuple[Evidence, ...]:
    """Return up to three lines by the ranking that ships; the view has at least one."""
    import numpy as np

    trees = load(FIGURES).outputs[OUTPUT]
    columns = between(requirement, found, seen, near)
    left = trees.left_open(BETWEEN, np.stack([columns[name] for name in BETWEEN], axis=1))
    left &= _by_line(seen)
    left &= _by_type(requirement.type)
    return best(trees.scores(left), seen)


@once
def _by_line(seen: View) -> Bits:
    """What the lines' own figures leave open of the trees, shape (units, trees); all that is not of a pair or a type is theirs."""
    forest = load(FIGURES)
    names = [name for name in forest.features if name not in BETWEEN and name not in TYPES]
    return forest.outputs[OUTPUT].left_open(names, table(own(seen), names))


@cache
def _by_type(kind: NeedType) -> Bits:
    """What a requirement's type leaves open, shape (1, trees)."""
    return load(FIGURES).outputs[OUTPUT].left_open(TYPES, table([of_type(kind)], TYPES))


def best(scores: Floats, seen: View) -> tuple[Evidence, ...]:
    """Return the lines with the highest scores, each once; ``scores`` has one figure for each unit of the view."""
    lines: dict[int, Evidence] = {}
    for index in scores.argsort(kind="stable")[::-1].tolist():
        said = seen.units[index].statement
        if said.line not in lines and not _DATE.fullmatch(said.text):
            lines[said.line] = Evidence(said.line, said.text, said.where, round(float(scores[index]), 4))
        if len(lines) > _LIMIT:
            break
    found = sorted(lines.values(), key=lambda e: (-e.score, seen.place(e.line)))[:_LIMIT]
    return tuple(e for e in found if e.score >= _WORTH_SHOWING * found[0].score)
