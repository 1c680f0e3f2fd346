"""Assessments in, a report in one format out: one file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.assessment import json, jsonl

if TYPE_CHECKING:
    from jobfit.report.look import Format
    from jobfit.types import Assessment

FORMATS: dict[str, Format[Assessment]] = {
    "json": json.render,
    "jsonl": jsonl.render,
}
