"""What the same postings take on a Ray cluster of two nodes on this machine."""

from __future__ import annotations

from importlib.util import find_spec

from benchmarks.corpus import PROFILES, write
from benchmarks.measure import Bench
from benchmarks.table import Ratio


def ratio(bench: Bench, count: int) -> Ratio | str:
    """Compare both engines from the first result to the last, each with a cache that holds the twin alone."""
    if find_spec("ray") is None:
        return "Ray is not installed here (`make test-ray` installs it), so the engine for clusters was not compared."
    rows = write(bench.folder / "cluster", count, first=500_000).with_suffix(".jsonl")
    for cache in ("local-cache", "spread-cache"):
        bench.with_twin(cache)
    words = (rows, "-p", PROFILES[0], "-f", "jsonl", "-q", "--as-of", "2025-06-01")
    local = bench.jobfit("score", *words, cache="local-cache")
    spread = bench.script("two_nodes", *words, cache="spread-cache")
    if local.out != spread.out:
        raise RuntimeError("the two engines do not give the same bytes")
    name = f"two-node Ray ÷ local, {count:,} postings, from the first result to the last (the same bytes)"
    return Ratio(name, spread.seconds - spread.first, local.seconds - local.first, 1.3)
