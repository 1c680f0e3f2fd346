"""Assessments of many postings in, the needs that cost most in one format out: one file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.gaps import csv, json, md, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jobfit.ports import Look
    from jobfit.report.gaps.summary import Summary
    from jobfit.types import Failure

FORMATS: dict[str, Callable[[Summary, Sequence[Failure], Look], str]] = {
    "text": text.render,
    "json": json.render,
    "csv": csv.render,
    "md": md.render,
}
