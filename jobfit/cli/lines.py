"""A large batch in, its results out line by line as soon as ready: here or on a cluster, to where they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from jobfit.batch.inputs import Options
from jobfit.batch.parquet import is_parquet, needed, parquet_file
from jobfit.batch.scored import Scored
from jobfit.cli import gather, output
from jobfit.cli.resume import Standing, standing
from jobfit.report.assessment import jsonl, rank
from jobfit.types import Failure


def run(
    postings: Sequence[str],
    profiles: Sequence[str],
    chosen: Options,
    *,
    cluster: bool,
    address: str | None,
    resume: Path | None,
    to: Path | None,
    below: float | None,
    quiet: bool,
) -> tuple[int, bool]:
    """Write what is not written yet; return the status and whether a fit was under ``below`` percent, those written before too."""
    there = standing(resume, postings, profiles, chosen) if resume is not None else Standing(frozenset(), 0, None)
    if any(is_parquet(path) for path in (*postings, to or "")):
        needed()
    source = _source(postings, profiles, cluster, address)
    lowest = rank.Lowest()
    found = lowest.over(gather.counted(postings, replace(chosen, done=there.done), source, quiet=quiet))
    status = output.poured(gather.warned(found, quiet), attrgetter("line"), _sink(resume, to, there.size))
    early = below is not None and there.lowest is not None and 100 * there.lowest < below - 1e-9
    return status, early or lowest.below(below)


def _source(
    postings: Sequence[str], profiles: Sequence[str], cluster: bool, address: str | None
) -> Callable[[Options], Iterator[Scored | Failure]]:
    """Return what gives the results."""
    if cluster:
        from jobfit import engine

        return lambda going: engine.score(postings, profiles, going, jsonl.row, address)
    from jobfit import pipeline

    return lambda going: pipeline.score_rows(postings, profiles, going, jsonl.row)


def _sink(resume: Path | None, to: Path | None, size: int) -> AbstractContextManager[Callable[[str], None]]:
    if resume is not None:
        return output.appending(resume, size)
    return parquet_file(to) if to is not None and is_parquet(to) else output.opened(to)
