"""Assessments of one profile in, the needs it does not show out, each with what it costs and which postings it would open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobfit.settings import CREDITS, WEIGHTS
from jobfit.types import Assessment, Need, NeedType, Verdict, VerdictName


@dataclass(frozen=True, slots=True)
class Missing:
    """A need over all postings: ``cost`` is weight × occurrences, ``opens`` the postings whose fit it would lift over the bar."""

    type: NeedType
    name: str
    cost: float
    required: int
    nice: int
    asked: tuple[str, ...]
    opens: tuple[str, ...]


Key = tuple[NeedType, str]
Places = list[tuple[Assessment, Verdict]]


def costs(results: Sequence[Assessment], reach: float) -> list[Missing]:
    """Return the missing needs, the most costly first; ``reach`` is the fit from which a posting counts as open, 0 to 1.

    Each alternative of a need is a gap of its own, since any one of them would fill it. A need that an item itself only prefers,
    and an item that could not be judged, cost nothing.
    """
    found: dict[Key, Places] = {}
    shown: dict[Key, str] = {}
    for result in results:
        for verdict in result.verdicts:
            for key, words in {_folded(key): key[1] for key in _missing_keys(verdict)}.items():
                found.setdefault(key, []).append((result, verdict))
                shown.setdefault(key, words)
    rows = [_row(key, _label(key[0], shown[key]), places, reach) for key, places in found.items()]
    return sorted(rows, key=lambda row: (-row.cost, -len(row.opens), row.name.casefold(), row.name, row.type))


def is_open(result: Assessment, reach: float) -> bool:
    """Say whether a posting's fit reaches the bar and nothing knocks the profile out."""
    return result.fit is not None and result.fit >= reach and not result.knockouts


def would_open(result: Assessment, key: Key, reach: float) -> bool:
    """Say whether a posting that is not open would be if the profile showed the need (``key`` folded)."""
    if is_open(result, reach):
        return False
    said = [(verdict, _filled(verdict, key)) for verdict in result.verdicts if verdict.verdict != "unjudged"]
    weight = sum(WEIGHTS[verdict.requirement.kind] for verdict, _ in said)
    credit = sum(WEIGHTS[verdict.requirement.kind] * CREDITS[name] for verdict, name in said)
    knocked = any(verdict.knockout and name != "met" for verdict, name in said)
    return not knocked and bool(weight) and credit / weight >= reach


def _row(key: Key, words: str, places: Places, reach: float) -> Missing:
    once = {(result.posting.path, verdict.requirement.line): verdict for result, verdict in places}  # the roles of a page share lines
    kinds = [verdict.requirement.kind for verdict in once.values()]
    asked = {id(result): result for result, _ in places}.values()
    return Missing(
        type=key[0],
        name=words,
        cost=sum(WEIGHTS[kind] for kind in kinds),
        required=kinds.count("required"),
        nice=kinds.count("nice"),
        asked=tuple(name(result) for result in asked),
        opens=tuple(name(result) for result in asked if would_open(result, key, reach)),
    )


def name(result: Assessment) -> str:
    """Return a posting's path, with its role where a page has several."""
    return result.posting.path + (f" ({result.posting.role})" if len(result.posting.roles) > 1 else "")


def _missing_keys(verdict: Verdict) -> Iterator[Key]:
    if verdict.verdict in ("met", "unjudged"):
        return
    short = [judged for judged in verdict.needs if judged.verdict != "met" and not judged.need.optional]
    for judged in short:
        yield from _keys(judged.need)
    if not short:
        yield _whole(verdict)


def _keys(need: Need) -> list[Key]:
    if need.type == "experience" and need.subject:
        return [(need.type, need.subject)]
    return [(need.type, alternative) for alternative in need.skills or need.any_of or (need.text,)]


def _label(kind: NeedType, words: str) -> str:
    """Return how a skill, credential or language is written for a reader; a text of the posting as it stands."""
    from jobfit.vocabulary import credentials, languages, skills

    if kind == "language":
        return languages.english_name(words)
    if kind == "credential":
        return credentials.label(words)
    return skills.label(words) if kind in ("skill", "experience") else words


def _folded(key: Key) -> Key:
    """Take spellings that differ in case or spaces only for one."""
    return key[0], " ".join(key[1].casefold().split())


def _whole(verdict: Verdict) -> Key:
    return verdict.requirement.type, verdict.requirement.text


def _filled(verdict: Verdict, key: Key) -> VerdictName:
    """Return what a requirement's verdict would be if the profile showed the need."""
    if key not in map(_folded, _missing_keys(verdict)):
        return verdict.verdict
    rest = [j for j in verdict.needs if j.verdict != "met" and not j.need.optional and key not in map(_folded, _keys(j.need))]
    return "partly" if rest else "met"
