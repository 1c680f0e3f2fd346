"""Requirements, their needs' findings and the profile's lines in, the lines that could decide each out, best first, by a fitted ranking."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit.forest import load, table
from jobfit.match.lines import BETWEEN, NEARNESS, TRACES, Asked, nearness, of_type, own, traces
from jobfit.match.near import Near
from jobfit.match.view import View, once
from jobfit.regex import regex
from jobfit.types import Evidence, NeedType, Statement

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.forest import Bits, Floats

FIGURES = Path(__file__).parent / "data" / "lines.json"
OUTPUT = "decides"
_LIMIT = 3
_PAIRS = 1_024  # of requirement and line that are ranked in one go: enough to be quick, and little memory
_DATE = regex(r"\W*(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}\W*")  # a date by itself shows nothing to a reader
_WORTH_SHOWING = 0.35  # of the best line's score: what lies further below adds nothing a reader needs


def candidates(asked: Asked, seen: View, near: Near) -> list[tuple[Evidence, ...]]:
    """Return up to three lines for each requirement by the ranking that ships; the view has at least one."""
    count = max(1, _PAIRS // len(seen.units))
    return [lines for at in range(0, len(asked), count) for lines in _ranked(asked[at : at + count], seen, near)]


def _ranked(asked: Asked, seen: View, near: Near) -> list[tuple[Evidence, ...]]:
    import numpy as np

    trees = load(FIGURES).outputs[OUTPUT]
    left = trees.left_open(NEARNESS, _rows(list(nearness(asked, near).values())))
    held = _rows(list(traces(asked, seen).values()))
    holding: npt.NDArray[np.bool_] = np.any(held, axis=1)
    closed = iter(np.split(trees.left_open(TRACES, held[holding]), np.cumsum(holding.reshape(len(asked), -1).sum(axis=1))))
    for n, (requirement, _) in enumerate(asked):
        mine = slice(n * len(seen.units), (n + 1) * len(seen.units))
        left[mine] &= _left_by(requirement.type, next(closed), holding[mine], seen)
    scores = trees.scores(left).reshape(len(asked), -1)
    return [best(row, seen) for row in scores]


def _rows(columns: Sequence[Floats]) -> Floats:
    """Return figures of shape (requirements, units) each as one table, a row for each pair."""
    import numpy as np

    return np.stack(columns, axis=-1).reshape(-1, len(columns))


def _left_by(kind: NeedType, closed: Bits, holding: npt.NDArray[np.bool_], seen: View) -> Bits:
    """Return what a requirement's type, the lines by themselves and what these hold of it leave open, shape (units, trees)."""
    left = _of_none(kind, seen).copy()
    left[holding] = _by_line(kind, seen)[holding] & closed
    return left


@once
def _of_none(kind: NeedType, seen: View) -> Bits:
    """What is left open of lines that hold nothing of what is asked, as most do."""
    import numpy as np

    nothing = np.zeros((1, len(TRACES)))
    return _by_line(kind, seen) & load(FIGURES).outputs[OUTPUT].left_open(TRACES, nothing)


@once
def _by_line(kind: NeedType, seen: View) -> Bits:
    """What a requirement's type and the lines' own figures leave open of the trees, shape (units, trees)."""
    forest = load(FIGURES)
    names = [name for name in forest.features if name not in BETWEEN]
    return forest.outputs[OUTPUT].left_open(names, table([line | of_type(kind) for line in own(seen)], names))


def best(scores: Floats, seen: View) -> tuple[Evidence, ...]:
    """Return the lines with the highest scores, each once; ``scores`` has one figure for each unit of the view."""
    lines: dict[int, tuple[float, Statement]] = {}
    for index in scores.argsort(kind="stable")[::-1].tolist():
        said = seen.units[index].statement
        if said.line not in lines and not _DATE.fullmatch(said.text):
            lines[said.line] = -round(float(scores[index]), 4), said
        if len(lines) > _LIMIT:
            break
    found = sorted((score, seen.place(line), said) for line, (score, said) in lines.items())[:_LIMIT]
    return tuple(Evidence(said.line, said.text, said.where, -score) for score, _, said in found if score <= _WORTH_SHOWING * found[0][0])
