"""Requirements and a profile in, a Match for each out: the lines that could decide it, what the facts say, and the signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobfit.types import Evidence, Match, NeedMatch, Profile, Requirement

if TYPE_CHECKING:
    from jobfit.ports import Encoder, PairJudge


def texts(requirements: Sequence[Requirement], profile: Profile) -> list[str]:
    """Every text that ``match`` will encode, each once, so that a batch can encode many postings in one call."""
    wanted = [r.text for r in requirements] + [n.text for r in requirements for n in r.needs] + [s.text for s in profile.statements]
    return list(dict.fromkeys(wanted))


def match(requirements: Sequence[Requirement], profile: Profile, encoder: Encoder, pairs: PairJudge | None = None) -> list[Match]:
    """Match each requirement with the profile, in order; a requirement's result does not depend on the others."""
    wanted = texts(requirements, profile)
    if not wanted or not profile.statements:
        return [Match(r, (), tuple(NeedMatch(n, None) for n in r.needs), {}) for r in requirements]
    vectors = dict(zip(wanted, encoder.encode(wanted), strict=True))
    return [_one(requirement, profile, vectors) for requirement in requirements]


def _one(requirement: Requirement, profile: Profile, vectors: dict) -> Match:  # type: ignore[type-arg]
    mine = vectors[requirement.text]
    scored = [(float(mine @ vectors[s.text]), s) for s in profile.statements]
    scored.sort(key=lambda pair: (-round(pair[0], 4), pair[1].line))
    candidates = tuple(Evidence(s.line, s.text, s.where, round(max(0.0, c), 4)) for c, s in scored[:3])
    return Match(requirement, candidates, tuple(NeedMatch(n, None) for n in requirement.needs), {"cosine": candidates[0].score})
