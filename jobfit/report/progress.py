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

    columns = (TextColumn("postings"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("postings", total=total)
        yield lambda: progress.advance(task)


def lines(total: int, say: Callable[[str], None], every: float = EVERY) -> Callable[[], None]:
    """Return what is to be called after each file; it says how far the run is, at most once in ``every`` seconds."""
    done, last = 0, time.monotonic()

    def advance() -> None:
        nonlocal done, last
        done += 1
        if done < total and time.monotonic() - last >= every:
            last = time.monotonic()
            say(f"{done} of {total} postings")

    return advance
