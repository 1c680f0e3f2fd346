"""Postings in, what was understood of them in one format out: one file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.posting import csv, json, jsonl, md, text

if TYPE_CHECKING:
    from jobfit.ports import Format
    from jobfit.types import Posting

FORMATS: dict[str, Format[Posting]] = {
    "text": text.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "csv": csv.render,
    "md": md.render,
}
