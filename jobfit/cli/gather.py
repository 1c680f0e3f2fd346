"""Option values in, what the pipeline takes out; today's date and standard input are taken here, once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from jobfit.cli.output import complain
from jobfit.settings import MAX_FILE_BYTES

if TYPE_CHECKING:
    from jobfit.batch.inputs import Options
    from jobfit.ports import Look

Item = TypeVar("Item")

YEARS = range(1950, 2100)  # in which "present" may be
OTHER_NAMES = {"text": "txt", "markdown": "md", "htm": "html", "yml": "yaml", "ndjson": "jsonl"}


def options(
    paths: Sequence[str],
    profiles: Sequence[str] = (),
    *,
    role: str = "",
    as_of: datetime | None = None,
    model: str | None = None,
    no_cache: bool = False,
    as_format: str | None = None,
    quiet: bool = False,
    keep: bool = False,
    workers: int | None = None,
) -> Options:
    """Return the run's options; of all inputs, the ``profiles`` apart from the other ``paths``, one at most may be standard input."""
    from jobfit.batch.inputs import Options
    from jobfit.batch.rows import ENDINGS

    paths = [*paths, *profiles]
    if paths.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read only once")
    return Options(
        as_of=_day(as_of),
        role=role,
        model=model,
        cache=not no_cache,
        as_format=known_format(as_format),
        stdin=sys.stdin.buffer.read(MAX_FILE_BYTES + 1) if "-" in paths else None,
        say=_nothing if quiet else complain,
        keep_going=len(paths) > 2 or any(Path(path).is_dir() or Path(path).suffix.lower() in ENDINGS for path in paths),
        keep=keep and not no_cache,
        workers=workers,
        besides=frozenset(map(os.path.realpath, profiles)),
    )


def _day(as_of: datetime | None) -> date:
    if as_of is None:
        return date.today()
    if as_of.year not in YEARS:
        raise typer.BadParameter(f"{as_of.date()} is not from {YEARS[0]} to {YEARS[-1]}", param_hint="--as-of")
    return as_of.date()


def _nothing(notice: str) -> None:
    """Keep quiet."""


def known_format(name: str | None) -> str | None:
    """Return the format that ``--as`` names, by its own name or a usual other one."""
    if name is None:
        return None
    from jobfit.read import FORMATS

    known = OTHER_NAMES.get(name.lower(), name.lower())
    if known not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}", param_hint="--as")
    return known


def counted(postings: Sequence[str], chosen: Options, run: Callable[[Options], Iterator[Item]], *, quiet: bool) -> Iterator[Item]:
    """Yield what the run yields; of several files say how far it is, by a bar on a terminal, else by a line now and then."""
    from dataclasses import replace

    from jobfit.batch import inputs

    total = 0 if quiet else inputs.input_count(postings, chosen)
    if total < 2:
        yield from run(chosen)
        return
    from jobfit.report.progress import bar, lines

    if not sys.stderr.isatty():
        yield from run(replace(chosen, advance=lines(total, complain)))
        return
    with bar(total) as advance:
        yield from run(replace(chosen, advance=advance))


def look(output: Path | None, *, details: bool = False, explain: str = "", profiles: Sequence[str] = ()) -> Look:
    """Return how a text report is to look: as wide and as colourful as the terminal it goes to, plain where it goes to a file."""
    from jobfit.ports import Look

    terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns
    return Look(
        width=min(max(width, 60), 200),
        color=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        unicode=output is not None or _speaks_unicode(sys.stdout.encoding),
        details=details,
        explain=explain,
        profiles=len(profiles) > 1 or any(Path(path).is_dir() for path in profiles),
    )


def _speaks_unicode(encoding: str | None) -> bool:
    try:
        "✓◐✗█░│“”—".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def warned(items: Iterable[Item], quiet: bool) -> Iterator[Item]:
    """Yield the items, saying the warnings each carries on standard error, each once, unless quiet."""
    said: set[tuple[str, str]] = set()
    for item in items:
        for path, warning in () if quiet else _warnings(item):
            if (path, warning) not in said:
                said.add((path, warning))
                complain(f"{path}: {warning}")
        yield item


def _warnings(item: object) -> list[tuple[str, str]]:
    """Return the warnings with the file that each is about: of a result, the posting's own under its name, the rest under the profile's."""
    posting, warnings = getattr(item, "posting", item), getattr(item, "warnings", ())
    whose, path = getattr(item, "profile_path", ""), getattr(posting, "path", "")
    own = getattr(posting, "warnings", ())
    return [(whose if whose and warning not in own else path, warning) for warning in warnings]
