"""Postings in, CSV with a row for each requirement out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.tables import csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.types import Failure, Posting

HEAD = ("posting", "title", "company", "role", "id", "kind", "type", "requirement", "line", "end_line", "section")


def render(results: Sequence[Posting], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # a table has one look
    """Return the table with its head."""
    return csv_table(
        HEAD,
        (
            [p.path, p.title, p.company, p.role, r.id, r.kind, r.type, r.text, r.line, r.end_line, r.section]
            for p in results
            for r in p.requirements
        ),
    )
