"""What many postings take: time and memory by their number, against the twin's own rate, the ten-line script and another program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import PROFILES, write
from benchmarks.measure import Bench, Run
from benchmarks.start import model
from benchmarks.table import Ratio

OTHER = "simple-resume"
FEW = 10  # postings that the other program is given


@dataclass(frozen=True)
class Growth:
    """One size: the first run, the run with another profile once everything is cached, and what had to be encoded."""

    count: int
    new: Run
    cached: Run
    texts: int
    raw: float


def growth(bench: Bench, sizes: Sequence[int]) -> list[Growth]:
    """Score new postings of each size, then again with another profile that is cached too; each size has a cache of its own."""
    found = []
    for count in sizes:
        found.append(_size(bench, count))
        one = found[-1]
        print(
            count,
            one.texts,
            f"new {one.new.seconds:.1f} s {one.new.peak:.0f} MB, cached {one.cached.seconds:.1f} s, raw {one.raw:.1f} s",
            flush=True,
        )
    return found


def _size(bench: Bench, count: int) -> Growth:
    folder, cache = write(bench.folder / f"postings{count}", count, first=count * 10), bench.with_twin(f"cache{count}")
    texts = bench.folder / f"texts{count}.json"
    for profile in PROFILES:  # their texts are no part of the postings'
        bench.jobfit("score", write(bench.folder / f"one{count}{profile.stem}", 1, first=800_000), "-p", profile, cache=cache)
    words = ("score", folder, "-f", "jsonl", "-q", "-p")
    new = bench.jobfit(*words, PROFILES[0], cache=cache, memory=True)
    cached = bench.jobfit(*words, PROFILES[1], cache=cache, memory=True)
    if len(new.out.splitlines()) != count:
        raise RuntimeError(f"{len(new.out.splitlines())} results of {count} postings")
    number = int(bench.script("texts", texts, PROFILES[0], folder, cache=cache).out.split()[0])
    raw = float(bench.script("raw_twin", texts, cache=cache).out)
    return Growth(count, new, cached, number, raw)


def ratios(found: Sequence[Growth]) -> list[Ratio]:
    """Return what is to hold of the size of a thousand, or of the largest below it, and of the memory of the largest."""
    base = max((one for one in found if one.count <= 1000), key=lambda one: one.count)
    most = max(found, key=lambda one: one.count)
    rows = [
        Ratio(f"{base.count:,} new postings ÷ raw time of the twin on their {base.texts:,} texts", base.new.seconds, base.raw, 1.25),
        Ratio(f"the same {base.count:,} with another profile, all cached ÷ the first time", base.cached.seconds, base.new.seconds, 1 / 15),
    ]
    if most is not base:
        rows.append(Ratio(f"peak memory at {most.count:,} postings ÷ at {base.count:,}", most.new.peak, base.new.peak, 1.2, "MB"))
    return rows


def against_ten_lines(bench: Bench, count: int = 100) -> Ratio:
    """Compare a batch with the ten-line script that only encodes the same texts."""
    folder = write(bench.folder / "against", count, first=700_000)
    texts = bench.folder / "against.json"
    bench.script("texts", texts, PROFILES[0], folder)
    ours = bench.jobfit("score", folder, "-f", "jsonl", "-q", "-p", PROFILES[0])
    theirs = bench.script("ten_lines", model(), texts)
    number = len(json.loads(texts.read_text(encoding="utf-8")))
    return Ratio(
        f"`score` of {count} new postings ÷ the ten-line script, which only encodes their {number:,} texts", ours.seconds, theirs.seconds
    )


def against_other(bench: Bench) -> Ratio | str:
    """Compare with the other program, installed into a folder of its own; return the reason where it cannot be had."""
    place = bench.folder / "other"
    try:
        subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True, timeout=120)
        install = [place / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", OTHER]
        subprocess.run([str(word) for word in install], check=True, capture_output=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as error:
        return f"{OTHER} could not be installed here ({type(error).__name__}), so it was not compared."
    folder = write(bench.folder / "few", FEW, first=600_000)
    words = (place / "bin" / OTHER, "screen", PROFILES[0])
    pages = [_plain(path) for path in sorted(folder.iterdir())]
    bench.run(*words, pages[0], ok=(0, 1))  # warms up
    theirs = sum(bench.run(*words, page, ok=(0, 1)).seconds for page in pages)
    ours = bench.jobfit("score", folder, "-p", PROFILES[0], cache=bench.with_twin("few-cache"))
    return Ratio(f"`score` of {FEW} new postings in one command ÷ `{OTHER} screen`, one command each", ours.seconds, theirs)


def _plain(path: Path) -> Path:
    plain = path.with_suffix(".txt")
    path.rename(plain)
    return plain
