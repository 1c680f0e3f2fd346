"""Answers of ``evaluate --predict`` in, a line of JSON each out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report import shape
from jobfit.report.safe import dumps

if TYPE_CHECKING:
    from jobfit.types import Verdict


def row(asked: object, verdict: Verdict) -> str:
    """Return the line of one answer."""
    return f"{dumps(shape.answer(asked, verdict))}\n"
