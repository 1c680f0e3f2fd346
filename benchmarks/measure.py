"""A command in, how long it took, when its first line came and the most memory that it and its children held out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Run:
    """Seconds of the whole and to the first line of output, of processor time (of one process), megabytes at the peak, what was printed."""

    seconds: float
    first: float
    cpu: float
    peak: float
    out: str


class Bench:
    """A scratch folder with its own cache, and the way commands are run there: with compiled bytecode and all processors, as users have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        gone = ("PYTHONDONTWRITEBYTECODE", "OMP_NUM_THREADS", "COLUMNS", "JOBFIT_DEVICE")
        self._environment = {key: value for key, value in os.environ.items() if key not in gone}
        self._environment |= {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONPATH": str(Path(__file__).parents[1])}

    def run(
        self, *words: object, cache: str = "cache", memory: bool = False, more: Mapping[str, str] | None = None, ok: Sequence[int] = (0,)
    ) -> Run:
        """Run a command; ``memory`` watches it, which takes a little time itself. Raises RuntimeError where it fails."""
        environment = self._environment | {"JOBFIT_CACHE_DIR": str(self.folder / cache)} | dict(more or {})
        with tempfile.TemporaryFile("w+") as complaints:
            begun = time.perf_counter()
            child = subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE, stderr=complaints, text=True, env=environment)
            watch = _Watch(child.pid)
            if memory:
                watch.start()
            assert child.stdout is not None
            head = child.stdout.readline()
            first = time.perf_counter() - begun
            out = head + child.stdout.read()
            _, state, used = os.wait4(child.pid, 0)
            status = child.returncode = os.waitstatus_to_exitcode(state)
            seconds = time.perf_counter() - begun
            watch.over = True
            complaints.seek(0)
            if status not in ok:
                raise RuntimeError(f"{' '.join(map(str, words))} ended with {status}: {complaints.read()[-2000:]}")
        return Run(seconds, first, used.ru_utime + used.ru_stime, watch.peak / 1e6, out)

    def jobfit(self, *words: object, **how: object) -> Run:
        return self.run(BIN / "jobfit", *words, **how)  # type: ignore[arg-type]

    def script(self, name: str, *words: object, **how: object) -> Run:
        return self.run(sys.executable, Path(__file__).parent / "scripts" / f"{name}.py", *words, **how)  # type: ignore[arg-type]

    def best(self, times: int, *commands: Sequence[object]) -> list[Run]:
        """Return the fastest run of each command; they take turns, so that what else the machine does falls on all alike."""
        taken = [[self.run(*words) for words in commands] for _ in range(times + 1)][1:]  # the first warms up
        return [fastest(column) for column in zip(*taken, strict=True)]

    def with_twin(self, cache: str) -> str:
        """Give a new cache the compiled model and nothing else."""
        if not (self.folder / "compiled").exists():
            self.jobfit("model", "compile", cache="compiled")
        shutil.copytree(self.folder / "compiled", self.folder / cache)
        return cache


def fastest(runs: Sequence[Run]) -> Run:
    return min(runs, key=lambda run: run.seconds)


class _Watch(threading.Thread):
    """Samples the memory of a process and all below it, what they share counted once (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self.peak, self.over = pid, 0, False

    def run(self) -> None:
        while not self.over:
            self.peak = max(self.peak, sum(_memory(pid) for pid in _tree(self._pid)))
            time.sleep(0.25)


def _tree(pid: int) -> list[int]:
    try:
        below = [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(one for child in below for one in _tree(child))]


def _memory(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)
