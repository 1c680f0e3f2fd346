"""A Document comes in; where it holds several postings parted by clear separators, one Document for each comes out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from jobfit.parse.headings import heading_class, normal
from jobfit.regex import regex
from jobfit.types import Document, Line

_RULE = regex(r"(?:[-=_*#~]\s?){5,}\Z|\f")
_NUMBERED = regex(r"(?:job|posting|position|vacancy|stelle|offre|oferta|vaga|vacature)\s*(?:no\.?|nr\.?|#|n°)?\s*\d{1,4}\b", re.IGNORECASE)
_LEAST_LINES = 4


def split(document: Document) -> list[Document]:
    """Part a file of several postings; every part keeps the file's own line numbers."""
    starts = _numbered_starts(document.lines)
    parts = _parts(document.lines, starts)
    whole = [part for part in parts if sum(bool(line.text.strip()) for line in part) >= _LEAST_LINES and _asks(part)]
    if len(whole) < 2 or len(whole) < len([part for part in parts if len(part) >= _LEAST_LINES]):
        return [document]
    return [replace(document, path=f"{document.path}#{n}", lines=_padded(part), meta={}) for n, part in enumerate(whole, 1)]


def _numbered_starts(lines: tuple[Line, ...]) -> list[int]:
    """Return where lines such as ``Job 3`` or drawn rules part the file."""
    named = [n for n, line in enumerate(lines) if _NUMBERED.match(line.text.strip(" *#=-[")) and len(line.text) < 100]
    return named if len(named) >= 2 else [n for n, line in enumerate(lines) if _RULE.match(line.text.strip())]


def _parts(lines: tuple[Line, ...], starts: list[int]) -> list[tuple[Line, ...]]:
    edges = [0, *starts, len(lines)]
    return [lines[a:b] for a, b in pairwise(edges) if b > a]


def _asks(part: tuple[Line, ...]) -> bool:
    """Say whether a part has a heading of requirements of its own."""
    return any(len(line.text) < 80 and normal(line.text) and heading_class(line.text)[0] in ("required", "default") for line in part)


def _padded(part: tuple[Line, ...]) -> tuple[Line, ...]:
    """Keep each line's number: ``lines[n].number`` is n + 1, so the lines before the part stand there blank."""
    return tuple(Line(n, "") for n in range(1, part[0].number)) + part
