"""Paths in, the documents behind them or failures out; and what a run was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jobfit import settings
from jobfit.batch.parquet import is_parquet, parquet_count, parquet_lines
from jobfit.batch.rows import Row, has_rows, row_count, row_documents, rows
from jobfit.errors import JobfitError, NotAProfile
from jobfit.types import Document, Failure


def _quiet(notice: str) -> None:
    """Keep a notice to oneself."""


def _uncounted() -> None:
    """Do not count the files."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; ``as_of`` is the day that "present" means, ``stdin`` the bytes behind the path ``-``.

    ``say`` is told what the user should hear once, such as a cache that cannot be written; ``advance`` is called after each
    posting's file.
    With ``keep_going`` a defect of jobfit itself on one input becomes that input's failure, so that a night's batch survives it.
    ``workers`` is the number of processes that read and judge (0: none but this one; None: as many as the batch is worth, for a
    program whose main module can be imported again),
    ``seconds`` what one posting may take; ``done`` are the names of inputs to be passed over. With ``keep`` postings that were read
    before, unchanged and by the same program, are taken from the cache. ``besides`` are files that are no postings where a folder
    of postings holds them too.
    """

    as_of: date
    role: str = ""
    model: str | None = None
    cache: bool = True
    as_format: str | None = None
    stdin: bytes | None = None
    keep_going: bool = False
    say: Callable[[str], None] = _quiet
    advance: Callable[[], None] = _uncounted
    workers: int | None = 0
    seconds: float = settings.FILE_SECONDS
    done: Container[str] = ()
    keep: bool = False
    besides: frozenset[str] = frozenset()

    def bare(self) -> Options:
        """The same for another process: without what only this one has."""
        return replace(self, say=_quiet, advance=_uncounted, stdin=None, done=(), keep_going=True)


@dataclass(frozen=True, slots=True)
class Input:
    """What is read at a time: a file, a row of a file of rows, or a document that was read already; ``name`` is what results call it.

    ``content`` are the bytes of a file where they are at hand already.
    """

    name: str
    row: Row | None = None
    document: Document | None = None
    content: bytes | None = None

    def names(self) -> list[str]:
        """All names that its results may have, but for a file that turns out to hold several postings."""
        count = self.row.count if self.row is not None and self.row.first else 0
        return [f"{self.row.path}#{self.row.first + n}" for n in range(count)] if count and self.row is not None else [self.name]


def files(paths: Iterable[str], besides: frozenset[str] = frozenset()) -> Iterator[str | Failure]:
    """Yield every file behind the paths, folders walked in order, without those ``besides``; a path that holds nothing is a failure."""
    from jobfit.read import find

    names = {Path(one).name for one in besides}  # asked first: to resolve each path of a large folder takes its time
    for path in paths:
        unread: list[JobfitError] = []
        if path == "-":
            yield path
            continue
        try:
            found = list(find([path], unread.append))
        except JobfitError as error:
            yield failure(path, error)
            continue
        yield from (failure(path, error) for error in unread)
        yield from [one for one in found if one == path or Path(one).name not in names or os.path.realpath(one) not in besides] or found


def inputs(paths: Iterable[str], options: Options) -> Iterator[Input | Failure]:
    """Yield what is to be read, in order, one at a time; standard input is read here, where it is."""
    for path in files(paths, options.besides):
        if isinstance(path, Failure):
            yield path
        elif path == "-":
            yield from _stdin(options)
        elif has_rows(path) or is_parquet(path):
            yield from _rows(path, parquet_lines(path) if is_parquet(path) else None)
        else:
            yield Input(path)


def _rows(path: str, lines: Iterator[tuple[int, bytes]] | None) -> Iterator[Input | Failure]:
    try:
        for row in rows(path, lines):
            yield row if isinstance(row, Failure) else Input(row.name, row)
    except JobfitError as error:
        yield failure(path, error)


def _stdin(options: Options) -> Iterator[Input | Failure]:
    try:
        if _stdin_has_rows(options):
            yield from _rows("-", enumerate((options.stdin or b"").split(b"\n"), 1))
            return
        yield from (Input(document.path, document=document) for document in documents("-", options))
    except JobfitError as error:
        yield failure("-", error)


def _stdin_has_rows(options: Options) -> bool:
    """Tell whether standard input is read line by line, so that a broken line costs no other."""
    from jobfit.read import format_of

    content = options.stdin or b""
    return bool(content.strip()) and len(content) <= settings.MAX_FILE_BYTES and format_of("-", options.as_format, content) == "jsonl"


def input_count(paths: Iterable[str], options: Options) -> int:
    """Return how many inputs there are, near enough for a progress bar: rows are counted, not read."""
    return sum(_count(path) if isinstance(path, str) else 1 for path in files(paths, options.besides))


def _count(path: str) -> int:
    return parquet_count(path) if is_parquet(path) else row_count(path) if has_rows(path) else 1


def input_bytes(item: Input) -> bytes | None:
    """Return the bytes behind an input as far as they are read; None where there are none to be had, which reading it explains."""
    if item.row is not None or item.content is not None:
        return item.row.data if item.row is not None else item.content
    try:
        with Path(item.name).open("rb") as file:
            return file.read(settings.MAX_FILE_BYTES + 1) if item.document is None else None
    except (OSError, ValueError):
        return None


def input_documents(item: Input, options: Options) -> list[Document]:
    """Return the documents of an input; raise ReadError where it cannot be read."""
    if item.document is not None:
        return [item.document]
    if item.row is not None:
        return row_documents(item.row)
    return documents(item.name, options) if item.content is None else _read(item.name, item.content)


def _read(path: str, content: bytes) -> list[Document]:
    from jobfit.read import read

    return read(path, data=content)


def documents(path: str, options: Options) -> list[Document]:
    """Return the documents of one file; raise ReadError where it cannot be read."""
    from jobfit.read import read

    return read(path, as_format=options.as_format if path == "-" else None, data=options.stdin if path == "-" else None)


def texts_all(paths: Iterable[str], options: Options) -> Iterator[str | Failure]:
    """Yield the text of every document, its lines numbered as all results count them."""
    from jobfit.read import numbered

    for path in files(paths):
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield from (f"{numbered(document)}\n" for document in documents(path, options))
        except JobfitError as error:
            yield failure(path, error)


def profile_document(path: str, options: Options) -> Document:
    """Return the one document of a profile's file; raise ReadError or NotAProfile."""
    found = documents(path, options)
    if len(found) != 1:
        raise NotAProfile(f"holds {len(found)} documents", path=path, hint="a profile is one document")
    return found[0]


def failure(path: str, error: JobfitError) -> Failure:
    """Return the user's sentence about an input, its path apart, so that JSON names it once."""
    place = f"line {error.line}: " if error.line else ""
    hint = f" ({error.hint})" if error.hint else ""
    return Failure(error.path or path, f"{place}{error.message}{hint}")
