"""A clause in, the experience it asks for out: an amount in months with its subject, or a kind of work without an amount."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.parse.needs import skill
from jobfit.parse.needs.split import Clause
from jobfit.parse.needs.wishes import is_wished, parted
from jobfit.regex import regex
from jobfit.types import Need
from jobfit.vocabulary import amounts, degrees

_SUBJECT_BEFORE = regex(
    r"^\W*(?:w/|over|more than|at least|minimum|min\.?|mindestens|au moins|al menos|minimaal|between|zwischen|entre|"
    r"(?:them|which) (?:with|in|as)|"
    r"sur un poste (?:similaire|équivalent|comparable)|en un puesto (?:similar|equivalente)|"
    r"in an? (?:similar|comparable) (?:role|position|job)|"
    r"in (?:ähnlicher|vergleichbarer) (?:position|funktion)|(?:em|numa) função (?:similar|semelhante)|"
    r"of|in|with|as|an?|the|working|work|professional|relevant|related|hands-on|practical|proven|prior|previous|industry|full-time|"
    r"experience|experiences|exp\.?|erfahrung|berufserfahrung|praxis|expérience|experiencia|ervaring|werkervaring|experiência|"
    r"im|in der|als|bei|mit|en|dans|de|du|des|d'|comme|como|con|em|com|na|no|met|aan|op|bij|or more|at|on|doing|from|to|your|our|\+)\b\W*",
    re.IGNORECASE,
)
_END = regex(
    r"[;(]|[\s,–—-]+(?:e\.?g\b|such as|for example|z\.\s?B)|"
    r",\s*(?:preferably|ideally|of which|including|with at least|at least|davon|dont|de los cuales|waarvan)|\.\s"
)
# What leads to the next amount ("…, of which at least"), and a new demand after a comma ("…, and you'll need …").
_TAIL = regex(
    r"[,;(]?\s*(?:\b(?:of which|with|including|no less than|at least|of it|one of them|and|davon|mindestens|dont|au moins|"
    r"de los cuales|waarvan)\W+)+$",
    re.IGNORECASE,
)
_FURTHER = regex(
    r",\s*(?:and\s+)?(?:you|you'll|you will|as well as|plus|sowie|ainsi que|asi como)\b|"
    r"\s(?:and|und|et|y|en)\s+(?:you(?:'ll|\swill)?\s(?:also\s)?(?:need|must|have|hold)|(?:also\s)?(?:a|an)\s(?:valid|current)|dazu|zudem|außerdem)\b",
    re.IGNORECASE,
)
_THEREABOUTS = regex(
    r"^\W*(?:or (?:thereabouts|so|more)|(?:of )?(?:relevant |related |professional |work )*experience|required|minimum|mindestens)\W*$",
    re.IGNORECASE,
)
_WISHED_AFTER = regex(
    r"\W{0,2}\s*(?:preferred|desirable|desired|ideal|is a plus|a plus|von Vorteil|souhait|deseable|wenselijk)", re.IGNORECASE
)
_AFTERWARDS = regex(
    r"\s+(?:(?:is |are )?(?:strongly |highly )?(?:required|needed|necessary|preferred|desired|desirable|expected|a must|a plus|essential)"
    r"\b.*|"
    r"experience|erforderlich|erwünscht|vereist|requise?)\W*$",
    re.IGNORECASE,
)
_MAX_LISTED = 4
_LEADING = "people management"
_LIST = regex(r",|/|&|\b(?:and|or|und|oder|sowie|et|ou|y|e)\b", re.IGNORECASE)


def read(clause: Clause) -> list[Need]:
    """Return a need for each amount in ``clause`` (each of the skills named with it, where they are few), or one without an amount.

    A wish that the clause ends with makes optional needs of its own.
    """
    text, wish = parted(clause.text)
    if wish is None:
        return _firm(clause)
    wished = Clause(clause.text[slice(*wish)], clause.start + wish[0])
    return _firm(Clause(text, clause.start)) + [replace(need, optional=True) for need in _firm(wished)]


def _firm(clause: Clause) -> list[Need]:
    found = amounts.find(clause.text)
    if not found:
        return _without_amount(clause)
    needs: list[Need] = []
    for index, amount in enumerate(found):
        begin = 0 if index == 0 and not degrees.find(clause.text[: amount.start]) else amount.start
        end = found[index + 1].start if index + 1 < len(found) else len(clause.text)
        text = clause.text[begin:end]
        if index + 1 < len(found) and (tail := _TAIL.search(text)):
            text = text[: tail.start()]
        rest = ""
        if further := _FURTHER.search(text, amount.end - begin):
            text, rest = text[: further.start()], text[further.start() :]
        needs += _with_amount(Clause(text, clause.start + begin), amount.months, amount.start - begin, amount.end - begin)
        needs += skill.read(Clause(rest, clause.start + begin + len(text))) if rest else []
    return needs


def _with_amount(part: Clause, months: int, before: int, after: int) -> list[Need]:
    subject = subject_of(_THEREABOUTS.sub("", part.text[after:])) or subject_of(part.text[:before])
    wished = is_wished(part.text) or bool(_WISHED_AFTER.match(part.text, after))
    text = part.bare
    whole = Need("experience", text, (text,), optional=wished, months=months, subject=subject)
    listed = [need for need in skill.read(part, "experience") if need.skills]
    firm = [need for need in listed if not need.optional]
    one = any(_LEADING in need.skills for need in firm) and not _LIST.search(subject)  # "leading a team of data scientists"
    if not firm or len(firm) > _MAX_LISTED or (one and len(firm) > 1):
        return [whole]
    if len(listed) == 1:
        only = listed[0]
        return [replace(whole, any_of=only.any_of, skills=only.skills, open=only.open, subject=subject or only.subject)]
    return [replace(need, months=months, level="") for need in listed]


def _without_amount(clause: Clause) -> list[Need]:
    listed = skill.read(clause, "experience")
    if not any(need.skills for need in listed):
        listed = []
    text = clause.bare
    if len(listed) > 1:
        return listed
    if listed:
        return [replace(listed[0], text=text, subject=subject_of(text))]
    return [Need("experience", text, (text,), optional=is_wished(clause.text), subject=subject_of(text))]


def subject_of(text: str) -> str:
    """Return what the experience is to be in, in the text's own words, without lead-in words and asides; at most 12 words."""
    cut = _END.search(text)
    rest = text[: cut.start()] if cut else text
    while (match := _SUBJECT_BEFORE.match(rest)) and match.end():
        rest = rest[match.end() :]
    rest = _AFTERWARDS.sub("", rest)
    return " ".join(rest.strip(" ,.;:-*•+").split()[:12])
