"""Requirements and a profile in, a Match for each out: the lines that could decide it, what the facts say, and the signals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from jobfit.match import condition, credential, education, experience, language, skill, trait
from jobfit.match.candidates import candidates
from jobfit.match.near import Near
from jobfit.match.signals.needs import needs as need_signals
from jobfit.match.signals.similarity import similarity
from jobfit.match.signals.wording import wording
from jobfit.match.view import View, view
from jobfit.types import NEED_TYPES, Match, Need, NeedMatch, Profile, Requirement

if TYPE_CHECKING:
    from jobfit.ports import Encoder, PairJudge

__all__ = ["match", "texts"]

_view = lru_cache(maxsize=32)(view)
_RULES = {
    "experience": experience.look,
    "skill": skill.look,
    "education": education.look,
    "credential": credential.look,
    "language": language.look,
    "condition": condition.look,
    "trait": trait.look,
}


def texts(requirements: Sequence[Requirement], profile: Profile) -> list[str]:
    """Every text that ``match`` will encode, each once, so that a batch can encode many postings in one call."""
    wanted = [t for r in requirements for t in (r.text, *(w for n in r.needs for w in (n.text, n.subject) if w))]
    return list(dict.fromkeys(wanted + _view(profile).texts))


def match(requirements: Sequence[Requirement], profile: Profile, encoder: Encoder, pairs: PairJudge | None = None) -> list[Match]:
    """Match each requirement with the profile, in order; a requirement's result does not depend on the others."""
    seen = _view(profile)
    wanted = texts(requirements, profile)
    if not wanted or not seen.units:
        return [Match(r, (), tuple(NeedMatch(n, None) for n in r.needs), {}) for r in requirements]
    near = Near(dict(zip(wanted, encoder.encode(wanted), strict=True)), seen.units)
    return [_one(requirement, seen, near) for requirement in requirements]


def _one(requirement: Requirement, seen: View, near: Near) -> Match:
    found = tuple(_look(need, seen, near) for need in requirement.needs)
    signals = {f"type {kind}": float(requirement.type == kind) for kind in NEED_TYPES}
    signals |= {
        "nice": float(requirement.kind == "nice"),
        "lines": min(200.0, len(seen.units)) / 200,
        "all months": min(480.0, seen.months) / 480,
    }
    signals |= similarity(near.row(requirement.text), [near.row(n.text) for n in requirement.needs])
    signals |= wording(requirement.text, seen) | need_signals(found)
    return Match(requirement, candidates(requirement, found, seen, near), found, signals)


def _look(need: Need, seen: View, near: Near) -> NeedMatch:
    return _RULES[need.type](need, seen, near)
