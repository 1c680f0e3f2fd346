"""A clause in, the skills it asks for out: one need for each group of alternatives, with the depth asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.parse.needs import cues
from jobfit.parse.needs.groups import Group, groups
from jobfit.parse.needs.split import Clause
from jobfit.types import Need, NeedType
from jobfit.vocabulary import skills
from jobfit.vocabulary.phrases import Hit

_WIDE = ("", "subject", "method", "topic")  # a tool with its parts in brackets is shown by the tool itself, a field by one of its tools
_NEAR = 40  # letters between "one of" and the first name of its list
_LINK = re.compile(r"\s*,\s*(?:(?:or|oder|ou|o|of)\s+)?|\s+(?:or|oder|ou|o|of)\s+")
_NAME = r"[A-ZÀ-Þ][\w.+#-]*(?:(?:\s/\s|/|\s)[A-ZÀ-Þ][\w.+#-]*){0,2}"
_FURTHER = re.compile(rf"(?:(?:{_LINK.pattern}){_NAME})+(?=\s*[.)]?\s*$)")
DEPTHS = ("familiarity", "solid", "expert")


def read(clause: Clause, sort: NeedType = "skill", hits: Sequence[Hit] | None = None) -> list[Need]:
    """Return a need of type ``sort`` for each group of skills named in ``clause``; those that another group implies are left out."""
    found = _inside(clause) if hits is None else list(hits)
    grouped = groups(clause, found)
    return [_need(clause, group, sort) for group in grouped if not _implied_by_another(group, grouped)]


def _inside(clause: Clause) -> list[Hit]:
    return [Hit(hit.name, hit.surface, hit.start + clause.start, hit.end + clause.start) for hit in skills.find(clause.text)]


def _need(clause: Clause, group: Group, sort: NeedType) -> Need:
    names = tuple(dict.fromkeys(hit.name for hit in group.hits))
    words = tuple(dict.fromkeys(hit.surface for hit in group.hits))
    if group.subject and skills.kind(group.subject) not in _WIDE:
        names, words = (group.subject, *names), (skills.label(group.subject), *words)
    further = _rest_of_choice(clause, group)
    words = (*words, *(word for word in _LINK.split(further) if word))
    text = clause.text[group.start - clause.start : group.end - clause.start] + further
    return Need(
        sort, text, words, names, group.open, group.optional, level=depth(clause.text[: group.start - clause.start]), subject=group.subject
    )


def _rest_of_choice(clause: Clause, group: Group) -> str:
    """Return the names without a place in the vocabulary that end a "one of" list ("one of Spark, Flink, Beam"), with their commas."""
    before = clause.text[: group.start - clause.start]
    if not any(role == "either" and len(before) - end <= _NEAR for role, _, end in cues.markers(before)):
        return ""
    found = _FURTHER.match(clause.text, group.end - clause.start)
    return found[0] if found else ""


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
