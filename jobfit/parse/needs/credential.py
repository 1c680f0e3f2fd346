"""A clause in, the licences, certificates, checks and clearances it asks for out, each group of alternatives one need."""

from __future__ import annotations

import re

from jobfit.parse.needs.groups import groups
from jobfit.parse.needs.split import Clause
from jobfit.types import Need
from jobfit.vocabulary import credentials
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Hit

_LATER = re.compile(
    r"able to obtain|ability to obtain|eligib|working towards|willing(?:ness)? to (?:obtain|get|take|sit)|"
    r"or (?:be )?(?:able to |can |otherwise )?(?:travel|get|reach|move)\b.{0,40}(?:other means|other ways?|otherwise|public transport)|"
    r"within (?:\w+ ){1,2}(?:months|weeks|days) of|ready to sit|bereit|in the process of|or be able to get"
)


def read(clause: Clause) -> list[Need]:
    """Return the credentials asked for in ``clause``; ``equivalent`` says that getting it later, or doing without, will do."""
    found = [Hit(hit.name, hit.surface, hit.start + clause.start, hit.end + clause.start) for hit in credentials.find(clause.text)]
    later = bool(_LATER.search(fold(clause.text)))
    needs = []
    for group in groups(clause, found):
        names = tuple(dict.fromkeys(hit.name for hit in group.hits))
        words = tuple(dict.fromkeys(hit.surface for hit in group.hits))
        text = clause.text[group.start - clause.start : group.end - clause.start]
        level = credentials.kind(names[0])
        needs.append(Need("credential", text, words, names, group.open, group.optional, level=level, equivalent=later))
    return _once(needs)


def _once(needs: list[Need]) -> list[Need]:
    """Leave out a need whose alternatives all stand in an earlier one."""
    kept: list[Need] = []
    for need in needs:
        if not any(set(need.skills) <= set(other.skills) for other in kept):
            kept.append(need)
    return kept
