"""The name of one of matching's own data files in, its rows or a finder of its phrases out; files are tab-separated with one header row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jobfit.vocabulary.phrases import Phrases

_DATA = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>.tsv`` without its header, each padded to as many cells as the header has."""
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return tuple(tuple((line.split("\t") + [""] * width)[:width]) for line in lines[1:] if line.strip())


def forms(cell: str) -> list[str]:
    """Return the entries of a cell that holds several, parted by ``|``."""
    return [form for form in (piece.strip() for piece in cell.split("|")) if form]


@cache
def finder(name: str, column: int) -> Phrases:
    """Return a finder of the forms in one column; a hit's name holds the rows' first cells, joined by ``|`` where a form has several."""
    labels: dict[str, list[str]] = {}
    for row in rows(name):
        for form in forms(row[column]):
            labels.setdefault(form, []).append(row[0])
    return Phrases((form, "|".join(dict.fromkeys(names))) for form, names in labels.items())


def labels(name: str, column: int, text: str) -> Iterator[str]:
    """Yield the label of each phrase of one column found in ``text``, from left to right."""
    for hit in finder(name, column).find(text):
        yield from hit.name.split("|")
