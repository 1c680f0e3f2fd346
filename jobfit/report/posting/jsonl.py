"""Postings in, one JSON object a line out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobfit.report import shape
from jobfit.report.safe import dumps

if TYPE_CHECKING:
    from jobfit.ports import Look
    from jobfit.types import Failure, Posting


def row(found: Posting) -> str:
    """Return the line of one result."""
    return f"{dumps(shape.posting(found))}\n"


def render(results: Sequence[Posting], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # failures go to standard error
    """Return a line for each result."""
    return "".join(row(found) for found in results)
