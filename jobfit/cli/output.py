"""Results in; standard output, a file written in one step, and complaints on standard error out."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO, TypeVar

from jobfit.errors import JobfitError
from jobfit.report.safe import plain
from jobfit.types import Failure

Item = TypeVar("Item")


def complain(sentence: str) -> None:
    """Say one sentence on standard error."""
    print(f"jobfit: {plain(sentence)}", file=sys.stderr)  # noqa: T201 # the one place that does


def gathered(items: Iterable[Item | Failure]) -> tuple[list[Item], list[Failure]]:
    """Return the results and the failures, naming each failure on standard error as it comes."""
    results: list[Item] = []
    failed: list[Failure] = []
    for item in items:
        if isinstance(item, Failure):
            complain(f"{item.path}: {item.error}")
            failed.append(item)
        else:
            results.append(item)
    return results, failed


def streamed(items: Iterable[Item | Failure], row: Callable[[Item], str], output: Path | None) -> int:
    """Write each result as soon as it is there; return the status, 1 where something failed."""
    status = 0
    with opened(output) as put:
        for item in items:
            if isinstance(item, Failure):
                complain(f"{item.path}: {item.error}")
                status = 1
            else:
                put(row(item))
    return status


def write(text: str, output: Path | None) -> None:
    """Write the whole result."""
    with opened(output) as put:
        put(text)


@contextlib.contextmanager
def opened(output: Path | None) -> Iterator[Callable[[str], None]]:
    """Yield what writes text in UTF-8 to standard output at once, or to a file that appears when all of it is written."""
    if output is None:
        yield _to_stdout
        return
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise JobfitError(f"cannot be written: {error.strerror}", path=str(output), hint="is the folder there, and yours?") from error
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 # a handle, not a path
            yield lambda text: _to_file(file, text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _to_file(file: TextIO, text: str) -> None:
    file.write(text)


def _to_stdout(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()
