"""A text in, the education it asks for out: the least level that will do, the fields, and whether experience may stand in."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.parse.needs import cues
from jobfit.regex import regex
from jobfit.types import Need
from jobfit.vocabulary import degrees
from jobfit.vocabulary.fold import fold

_RELATED = regex(
    r"\b(?:related|similar|relevant|comparable|cognate|adjacent|equivalent|neighbou?ring|allied|"
    r"close)\s+(?:\w+\s+){0,2}(?:field|fields|discipline|disciplines|subject|area|areas|degree|major)|"
    r"something close|close to these|or similar|or related|verwandt|vergleichbar|ahnlich|oder ahnliches|"
    r"domaines? connexes?|disciplines? connexes?|domaine apparente|discipline apparentee|"
    r"equivalent|afin|similar|aanverwant|vergelijkbaar|area relacionada|areas afins"
)
_WISH = regex(
    r"prefer|desir|a plus|is welcome|asset|von vorteil|wunschenswert|un plus|valora|deseable|atout|ideal|bij voorkeur|"
    r"nice to have|advantage|highly valued"
)
# A bare "degree" that a named level stands right before or right behind ("PhD degree", "degree (MSc or PhD)") is of that level.
_BARE = regex(r"(?:university|college)?\s*degrees?")
_LED = regex(r"[\s-]*(?:level|university|college|academic|research)?[\s-]*")
_FOLLOWED = regex(r"\s*(?:\(|:|at(?: the| least)?|of)\s*(?:an?\s|the\s)?")
# "A bachelor's degree or a paralegal certificate": what follows the "or" says nothing of the degree before it.
_OR_PAPER = regex(
    r"(?P<degree>[^,;.]*?),?\s+(?:or|oder|ou|o|of)\s+(?P<paper>(?:an?\s|eine?n?\s|une?\s|una?\s|een\s)?(?:[\w'’-]+\s){0,4}"
    r"(?:certificate|certification|licen[cs]e|apprenticeship|Zertifikat|Lehre|Ausbildung|certificat|certificado|certificaat)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DEMAND = regex(r"requir|must|minimum|at least|mindestens|essential|obligat")


def read(text: str) -> list[Need]:
    """Return the education asked for; a degree of no named field and a paper that may stand for it are two ways, of one group."""
    found = _OR_PAPER.match(text)
    if found and degrees.find(found["degree"]) and not degrees.fields_asked(found["degree"]) and degrees.fields_asked(found["paper"]):
        return [replace(need, group="degree or paper") for part in (found["degree"], found["paper"]) for need in _read(part)]
    return _read(text)


def _read(text: str) -> list[Need]:
    """Return one need, and a wished-for one where a higher degree is only preferred."""
    named = degrees.find(text)
    firm = _levelled(text, [item for item in named if not _is_wish(text, item[1], item[2])])
    wished = _levelled(text, [item for item in named if _is_wish(text, item[1], item[2])])
    fields = tuple(sorted(degrees.fields_asked(text)))
    whole = text.strip(" ,;:-*•")
    equivalent = any(role == "equivalent" for role, _, _ in cues.markers(text))
    base = Need("education", whole, (whole,), fields=fields, open=bool(_RELATED.search(fold(text))), equivalent=equivalent)
    levels = firm or wished
    if not levels:
        return [base]
    least = min((level for level, _, _ in levels), key=degrees.rank)
    needs = [replace(base, any_of=tuple(dict.fromkeys(text[start:end] for _, start, end in levels)), level=least)]
    if firm and wished:
        best = max((level for level, _, _ in wished), key=degrees.rank)
        if degrees.rank(best) > degrees.rank(least):
            needs.append(replace(base, level=best, any_of=tuple(text[start:end] for _, start, end in wished), optional=True))
    return needs


def _levelled(text: str, named: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Leave out a bare "degree" whose level stands beside it."""

    def is_bare(start: int, end: int) -> bool:
        return bool(_BARE.fullmatch(fold(text[start:end])))

    exact = [(start, end) for _, start, end in named if not is_bare(start, end)]
    return [
        (level, start, end)
        for level, start, end in named
        if (start, end) in exact
        or not any(
            (stop <= start and _LED.fullmatch(fold(text[stop:start]))) or (begin >= end and _FOLLOWED.fullmatch(fold(text[end:begin])))
            for begin, stop in exact
        )
    ]


def _is_wish(text: str, start: int, end: int) -> bool:
    """Say whether the words right around a degree make it a wish ("MS required, PhD preferred")."""
    after = re.split(r"[;,.()]|\b(?:and|or|but)\b", fold(text[end : end + 60]))[0]
    before = re.split(r"[;,.()]", fold(text[max(0, start - 30) : start]))[-1]
    return bool(_WISH.search(after) or _WISH.search(before)) and not _DEMAND.search(after)
