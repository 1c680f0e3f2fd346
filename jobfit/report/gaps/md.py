"""A summary of gaps in, a Markdown table out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.tables import md, md_table
from jobfit.report.words import percent, postings, reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.report.gaps.summary import Summary
    from jobfit.types import Failure

HEAD = ("Missing", "Type", "Cost", "Required", "Nice", "Opens")


def render(summary: Summary, failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # a table has one look
    """Return the document; all that comes from files is escaped."""
    rows = [[md(r.name), r.type, f"{r.cost:g}", str(r.required), str(r.nice), str(len(r.opens))] for r in summary.missing]
    who = md(summary.profile_name or summary.profile_path)
    bar = f"{reach(summary.open)} a fit of {percent(summary.reach)} without a knock-out."
    unread = "".join(f"\nNot read: {md(failure.path)}: {md(failure.error)}\n" for failure in failed)
    return f"# {who}: gaps over {postings(summary.scored)}\n\n{bar}\n\n{md_table(HEAD, rows)}{unread}"
