"""A Document comes in; the day that "present" means in it comes out, where it gives one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from jobfit.facts.dates import find_ranges, parse_point
from jobfit.regex import regex
from jobfit.types import Document

UPDATED = regex(
    r"(?:last (?:updated|modified|revised)|updated(?: on)?|stand|as of|mise à jour|actualizado|bijgewerkt|atualizado)\W{1,4}", re.IGNORECASE
)


def own_date(document: Document) -> date | None:
    """Return the date the file gives as its last change, the first of the month where it names no day; None where it gives none."""
    return _of_text(document) if document.data is None else _of_data(document)


def _of_data(document: Document) -> date | None:
    """Return the date the file itself gives as its last change, the first of the month where it names no day."""
    data = document.data
    if not isinstance(data, Mapping):
        return None
    meta = data.get("meta")
    said = [meta.get(name) for name in ("lastModified", "last_modified", "date")] if isinstance(meta, Mapping) else []
    said += [data.get(name) for name in ("lastModified", "last_modified", "last_updated", "updated")]
    point = next((point for text in said if text and (point := parse_point(str(text)))), None)
    return date(point.year, point.month or 7, 1) if point else None


def _of_text(document: Document) -> date | None:
    """Return the date a text gives as its last change ("Stand: Mai 2025"), None where it gives none."""
    for line in (*document.lines[:8], *document.lines[-8:]):
        if (hit := UPDATED.search(line.text)) and hit.start() < 3 and (point := parse_point(line.text[hit.end() :])):
            return date(point.year, point.month or 7, 1)
    return None


def latest(document: Document) -> date:
    points = [point for line in document.lines for each in find_ranges(line.text) for point in (each.start, each.end) if point]
    last = max((point.index for point in points), default=12)
    return date(last // 12, last % 12 + 1, 1)
