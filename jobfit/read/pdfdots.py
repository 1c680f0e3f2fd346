"""A page of a PDF and its pieces of text come in; out come the pieces, those with a list mark that is drawn with one that is typed.

A browser that prints a page draws the dot before an item, and so do design programs.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any

from jobfit.read.pdfchars import Piece

if TYPE_CHECKING:
    import pypdfium2

_MOST_THINGS = 20_000  # drawn on a page; a map has more
_MOST_DOTS = 200  # a pattern has more
_LARGEST = 10.0  # points
_SIZES = (0.15, 0.55)  # ems; larger are boxes to tick and pictures
_ROUND = 0.85  # the shorter side by the longer
_NEAR = 2.2  # ems from a dot to its item
_FREE = 3.0  # ems left of a dot in which no other stands: several dots are a grade
_GAP = 0.8  # ems left of a dot in which no words stand: it parts them
_TOP = 0.75  # ems above the baseline below which the middle of a dot lies
_HEADING = 1.1  # times the usual size; the dot before a heading belongs to a time line
_LINED = 1.0  # points


def dotted(page: pypdfium2.PdfPage, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each with a mark that has a drawn dot of its own before it, under or over another such dot."""
    drawn = [] if page.get_rotation() or not pieces else _drawn(page)
    if not 1 < len(drawn) <= _MOST_DOTS:
        return list(pieces)
    usual = median(piece.size for piece in pieces)
    items = {id(item): dot[0] for dot in drawn if (item := _item(dot, drawn, pieces, usual))}
    lined = {key for key, left in items.items() if any(abs(left - at) < _LINED for other, at in items.items() if other != key)}
    return [replace(piece, text=f"• {piece.text}") if id(piece) in lined else piece for piece in pieces]


def _drawn(page: pypdfium2.PdfPage) -> list[tuple[float, float, float]]:
    """Return left, right and middle (downwards) of what is drawn as high as wide and no larger than a letter, each place once."""
    from pypdfium2 import raw

    west, _, _, north = page.get_cropbox()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: dict[tuple[int, int], tuple[float, float, float]] = {}
    for number in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_THINGS)):
        thing: Any = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        short, long = sorted((right.value - left.value, top.value - bottom.value))
        if 0 < long < _LARGEST and short >= _ROUND * long:
            middle = north - (top.value + bottom.value) / 2
            found.setdefault((round(left.value), round(middle)), (left.value - west, right.value - west, middle))
    return list(found.values())


def _item(
    dot: tuple[float, float, float], drawn: Sequence[tuple[float, float, float]], pieces: Sequence[Piece], usual: float
) -> Piece | None:
    left, right, middle = dot
    beside = [piece for piece in pieces if not piece.turned and 0 <= piece.y - middle <= _TOP * piece.size]
    item = min((piece for piece in beside if piece.left >= right), key=lambda piece: piece.left, default=None)
    if item is None or item.bold or item.size > _HEADING * usual or item.left - right > _NEAR * item.size:
        return None
    room = left - _FREE * item.size
    words = any(left - _GAP * item.size < piece.right and piece.left < left for piece in beside)
    others = sum(room < other[0] < item.left and abs(other[2] - middle) < item.size / 2 for other in drawn) - 1
    return None if words or others or not _SIZES[0] <= (right - left) / item.size <= _SIZES[1] else item
