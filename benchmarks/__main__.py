"""``python -m benchmarks``: measures everything side by side and writes docs/benchmarks.md."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import batch, cluster, start
from benchmarks.corpus import PROFILES, ROOT, write
from benchmarks.measure import Bench
from benchmarks.table import Ratio, machine, ratios, table

PHASES = 100  # postings over which the phases of a run are shared out

HEAD = """# Speed and memory

Written by `make bench` ({day}), all of it measured in one run on one machine, so that ratios mean something where seconds do not.
{machine}

The postings are made: lines of the sample postings, cut in halves and joined anew, {texts} texts for each posting that were never seen
before. `score` finds its model compiled and, where it says new, nothing about the postings in the cache. The cache and Python's bytecode
lie in a scratch folder. Of whole processes the fastest of several is taken, in turn with what they are compared with.
"""


def main() -> None:
    words = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    words.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000, 10_000], help="numbers of postings")
    words.add_argument("--cluster", type=int, help="postings for the comparison of the engines; the largest size if not given")
    words.add_argument("--output", type=Path, default=ROOT / "docs" / "benchmarks.md")
    chosen = words.parse_args()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="jobfit-bench-") as folder:
        parts = measured(Bench(Path(folder)), sorted(chosen.sizes), chosen.cluster or max(chosen.sizes), before)
    chosen.output.write_text(parts, encoding="utf-8")
    print(parts)


def measured(bench: Bench, sizes: Sequence[int], spread: int, before: float) -> str:
    """Measure, in the order of the page, and return the page."""
    starts = _said("starts", start.ratios(bench))
    grown = _said("growth", batch.growth(bench, sizes))
    others = _said("others", [batch.against_ten_lines(bench), batch.against_other(bench)])
    engines = _said("engines", cluster.ratio(bench, spread))
    phases = json.loads(bench.script("phases", write(bench.folder / "phases", PHASES, first=400_000), PROFILES[0]).out)
    held = [*starts, *batch.ratios(grown), *([engines] if isinstance(engines, Ratio) else [])]
    notes = [one for one in (*others, engines) if isinstance(one, str)]
    head = HEAD.format(
        day=time.strftime("%Y-%m-%d"),
        machine=machine(before, os.getloadavg()[0]),
        texts=round(grown[-1].texts / grown[-1].count),
    )
    return "\n".join(
        [
            head,
            "## What is to hold\n",
            ratios(held),
            "## Beside others\n",
            ratios([one for one in others if isinstance(one, Ratio)]),
            *(f"{note}\n" for note in notes),
            "## By the number of postings\n",
            _growth(grown),
            f"## Phases\n\nProcessor time of each phase of a run in one process over {PHASES} new postings.\n",
            _phases(phases),
        ]
    )


def _said(name: str, found):
    print(time.strftime("%H:%M:%S"), name, found if not isinstance(found, list) or name != "growth" else "done", flush=True)
    return found


def _growth(found: Sequence[batch.Growth]) -> str:
    head = ["postings", "new", "each", "texts encoded", "raw twin", "memory", "another profile, all cached", "each"]
    rows = [
        [
            f"{one.count:,}", f"{one.new.seconds:.1f} s", f"{1000 * one.new.seconds / one.count:.0f} ms", f"{one.texts:,}",
            f"{one.raw:.1f} s", f"{one.new.peak:.0f} MB", f"{one.cached.seconds:.1f} s", f"{1000 * one.cached.seconds / one.count:.1f} ms",
        ]
        for one in found
    ]  # fmt: skip
    return table(head, rows)


def _phases(taken: dict[str, float]) -> str:
    whole = sum(taken.values())
    once = ("start", "profile")
    rows = [
        [name, f"{seconds:.2f} s", "once" if name in once else f"{1000 * seconds / PHASES:.1f} ms", f"{100 * seconds / whole:.0f} %"]
        for name, seconds in taken.items()
    ]
    return table(["phase", "seconds", "each posting", "share"], rows)


if __name__ == "__main__":
    main()
