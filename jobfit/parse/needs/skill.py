"""A clause in, the skills it asks for out: one need for each group of alternatives, with the depth asked for."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.parse.needs import cues, excluded, unnamed
from jobfit.parse.needs.groups import Group, groups, said
from jobfit.parse.needs.split import Clause
from jobfit.types import Need, NeedType
from jobfit.vocabulary import skills
from jobfit.vocabulary.phrases import Hit

_WIDE = ("", "subject", "method", "topic")  # a tool with its parts in brackets is shown by the tool itself, a field by one of its tools
DEPTHS = ("familiarity", "solid", "expert")


def read(clause: Clause, sort: NeedType = "skill", hits: Sequence[Hit] | None = None) -> list[Need]:
    """Return a need of type ``sort`` for each group of skills named in ``clause``; those that another group implies are left out, as is
    what the clause sets aside ("PostgreSQL, not MySQL").

    Parts of a list that the vocabulary does not know are asked for by their words alone.
    """
    found = _inside(clause) if hits is None else list(hits)
    named = excluded.kept(clause.text, [*found, *unnamed.find(clause, found)], clause.start)
    grouped = groups(clause, sorted(named, key=lambda hit: hit.start))
    return [_need(clause, group, sort) for group in grouped if not _implied_by_another(group, grouped)]


def _inside(clause: Clause) -> list[Hit]:
    return [Hit(hit.name, hit.surface, hit.start + clause.start, hit.end + clause.start) for hit in skills.find(clause.text)]


def _need(clause: Clause, group: Group, sort: NeedType) -> Need:
    names = tuple(dict.fromkeys(hit.name for hit in group.hits if not hit.name.startswith(unnamed.MARK)))
    words = tuple(dict.fromkeys(hit.surface for hit in group.hits))
    subject = group.subject.removeprefix(unnamed.MARK)
    if subject and skills.kind(subject) not in _WIDE and subject not in names:
        names, words = (subject, *names), (skills.label(subject), *words)
    before = clause.text[: group.start - clause.start]
    return Need(sort, said(clause, group), words, names, group.open, group.optional, level=depth(before), subject=subject)


def _implied_by_another(group: Group, grouped: Sequence[Group]) -> bool:
    """Say whether this group only names the field of another ("databases" beside "PostgreSQL"), or the same names stand there first."""
    mine = {hit.name for hit in group.hits}
    for other in grouped:
        if other is group or other.optional:
            continue
        theirs = [hit.name for hit in other.hits]
        wide = all(skills.kind(name) in _WIDE for name in mine)
        exact = all(skills.kind(name) not in _WIDE for name in theirs)  # of two fields in one list, each is asked for
        if (wide and exact and all(mine & skills.implied(name) for name in theirs)) or (mine == set(theirs) and other.start < group.start):
            return True
    return False


def depth(before: str) -> str:
    """Return how well a skill is to be known, by the last such word in the text before it; "" where none is said."""
    found = [role for role, _, _ in cues.markers(before[-60:]) if role in DEPTHS]
    return found[-1] if found else ""
