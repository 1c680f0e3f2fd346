"""The verdicts of one posting in, its Assessment out: tallies, the weighted fit, the knock-outs."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.settings import CREDITS, WEIGHTS
from jobfit.types import Assessment, Posting, Profile, Tally, Verdict


def assess(posting: Posting, profile: Profile, verdicts: Sequence[Verdict], *, model: str = "", version: str = "") -> Assessment:
    """Sum the verdicts up: tallies by kind, the weighted fit (0 to 1, None where nothing was judged), the knock-outs."""
    judged = [v for v in verdicts if v.verdict != "unjudged"]
    weight = sum(WEIGHTS[v.requirement.kind] for v in judged)
    credit = sum(WEIGHTS[v.requirement.kind] * CREDITS[v.verdict] for v in judged)
    return Assessment(
        posting=posting,
        profile_path=profile.path,
        profile_name=profile.name,
        verdicts=tuple(verdicts),
        required=_tally([v for v in verdicts if v.requirement.kind == "required"]),
        nice=_tally([v for v in verdicts if v.requirement.kind == "nice"]),
        fit=credit / weight if weight else None,
        knockouts=tuple(v.requirement.id for v in verdicts if v.knockout),
        warnings=tuple(dict.fromkeys((*posting.warnings, *profile.warnings))),
        model=model,
        version=version,
    )


def _tally(verdicts: Sequence[Verdict]) -> Tally:
    said = [v.verdict for v in verdicts]
    return Tally(said.count("met"), said.count("partly"), said.count("unmet"), said.count("unjudged"))
