"""A summary of gaps in, CSV with a row for each out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.tables import csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.report.gaps.summary import Summary
    from jobfit.types import Failure

HEAD = ("need", "type", "cost", "postings", "required", "nice", "opens")


def render(summary: Summary, failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # a table has one look
    """Return the table with its head."""
    return csv_table(HEAD, ([r.name, r.type, r.cost, len(r.asked), r.required, r.nice, len(r.opens)] for r in summary.missing))
