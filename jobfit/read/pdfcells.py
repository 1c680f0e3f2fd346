"""The rows of a band with a gutter come in; out comes whether they are read across (labels, dates, tables) or column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from jobfit.read.marks import split_mark
from jobfit.read.pdfchars import Piece
from jobfit.regex import regex

DATE = regex(r"\d{4}|\d{1,2}[./]\d{2,4}|present|heute|actual|aujourd|today|now\b|year", re.IGNORECASE)
_LABEL = 30  # characters; the names of fields are shorter
_CELL = 45
_NEAR = 1.5  # ems between the lines of one block
_HEADINGS = 2
_LETTERS = 4
_DRAWN = 6  # rows with both sides, from which on the order of drawing tells columns from cells


@dataclass(slots=True)
class Row:
    """Pieces side by side on one baseline, from left to right, with the left edge of the column that they stand in."""

    pieces: list[Piece]
    edge: float = 0.0
    column: int = 0

    @property
    def y(self) -> float:
        return self.pieces[0].y

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)


@dataclass(slots=True)
class _Sides:
    """What stands left and right of the gutter, row by row; ``labels`` is the side that says less."""

    rows: Sequence[Row]
    labels: list[list[Piece]]
    values: list[list[Piece]]


def reads_across(rows: Sequence[Row], cut: float) -> bool:
    """Say whether one side labels the other (dates, names of fields) or both are cells of a table."""
    sides = _sides(rows, cut)
    labels = [_said(part) for part in sides.labels if part]
    values = [_said(part) for part in sides.values if part]
    both = sum(bool(left) and bool(right) for left, right in zip(sides.labels, sides.values, strict=True))
    if not both or median(map(len, labels)) > _LABEL or _headed_apart(sides):
        return False
    aligned, starts = _blocks(sides)
    if aligned < 0.6:
        return False
    if sum(bool(DATE.search(text)) for text in labels) >= 0.5 * len(labels) and starts >= 0.5:
        return True
    switches = _switches(sides)
    if switches <= 1 and both >= _DRAWN:  # the file itself draws one side whole, then the other
        return False
    if _styled(sides) and starts >= 0.6:
        return True
    by_row = switches >= both  # the file itself draws label, value, label, value
    if by_row and _is_table(labels, values, both):
        return True
    return len(labels) <= 0.65 * len(values) and starts >= (0.6 if by_row else 0.85) and aligned >= (0.6 if by_row else 0.85)


def _sides(rows: Sequence[Row], cut: float) -> _Sides:
    west = [[piece for piece in row.pieces if piece.left < cut] for row in rows]
    east = [[piece for piece in row.pieces if piece.left >= cut] for row in rows]
    less = sum(len(_said(part)) for part in west) <= sum(len(_said(part)) for part in east)
    return _Sides(rows, west, east) if less else _Sides(rows, east, west)


def _is_table(labels: Sequence[str], values: Sequence[str], both: int) -> bool:
    """Say whether nearly every row has both cells, and neither side is a list with marks."""
    if both < 0.85 * len(values) or median(map(len, values)) > _CELL:
        return False
    return not any(sum(bool(split_mark(text)[0]) for text in side) > max(2, 0.2 * len(side)) for side in (labels, values))


def _headed_apart(sides: _Sides) -> bool:
    """Say whether either side has headings of its own, on rows where the other has none: then each is a text for itself."""
    left = {number for number, part in enumerate(sides.labels) if _is_heading(part)}
    right = {number for number, part in enumerate(sides.values) if _is_heading(part)}
    return min(len(left), len(right)) >= _HEADINGS and len(left & right) <= 0.5 * min(len(left), len(right))


def _is_heading(part: Sequence[Piece]) -> bool:
    text = _said(part)
    return text.isupper() and sum(sign.isalpha() for sign in text) >= _LETTERS and len(text) <= _CELL


def wrapped_blocks(rows: Sequence[Row], cut: float) -> list[tuple[int, int]]:
    """Return the rows of a table whose cells run over several lines; none where no row has two such cells."""
    edges = [0, *(number for number in range(1, len(rows)) if not _near(rows, number - 1, number)), len(rows)]
    blocks = [
        (first, last, _runs_on(rows[first:last], cut, True), _runs_on(rows[first:last], cut, False)) for first, last in pairwise(edges)
    ]
    if not any(west and east for _, _, west, east in blocks):
        return []
    return [(first, last) for first, last, west, east in blocks if (west or east) and _both_sides(rows[first:last], cut)]


def _both_sides(rows: Sequence[Row], cut: float) -> bool:
    return len({piece.left < cut for row in rows for piece in row.pieces}) == 2


def _runs_on(rows: Sequence[Row], cut: float, west: bool) -> bool:
    """Say whether the side has a line that begins in the middle of a sentence, right below the one before."""
    cells = [[piece for piece in row.pieces if (piece.left < cut) == west] for row in rows]
    lines = [part[-1].text for part in cells if part]
    return any(after[:1].islower() and not before.endswith((".", ":", ";")) for before, after in pairwise(lines))


def _styled(sides: _Sides) -> bool:
    """Say whether labels are set apart from values by bold type or end in a colon."""
    labels = [part for part in sides.labels if part]
    values = [part for part in sides.values if part]
    bold = sum(all(piece.bold for piece in part) for part in labels) / len(labels)
    plain = sum(not any(piece.bold for piece in part) for part in values) / len(values)
    return (bold >= 0.7 and plain >= 0.7) or sum(_said(part).endswith(":") for part in labels) >= 0.7 * len(labels)


def _blocks(sides: _Sides) -> tuple[float, float]:
    """Return the share of label blocks that stand beside a value, and the share of those at which a new value begins."""
    blocks = aligned = starts = 0
    last = -1
    for number, part in enumerate(sides.labels):
        if not part:
            continue
        if last < 0 or not _near(sides.rows, last, number) or sides.values[number]:
            blocks += 1
            if sides.values[number]:
                aligned += 1
                starts += _starts(sides, number)
        last = number
    return (aligned / blocks if blocks else 0.0), (starts / aligned if aligned else 0.0)


def _near(rows: Sequence[Row], above: int, below: int) -> bool:
    return rows[below].y - rows[above].y <= _NEAR * rows[below].size


def _starts(sides: _Sides, number: int) -> bool:
    """Say whether the value at the row is no running on of the value above it."""
    above = next((n for n in range(number - 1, -1, -1) if sides.values[n]), -1)
    return above < 0 or bool(sides.labels[above]) or not _near(sides.rows, above, number)


def _switches(sides: _Sides) -> int:
    """Count how often the file goes over from one side to the other while drawing."""
    drawn = [(piece.order, True) for part in sides.labels for piece in part] + [
        (piece.order, False) for part in sides.values for piece in part
    ]
    return sum(before[1] != after[1] for before, after in pairwise(sorted(drawn)))


def _said(part: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in part)
