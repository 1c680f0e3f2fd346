"""Assessments in, the one JSON object of ``jobfit/report@1`` out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobfit.report import shape
from jobfit.report.safe import dumps

if TYPE_CHECKING:
    from jobfit.ports import Look
    from jobfit.types import Assessment, Failure


def render(results: Sequence[Assessment], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # JSON has one look
    """Return one line of JSON for each result between the lines of the object, so that both programs and people can read it."""
    rows = ",\n".join(dumps(shape.result(result)) for result in results)
    return f'{{"schema": "jobfit/report@1", "results": [\n{rows}\n], "failed": {dumps(shape.failures(failed))}}}\n'
