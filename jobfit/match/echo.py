"""Requirements and a Profile in, the profile without the lines that only repeat the posting's words out, and a warning that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jobfit.match.words import content, share
from jobfit.types import Profile, Requirement

_MIN_WORDS = 5  # shorter lines are alike by chance: there are not many ways to write "Experience with Kubernetes"
_ALIKE = 0.85  # share of the words of each that the other holds
_PASTED = 3  # so many long echoes are no chance: then the short lines that are alike were copied too
_SHOWN = 5


def without_echoes(requirements: Sequence[Requirement], profile: Profile) -> Profile:
    """Return the profile as it should be judged: a line copied from the posting is no evidence of anything."""
    asked = [content(item.text) for item in requirements]
    echoes = {s.line for s in profile.statements if _is_echo(content(s.text), asked, _MIN_WORDS)}
    if len(echoes) >= _PASTED:
        echoes = {s.line for s in profile.statements if _is_echo(content(s.text), asked, 1)}
    if not echoes:
        return profile
    kept = tuple(s for s in profile.statements if s.line not in echoes)
    lines = sorted(echoes)
    named = ", ".join(map(str, lines[:_SHOWN])) + (" …" if len(lines) > _SHOWN else "")
    one = len(lines) == 1
    said = "only repeats the posting's words and was" if one else "only repeat the posting's words and were"
    warning = f"profile {'line' if one else 'lines'} {named} {said} not counted"
    return replace(profile, statements=kept, warnings=(*profile.warnings, warning))


def _is_echo(line: frozenset[str], asked: Sequence[frozenset[str]], least: int) -> bool:
    return len(line) >= least and any(share(line, words) >= _ALIKE and share(words, line) >= _ALIKE for words in asked)
