"""Assessments in, CSV out: a row for each result, or with details a row for each requirement of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.shape import share
from jobfit.report.tables import csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.report.tables import Cell
    from jobfit.types import Assessment, Failure, Tally, Verdict

WHO = ("posting", "title", "company", "role", "profile", "name")
RESULT = (
    *WHO,
    "fit",
    *(f"{kind}_{column}" for kind in ("required", "nice") for column in ("coverage", "met", "partly", "unmet", "unjudged")),
)
DETAIL = (*WHO, "id", "kind", "type", "requirement", "line", "verdict", "knockout", "probability", "evidence_line", "evidence", "reason")


def render(results: Sequence[Assessment], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # failures go to standard error
    """Return the table with its head; shares are 0 to 1, what is null is empty."""
    if look.details:
        return csv_table(DETAIL, [[*_who(result), *_detail(verdict)] for result in results for verdict in result.verdicts])
    return csv_table((*RESULT, "knockouts"), [_result(result) for result in results])


def _who(result: Assessment) -> list[Cell]:
    posting = result.posting
    return [posting.path, posting.title, posting.company, posting.role, result.profile_path, result.profile_name]


def _result(result: Assessment) -> list[Cell]:
    fit = None if result.fit is None else share(result.fit)
    return [*_who(result), fit, *_tally(result.required), *_tally(result.nice), " ".join(result.knockouts)]


def _tally(tally: Tally) -> list[Cell]:
    coverage = None if tally.coverage is None else share(tally.coverage)
    return [coverage, tally.met, tally.partly, tally.unmet, tally.unjudged]


def _detail(verdict: Verdict) -> list[Cell]:
    item, chance = verdict.requirement, verdict.probability.get(verdict.verdict)
    line, quote = (verdict.evidence[0].line, verdict.evidence[0].text) if verdict.evidence else (None, "")
    return [
        item.id, item.kind, item.type, item.text, item.line, verdict.verdict, "yes" if verdict.knockout else "",
        None if chance is None else share(chance), line, quote, verdict.reason,
    ]  # fmt: skip
