"""The pieces of a page come in; its rows in reading order come out, columns and sidebars one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from jobfit.read.pdfcells import Row, reads_across, wrapped_blocks
from jobfit.read.pdfchars import Piece
from jobfit.read.pdfgrades import graded, headed

_MIN_ROWS = 3  # a column has at least so many rows on either side of its gutter
_GUTTER = 0.8  # ems; narrower is the space between two words
_ROW = 0.45  # ems by which two baselines may differ on one row
_DEEPEST = 12


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Return the page's rows; what is turned on its side comes last."""
    upright = [piece for piece in pieces if not piece.turned]
    blocks = _ordered(upright, 0) if upright else []
    rows = []
    for number, block in enumerate(blocks):
        edge = min(piece.left for row in block for piece in row.pieces)
        rows += [Row(row.pieces, edge, number) for row in block]
    return rows + [Row([piece], piece.left, len(blocks)) for piece in pieces if piece.turned]


def _grouped(pieces: Sequence[Piece]) -> list[Row]:
    """Group pieces by baseline, from top to bottom."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        if rows and abs(piece.y - _base(rows[-1])) <= _ROW * min(piece.size, rows[-1].size):
            rows[-1].pieces.append(piece)
        else:
            rows.append(Row([piece]))
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.left)
    return rows


def _base(row: Row) -> float:
    return max(row.pieces, key=lambda piece: len(piece.text)).y


def _ordered(pieces: Sequence[Piece], depth: int) -> list[list[Row]]:
    """Cut the widest band of columns out of the pieces and order what is above it, its columns and what is below it."""
    rows = _grouped(pieces)
    table = _criteria(rows, depth + 1) if depth < _DEEPEST else None
    if table:
        return table
    band = _band(rows) if depth < _DEEPEST and len(rows) >= _MIN_ROWS else None
    if band is None:
        return [rows]
    first, last, cut = band
    inside = [piece for row in rows[first:last] for piece in row.pieces]
    west = [piece for piece in inside if piece.left < cut]
    east = [piece for piece in inside if piece.left >= cut]
    if not west or not east:
        return [rows]
    return _around(rows, first, last, _ordered(west, depth + 1) + _ordered(east, depth + 1), depth + 1)


def _around(rows: Sequence[Row], first: int, last: int, inside: Sequence[list[Row]], depth: int) -> list[list[Row]]:
    """Order the rows above and those below and put the blocks of those ``inside`` between them."""
    above, below = ([piece for row in part for piece in row.pieces] for part in (rows[:first], rows[last:]))
    return [*(_ordered(above, depth) if above else []), *inside, *(_ordered(below, depth) if below else [])]


def _criteria(rows: Sequence[Row], depth: int) -> list[list[Row]] | None:
    """Order a page around its first table of criteria, or return nothing where there is none."""
    marked = graded(rows)
    columns = None if marked else headed(rows)
    if marked:
        first, last, table = marked
        inside = [table]
    elif columns:
        first, last, cuts = columns
        held = [piece for row in rows[first:last] for piece in row.pieces]
        edges = [float("-inf"), *cuts, float("inf")]
        parts = [[piece for piece in held if west < piece.left <= east] for west, east in pairwise(edges)]
        inside = [block for part in parts if part for block in _ordered(part, depth)]
    else:
        return None
    return _around(rows, first, last, inside, depth)


def _band(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """Return first row, row after the last and the x of the tallest band with two true columns, or nothing."""
    best: tuple[float, int, int, float] | None = None
    for cut in _cuts(rows):
        for first, end in _open_runs(rows, cut):
            last = _without_tail(rows, first, end, cut)
            found = _columns(rows[first:last], cut)
            if found and (best is None or found > best[0]):
                best = (found, first, last, cut)
            if not found and best is None:
                best = _cells(rows, first, last, cut)
    return best[1:] if best else None


def _cells(rows: Sequence[Row], first: int, last: int, cut: float) -> tuple[float, int, int, float] | None:
    """Return the first row of a table, with a score below every column's, whose cells on both sides run over several lines."""
    blocks = wrapped_blocks(rows[first:last], cut)
    return (0.0, first + blocks[0][0], first + blocks[0][1], cut) if blocks else None


def _cuts(rows: Sequence[Row]) -> list[float]:
    """Return the left edges at which several rows begin a piece that is not the leftmost of the page."""
    west = min(row.pieces[0].left for row in rows)
    edges: dict[int, list[float]] = {}
    for row in rows:
        for piece in row.pieces:
            if piece.left > west + 4 * piece.size:
                edges.setdefault(round(piece.left / 4), []).append(piece.left)
    likely = sorted(edges.values(), key=lambda lefts: (-len(lefts), lefts[0]))[:8]
    return [min(lefts) - 0.5 for lefts in likely if len(lefts) >= _MIN_ROWS]


def _open_runs(rows: Sequence[Row], cut: float) -> list[tuple[int, int]]:
    """Return the stretches of rows in which no piece crosses the gutter before ``cut``."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for number, row in enumerate(rows):
        crossed = any(piece.left < cut and piece.right > cut - _GUTTER * piece.size * 0.5 for piece in row.pieces)
        if crossed and first is not None:
            runs.append((first, number))
            first = None
        elif not crossed and first is None:
            first = number
    return runs if first is None else [*runs, (first, len(rows))]


def _without_tail(rows: Sequence[Row], first: int, end: int, cut: float) -> int:
    """Cut off the rows that follow the columns: a new part begins there if a full row comes next and a gap stands before."""
    if end == len(rows):
        return end
    last = max((n for n in range(first, end) if any(piece.left >= cut for piece in rows[n].pieces)), default=end - 1) + 1
    for number in range(last, end):
        if rows[number].y - rows[number - 1].y > 1.6 * rows[number - 1].size or rows[number].size > 1.1 * rows[number - 1].size:
            return number
    return end


def _columns(rows: Sequence[Row], cut: float) -> float:
    """Return how much text a true pair of columns holds on its smaller side's rows, 0 where the rows are better read across."""
    west = [[piece for piece in row.pieces if piece.left < cut] for row in rows]
    east = [[piece for piece in row.pieces if piece.left >= cut] for row in rows]
    has_west, has_east = [bool(part) for part in west], [bool(part) for part in east]
    if sum(has_west) < _MIN_ROWS or sum(has_east) < _MIN_ROWS:
        return 0.0
    size = median(piece.size for row in rows for piece in row.pieces)
    gutter = cut - max(piece.right for part in west for piece in part)
    if gutter < _GUTTER * size * 0.5:
        return 0.0
    overlap = min(_extent(has_west)[1], _extent(has_east)[1]) - max(_extent(has_west)[0], _extent(has_east)[0])
    if overlap < _MIN_ROWS - 1 or reads_across(rows, cut):
        return 0.0
    return float(min(sum(has_west), sum(has_east)) * min(gutter / size, 3.0))


def _extent(has: Sequence[bool]) -> tuple[int, int]:
    at = [number for number, there in enumerate(has) if there]
    return at[0], at[-1]
