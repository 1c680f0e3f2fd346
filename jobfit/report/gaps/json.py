"""A summary of gaps in, the JSON object of ``jobfit/gaps@1`` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.safe import dumps
from jobfit.report.shape import failures, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.report import shapes
    from jobfit.report.gaps.cost import Missing
    from jobfit.report.gaps.summary import Summary
    from jobfit.types import Failure


def render(summary: Summary, failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # JSON has one look
    """Return one line of JSON."""
    whole: shapes.GapsShape = {
        "schema": "jobfit/gaps@1",
        "profile": {"path": summary.profile_path, "name": summary.profile_name},
        "reach": share(summary.reach),
        "scored": summary.scored,
        "open": summary.open,
        "gaps": [_gap(row) for row in summary.missing],
        "failed": failures(failed),
    }
    return f"{dumps(whole)}\n"


def _gap(row: Missing) -> shapes.GapShape:
    return {
        "need": row.name,
        "type": row.type,
        "cost": round(row.cost, 4),
        "postings": len(row.asked),
        "required": row.required,
        "nice": row.nice,
        "opens": list(row.opens),
        "asked": list(row.asked),
    }
