"""Postings in, a Markdown document of their requirements out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.tables import md, md_table
from jobfit.report.words import KIND_NAMES, lines, name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.types import Failure, Posting


def render(results: Sequence[Posting], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # failures go to standard error
    """Return the document; all that comes from files is escaped."""
    return "\n".join(_posting(posting) for posting in results)


def _posting(posting: Posting) -> str:
    rows = [[md(r.id), KIND_NAMES[r.kind], r.type, md(r.text), lines(r.line, r.end_line)] for r in posting.requirements]
    duties = "".join(f"- {md(duty.text)} ({lines(duty.line, duty.end_line)})\n" for duty in posting.duties)
    table = md_table(["", "", "Type", "Requirement", "Where"], rows)
    return f"# {md(name(posting))}\n\n{md(posting.path)}\n\n{table}" + (f"\n## Duties, not scored\n\n{duties}" if duties else "")
