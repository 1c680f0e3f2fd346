"""Measured figures in, Markdown out."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.measure import Run


@dataclass(frozen=True)
class Ratio:
    """Two figures of one run and how far the first may exceed the second; seconds unless ``unit`` says otherwise.

    ``cpu`` is the ratio of their processor times, where each is one process: what a busy machine leaves of the ratio.
    """

    name: str
    ours: float
    other: float
    limit: float | None = None
    unit: str = "s"
    cpu: float | None = None

    def row(self) -> list[str]:
        ratio = self.ours / self.other
        at_most = "" if self.limit is None else str(Fraction(self.limit).limit_denominator(50)) if self.limit < 1 else f"{self.limit:g}"
        held = "" if self.limit is None else "yes" if ratio <= self.limit else "**no**"
        of_cpu = "" if self.cpu is None else _shown(self.cpu)
        return [self.name, f"{self.ours:.2f} {self.unit}", f"{self.other:.2f} {self.unit}", _shown(ratio), of_cpu, at_most, held]


def _shown(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.3 else f"1/{1 / ratio:.1f}"


def of_runs(name: str, ours: Run, other: Run, limit: float | None = None) -> Ratio:
    return Ratio(name, ours.seconds, other.seconds, limit, cpu=ours.cpu / other.cpu)


def ratios(found: Sequence[Ratio]) -> str:
    return table(["", "this", "that", "ratio", "of processor time", "at most", "held"], [one.row() for one in found])


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def machine(before: float, after: float) -> str:
    """Return the machine in a sentence, with how busy others kept it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{cores} processors ({platform.machine()}), {platform.system()}, Python {platform.python_version()}; "
        f"load average {before:.1f} before and {after:.1f} after the run."
    )
