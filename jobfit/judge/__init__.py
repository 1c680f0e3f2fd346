"""A Match in, a Verdict out; the verdicts of a posting in, its Assessment out."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.settings import CREDITS, WEIGHTS
from jobfit.types import Assessment, Match, NeedVerdict, Posting, Profile, Tally, Verdict


def judge(match: Match) -> Verdict:
    """Return the verdict with its probabilities, evidence (best first) and reason."""
    cosine = match.signals.get("cosine", 0.0)
    name = "met" if cosine >= 0.55 else "partly" if cosine >= 0.4 else "unmet"
    p = {"met": 0.0, "partly": 0.0, "unmet": 0.0} | {name: 1.0}
    needs = tuple(NeedVerdict(n.need, name, n.evidence, n.reason) for n in match.needs)  # type: ignore[arg-type]
    return Verdict(match.requirement, name, p, match.candidates if name != "unmet" else (), "", needs)  # type: ignore[arg-type]


def assess(posting: Posting, profile: Profile, verdicts: Sequence[Verdict], *, model: str = "", version: str = "") -> Assessment:
    """Sum the verdicts up: tallies by kind, the weighted fit (0 to 1, None where nothing was judged), the knock-outs."""
    tallies = {kind: _tally([v for v in verdicts if v.requirement.kind == kind]) for kind in WEIGHTS}
    weight = sum(WEIGHTS[v.requirement.kind] for v in verdicts if v.verdict != "unjudged")
    credit = sum(WEIGHTS[v.requirement.kind] * CREDITS[v.verdict] for v in verdicts if v.verdict != "unjudged")
    return Assessment(
        posting=posting,
        profile_path=profile.path,
        profile_name=profile.name,
        verdicts=tuple(verdicts),
        required=tallies["required"],
        nice=tallies["nice"],
        fit=credit / weight if weight else None,
        knockouts=tuple(v.requirement.id for v in verdicts if v.knockout),
        warnings=tuple(dict.fromkeys((*posting.warnings, *profile.warnings))),
        model=model,
        version=version,
    )


def _tally(verdicts: Sequence[Verdict]) -> Tally:
    said = [v.verdict for v in verdicts]
    return Tally(said.count("met"), said.count("partly"), said.count("unmet"), said.count("unjudged"))
