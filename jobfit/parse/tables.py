"""A table's rows come in; the cells under essential and desirable columns come out as items, other rows as plain text."""

from __future__ import annotations

import re

from jobfit.parse.headings import heading_class, heading_share
from jobfit.regex import regex
from jobfit.types import Kind

_CELL = regex(r"\s*\|\s*")
_KIND: dict[str, Kind] = {"required": "required", "nice": "nice"}
_LONGEST_ROW = 400  # characters; a longer text with a pipe in it is prose unless it starts with one
_OVER = regex(
    r"(?:how (?:often|much)|frequency|share of \w+|percentage|% of time|importance|level|weight(?:ing)?|assessed (?:by|at|through)"
    r"|assessment|evidence|tested (?:by|at)|method|häufigkeit|wie oft|fréquence|frecuencia|frequência|frequentie)",
    re.IGNORECASE,
)
Columns = dict[int, Kind]


def cells(text: str) -> list[str]:
    """Return the cells of a row drawn with pipes; one entry where the text is no row."""
    if "|" not in text or (len(text) > _LONGEST_ROW and not text.startswith("|")):
        return [text]
    inner = re.sub(r"^\s*\|\s?|\s?\|\s*$", "", text)
    return [cell.strip() for cell in _CELL.split(inner)]


def columns(row: list[str]) -> Columns:
    """Return which columns of a header row hold essential and which desirable items; empty where the row is no such header."""
    found: Columns = {}
    for n, cell in enumerate(row):
        kind, exact = heading_class(cell)
        if kind in _KIND and (exact or (len(cell.split()) <= 4 and heading_share(cell) >= 0.5 and not re.search(r"\d", cell))):
            found[n] = _KIND[kind]
    return found if len(row) >= 2 and len(set(found.values())) + (len(row) >= 3) >= 2 else {}


def is_header(row: list[str]) -> bool:
    """Say whether a row of short cells only names what its columns hold ("Activity | How often")."""
    return len(row) >= 2 and any(_OVER.fullmatch(cell) for cell in row[1:]) and all(len(cell.split()) <= 4 for cell in row)


def items(row: list[str], heads: Columns) -> list[tuple[str, Kind | None]]:
    """Return the items of a row with their kind; a row outside such a table is one text, ``label: value`` where it has two cells."""
    filled = [cell for cell in row if re.search(r"\w", cell)]
    if heads and len(row) > min(heads):
        return [(row[n], kind) for n, kind in heads.items() if n < len(row) and re.search(r"\w{2}", row[n])]
    if len(filled) >= 2 and _KIND.get(heading_class(filled[0])[0]) and heading_class(filled[0])[1]:
        return [(cell, _KIND[heading_class(filled[0])[0]]) for cell in filled[1:]]
    if len(filled) == 2:
        return [(f"{filled[0].rstrip(':')}: {filled[1]}", None)]
    return [(" – ".join(filled), None)] if filled else []
