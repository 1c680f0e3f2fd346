"""Calls in, their outcomes out as they end, from worker processes; one that takes too long or ends its process costs only itself."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from jobfit.errors import JobfitError

_START_SECONDS = 120.0  # that a process may take to begin, whose time is not the call's
_TRIES = 2  # a process may have been ended from outside; one that ends twice over the same call is at fault itself
_STILLBORN = 5
_HEED_SECONDS = 1.0  # the longest wait: a Ctrl-C in the moment before a wait begins does not end it
_PRELOADED = ["jobfit.batch.here", "jobfit.batch.warm"]


@dataclass(frozen=True, slots=True)
class Call:
    """A plain function of a module with its arguments; ``key`` is handed back with its outcome."""

    key: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Lost:
    """What a call comes to that gave no answer."""

    why: str


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    link: Connection
    begun: bool = False
    told: int = 0  # how much of the pool's news it has heard
    call: Call | None = None
    deadline: float = 0.0


def _context() -> Any:  # noqa: ANN401 # of another type on each system
    """Return the way processes are started: forked from one that has the tables already, where the system can."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def prepare() -> None:
    """Have the process that workers are forked from begin to load its tables, while the caller has other things to do."""
    if _context().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        ensure_running()


class Pool:
    """Worker processes, each with one call at a time; calls begin in the order of their submission, the urgent ones first."""

    def __init__(self, size: int) -> None:
        self._context = _context()
        self._size = size
        self._workers: list[_Worker] = []
        self._waiting: deque[Call] = deque()
        self._urgent: deque[Call] = deque()
        self._news: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        self._tries: dict[int, int] = {}
        self._stillborn = 0  # processes in a row that ended before they had begun
        self._wake_in, self._wake_out = self._context.Pipe(duplex=False)

    def submit(self, key: int, function: Callable[..., Any], *arguments: object, seconds: float, urgent: bool = False) -> None:
        (self._urgent if urgent else self._waiting).append(Call(key, function, arguments, seconds))

    def tell(self, function: Callable[..., Any], *arguments: object) -> None:
        """Have every worker, those to come too, make this call once before its next."""
        self._news.append((function, arguments))

    def spare(self) -> int:
        """Return how many workers have nothing to do that is submitted."""
        busy = sum(worker.call is not None for worker in self._workers)
        return max(0, self._size - busy - len(self._waiting) - len(self._urgent))

    def wake(self) -> None:
        """Let ``wait`` return, from whichever thread."""
        with suppress(OSError):  # closed meanwhile
            self._wake_out.send_bytes(b"")

    def wait(self) -> list[tuple[int, Any]]:
        """Start what can be started; return the outcomes that are there, waiting a moment for one or to be woken."""
        self._start()
        busy = {worker.link: worker for worker in self._workers if worker.call is not None}
        left = min((worker.deadline for worker in busy.values()), default=float("inf")) - time.monotonic()
        ready = wait([self._wake_in, *busy], min(max(0.0, left), _HEED_SECONDS))
        if self._wake_in in ready:
            self._wake_in.recv_bytes()
        ended = [self._outcome(busy[link]) for link in ready if isinstance(link, Connection) and link in busy]
        late = [worker for worker in busy.values() if worker.call is not None and time.monotonic() >= worker.deadline]
        return [one for one in ended if one is not None] + [self._given_up(worker) for worker in late]

    def close(self) -> None:
        """End all processes at once, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.link.close()
        self._workers.clear()
        self._wake_in.close()
        self._wake_out.close()

    def _start(self) -> None:
        while (self._urgent or self._waiting) and (worker := self._idle()) is not None:
            call = (self._urgent or self._waiting).popleft()
            worker.call, worker.deadline = call, time.monotonic() + (call.seconds if worker.begun else _START_SECONDS)
            news, worker.told = self._news[worker.told :], len(self._news)
            try:
                worker.link.send((news, call.function, call.arguments))
            except OSError:  # it has ended while it had nothing to do
                self._dismiss(worker)
                self._urgent.appendleft(call)

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.call is None:
                return worker
        return self._hire() if len(self._workers) < self._size else None

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _outcome(self, worker: _Worker) -> tuple[int, Any] | None:
        call = worker.call
        assert call is not None
        try:
            done, answer = worker.link.recv()
        except (EOFError, OSError):
            return self._ended(worker, call)
        if not worker.begun:
            worker.begun, worker.deadline = True, time.monotonic() + call.seconds
            return None
        worker.call = None
        self._tries.pop(call.key, None)
        if not done:
            raise answer
        return call.key, answer

    def _ended(self, worker: _Worker, call: Call) -> tuple[int, Any] | None:
        """Give the call of a process that ended to another, once."""
        self._dismiss(worker)
        self._stillborn = 0 if worker.begun else self._stillborn + 1
        if self._stillborn > _STILLBORN:
            raise JobfitError("no worker process can be started here", hint="do without: --workers 0")
        tries = self._tries.pop(call.key, 0) + (1 if worker.begun else 0)
        if tries < _TRIES:
            self._tries[call.key] = tries
            self._urgent.appendleft(call)
            return None
        return call.key, Lost(f"the process that worked on it ended ({worker.process.exitcode})")

    def _given_up(self, worker: _Worker) -> tuple[int, Any]:
        call = worker.call
        assert call is not None
        self._dismiss(worker)
        return call.key, Lost(f"took longer than {call.seconds:g} seconds and was given up")

    def _dismiss(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.link.close()
        self._workers.remove(worker)


def serve(link: Connection) -> None:
    """Answer calls until the other end is gone; Ctrl-C is for the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    link.send((True, "begun"))
    while True:
        try:
            news, function, arguments = link.recv()
        except (EOFError, OSError):
            return
        link.send(_answer(news, function, arguments))


def _answer(news: Sequence[tuple[Callable[..., Any], tuple[Any, ...]]], function: Callable[..., Any], arguments: Any) -> tuple[bool, Any]:  # noqa: ANN401
    try:
        for tell, words in news:
            tell(*words)
        return True, function(*arguments)
    except JobfitError as error:
        return False, error
    except Exception as error:
        return False, RuntimeError(f"{type(error).__name__}: {error}")
