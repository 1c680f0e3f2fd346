"""A requirement's text and the names found in it in, groups of alternatives out: all groups are asked for, one name of each will do.

Commas take the meaning of the word that closes their list ("A, B or C" is one group, "A, B and C" are three); "e.g.", "such as",
"one of" and "or similar" make the list they introduce or close a choice; "preferably" and "is a plus" make what they cover a wish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jobfit.parse.needs import cues, wishes
from jobfit.parse.needs.split import Clause
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Hit

_OR = regex(r"(?:^|[\s,/(])(?:or|oder|ou|o|u|eller|lub|bzw\.?|and/or|und/oder|et/ou|y/o|e/ou|en/of)(?:[\s,/)]|$)|^\s*/\s*$|\s/\s|^/")
_DUTCH_OR = regex(r"(?:^|[\s,])of(?:\s|$)")
_DUTCH = regex(r"\b(?:een|het|van|met|ervaring|kennis|jij|voor|zoals|je|werken)\b")
_AND = regex(r"^\W*(?:and|und|et|y|e|en|plus|as well as|sowie|och|&|\+|and also|ainsi que|asi como)?\W*$")
_COMMA = regex(
    r"^[\s,*`'\"•·|]+$|^\s*,[^,.;()]{1,32},\s*$|^(?:\s[\w-]+){0,2},\s*(?!(?:with|for|in|to|on|mit|avec|con|you|"
    r"we)\b)(?:[\w-]+\s){0,2}$"
)
# The last of a choice, after a comma of its own: ", or", ", or solid".
_LAST = regex(r"^\s*,\s*(?:of\s+|(?:or|oder|ou|o|u|eller)\s+(?:[\w-]+\s){0,2})$")
_LAST_UNKNOWN = regex(r",\s*[\w-]+\s(?:or|oder|ou|eller)\s+$")  # the same behind a name that no vocabulary knows
_GOES_ON = regex(r"\s*,?\s(?:or|oder|ou)\s(?:an?\s|eine\s|une\s)?\w")  # the list ends in a choice that no vocabulary knows
_SAID = regex(r"\b(?:you|we|so|which|who|because|must|should|(?<!ou )(?<!et )du|wir|vous|nous)\b")  # a sentence of its own stands between
_NEAR, _FEW = 60, 3  # letters between two names that an "or" joins, and words before it
_OPENED = regex(r"\(\s*([^()]{0,12})$")
_INCLUDING = regex(r"incl|inkl|y compris|einschl|nur|only|and|und|et ")
_ONE = regex(
    r"\b(?:one|an?|any|another|some|either|eine?[nmrs]?|une?|una|um|uma|een|tools?|languages?|systems?|"
    r"frameworks?)\b[^,;.]*$"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Names of which one will do. ``open``: they are only examples; ``subject``: the wider name that they are examples of."""

    hits: tuple[Hit, ...]
    open: bool = False
    optional: bool = False
    subject: str = ""
    start: int = 0
    end: int = 0


def groups(clause: Clause, hits: Sequence[Hit]) -> list[Group]:
    """Group ``hits`` (all inside ``clause``, offsets of the whole text) into what is asked for, in order."""
    aside = _asides(clause.text)
    inner = [hit for hit in hits if any(low <= hit.start - clause.start < high for low, high in aside)]
    outer = [hit for hit in hits if hit not in inner]
    plain = clause.text
    for low, high in aside:
        plain = plain[:low] + " " * (high - low) + plain[high:]
    found = _grouped(Clause(plain, clause.start), outer)
    found += [replace(group, optional=True) for group in _grouped(clause, inner)]
    return sorted(found, key=lambda group: group.start)


def said(clause: Clause, group: Group) -> str:
    """Return the words of ``clause`` that a group of its names spans, to the end of a bracket that opens among them."""
    start, end = group.start - clause.start, group.end - clause.start
    opened = clause.text.count("(", start, end) - clause.text.count(")", start, end)
    closed = clause.text.find(")", end) + 1 if opened > 0 else 0
    return clause.text[start : max(end, closed)]


def _asides(text: str) -> list[tuple[int, int]]:
    """Return the brackets that only wish for something ("(S/4HANA preferred, ECC is fine)")."""
    brackets = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    wishes = [start for role, start, _ in cues.markers(text) if role in ("wish", "wished", "taught")]
    return [(low, high) for low, high in brackets if any(low < start < high for start in wishes)]


def _grouped(clause: Clause, hits: Sequence[Hit]) -> list[Group]:
    if not hits:
        return []
    text = clause.text
    spans = [(hit.start - clause.start, hit.end - clause.start) for hit in hits]
    marks = cues.markers(text)
    joints = _joints(text, spans)
    choices, subjects = _choices(text, spans, marks, joints)
    joints = ["or" if index in choices else joint for index, joint in enumerate(joints)]
    wished = wishes.stretches(text)
    alike = [start for role, start, _ in marks if role == "alike"]
    found = []
    for first, last in _runs(joints, len(hits)):
        members = [hits[index] for index in range(first, last + 1) if index not in subjects]
        wider = [hits[index].name for index in range(first, last + 1) if index in subjects]
        end = spans[last][1]
        is_open = any(index in choices for index in range(first, last + 1)) or any(0 <= start - end < 12 for start in alike)
        optional = any(low <= spans[last][0] and end <= high for low, high in wished)
        kept = tuple(members) or tuple(hits[first : last + 1])
        found.append(Group(kept, is_open, optional, wider[0] if wider and members else "", hits[first].start, hits[last].end))
    return found


def _joints(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return for each hit but the last how it is joined to the next: or, and, comma or break; commas are resolved."""
    between = [fold(text[end:start]) for (_, end), (start, _) in pairwise(spans)]
    dutch = any("of" in one for one in between) and _DUTCH.search(fold(text)) is not None
    raw = [_joint(one, dutch) for one in between]
    resolved = list(raw)
    for index in range(len(raw) - 1, -1, -1):
        if raw[index] == "comma":
            after = resolved[index + 1] if index + 1 < len(raw) else "or" if _GOES_ON.match(fold(text[spans[-1][1] :])) else "break"
            resolved[index] = "or" if after == "or" else "and"
    return resolved


def _joint(between: str, dutch: bool) -> str:
    if _SAID.search(between):
        return "break"
    if _COMMA.match(between) and not _LAST.match(between) and not _LAST_UNKNOWN.search(between):
        return "comma"
    if "(" in between or ")" in between:
        return "or" if re.match(r"^[^()]*\)\s*(?:or|oder|ou|o)\s", between) else "break"
    either = _OR.search(between) or (_DUTCH_OR.search(between) if dutch else None)
    if either and len(between) < _NEAR and len(between[: either.start()].split()) <= _FEW:
        return "or"
    return "and" if _AND.match(between) else "break"


def _choices(
    text: str, spans: Sequence[tuple[int, int]], marks: Sequence[tuple[str, int, int]], joints: Sequence[str]
) -> tuple[set[int], set[int]]:
    """Return the joints that a list of examples makes choices, and the hits that name what the examples are of."""
    joined: set[int] = set()
    subjects: set[int] = set()
    for role, start, end in marks:
        if role in ("example", "either"):
            first = next((index for index, span in enumerate(spans) if 0 <= span[0] - end <= 40), None)
            if first is None:
                continue
            last = _list_end(text, spans, joints, first)
            joined |= set(range(first, last))
            before = first - 1
            if (
                role == "example"
                and before >= 0
                and start - spans[before][1] <= 30
                and not re.search(r"[;.]", text[spans[before][1] : start])
            ):
                joined.add(before)
                subjects.add(before)
        elif role == "alike":
            last_hit = next((index for index in range(len(spans) - 1, -1, -1) if 0 <= start - spans[index][1] <= 25), None)
            if last_hit is not None:
                joined |= set(range(_list_start(joints, last_hit), last_hit))
    return joined | _brackets(text, spans, joints, subjects), subjects


def _list_end(text: str, spans: Sequence[tuple[int, int]], joints: Sequence[str], first: int) -> int:
    """Return the last hit of the list that begins at ``first``; a bracket that closes ends it."""
    last = first
    while last < len(joints) and joints[last] != "break" and ")" not in text[spans[last][1] : spans[last + 1][0]]:
        last += 1
    return last


def _list_start(joints: Sequence[str], last: int) -> int:
    first = last
    while first > 0 and joints[first - 1] != "break":
        first -= 1
    return first


def _brackets(text: str, spans: Sequence[tuple[int, int]], joints: Sequence[str], subjects: set[int]) -> set[int]:
    """Read "cloud (AWS, Azure)" as examples of the name before the bracket, and "one tool (Ansible, Chef)" as a choice."""
    joined: set[int] = set()
    for index, span in enumerate(spans):
        opened = _OPENED.search(text[: span[0]])
        if not opened or (index and spans[index - 1][1] > opened.start()) or _INCLUDING.match(fold(opened[1])):
            continue
        last = _list_end(text, spans, joints, index)
        before = index - 1
        if before >= 0 and before not in subjects and re.fullmatch(r"[^,.;:]{0,12}", text[spans[before][1] : opened.start()]):
            joined |= set(range(before + 1, last)) | {before}
            subjects.add(before)
        elif _ONE.search(fold(text[max(0, opened.start() - 60) : opened.start()])):
            joined |= set(range(index, last))
    return joined


def _runs(joints: Sequence[str], count: int) -> list[tuple[int, int]]:
    """Return (first, last) of each stretch of hits joined by "or"."""
    runs: list[tuple[int, int]] = []
    first = 0
    for index in range(count):
        if index == count - 1 or joints[index] != "or":
            runs.append((first, index))
            first = index + 1
    return runs
