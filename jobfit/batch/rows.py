"""A JSON Lines file of postings in, one Row after another out, whatever the size of the file; a broken line is a failure of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from jobfit import settings
from jobfit.errors import JobfitError, ReadError
from jobfit.types import Document, Failure

Lines = Iterator[tuple[int, bytes]]  # numbered from 1

ENDINGS = (".jsonl", ".ndjson")
NEEDED = 'a posting has its "title" and the whole of its "description"'
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: one posting, or the few that it wraps.

    ``first`` is the number of its first posting in the file, 0 for the file's only one.
    """

    path: str
    data: bytes
    first: int
    count: int = 1

    @property
    def name(self) -> str:
        """The name of its first posting in results."""
        return f"{self.path}#{self.first}" if self.first else self.path


def has_rows(path: str) -> bool:
    """Tell whether a file is read line by line; one in another encoding, or of another kind than its name says, is read as a whole."""
    if Path(path).suffix.lower() not in ENDINGS or not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as file:
            return file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
    except OSError:
        return False  # reading it says why


def rows(path: str, lines: Lines | None = None) -> Iterator[Row | Failure]:
    """Yield the rows in order; postings are numbered over the whole file, and the only one goes by the file's name.

    ``lines`` are the numbered lines of the file where they come from elsewhere, such as from Parquet.
    """
    number, held = 0, None
    for found in _counted(path, _lines(path) if lines is None else lines):
        if isinstance(found, Failure):
            yield found
            continue
        if held is not None:
            yield held
        held = replace(found, first=number + 1)
        number += found.count
    if held is not None:
        yield replace(held, first=0) if number == 1 else held
    elif number == 0:
        yield Failure(path, "holds no posting (is there one on each line?)")


def _counted(path: str, lines: Lines) -> Iterator[Row | Failure]:
    """Yield each line that is not blank with the number of postings on it."""
    from jobfit.read.boards import postings_in
    from jobfit.read.clean import decode
    from jobfit.read.structure import parse_json

    for number, data in lines:
        if not data.strip():
            continue
        try:
            if len(data) > settings.MAX_FILE_BYTES:
                raise ReadError(f"the line is longer than the {settings.MAX_FILE_BYTES} bytes that are read", path=path, line=number)
            count = len(postings_in(parse_json(decode(data, path), path, number)))
        except JobfitError as error:
            yield Failure(path, f"line {number}: {error.message}{f' ({error.hint})' if error.hint else ''}")
            continue
        yield Row(path, data, 0, count) if count else Failure(path, f"line {number}: holds no posting ({NEEDED})")


def _lines(path: str) -> Lines:
    with Path(path).open("rb") as file:
        number = 0
        while line := file.readline(settings.MAX_FILE_BYTES + 1):
            number += 1
            yield number, line
            _skip(file, line)


def _skip(file: BinaryIO, line: bytes) -> None:
    """Pass over the rest of a line that is too long to be read."""
    while line and not line.endswith(b"\n") and len(line) > settings.MAX_FILE_BYTES:
        line = file.readline(settings.MAX_FILE_BYTES + 1)


def row_documents(row: Row) -> list[Document]:
    """Return the documents of a row under the names they have in the whole file."""
    from jobfit.read import read

    found = read(row.path, as_format="jsonl", data=row.data)
    return [replace(document, path=f"{row.path}#{row.first + n}" if row.first else row.path) for n, document in enumerate(found)]


def row_count(path: str) -> int:
    """Return the number of lines that are not blank, quickly."""
    with Path(path).open("rb") as file:
        return sum(1 for line in file if line.strip())
