"""A requirement's text in, its type and what it asks for out: needs that must all be met, each with its alternatives."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.parse.needs import condition, credential, cues, education, experience, language, skill, trait
from jobfit.parse.needs.alternatives import are_joined, grouped
from jobfit.parse.needs.clean import clean, parts
from jobfit.parse.needs.kinds import type_of
from jobfit.parse.needs.split import Clause
from jobfit.regex import regex
from jobfit.types import Kind, Need, NeedType
from jobfit.vocabulary import amounts, credentials, degrees, languages
from jobfit.vocabulary.fold import fold

__all__ = ["read_needs"]

_MAX_NEEDS = 12
_PLAIN_SORTS = ("rights", "travel", "on-call")  # conditions plain enough to be read out of requirements of other types
_WILLING = regex(
    r"will(?:ing|ig)|\bable\b|ability|must|up to|\d\s?%|disponib|bereit|requir|authori|right to|entitled|eligib|permi|"
    r"visa|rota|on.call|bereid|citizen|staatsburger|staatsangehor|nationalit|nacionalidad|ciudadan|citoyen"
)
_HOW_OLD = regex(  # years that say how recent a paper must be, not how long to have worked
    r"nicht alter als|(?:innerhalb )?der letzten|moins de|menos de|ultimos|niet ouder dan|"
    r"(?:within|in|over|inside|during) the (?:last|past)|(?:not|no) (?:more than|older than)|less than"
)
_PREFERRED = regex(
    r"\b(?:preferred|desired|desirable|a plus|an asset|an advantage|bevorzugt|von vorteil|wunschenswert|un plus|deseable|pre)$"
)
_PRESENCE = regex(
    r"\b(?:hybrid\w*|on[- ]?site|in[- ](?:the )?office|in person|office[- ]based|site[- ]based|cannot be done remotely|"
    r"not (?:a )?remote|vor ort|"
    r"prasenz|presentiel|presencial|op kantoor)\b"
)
_AWAY = regex(r"\b(?:fully remote|work from home|home office|internet|workspace|teletravail complet|100 ?% remote)\b")
_BACHELOR = degrees.rank("bachelor")
_EARLY = 40  # letters within which a degree is what a clause begins with


def read_needs(text: str, kind: Kind, sort: NeedType | None = None) -> tuple[NeedType, tuple[Need, ...]]:
    """Return the type that decides the verdict and the needs of one requirement, at least one and at most twelve.

    ``sort`` sets the type where it is known already, as in labelled data; else the text decides.
    Parts that the text only prefers are ``optional``; where it prefers all of itself, as a ``nice`` item may, none is.
    """
    plain = clean(text)
    sort = sort or ("condition" if condition.is_age(plain) else type_of(plain))
    return sort, _tidy(grouped(plain, _needs(plain, sort)), kind) or (Need(sort, plain, (plain,)),)


def _needs(text: str, sort: NeedType) -> list[Need]:
    if sort == "trait":
        return trait.read(text)
    found: list[Need] = []
    for index, (clause, wish) in enumerate(parts(text)):
        if sort == "education" and found and _only_stands_in(clause):
            found = [replace(need, equivalent=True) if need.type == "education" else need for need in found]
            continue
        read = _education(clause) if sort == "education" else _read(clause, sort, first=index == 0)
        wish = wish or (sort == "education" and bool(found) and _only_preferred(clause.text))
        found += [replace(need, optional=True) for need in read] if wish else read
    return found


def _only_preferred(text: str) -> bool:
    """Say whether a clause as a whole only prefers its degree ("an MBA or similar preferred")."""
    return bool(_PREFERRED.search(fold(text).strip(" .;")))


def _only_stands_in(clause: Clause) -> bool:
    """Say whether a clause names no degree of its own, but what may replace one ("an equivalent mix of both will do")."""
    return not degrees.find(clause.text) and any(role == "equivalent" for role, _, _ in cues.markers(clause.text))


def _education(clause: Clause) -> list[Need]:
    """Read degrees, and experience beside them unless it stands in for them."""
    stands_in = any(role == "equivalent" for role, _, _ in cues.markers(clause.text))
    named = degrees.find(clause.text) or degrees.fields_of(clause.text)
    worked = amounts.find(clause.text) and not stands_in and (not named or _says(clause, "experience"))
    return (education.read(clause.text) if named else []) + (experience.read(clause) if worked else [])


def _read(clause: Clause, sort: NeedType, *, first: bool) -> list[Need]:
    """Read one clause by the reader of the requirement's type, then by those of what else it plainly names."""
    if sort == "condition":
        papers = credential.read(clause)
        return [need for need in condition.read(clause) if not (papers and need.level == "check")] + papers
    if sort == "language":
        return language.read(clause)
    found: list[Need] = []
    dated = sort == "credential" and _HOW_OLD.search(fold(clause.text))
    if (amounts.find(clause.text) and not dated) or (sort == "experience" and (first or _says(clause, "experience"))):
        found += experience.read(clause)
    elif sort in ("skill", "experience"):
        found += skill.read(clause)
    papers = _papers(clause, sort)
    if sort == "credential" and not (papers or found) and _says(clause, "skill"):
        found += skill.read(clause)
    return found + papers + _conditions(clause, sort)


def _says(clause: Clause, kind: str) -> bool:
    return any(cue.type == kind for cue in cues.find(clause.text))


def _papers(clause: Clause, sort: NeedType) -> list[Need]:
    """Return credentials, degrees and languages that stand in a clause of a requirement of another type."""
    found: list[Need] = []
    kinds = {credentials.kind(hit.name) for hit in credentials.find(clause.text)}
    if sort == "credential" or "driving" in kinds:
        found += credential.read(clause)
    named = degrees.find(clause.text)
    trained = sort == "credential" and not found and named and degrees.fields_asked(clause.text)  # "NVQ Level 3 in plumbing"
    if trained or (sort == "experience" and named and (are_joined(clause.text) or _leads(clause.text, *named[0]))):
        found += education.read(clause.text)
    if sort != "skill" and any(item.level for item in languages.find(clause.text)):
        found += language.read(clause)
    return found


def _leads(text: str, level: str, start: int, _: int) -> bool:
    """Say whether the degree found there is asked for first, in its field, and not in the place of what stands before it."""
    return (
        start < _EARLY and degrees.rank(level) >= _BACHELOR and bool(degrees.fields_of(text)) and not re.search(r"\bor\s*$", text[:start])
    )


def _conditions(clause: Clause, sort: NeedType) -> list[Need]:
    if sort == "skill" or not _WILLING.search(fold(clause.text)):
        return []
    return [need for need in condition.read(clause) if need.level in _PLAIN_SORTS]


def _tidy(needs: list[Need], kind: Kind) -> tuple[Need, ...]:
    """Leave out repeats, join what is said twice of one language, keep the first twelve, and let not everything be optional."""
    once = _one_per_language(_presence_once(_rights_once(list(dict.fromkeys(needs)))))[:_MAX_NEEDS]
    if all(need.optional for need in once) or (kind == "nice" and once and once[0].optional):
        once = [replace(need, optional=False) for need in once]
    return tuple(once)


def _rights_once(needs: list[Need]) -> list[Need]:
    """Leave out what only adds to a right to work that names its country ("we hold no sponsor licence")."""
    named = any(need.level == "rights" and need.fields for need in needs)
    return [need for need in needs if need.level != "rights" or need.fields or not named]


def _presence_once(needs: list[Need]) -> list[Need]:
    """Leave out what only says that the work is at a place, where another need names the place ("hybrid; you live near Leeds")."""
    named = any(need.level == "place" and need.fields for need in needs)
    return [need for need in needs if not (named and need.type == "condition" and not need.fields and _is_presence(need))]


def _is_presence(need: Need) -> bool:
    return need.level in ("place", "remote") and bool(_PRESENCE.search(fold(need.text))) and not _AWAY.search(fold(need.text))


def _one_per_language(needs: list[Need]) -> list[Need]:
    """Keep one need for each language or group of languages, with the highest level said of it."""
    kept: dict[tuple[str, ...], Need] = {}
    for need in needs:
        key = need.skills if need.type == "language" else (str(len(kept)), need.type)
        before = kept.get(key)
        if before is None or languages.rank(need.level) > languages.rank(before.level):
            kept[key] = need if before is None else replace(need, optional=before.optional and need.optional)
    return list(kept.values())
