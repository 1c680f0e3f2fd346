"""A number of files in, a bar on standard error out while they are worked through, or a line now and then where no terminal is."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY = 15.0  # seconds between two lines


@contextlib.contextmanager
def bar(total: int) -> Iterator[Callable[[], None]]:
    """Yield what is to be called after each file."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("postings"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("postings", total=total, rate="")

        def advance() -> None:
            progress.advance(task)
            progress.update(task, rate=f"{progress.tasks[0].speed or 0:.1f}/s")

        yield advance


def lines(total: int, say: Callable[[str], None], every: float = EVERY) -> Callable[[], None]:
    """Return what is to be called after each file; it says how far the run is, at most once in ``every`` seconds."""
    done, begun = 0, time.monotonic()
    last = begun

    def advance() -> None:
        nonlocal done, last
        done += 1
        now = time.monotonic()
        if done < total and now - last >= every:
            last = now
            rate = done / max(now - begun, 1e-6)
            say(f"{done} of {total} postings, {rate:.1f} a second, about {_span((total - done) / rate)} left")

    return advance


def _span(seconds: float) -> str:
    for size, name in ((3600, "hour"), (60, "minute")):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f} {name}s"
    return f"{max(1, round(seconds))} second{'s' if seconds >= 1.5 else ''}"
