"""A Document comes in; its pieces come out in reading order: headings, list items, table cells and sentences, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jobfit.parse import tables
from jobfit.parse.clean import split_mark
from jobfit.parse.cues import has
from jobfit.parse.headings import heading_class, heading_share
from jobfit.parse.piece import Piece
from jobfit.parse.sentences import MIN_BLOB, cut_blob, sentences
from jobfit.parse.wrap import Row, rows
from jobfit.types import Document, Kind

_LABEL = re.compile(r"([^\W\d_][^:：]{1,60}?)\s?[:：]\s+(\S.*)\Z", re.DOTALL)
_DASHED = re.compile(r"([^\W\d_].{2,50}?)\s+[-–—]\s+(\S.*)\Z", re.DOTALL)
_GLUED = re.compile(r"([^\W\d_][^•●▪·➢✓:]{2,60}?)\s*:?\s+([•●▪·➢✓]\s*\S.*)\Z", re.DOTALL)
_RUN_IN = re.compile(r"([^\W\d_][^.!?:;,()]{1,40})\.\s+(?=[^\W\d_a-zß-ÿ])")
_GRADE = re.compile(r"[(\[](E|D|Essential|Desirable)(?:\s*[,/;].{0,20})?[)\]]", re.IGNORECASE)
_SHORT = 60
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "de",
        "des",
        "du",
        "la",
        "le",
        "der",
        "die",
        "das",
        "und",
        "für",
        "y",
        "e",
        "en",
        "van",
        "het",
    ]
)
_WHOLE = 200  # an unmarked line up to this many characters stays one piece
_SPLIT_OFF = ("required", "nice", "duty", "against", "default")


def pieces(document: Document) -> list[Piece]:
    """Cut the document into pieces; no line with words in it is dropped."""
    lines = rows(document.lines)
    graded = sum(bool(re.search(r"\([ED][),/ ]", row.text)) for row in lines) >= 3
    titled = sum(bool(_run_in(row)) for row in lines) >= 3
    out: list[Piece] = []
    block = 0
    heads: tables.Columns = {}
    for n, row in enumerate(lines):
        cells = tables.cells(row.text)
        if len(cells) > 1 and not row.level:
            found = tables.columns(cells)
            heads = found or heads
            if found:
                out.append(_piece(row, " – ".join(filter(None, cells)), block, heading=True))
                continue
            out += [_piece(row, text, block, fixed=kind) for text, kind in tables.items(cells, heads)]
            continue
        heads = {}
        block += row.blank_before
        after = lines[n + 1] if n + 1 < len(lines) else None
        title = _run_in(row)
        if title and (titled or heading_share(title) >= 0.6):
            out.append(_piece(row, title, block, heading=True))
            row = replace(row, text=row.text[len(title) :].lstrip(" .:"))
        out += _row_pieces(row, lines[n - 1] if n else None, after, block)
    return _graded(out) if graded else out


def _run_in(row: Row) -> str:
    """Return the few words that title a paragraph from within it ("Languages. You speak …"); "" where there are none."""
    found = _RUN_IN.match(row.text)
    return found[1] if found and not row.mark and not row.level and len(row.text) > 2 * _SHORT else ""


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


def _row_pieces(row: Row, before: Row | None, after: Row | None, block: int) -> Iterator[Piece]:
    if is_heading(row, before, after):
        yield _piece(row, row.text, block, heading=True)
        return
    label, rest = _split_heading(row, after)
    if label:
        yield _piece(replace(row, mark=""), label, block, heading=True)
        mark, rest = split_mark(rest)
        row = replace(row, text=rest, mark=mark)
        if len(rest) < MIN_BLOB and not mark:
            kind = heading_class(label)[0]
            yield from _unmarked(row, block, prose=kind not in ("required", "nice", "default"))
            return
    if row.mark and len(row.text) < 3 * MIN_BLOB:
        yield _piece(row, row.text, block)
    elif len(row.text) >= MIN_BLOB:
        for text, heading, mark in cut_blob(row.text):
            yield _piece(row, text, block, heading=heading, mark=mark or row.mark, prose=not mark and not heading)
    else:
        yield from _unmarked(row, block, prose=len(row.text) > _WHOLE)


def _unmarked(row: Row, block: int, *, prose: bool) -> Iterator[Piece]:
    """Yield an unmarked line whole where it is short, else sentence by sentence."""
    parts = sentences(row.text) if len(row.text) > _WHOLE or prose else [row.text]
    for text in parts:
        yield _piece(row, text, block, prose=len(parts) > 1 or prose)


def _split_heading(row: Row, after: Row | None) -> tuple[str, str]:
    """Part a known heading from the text that stands on its line; ("", "") where there is none."""
    glued = _GLUED.match(row.text)
    if glued and not row.mark and heading_share(glued[1]) >= 0.6:
        return glued[1], glued[2]
    for pattern in (_LABEL, _DASHED):
        found = pattern.match(row.text)
        if not found:
            continue
        kind, exact = heading_class(found[1])
        listed = bool(after and after.mark and not row.mark)
        if exact and kind in _SPLIT_OFF and not row.mark and (listed or len(found[2]) > _WHOLE):
            return found[1], found[2]
    return "", ""


def is_heading(row: Row, before: Row | None, after: Row | None) -> bool:
    """Say whether a row titles what follows: by markup, by its words, or by its form between its neighbours."""
    text = row.text
    count = len(text.split())
    if count == 1 and len(text) <= 3 and not row.level:
        return False
    if row.level:
        return count <= 25
    kind, exact = heading_class(text)
    if row.mark:
        if row.bold and count <= 5 and after and after.mark and after.indent > row.indent and not text.endswith("."):
            return True
        return bool(text.endswith(":") and after and after.mark and count <= 6 and kind) or (
            exact and row.mark[:1].isdigit() and count <= 6
        )
    if exact or (text.endswith((":", "：")) and _introduces(text, after, count, kind)):
        return True
    if (
        kind
        and count <= 25
        and row.blank_before
        and text[-1] not in ".;,!"
        and after
        and (heading_share(text) >= 0.75 or has("switch_nice", text))
    ):
        return True
    if (text[-1] in ".;,!" and not text.endswith(("...", "…"))) or count > 9 or len(text) > 80 or re.search(r"\d{4,}|@|https?:", text):
        return False
    if row.bold or row.decorated:
        return True
    return _titled(row, before, after, kind)


def _introduces(text: str, after: Row | None, count: int, kind: str) -> bool:
    """A line that ends in a colon titles what follows, a long one only a list."""
    if count > 12 and re.search(r"[.!?]\s", text):
        return False
    return after is not None and (count <= 10 or bool(kind and count <= 25) or (bool(after.mark) and count <= 40))


def _titled(row: Row, before: Row | None, after: Row | None, kind: str) -> bool:
    text = row.text
    if after is None or not (text[0].isupper() or text[0] in "¿¡'\"" or not text[0].isascii()):
        return False
    count = len(text.split())
    shouted = text.upper() == text and sum(sign.isalpha() for sign in text) >= 4
    if shouted:
        return after.text.upper() != after.text or (after.blank_before and row.blank_before and bool(kind))
    if kind and count <= 6 and all(word[0].isupper() or len(word) <= 3 for word in text.split()) and not _FIELD_VALUE.search(text):
        return count >= 2 and (row.blank_before or bool(after.mark) or heading_share(text) >= 0.6)
    titled = sum(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in text.split()) == count
    longer = bool(after.mark) or len(after.text) > max(_SHORT, len(text) * 1.3) or (titled and after.text[-1] in ".:")
    if kind and longer and not (before and before.mark and before.text[:1].islower()):
        return not _FIELD_VALUE.search(text) and (row.blank_before or not has("asks", text) or bool(after.mark))
    return (
        row.blank_before
        and longer
        and not has("asks", text)
        and not has("condition", text)
        and not _FIELD_VALUE.search(text)
        and "," not in text[-25:]
    )


_FIELD_VALUE = re.compile(r":\s+\S|\s[-–|·•]\s|\d[\d.,]{2,}")


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
