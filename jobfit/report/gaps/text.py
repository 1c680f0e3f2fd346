"""A summary of gaps in, a table for a terminal out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.terminal import blank, printed, ranking, text
from jobfit.report.words import percent, postings, reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jobfit.ports import Look
    from jobfit.report.gaps.summary import Summary
    from jobfit.report.terminal import RenderableType, Table
    from jobfit.types import Failure


def render(summary: Summary, failed: Sequence[Failure], look: Look) -> str:
    """Return what the postings ask for and the profile does not show, the most costly first."""
    return printed(_parts(summary, failed, look), look)


def _parts(summary: Summary, failed: Sequence[Failure], look: Look) -> Iterator[RenderableType]:
    yield text(
        f"{summary.profile_name or summary.profile_path}: gaps over {postings(summary.scored)}, each role counted as one", "bold", look
    )
    yield text(
        f"{reach(summary.open)} a fit of {percent(summary.reach)} without a knock-out; a gap opens those it alone lifts there",
        "dim",
        look,
    )
    yield blank()
    if summary.missing:
        yield _table(summary, look)
    yield from (text(f"not read: {failure.path}: {failure.error}", "red", look) for failure in failed)


def _table(summary: Summary, look: Look) -> Table:
    table = ranking(("Cost", "right"), ("Required", "right"), ("Nice", "right"), ("Opens", "right"), ("Missing", "left"), look=look)
    for row in summary.missing:
        figures = (f"{row.cost:g}", str(row.required), str(row.nice), str(len(row.opens)))
        table.add_row(*(text(figure) for figure in figures), text(f"{row.name} ({row.type})", "", look))
    return table
