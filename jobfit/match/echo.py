"""Requirements and a Profile in, the profile without what only repeats the posting's words out, and warnings that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from jobfit.match.words import content
from jobfit.regex import regex
from jobfit.types import Profile, Requirement, Statement
from jobfit.vocabulary import skills
from jobfit.vocabulary.fold import fold

_MIN_WORDS = 5  # shorter lines are alike by chance: there are not many ways to write "Experience with Kubernetes"
_RUN = 4  # words in the posting's own order that are no chance
_COPIED = 0.6  # share of a line's words that stand in such runs
_PASTED = 3  # so many long echoes are no chance: then the short lines that are alike were copied too
_NAMES = 8  # so many of the names asked for, and half of all, in one sentence are a list of them and no deed
_NAMED = frozenset({"certificate", "education", "language"})  # what a paper or a course is called is not one's own wording
_SHOWN = 5
_WORD = regex(r"[^\W_]+")
_PARTING = regex(r"[,;/|·•&]|\band\b|\bund\b|\bet\b|\by\b|\ben\b|\be\b")


def without_echoes(requirements: Sequence[Requirement], profile: Profile) -> Profile:
    """Return the profile as it should be judged: a line copied from the posting is no evidence, a sentence of its names is a list."""
    copied = _copied(requirements, profile)
    kept = [said for said in profile.statements if said.line not in copied]
    stuffed = _stuffed(requirements, kept)
    if not copied and not stuffed:
        return profile
    warnings = [*profile.warnings]
    if copied:
        warnings.append(
            _warning(copied, "only repeats the posting's words and was not counted", "only repeat the posting's words and were not counted")
        )
    if stuffed:
        listed = "the posting's skills without a deed and"
        warnings.append(_warning(stuffed, f"names {listed} counts as a list", f"name {listed} count as lists"))
    statements = tuple(replace(said, listed=True) if said.line in stuffed else said for said in kept)
    return replace(profile, statements=statements, warnings=tuple(warnings))


def _copied(requirements: Sequence[Requirement], profile: Profile) -> set[int]:
    runs = frozenset(run for item in requirements for run in _runs(_words(item.text)))
    told = [said for said in profile.statements if said.source not in _NAMED]
    found = {said.line for said in told if not _runs_of(said.text).isdisjoint(runs) and _is_copied(said.text, runs)}
    if len(found) >= _PASTED:
        asked = [content(item.text) for item in requirements]
        found |= {said.line for said in told if _holds_any(content(said.text), asked)}
    return found


def _holds_any(line: frozenset[str], asked: Sequence[frozenset[str]]) -> bool:
    """Tell whether a line says little more than all of a requirement's words."""
    return any(words and words <= line and len(words) >= len(line) / 2 for words in asked)


def _is_copied(text: str, runs: frozenset[tuple[str, ...]]) -> bool:
    words = _words(text)
    inside = {at + n for at in range(len(words) - _RUN + 1) if words[at : at + _RUN] in runs for n in range(_RUN)}
    return len(inside) >= _COPIED * len(words) and len(content(text)) >= _MIN_WORDS


def _stuffed(requirements: Sequence[Requirement], statements: Sequence[Statement]) -> set[int]:
    """Return the lines of sentences that name most of what is asked for."""
    asked = frozenset(name for item in requirements for need in item.needs for name in need.skills)
    if len(asked) < _NAMES:
        return set()
    many = (said for said in statements if not said.listed and _parts(said.text) >= _NAMES - 1)
    return {said.line for said in many if len(asked & _named(said.text)) >= max(_NAMES, len(asked) / 2)}


@lru_cache(maxsize=4_000)
def _parts(text: str) -> int:
    return len(_PARTING.findall(text))


@lru_cache(maxsize=2_000)
def _named(text: str) -> frozenset[str]:
    return frozenset(hit.name for hit in skills.find(text))


@lru_cache(maxsize=4_000)
def _runs_of(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(_runs(_words(text)))


def _runs(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(_RUN)), strict=False)


@lru_cache(maxsize=4_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _warning(lines: set[int], one: str, more: str) -> str:
    numbers = sorted(lines)
    named = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
    return f"profile line {named} {one}" if len(numbers) == 1 else f"profile lines {named} {more}"
