"""A requirement's text in, its type and what it asks for out: needs that must all be met, each with its alternatives."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.parse.needs import condition, credential, cues, education, experience, language, skill, trait
from jobfit.parse.needs.kinds import type_of
from jobfit.parse.needs.split import Clause, clauses
from jobfit.types import Kind, Need, NeedType
from jobfit.vocabulary import amounts, credentials, degrees, languages

__all__ = ["read_needs"]

_MARKUP = re.compile(r"\*\*|__|~~|`|<[^<>]{1,200}>")
_TABLE = re.compile(r"\s*\|\s*")
_BULLET = re.compile(r"^[\s\-*•·●○▪■➢✓–—>🔹🔸⭐✅]+")
_MAX_CHARS = 2000
_MAX_NEEDS = 12
_STRICT_SORTS = ("rights", "travel", "on-call")


def read_needs(text: str, kind: Kind, sort: NeedType | None = None) -> tuple[NeedType, tuple[Need, ...]]:
    """Return the type that decides the verdict and the needs of one requirement, at least one and at most twelve.

    ``sort`` sets the type where it is known already, as in labelled data; else the text decides.
    Parts that the text only prefers are ``optional``; where it prefers all of itself, as a ``nice`` item may, none is.
    """
    clean = _clean(text)
    sort = sort or type_of(clean)
    needs = _tidy(_needs(clean, sort), kind)
    return sort, needs or (Need(sort, clean, (clean,)),)


def _clean(text: str) -> str:
    """Take marks of layout out of ``text``: emphasis, tags, bullets, table lines."""
    plain = _TABLE.sub("; ", _MARKUP.sub("", text[:_MAX_CHARS]))
    return _BULLET.sub("", plain).strip("; \t\n") or text.strip()


def _needs(text: str, sort: NeedType) -> list[Need]:
    if sort == "trait":
        return trait.read(text)
    if sort == "education":
        return education.read(text) + _amounts(text)
    found: list[Need] = []
    for clause in clauses(text):
        found += _read_clause(clause, sort)
    return found


def _amounts(text: str) -> list[Need]:
    """Return experience asked for beside a degree, unless it stands in for the degree."""
    if any(role == "equivalent" for role, _, _ in cues.markers(text)):
        return []
    return [need for clause in clauses(text) if amounts.find(clause.text) for need in experience.read(clause)]


def _read_clause(clause: Clause, sort: NeedType) -> list[Need]:
    """Read one clause by the reader of the requirement's type first, then by those of what else it plainly names."""
    text = clause.text
    found: list[Need] = []
    if sort == "condition":
        return condition.read(clause) + _papers(clause, sort)
    if sort == "language":
        return language.read(clause)
    if amounts.find(text) or (sort == "experience" and _asks_for_work(text)):
        found += experience.read(clause)
    elif sort in ("skill", "experience"):
        found += skill.read(clause)
    found += _papers(clause, sort)
    found += [need for need in condition.read(clause) if need.level in _STRICT_SORTS and sort != "skill"]
    return found


def _asks_for_work(text: str) -> bool:
    return any(cue.type == "experience" for cue in cues.find(text)) or bool(re.search(r"\w", text))


def _papers(clause: Clause, sort: NeedType) -> list[Need]:
    """Return degrees, credentials and languages that stand in a clause of a requirement of another type."""
    found: list[Need] = []
    if sort in ("credential", "condition") or any(credentials.kind(hit.name) == "driving" for hit in credentials.find(clause.text)):
        found += credential.read(clause)
    if sort in ("experience", "credential") and any(degrees.rank(level) > 3 for level, _, _ in degrees.find(clause.text)):
        found += education.read(clause.text)
    if sort != "skill" and any(item.level for item in languages.find(clause.text)):
        found += language.read(clause)
    return found


def _tidy(needs: list[Need], kind: Kind) -> tuple[Need, ...]:
    """Leave out repeats, keep the first twelve, and let not everything be optional."""
    once = list(dict.fromkeys(needs))[:_MAX_NEEDS]
    if all(need.optional for need in once) or (kind == "nice" and sum(not need.optional for need in once) == 0):
        once = [replace(need, optional=False) for need in once]
    return tuple(once)
