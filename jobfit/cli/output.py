"""Results in; standard output, a file written in one step, and complaints on standard error out."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from jobfit.errors import JobfitError
from jobfit.report.safe import dumps, plain

if TYPE_CHECKING:
    from jobfit.types import Failure

Item = TypeVar("Item")


def complain(sentence: str) -> None:
    """Say one sentence on standard error."""
    print(f"jobfit: {plain(sentence)}", file=sys.stderr)  # noqa: T201 # the one place that does


def gathered(items: Iterable[Item | Failure]) -> tuple[list[Item], list[Failure]]:
    """Return the results and the failures, naming each failure on standard error as it comes."""
    failed: list[Failure] = []
    return list(_naming(items, failed)), failed


def deliver(
    items: Iterable[Item | Failure],
    render: Callable[[list[Item], list[Failure]], str],
    output: Path | None,
    *,
    row: Callable[[Item], str] | None = None,
    people: bool = False,
) -> int:
    """Write each result by ``row`` as soon as it is there, else all of them by ``render``; return the status, 1 where something failed."""
    if row is not None:
        return streamed(items, row, output)
    results, failed = gathered(items)
    write(render(results, failed), output, people=people)
    return 1 if failed else 0


def streamed(items: Iterable[Item | Failure], row: Callable[[Item], str], output: Path | None) -> int:
    """Write each result as soon as it is there; return the status, 1 where something failed."""
    return poured(items, row, opened(output))


def poured(
    items: Iterable[Item | Failure], row: Callable[[Item], str], sink: contextlib.AbstractContextManager[Callable[[str], None]]
) -> int:
    """Put each result into what the sink opens; return the status as above."""
    failed: list[Failure] = []
    with sink as put:
        for item in _naming(items, failed):
            put(row(item))
    return 1 if failed else 0


@contextlib.contextmanager
def appending(path: Path, size: int) -> Iterator[Callable[[str], None]]:
    """Cut the file off at ``size`` bytes and yield what writes behind, each text at once."""
    with _writing(path):
        file = path.open("a", encoding="utf-8", newline="")

    def put(text: str) -> None:
        _to_file(file, path, text)
        file.flush()

    with file:
        file.truncate(size)
        yield put


def _naming(items: Iterable[Item | Failure], failed: list[Failure]) -> Iterator[Item]:
    """Yield the results; name each failure on standard error, the same one once, and put it on the list."""
    from jobfit.types import Failure

    said: set[Failure] = set()
    for item in items:
        if not isinstance(item, Failure):
            yield item
            continue
        if item not in said:
            complain(f"{item.path}: {item.error}")
        said.add(item)
        failed.append(item)


def write(text: str, output: Path | None, *, people: bool = False) -> None:
    """Write the whole result; for ``people`` in the terminal's own encoding, for programs always in UTF-8."""
    with opened(output, encoding=(sys.stdout.encoding or "ascii") if people else "utf-8") as put:
        put(text)


def settings_shown(values: Mapping[str, object], as_json: bool) -> str:
    """Return values by name: a line each, those inside one indented, or one JSON object."""
    return f"{dumps(values)}\n" if as_json else "".join(_lines(values, ""))


def _lines(values: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_word(value)}\n"


def _word(value: object) -> str:
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) or "-" if isinstance(value, list) else str(value)


@contextlib.contextmanager
def opened(output: Path | None, *, encoding: str = "utf-8") -> Iterator[Callable[[str], None]]:
    """Yield what writes text to standard output at once, or in UTF-8 to a file that takes its place when all of it is written."""
    if output is None:
        yield lambda text: _to_stdout(text, encoding)
        return
    target = output.resolve()
    beside = not target.exists() or target.is_file()  # a device or a pipe is written to as it is
    with _writing(output):
        name = _beside(target) if beside else target
        file = name.open("w", encoding="utf-8", newline="")
    try:
        yield lambda text: _to_file(file, output, text)
        with _writing(output):
            file.close()
            if beside:
                name.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            file.close()
        if beside:
            name.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _writing(output: Path) -> Iterator[None]:
    """Turn what the file system refuses into a sentence for the user."""
    try:
        yield
    except OSError as error:
        hint = "make room there" if error.errno == errno.ENOSPC else "is the folder there, and yours?"
        raise JobfitError(f"cannot be written: {error.strerror}", path=str(output), hint=hint) from error


def _beside(target: Path) -> Path:
    """Return a new file in the target's folder with the rights that a new file has."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    Path(name).chmod(0o666 & ~_umask())
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _to_file(file: TextIO, output: Path, text: str) -> None:
    with _writing(output):
        file.write(text)


def _to_stdout(text: str, encoding: str) -> None:
    with to_stdout():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, errors="replace"))
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def to_stdout() -> Iterator[None]:
    """Turn what standard output refuses, a help page's writing too, into a sentence for the user."""
    try:
        yield
    except BrokenPipeError:
        raise  # the reader has enough, which is no error to speak of
    except OSError as error:
        if error.filename is not None:
            raise  # of a file, which is no stream
        _give_up_stdout()
        raise JobfitError(f"standard output cannot be written: {error.strerror}", hint="is the disk full?") from error


def _give_up_stdout() -> None:
    """Send what is left unwritten nowhere, so that it is not tried and complained of again at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
