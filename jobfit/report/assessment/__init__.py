"""Assessments in, a report in one format out: one file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.assessment import csv, html, json, jsonl, md, text

if TYPE_CHECKING:
    from jobfit.ports import Format
    from jobfit.types import Assessment

FORMATS: dict[str, Format[Assessment]] = {
    "text": text.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "csv": csv.render,
    "md": md.render,
    "html": html.render,
}
