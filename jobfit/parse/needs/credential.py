"""A clause in, the licences, certificates, checks and clearances it asks for out, each group of alternatives one need."""

from __future__ import annotations

import re

from jobfit.parse.needs import cues
from jobfit.parse.needs.groups import groups, said
from jobfit.parse.needs.split import Clause
from jobfit.regex import regex
from jobfit.types import Need
from jobfit.vocabulary import credentials
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Hit

_LATER = regex(
    r"able to obtain|ability to obtain|eligib|working towards|willing(?:ness)? to (?:obtain|get|take|sit)|"
    r"or (?:be )?(?:able to |can |otherwise )?(?:travel|get|reach|move)\b.{0,40}(?:other means|other ways?|otherwise|public transport)|"
    r"progress toward|in progress|under way|(?:or|be) (?:actively )?pursuing|"
    r"within (?:\w+ ){1,2}(?:months|weeks|days) of|ready to sit|bereit|in the process of|or be able to get"
)

_CHOICE = regex(r"\b(?:or|oder|ou)\b")
_CUT = regex(r"[,;/]|\b(?:or|oder|ou)\b")
_NOTE = regex(r"\([^()]*\)")
_NAME = regex(r"^[A-ZÀ-Þ]|\b(?:apprenticeship|NVQ|SVQ|BTEC)\b")
_FEW = 5
_BESIDE = 3
# What a clause says of how recent a paper must be, that it must still run, or that it is one to teach others by.
_LIMITS = regex(
    r"instructor|trainer|assessor|examiner|current|valid|in[- ]date|up[- ]to[- ]date|"
    r"(?:within|last|less than|older than|no more than)\b.{0,12}\b(?:years?|months?)|älter|letzten|aktuell|gültig|"
    r"moins de|en cours de validité|à jour|menos de|últimos|vigente|ouder|geldig",
    re.IGNORECASE,
)


def read(clause: Clause) -> list[Need]:
    """Return the credentials asked for in ``clause``; ``equivalent`` says that getting it later, or doing without, will do."""
    found = [Hit(hit.name, hit.surface, hit.start + clause.start, hit.end + clause.start) for hit in credentials.find(clause.text)]
    later = bool(_LATER.search(fold(clause.text)))
    needs = []
    grouped = groups(clause, found)
    others = _others(clause.text) if len(grouped) == 1 else ()
    for group in grouped:
        names = tuple(dict.fromkeys(hit.name for hit in group.hits))
        words = tuple(dict.fromkeys(hit.surface for hit in group.hits))
        text = said(clause, group)
        level = credentials.kind(names[0])
        whole = clause.bare if _LIMITS.search(clause.text) else ""
        loose = group.open or _is_example(clause.text, group.start - clause.start, group.end - clause.start)
        needs.append(Need("credential", text, words + others, names, loose, group.optional, level=level, subject=whole, equivalent=later))
    return _once(needs)


def _is_example(text: str, start: int, end: int) -> bool:
    """Say whether the names at ``start`` to ``end`` are only examples: "such as" right before them, or "or similar" right behind."""
    return any(
        (role == "example" and 0 <= start - high <= _BESIDE) or (role == "alike" and 0 <= low - end <= _BESIDE)
        for role, low, high in cues.markers(text)
    )


def _others(text: str) -> tuple[str, ...]:
    """Return the names of a choice that the vocabulary does not know ("ELSA, mental health first aid or Thrive")."""
    if not _CHOICE.search(text):
        return ()
    pieces = [piece.strip(" .:-*•") for piece in _CUT.split(_NOTE.sub(" ", text))]
    return tuple(p for p in pieces if p and len(p.split()) <= _FEW and _NAME.search(p) and not credentials.find(p))


def _once(needs: list[Need]) -> list[Need]:
    """Leave out a need whose alternatives all stand in an earlier one."""
    kept: list[Need] = []
    for need in needs:
        if not any(set(need.skills) <= set(other.skills) for other in kept):
            kept.append(need)
    return kept
