"""The rows of a page come in; its first table of criteria comes out: graded by marks (E, D, a tick), or cut at its two headed columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from jobfit.read.marks import GRADES, TICKS, ticked
from jobfit.read.pdfcells import Row
from jobfit.read.pdfchars import Piece
from jobfit.read.pdfjoin import joint
from jobfit.regex import regex

_GRADE = regex(rf"\(?(?:[ED]|Ess(?:\.|ential)?|Des(?:\.|irable)?)\)?|[{TICKS}]")
_MARK = regex(rf"{_GRADE.pattern}|[A-Z]{{1,2}}(?:\s?[/,&+]\s?[A-Z]{{1,2}}){{0,4}}")  # also how a criterion is assessed: "A/I"
_FEWEST = 3  # marks in a column
_SHIFT = 4.0  # points by which marks under one another differ
_STEP = 1.25  # times the usual step between the lines of a cell: another cell begins
_HEAD = 6  # rows above the first mark in which the names of the columns stand
_BESIDE = 2.5  # ems; words nearer to the right of a mark are the item of which it is the list mark
_JOINT = "| "


def graded(rows: Sequence[Row]) -> tuple[int, int, list[Row]] | None:
    """Return the table's first row, the row after its last, and its own rows, cells joined by `` | ``; None where there is none."""
    columns = _columns(rows)
    if not columns:
        return None
    cut = min(piece.left for column in columns for piece in column) - 1
    marked = {id(piece): n for n, column in enumerate(columns) for piece in column}
    at = [n for n, row in enumerate(rows) if any(id(piece) in marked for piece in row.pieces)]
    first, last = at[0], at[-1] + 1
    lefts = [row.pieces[0].left for row in rows[first:last]]
    while first and _carries_on(rows, first, first - 1, cut) and rows[first].pieces[0].left >= cut:
        first -= 1
    while last < len(rows) and _carries_on(rows, last - 1, last, cut) and min(abs(rows[last].pieces[0].left - left) for left in lefts) < 1:
        last += 1
    head = [n for n in range(max(0, first - _HEAD), first) if _over(rows[n], cut)]
    names = _names([piece for n in head for piece in rows[n].pieces], columns, cut)
    table = _whole(rows[first:last], marked, cut, [_joined(name) for name in names[1:]])
    if not head:
        return first, last, table
    between = [rows[n] for n in range(head[0], first) if n not in head]
    return head[0], last, [_row([name for name in names if name]), *between, *table]


def headed(rows: Sequence[Row]) -> tuple[int, int, list[float]] | None:
    """Return first row, row after the last and where to cut a table with a column of essential and one of desirable criteria."""
    for first, row in enumerate(rows):
        heads = [piece for piece in row.pieces if any(head.fullmatch(piece.text.strip(" :")) for head in GRADES)]
        if len(heads) != len(GRADES) or all(GRADES[0].fullmatch(piece.text.strip(" :")) for piece in heads):
            continue
        lefts = Counter(round(piece.left) for below in rows[first + 1 :] for piece in below.pieces)
        cuts = [max((left for left in lefts if left <= head.left + _SHIFT), default=round(head.left)) - 1.0 for head in heads]
        last = next((n for n in range(first + 1, len(rows)) if any(_crosses(piece, cuts) for piece in rows[n].pieces)), len(rows))
        inside = [piece for below in rows[first + 1 : last] for piece in below.pieces]
        if cuts[0] < cuts[1] and any(cuts[0] < piece.left < cuts[1] for piece in inside) and any(piece.left > cuts[1] for piece in inside):
            return first, last, cuts
    return None


def _crosses(piece: Piece, cuts: Sequence[float]) -> bool:
    return any(piece.left < cut < piece.right for cut in cuts)


def _columns(rows: Sequence[Row]) -> list[list[Piece]]:
    """Return the marks of each column, from left to right, where one column grades and text stands left of all of them."""
    marks = [
        piece
        for row in rows
        for n, piece in enumerate(row.pieces)
        if _MARK.fullmatch(piece.text.strip()) and not _opens(piece, row.pieces[n + 1 : n + 2])
    ]
    columns: list[list[Piece]] = []
    for mark in sorted(marks, key=lambda mark: mark.left + mark.right):
        if columns and mark.left + mark.right - columns[-1][-1].left - columns[-1][-1].right <= 2 * _SHIFT:
            columns[-1].append(mark)
        else:
            columns.append([mark])
    columns = [_without_name(column) for column in columns]
    grades = [column for column in columns if column and all(_GRADE.fullmatch(mark.text.strip()) for mark in column)]
    if sum(map(len, grades)) < _FEWEST:
        return []
    columns = [column for column in columns if column in grades or len(column) >= _FEWEST]
    cut = min(mark.left for column in columns for mark in column)
    first = min(mark.y for column in grades for mark in column)
    last = max(mark.y for column in grades for mark in column)
    inside = [row for row in rows if first <= row.y <= last]
    beside = sum(any(piece.right < cut and len(piece.text) > _FEWEST for piece in row.pieces) for row in inside)
    crossed = any(piece.left < cut < piece.right for row in inside for piece in row.pieces)
    return columns if beside >= _FEWEST and not crossed else []


def _without_name(column: list[Piece]) -> list[Piece]:
    """Leave out the words among letters or ticks: they are part of the column's name."""
    short = [mark for mark in column if len(mark.text.strip()) <= _FEWEST]
    return short if 2 * len(short) >= len(column) or len(column) < _FEWEST else column


def _opens(mark: Piece, after: Sequence[Piece]) -> bool:
    return any(piece.left - mark.right < _BESIDE * piece.size and not _MARK.fullmatch(piece.text.strip()) for piece in after)


def _carries_on(rows: Sequence[Row], here: int, other: int, cut: float) -> bool:
    """Say whether the other row is a line of text right above or below."""
    return all(piece.right < cut for piece in rows[other].pieces) and abs(rows[other].y - rows[here].y) <= _STEP * rows[other].size


def _over(row: Row, cut: float) -> bool:
    """Say whether the row holds the name of a column: something short right of the text."""
    return any(piece.left >= cut - 4 * piece.size and piece.left > row.edge and len(piece.text) <= 30 for piece in row.pieces) and not any(
        piece.left < cut - 4 * piece.size and piece.right > cut for piece in row.pieces
    )


def _names(names: Sequence[Piece], columns: Sequence[Sequence[Piece]], cut: float) -> list[list[Piece]]:
    """Return the names over the text, and those over each column of marks."""
    middles = [(column[0].left + column[0].right) / 2 for column in columns]
    cells: list[list[Piece]] = [[] for _ in range(len(columns) + 1)]
    for piece in names:
        over = [n for n, middle in enumerate(middles, 1) if piece.left - piece.size <= middle <= piece.right + piece.size]
        near = min(range(1, len(cells)), key=lambda n: abs(middles[n - 1] - (piece.left + piece.right) / 2))
        cells[over[0] if over else near if piece.right > cut else 0].append(piece)
    return cells


def _whole(rows: Sequence[Row], marked: Mapping[int, int], cut: float, names: Sequence[str]) -> list[Row]:
    """Return one row for each of the table's, its wrapped lines joined and ticks named; lines without a mark stay as they are.

    ``marked``: the number of its column for the id of each mark.
    """
    out: list[Row] = []
    for block in _blocks(rows, marked, cut):
        marks = sorted((piece for row in block for piece in row.pieces if piece.left >= cut), key=lambda mark: mark.left)
        text = [piece for row in block for piece in row.pieces if piece.left < cut]
        if not marks or not text:
            out += block
            continue
        edges: list[list[Piece]] = []
        for piece in sorted(text, key=lambda piece: piece.left):
            if edges and piece.left - edges[-1][0].left <= 2 * piece.size:
                edges[-1].append(piece)
            else:
                edges.append([piece])
        cells = [sorted(cell, key=lambda piece: (piece.y, piece.left)) for cell in edges]
        named = [replace(mark, text=ticked(mark.text.strip(), names[marked.get(id(mark), 0)])) for mark in marks]
        if not any(names):  # on a later page the place of a tick tells its column
            cells += [[replace(marks[0], text="")]] * marked.get(id(marks[0]), 0)
        out.append(_row([*cells, *([mark] for mark in named)]))
    return out


def _blocks(rows: Sequence[Row], marked: Container[int], cut: float) -> list[list[Row]]:
    """Part the lines into the rows of the table: where a step is wider than within a cell, and before a line with a second mark."""
    lines = [row for row in rows if row.pieces[0].left < cut]
    steps = [below.y - above.y for above, below in pairwise(lines)]
    usual = min((step for step in steps if step > 0.8 * lines[0].size), default=0.0)
    blocks: list[list[Row]] = []
    last: Row | None = None
    for row in rows:
        near = last is not None and row.y - last.y <= _STEP * usual
        own = any(id(piece) in marked for piece in row.pieces)
        held = bool(blocks) and any(id(piece) in marked for one in blocks[-1] for piece in one.pieces)
        if near and not (own and held):
            blocks[-1].append(row)
        else:
            blocks.append([row])
        last = row if row.pieces[0].left < cut else last or row
    return blocks


def _row(cells: Sequence[Sequence[Piece]]) -> Row:
    """Return a row of one piece a cell, set side by side."""
    pieces: list[Piece] = []
    for cell in cells:
        size = cell[0].size
        left = pieces[-1].right + size if pieces else cell[0].left
        right = left + size if pieces else cell[0].right
        pieces.append(replace(cell[0], text=_JOINT * bool(pieces) + _joined(cell), left=left, right=right))
    return Row(pieces)


def _joined(cell: Sequence[Piece]) -> str:
    """Return the text of a cell's lines, which are narrow and split words."""
    text = ""
    for n, piece in enumerate(cell):
        text += (joint(text, piece.text, hyphen=cell[n - 1].hyphen, split=True) if n else "") + piece.text
    return text.strip()
