"""Postings in, the one JSON object of ``jobfit/posting@1`` out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobfit.report import shape
from jobfit.report.safe import dumps

if TYPE_CHECKING:
    from jobfit.ports import Look
    from jobfit.types import Failure, Posting


def render(results: Sequence[Posting], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # JSON has one look
    """Return one line of JSON for each result between the lines of the object, so that both programs and people can read it."""
    rows = ",\n".join(dumps(shape.posting(found)) for found in results)
    return f'{{"schema": "jobfit/posting@1", "postings": [\n{rows}\n], "failed": {dumps(shape.failures(failed))}}}\n'
