"""Postings, assessments and verdicts in, the plain JSON objects of the contract out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobfit.report import shapes
    from jobfit.types import Assessment, Evidence, Failure, Need, NeedVerdict, Posting, Requirement, Tally, Verdict

DIGITS = 4  # decimals kept of shares, so that bytes stay the same where the last bits of a sum do not


def share(value: float) -> float:
    """Return a share rounded for print; a number that is none (NaN) is a defect and raises ValueError."""
    if not 0 <= value <= 1:
        raise ValueError(f"a share must lie within 0 and 1, not {value}")
    return round(float(value), DIGITS)


def result(assessment: Assessment) -> shapes.ResultShape:
    """Return the RESULT of ``score``."""
    posting = assessment.posting
    return {
        "posting": {
            "path": posting.path,
            "title": posting.title,
            "company": posting.company,
            "role": posting.role,
            "language": posting.language,
        },
        "profile": {"path": assessment.profile_path, "name": assessment.profile_name},
        "fit": None if assessment.fit is None else share(assessment.fit),
        "required": tally(assessment.required),
        "nice": tally(assessment.nice),
        "knockouts": list(assessment.knockouts),
        "requirements": [judged(verdict) for verdict in assessment.verdicts],
        "warnings": list(assessment.warnings),
        "model": assessment.model,
        "jobfit": assessment.version,
    }


def posting(found: Posting) -> shapes.PostingShape:
    """Return the RESULT of ``parse``."""
    return {
        "path": found.path,
        "title": found.title,
        "company": found.company,
        "role": found.role,
        "roles": list(found.roles),
        "language": found.language,
        "requirements": [requirement(item, [need(n) for n in item.needs]) for item in found.requirements],
        "duties": [{"text": duty.text, "line": duty.line, "end_line": duty.end_line} for duty in found.duties],
        "warnings": list(found.warnings),
    }


def answer(asked: object, verdict: Verdict) -> shapes.AnswerShape:
    """Return a row of ``evaluate --predict``."""
    return {
        "id": asked,  # type: ignore[typeddict-item]  # any JSON scalar, handed back as it came
        "verdict": verdict.verdict,
        "probability": probability(verdict.probability),
        "evidence": evidence(verdict.evidence),
        "reason": verdict.reason,
    }


def failures(failed: Sequence[Failure]) -> list[shapes.FailureShape]:
    """Return the ``failed`` list."""
    return [{"path": failure.path, "error": failure.error} for failure in failed]


def tally(counted: Tally) -> shapes.TallyShape:
    coverage = counted.coverage
    return {
        "met": counted.met,
        "partly": counted.partly,
        "unmet": counted.unmet,
        "unjudged": counted.unjudged,
        "coverage": None if coverage is None else share(coverage),
    }


def requirement(item: Requirement, needs: list[shapes.NeedShape]) -> shapes.RequirementShape:
    """Return a REQUIREMENT without verdict."""
    return {
        "id": item.id,
        "kind": item.kind,
        "type": item.type,
        "text": item.text,
        "line": item.line,
        "end_line": item.end_line,
        "section": item.section,
        "needs": needs,
    }


def judged(verdict: Verdict) -> shapes.RequirementShape:
    """Return a REQUIREMENT with its verdict."""
    shape = requirement(verdict.requirement, [need_judged(n) for n in verdict.needs])
    needs = shape.pop("needs")  # type: ignore[misc]  # put back below, last, where a reader expects the details
    return {
        **shape,
        "verdict": verdict.verdict,
        "probability": probability(verdict.probability),
        "evidence": evidence(verdict.evidence),
        "reason": verdict.reason,
        "needs": needs,
    }


def need(asked: Need) -> shapes.NeedShape:
    return {"type": asked.type, "text": asked.text, "any_of": list(asked.any_of)}


def need_judged(verdict: NeedVerdict) -> shapes.NeedShape:
    return {**need(verdict.need), "verdict": verdict.verdict, "evidence": evidence(verdict.evidence)}


def probability(chances: Mapping[str, float]) -> shapes.ProbabilityShape:
    met, partly, unmet = (share(chances.get(name, 0.0)) for name in ("met", "partly", "unmet"))
    return {"met": met, "partly": partly, "unmet": unmet}


def evidence(found: Sequence[Evidence]) -> list[shapes.EvidenceShape]:
    return [{"line": e.line, "text": e.text, "where": e.where, "score": share(e.score)} for e in found]
