"""A table's rows come in; the cells under essential and desirable columns come out as items, other rows as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.parse.headings import heading_class, heading_share
from jobfit.regex import regex
from jobfit.types import Kind

_CELL = regex(r"\s*\|\s*")
_KIND: dict[str, Kind] = {"required": "required", "nice": "nice"}
_LETTERS = 3  # cells with a letter that grade a page
_NAME = 3  # words of a cell that may name the group a row belongs to
_LONGEST_ROW = 400  # characters; a longer text with a pipe in it is prose unless it starts with one
_OVER = regex(
    r"(?:how (?:often|much)|frequency|share of \w+|percentage|% of time|importance|level|weight(?:ing)?|assessed (?:by|at|through)"
    r"|assessment|evidence|tested (?:by|at)|method|häufigkeit|wie oft|fréquence|frecuencia|frequência|frequentie)",
    re.IGNORECASE,
)
_BOTH = regex(r"\(?e\)? ?(?:/|&|or|and) ?\(?d\)?", re.IGNORECASE)  # a column headed "E/D" grades each row
_GRADE = regex(r"\(?(?:(?P<required>E|Ess\.?)|(?P<nice>D|Des\.?))\)?")
_TICK = regex(r"[✓✔✅☑√✗✕✖×xX•●*]|yes|y|ja|oui|sí|sim", re.IGNORECASE)
_ID = regex(r"(?:no|nr|ref|n)?[.°º]?\s?[A-Z]{0,2}\.?\d{1,2}(?:\.\d{1,2})?[.)]?", re.IGNORECASE)  # the number of a criterion: "E1", "2.3"
_COUNTED = regex(r"(?:no|nr|ref|id|#|n[°º]|num|número|numéro|nummer)\W{0,2}", re.IGNORECASE)
Columns = dict[int, Kind | None]  # None: its cells say which


def cells(text: str) -> list[str]:
    """Return the cells of a row drawn with pipes; one entry where the text is no row."""
    if "|" not in text or (len(text) > _LONGEST_ROW and not text.startswith("|")):
        return [text]
    inner = re.sub(r"^\s*\|\s?|\s?\|\s*$", "", text)
    return [cell.strip() for cell in _CELL.split(inner)]


def columns(row: list[str]) -> Columns:
    """Return which columns of a header row hold essential and which desirable items, or say which; empty where it is no such header."""
    found: Columns = {}
    for n, cell in enumerate(row):
        kind, exact = heading_class(cell)
        if _grades(cell):
            found[n] = None
        elif kind in _KIND and (exact or (len(cell.split()) <= 4 and heading_share(cell) >= 0.5 and not re.search(r"\d", cell))):
            found[n] = _KIND[kind]
    if None in found.values():  # beside a column that grades, one headed "Requirement" only holds the text
        return {n: kind for n, kind in found.items() if kind is None}
    return found if len(row) >= 2 and len(set(found.values())) + (len(row) >= 3) >= 2 else {}


def _grades(cell: str) -> bool:
    """Say whether a column's name names both kinds ("Essential / Desirable", "E/D")."""
    parts = [part for part in re.split(r"[^\w-]+|\bor\b", cell) if len(part) > 1]
    return bool(_BOTH.fullmatch(cell)) or (len(parts) <= 4 and {"required", "nice"} <= {heading_class(part)[0] for part in parts})


def lettered(rows: Sequence[Sequence[str]]) -> Columns:
    """Return what a header that grades would have told, where the rows of a page have the letters (E, D) but no such header was read."""
    said = [kind for row in rows for kind in (_letter(cell) for cell in row[1:]) if kind]
    return {0: None} if len(said) >= _LETTERS and len(set(said)) == len(_KIND) else {}


def completed(found: Columns, row: Sequence[str]) -> Columns:
    """Return the columns with the one that stands between the names of the rows and the wishes: it holds what is asked for."""
    first = min(found)
    left = first >= 2 and set(found.values()) == {"nice"} and row[first - 1]
    return {first - 1: "required", **found} if left else found


def is_again(found: Columns, heads: Columns) -> bool:
    """Say whether a row that names kinds is a header and not, in an open table, a row whose own cell says its kind."""
    return bool(found) and (not heads or found == heads or len(set(found.values())) > 1)


def _graded(row: list[str], heads: Columns) -> list[tuple[str, Kind | None]]:
    """Return the item of a row under ``heads`` in which a cell only says its kind, by a word, a letter or a tick; empty where none does."""
    for n, cell in enumerate(row):
        kind = _said_by(cell, heads.get(n), n > 0)
        if kind:
            texts = [text for text in row[:n] or row[n + 1 :] if text] or [""]
            named = [text for text in texts if not heading_class(text)[1]]
            longest = max(named or texts, key=len)
            return [(longest if len(longest.split()) > _NAME else (named or texts)[-1], kind)]
    return []


def _said_by(cell: str, kind: Kind | None, behind: bool) -> Kind | None:
    """Return the kind that a cell says and nothing else; letters count ``behind`` an item, ticks in a column that is named."""
    if behind and (letter := _letter(cell)):
        return letter
    if kind and _TICK.fullmatch(cell):
        return kind
    return _named(cell)


def _letter(cell: str) -> Kind | None:
    """Return the kind that a cell's letter stands for."""
    found = _GRADE.fullmatch(cell)
    return _KIND[found.lastgroup] if found and found.lastgroup else None


def _named(cell: str) -> Kind | None:
    """Return the kind that a cell names as a heading of its own would."""
    kind, exact = heading_class(cell)
    return _KIND.get(kind) if exact else None


def is_header(row: list[str]) -> bool:
    """Say whether a row of short cells only names what its columns hold ("Activity | How often")."""
    named = any(_OVER.fullmatch(cell) for cell in row[1:]) or _COUNTED.fullmatch(row[0])
    return len(row) >= 2 and bool(named) and all(len(cell.split()) <= 4 for cell in row)


def items(row: list[str], heads: Columns) -> list[tuple[str, Kind | None]]:
    """Return the items of a row with their kind; a row outside such a table is one text, ``label: value`` where it has two cells."""
    filled = [cell for cell in row if re.search(r"\w", cell)]
    if heads and (said := _graded(row, heads)):
        return said
    if heads and None not in heads.values() and len(row) > min(heads):
        return [(row[n], kind) for n, kind in heads.items() if n < len(row) and re.search(r"\w{2}", row[n])]
    kind = _named(filled[0]) if len(filled) >= 2 else None
    if kind:
        return [(cell, kind) for cell in filled[1:]]
    if len(filled) == 2 and _ID.fullmatch(filled[0]):
        return [(filled[1], None)]
    if len(filled) == 2:
        return [(f"{filled[0].rstrip(':')}: {filled[1]}", None)]
    return [(" – ".join(filled), None)] if filled else []
