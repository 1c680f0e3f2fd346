"""A call and a number of seconds in, what the call returns out, or TookTooLong: the limit for work in this process itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from jobfit.types import Failure

Made = TypeVar("Made")


class TookTooLong(BaseException):  # so that nothing which forgives exceptions on its way forgives this one
    """The call did not end in time."""


def too_long(path: str, seconds: float) -> Failure:
    return Failure(path, f"took longer than {seconds:g} seconds and was given up")


def limited(step: Callable[[], Made], seconds: float) -> Made:
    """Run the step; raise TookTooLong when its time is over.

    Only the main thread of a system with alarms can be stopped this way, and only between two steps of the interpreter (or of a
    regular expression); elsewhere the step runs to its end.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return step()
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return step()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 # what a signal handler is given
    raise TookTooLong
