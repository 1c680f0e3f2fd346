"""Requirements and a profile in, a Match for each out: the lines that could decide it, what the facts say, and the signals."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jobfit.match import bearing, condition, credential, education, experience, language, parts, skill, themes, themespace, trait
from jobfit.match.candidates import candidates
from jobfit.match.echo import without_echoes
from jobfit.match.near import Lines, Near
from jobfit.match.refused import weighed
from jobfit.match.signals.needs import needs as need_signals
from jobfit.match.signals.similarity import similarity
from jobfit.match.signals.wording import wording
from jobfit.match.view import View, view
from jobfit.types import NEED_TYPES, Match, Need, NeedMatch, NeedType, Profile, Requirement

if TYPE_CHECKING:
    from jobfit.ports import Encoder

__all__ = ["find", "match", "prepare", "signals", "texts", "without_echoes"]

_NEEDS = 512  # needs whose findings are remembered
_LONGEST = 6  # doublings of a profile's lines that are told apart: among many lines one is near to anything by chance
_RULES: Mapping[NeedType, Callable[[Need, View, Near], NeedMatch]] = {
    "experience": experience.look,
    "skill": skill.look,
    "education": education.look,
    "credential": credential.look,
    "language": language.look,
    "condition": condition.look,
    "trait": trait.look,
}


class _Same:
    """A profile as a key that only this very one equals: to compare it word by word would take longer than what else is done with it."""

    __slots__ = ("profile",)

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.profile is self.profile

    def __hash__(self) -> int:
        return id(self.profile)


def _view(profile: Profile) -> View:
    return _view_of(_Same(profile))


@lru_cache(maxsize=32)
def _view_of(same: _Same) -> View:
    return view(same.profile)


def texts(requirements: Sequence[Requirement], profile: Profile | None) -> list[str]:
    """Every text that ``match`` will encode, each once, so that a batch can encode many postings in one call."""
    return list(dict.fromkeys(_own(requirements) + (_view(profile).texts if profile is not None else [])))


def _own(requirements: Sequence[Requirement]) -> list[str]:
    wanted = (t for r in requirements for t in (r.text, *(w for n in r.needs for w in (n.text, n.subject) if w)))
    return list(dict.fromkeys(wanted))


def match(requirements: Sequence[Requirement], profile: Profile, encoder: Encoder) -> list[Match]:
    """Match each requirement with the profile, in order; a requirement's result does not depend on the others."""
    seen, near = prepare(requirements, profile, encoder)
    if not seen.units:
        return [Match(one, (), tuple(NeedMatch(need, None) for need in one.needs), {}) for one in requirements]
    asked = [(one, find(one, seen, near)) for one in requirements]
    ranked = candidates(asked, seen, near)
    return [Match(one, lines, found, signals(one, found, seen, near)) for (one, found), lines in zip(asked, ranked, strict=True)]


def prepare(requirements: Sequence[Requirement], profile: Profile, encoder: Encoder) -> tuple[View, Near]:
    """Return the profile's view and the cosines of the requirements' texts with its lines, encoded in one call."""
    wanted, seen = _own(requirements), _view(profile)
    of, lines = seen.made.get("lines", (None, None))
    if of is not encoder:  # one encoder serves a run
        wanted = texts(requirements, profile)
    vectors = dict(zip(wanted, encoder.encode(wanted), strict=True))
    if of is not encoder:
        lines = Lines(vectors, seen.units, encoder.name)
        seen.made["lines"] = (encoder, lines)
    return seen, Near(vectors, seen.units, lines)


def find(requirement: Requirement, seen: View, near: Near) -> tuple[NeedMatch, ...]:
    """Look each need up in the profile by the rules of its type; of a group of alternatives only the best covered one counts."""
    found = [_found(need, seen, near) for need in requirement.needs]
    best = {m.need.group: m for m in sorted(found, key=lambda m: m.credit or 0.0) if m.need.group}
    return tuple(m if not m.need.group or m is best[m.need.group] else replace(m, need=replace(m.need, optional=True)) for m in found)


def _found(need: Need, seen: View, near: Near) -> NeedMatch:
    """Return what the rules of a need's type find; postings share many needs, so the last ones are remembered."""
    known = near.lines.found
    if need not in known:
        if len(known) >= _NEEDS:
            known.clear()
        known[need] = themes.of_need(weighed(_RULES[need.type](need, seen, near), seen), seen)
    return known[need]


def signals(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> dict[str, float]:
    """Return the named figures the judge weighs."""
    named = {f"type {kind}": float(requirement.type == kind) for kind in NEED_TYPES}
    named |= {
        "nice": float(requirement.kind == "nice"),
        "all months": min(480.0, seen.months) / 480,
        "length": float(min(_LONGEST, round(math.log2(1 + len(seen.units))))),
    }
    named |= similarity(near.row(requirement.text), [near.row(n.text) for n in requirement.needs])
    months = max((need.months or 0 for need in requirement.needs), default=0)
    text = _firm(requirement)
    named |= wording(requirement.text, seen) | skill.named_in_all(text, seen) | bearing.settings_shown(text, seen)
    named |= parts.figures(text, seen) | themespace.figures(requirement.text, text, seen, near)
    return named | themes.figures(text, months, seen, near) | need_signals(found)


def _firm(requirement: Requirement) -> str:
    """Return the requirement's text without the parts that it only prefers."""
    text = requirement.text
    for need in requirement.needs:
        text = text.replace(need.text, " ") if need.optional else text
    return text
