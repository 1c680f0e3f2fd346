"""Rows of untrusted cells in, CSV that no spreadsheet takes for formulas and Markdown that no renderer takes for markup out."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from jobfit.regex import regex
from jobfit.report.safe import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | int | float | None

_FORMULA = regex(r"\s*[=+\-@＝＋－＠]")
_MARKUP = regex(r"([\\`*_{}\[\]<>()#|~&!$:@])")
_LIST = regex(r"^(\s*)(?:([-+=])|(\d+)([.)]))(?=\s|$|[-=+])")


def csv_table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return RFC 4180 text; a text cell that begins like a formula gets an apostrophe before it, numbers stay numbers."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    shown = plain(cell)
    return f"'{shown}" if _FORMULA.match(shown) or cell[:1] in ("\t", "\r", "\n") else shown


def md(words: str) -> str:
    """Return words with every character that Markdown or HTML could act on escaped, on one line."""
    return _LIST.sub(_list_mark, _MARKUP.sub(r"\\\1", plain(words).strip()))


def _list_mark(found: re.Match[str]) -> str:
    space, mark, number, end = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{end}"


def md_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; the cells must be escaped already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
