"""A data file's name in, its rows out as tuples of cells; tab-separated, ``#`` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def rows(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<name>.tsv``, each padded to ``columns`` cells; the first row, the header, is left out."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    found = [tuple((row + [""] * columns)[:columns]) for row in cells]
    return tuple(found[1:])


def parts(cell: str) -> Iterator[str]:
    """Yield the entries of a cell that holds several, parted by ``|``."""
    return (part for part in (piece.strip() for piece in cell.split("|")) if part)


def names(prefix: str) -> tuple[str, ...]:
    """Return the data files that begin with ``prefix``, without their ending, in order of name."""
    return tuple(sorted(path.stem for path in DATA.glob(f"{prefix}*.tsv")))
