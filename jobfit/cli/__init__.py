"""The words of a command line in, an exit status out: 0 done, 1 an input or other error, 2 wrong usage, 3 below --fail-under."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Run the command line; an error meant for the user is one sentence on standard error, a defect keeps its traceback."""
    gc.set_threshold(200_000, 50, 100)  # the tables that are loaded hold no garbage to look for
    atexit.register(gc.freeze)  # nor need it be looked for at the very end: that took a seventh of a cached score
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the products are small, and must not depend on how they are shared out
    try:
        from jobfit.cli.app import app
        from jobfit.cli.output import complain, to_stdout
        from jobfit.errors import JobfitError

        try:
            _streams()
            with to_stdout():
                app(prog_name="jobfit")
        except JobfitError as error:
            complain(str(error))
            sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _streams() -> None:
    """Put something in the place of standard streams that the caller closed; without standard output nothing can be told."""
    from jobfit.errors import JobfitError

    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 # open as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        raise JobfitError("standard output is closed", hint="leave it open, or send it to a file or to /dev/null")
