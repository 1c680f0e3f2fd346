"""The rows of a PDF's pages come in; the same rows without page numbers, print headers and repeated margins come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from jobfit.read.pdfcells import Row
from jobfit.regex import regex

_MARGIN = 0.12  # of the rows of a page: there repeated lines are furniture
_WHEN = r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?"
_OF = r"\d{1,3}\s*(?:/|of|von|sur|de|van)\s*\d{1,3}"
_PRINTED = regex(rf"(?:https?://|file://|www\.)\S+\s+{_OF}\Z|{_WHEN}\b.*|{_OF}\s+{_WHEN}\Z", re.IGNORECASE)
_PAGE_NUMBER = regex(rf"(?:page|seite|página|pagina|p\.)?\s*-?\s*(?:{_OF}|\d{{1,3}})\s*-?\Z", re.IGNORECASE)


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Return each page's rows that are content; what is repeated stays once, at the head of the first page."""
    repeated = _repeated(pages)
    return [_content(rows, repeated, number, len(pages)) for number, rows in enumerate(pages)]


def _repeated(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    """Return the rows, their digits masked, that stand in the margins of most pages."""
    seen: Counter[str] = Counter()
    for rows in pages:
        seen.update({_masked(row) for row in _marginal(rows)})
    return frozenset(text for text, count in seen.items() if text and count >= max(2, 0.6 * len(pages)))


def _marginal(rows: Sequence[Row]) -> list[Row]:
    return [*_head(rows), *_foot(rows)]


def _head(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.y)[: _margin(rows)]


def _foot(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.y)[-_margin(rows) :] if rows else []


def _margin(rows: Sequence[Row]) -> int:
    return max(2, round(_MARGIN * len(rows)))


def _masked(row: Row) -> str:
    return re.sub(r"\d+", "#", " ".join(piece.text for piece in row.pieces)).strip().lower()


def _content(rows: Sequence[Row], repeated: frozenset[str], page: int, pages: int) -> list[Row]:
    """Leave out page numbers, print headers and what is repeated, but for the head of the first page."""
    edge, foot = {id(row) for row in _marginal(rows)}, {id(row) for row in _foot(rows)}
    kept = []
    for row in rows:
        text = " ".join(piece.text for piece in row.pieces).strip()
        number = _PAGE_NUMBER.match(text) and (pages > 1 or "/" in text or " " in text)
        if id(row) in edge and (_PRINTED.match(text) or number or ((page or id(row) in foot) and _masked(row) in repeated)):
            continue
        kept.append(row)
    return kept
