"""One assessment in, its gaps out, the most costly first, each with what closing it would add to the fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jobfit.settings import CREDITS, WEIGHTS

if TYPE_CHECKING:
    from jobfit.types import Assessment, Verdict


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement not fully met; ``missing`` names what of it is, ``gain`` is the share it would add to the fit (0 to 1)."""

    verdict: Verdict
    missing: tuple[str, ...]
    gain: float


def gaps(assessment: Assessment) -> list[Gap]:
    """Return what is unmet or partly met: knock-outs first, then by gain, then in the order of the posting."""
    judged = [v for v in assessment.verdicts if v.verdict != "unjudged"]
    whole = sum(WEIGHTS[v.requirement.kind] for v in judged)
    found = [Gap(v, missing(v), WEIGHTS[v.requirement.kind] * (1 - CREDITS[v.verdict]) / whole) for v in judged if v.verdict != "met"]
    return sorted(found, key=lambda gap: (not gap.verdict.knockout, -gap.gain))


def missing(verdict: Verdict) -> tuple[str, ...]:
    """Return the needs that are not met, in the posting's words; the whole requirement where it has no other needs."""
    short = [n.need.text for n in verdict.needs if n.verdict != "met" and not n.need.optional and n.need.text]
    return tuple(dict.fromkeys(short)) if 0 < len(short) < len(verdict.needs) else (verdict.requirement.text,)
