"""A clause in, the human languages it asks for out, each with its level; languages joined by "or" are one need."""

from __future__ import annotations

from jobfit.parse.needs.groups import Group, groups
from jobfit.parse.needs.split import Clause
from jobfit.types import Need
from jobfit.vocabulary import languages
from jobfit.vocabulary.phrases import Hit


def read(clause: Clause) -> list[Need]:
    """Return the languages asked for in ``clause``; ``skills`` holds their ISO 639-1 codes, ``level`` the least CEFR level."""
    found = languages.find(clause.text)
    hits = [Hit(item.code, clause.text[item.start : item.end], item.start + clause.start, item.end + clause.start) for item in found]
    levels = {hit.start: item.level for hit, item in zip(hits, found, strict=True)}
    if len({hit.name for hit in hits}) == 1 and not any(levels.values()):
        levels = dict.fromkeys(levels, languages.level_of(clause.text))
    needs: list[Need] = []
    for group in groups(clause, hits):
        codes = tuple(dict.fromkeys(hit.name for hit in group.hits))
        named = [levels[hit.start] for hit in group.hits if levels[hit.start]]
        level = min(named, key=languages.rank) if named else ""
        if len(set(named)) > 1 and len(named) == len(group.hits) == len(codes):
            needs += _each(clause, group, levels, len(needs))  # "English at B2 or French at B1"
            continue
        words = tuple(dict.fromkeys(hit.surface for hit in group.hits))
        if not any(set(codes) <= set(other.skills) for other in needs):
            needs.append(Need("language", clause.bare, words, codes, group.open, group.optional, level=level))
    return needs


def _each(clause: Clause, group: Group, levels: dict[int, str], number: int) -> list[Need]:
    """Return a need for each language of a choice whose levels differ, of which one is enough."""
    name = f"tongue {clause.start} {number}"
    return [
        Need("language", clause.bare, (hit.surface,), (hit.name,), group.open, group.optional, level=levels[hit.start], group=name)
        for hit in group.hits
    ]
