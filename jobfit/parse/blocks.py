"""A Document comes in; its pieces come out in reading order: headings, list items, table cells and sentences, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobfit.parse import tables
from jobfit.parse.blobs import MIN_BLOB, cut_blob
from jobfit.parse.clean import split_mark
from jobfit.parse.entries import entries
from jobfit.parse.headings import ASKING, heading_class, heading_share
from jobfit.parse.piece import Piece
from jobfit.parse.seams import unfolded
from jobfit.parse.sentences import sentences
from jobfit.parse.titles import WHOLE, is_heading, numbered, run_in, runs_on, split_heading
from jobfit.parse.wrap import Row, rows
from jobfit.regex import regex
from jobfit.types import Document, Kind

_ENTRIES = 3  # sentences that show a paragraph under a heading to be a list
_LOOSE = ("other", "condition", "duty", "retold")  # sections whose lines are read sentence by sentence, however short
_GRADE = regex(r"[(\[](E\d{0,2}|D\d{0,2}|Essential|Desirable)(?:\s*[,/;].{0,20})?[)\]]", re.IGNORECASE)
_GRADES = regex(r"[(\[]([ED])(?:\d{0,2}[),/ \]]|ssential\b|esirable\b)")  # what shows a page to be graded: both, several times


def pieces(document: Document) -> list[Piece]:
    """Cut the document into pieces; no line with words in it is dropped."""
    lines = unfolded(rows(document.lines))
    grades = [mark for row in lines for mark in _GRADES.findall(row.text)]
    graded = len(grades) >= 3 and len(set(grades)) == 2
    titled = sum(bool(run_in(row)) for row in lines) >= 3
    counted = numbered(lines)
    grid = [tables.cells(row.text) for row in lines]
    lettered = tables.lettered(grid)
    out: list[Piece] = []
    block = 0
    heads: tables.Columns = {}
    for n, (row, cells) in enumerate(zip(lines, grid, strict=True)):
        if len(cells) > 1 and not row.level:
            found = tables.columns(cells)
            if tables.is_again(found, heads):
                heads = tables.completed(found, cells)
                named = [cell for k, cell in enumerate(cells) if cell and k not in found]
                out.append(_piece(row, " – ".join(named or cells), block, heading=True))
                continue
            out += [_piece(row, text, block, fixed=kind) for text, kind in tables.items(cells, heads or lettered)]
            continue
        after = lines[n + 1] if n + 1 < len(lines) else None
        if heads and after and len(grid[n + 1]) > 1:  # a row that titles those below leaves the table open
            out.append(_piece(row, row.text, block, heading=True))
            continue
        heads = {}
        block += row.blank_before
        if n in counted:
            out.append(_piece(row, row.text, block, heading=True))
            continue
        title = run_in(row)
        if title and (titled or heading_share(title) >= 0.6):
            out.append(_piece(row, title, block, heading=True))
            row = replace(row, text=row.text[len(title) :].lstrip(" .:"))
        above = next((piece.text for piece in reversed(out) if piece.heading), "")
        out += _row_pieces(row, lines[n - 1] if n else None, after, block, heading_class(above)[0])
    return _graded(out) if graded else out


def _piece(
    row: Row, text: str, block: int, *, heading: bool = False, fixed: Kind | None = None, mark: str | None = None, prose: bool = False
) -> Piece:
    return Piece(
        text,
        row.line,
        row.end_line,
        row.mark if mark is None else mark,
        row.indent,
        row.level if heading else 0,
        row.bold,
        heading,
        prose,
        fixed,
        block,
    )


def _row_pieces(row: Row, before: Row | None, after: Row | None, block: int, section: str) -> Iterator[Piece]:
    if is_heading(row, before, after):
        yield _piece(row, row.text, block, heading=True)
        return
    label, rest = split_heading(row, after)
    if label:
        yield _piece(replace(row, mark=""), label, block, heading=True)
        mark, rest = split_mark(rest)
        row = replace(row, text=rest, mark=mark)
        if len(rest) < MIN_BLOB and not mark:
            listed = _listed(row, runs_on(rest), block)
            yield from listed or _unmarked(row, block, prose=heading_class(label)[0] not in ASKING)
            return
    if row.mark and len(row.text) < 3 * MIN_BLOB:
        yield _piece(row, row.text, block)
    elif len(row.text) >= MIN_BLOB:
        for text, heading, mark in cut_blob(row.text):
            yield _piece(row, text, block, heading=heading, mark=mark or row.mark, prose=not mark and not heading)
    elif section in ASKING and (items := entries(row.text, _ENTRIES)):
        yield from _listed(row, items, block)
    else:
        yield from _unmarked(row, block, prose=section in _LOOSE and len(sentences(row.text)) > 1)


def _listed(row: Row, items: Sequence[str], block: int) -> list[Piece]:
    return [_piece(row, item, block, mark="-") for item in items]


def _unmarked(row: Row, block: int, *, prose: bool) -> Iterator[Piece]:
    """Yield an unmarked line whole where it is short, else sentence by sentence."""
    parts = sentences(row.text) if len(row.text) > WHOLE or prose else [row.text]
    for text in parts:
        yield _piece(row, text, block, prose=len(parts) > 1 or prose)


def _graded(found: list[Piece]) -> list[Piece]:
    """Give items with (E) or (D) marks their kind, cutting an item that holds both."""
    out: list[Piece] = []
    for piece in found:
        grades = list(_GRADE.finditer(piece.text))
        if not grades or piece.heading:
            out.append(piece)
            continue
        start = 0
        for n, grade in enumerate(grades):
            end = grade.end() if n + 1 < len(grades) else len(piece.text)
            text = piece.text[start:end].strip(" ;.")
            out.append(replace(piece, text=text, fixed="required" if grade[1][0] in "Ee" else "nice"))
            start = end
    return out
