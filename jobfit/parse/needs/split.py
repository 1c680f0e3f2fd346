"""A requirement's text and the names found in it in, groups of alternatives out: all groups are asked for, one name of each will do.

Commas take the meaning of the word that closes their list ("A, B or C" is one group, "A, B and C" are three); "e.g.", "such as",
"one of" and "or similar" make the list they introduce or close a choice; "preferably" and "is a plus" make what they cover a wish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jobfit.parse.needs import cues
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Hit

_OR = re.compile(r"(?:^|[\s,/(])(?:or|oder|ou|o|u|eller|lub|bzw\.?|and/or|und/oder|et/ou|y/o|e/ou|en/of)(?:[\s,/)]|$)|^\s*/\s*$|\s/\s|^/")
_DUTCH_OR = re.compile(r"(?:^|[\s,])of(?:\s|$)")
_DUTCH = re.compile(r"\b(?:een|het|van|met|ervaring|kennis|jij|voor|zoals|je|werken)\b")
_AND = re.compile(r"^\W*(?:and|und|et|y|e|en|plus|as well as|sowie|och|&|\+|and also|ainsi que|asi como)?\W*$")
_COMMA = re.compile(
    r"^[\s,*`'\"•·|]+$|^\s*,[^,.;()]{1,32},\s*$|^(?:\s[\w-]+){0,2},\s*(?!(?:with|for|in|to|on|mit|avec|con|you|"
    r"we)\b)(?:[\w-]+\s){0,2}$"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.\s?b|etc|min|max|dr|mr|ms|mrs|ca|bzw|inkl|incl|approx|u\.s|no|vs|p\.\s?ex|p\.\s?ej|bijv|"
    r"b\.?sc|m\.?sc|ph\.?d|st|o\.\s?a|u\.\s?a|yrs|std|abs|nr|exp|dipl|dipl\.-ing|ing|jr|sr|inc|ltd|\w))$"
)
_BREAK = re.compile(r"[;\n•]|(?<=[.!?])\s+(?=[\"'(]?[A-ZÀ-Þ0-9])|\s[–—]\s|\s-\s")


_OPENED = re.compile(r"\(\s*([^()]{0,12})$")
_INCLUDING = re.compile(r"incl|inkl|y compris|einschl|nur|only|and|und|et ")
_ONE = re.compile(
    r"\b(?:one|an?|any|another|some|either|eine?[nmrs]?|une?|una|um|uma|een|tools?|languages?|systems?|"
    r"frameworks?)\b[^,;.]*$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text that stands by itself, with its offsets."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Group:
    """Names of which one will do. ``open``: they are only examples; ``subject``: the wider name that they are examples of."""

    hits: tuple[Hit, ...]
    open: bool = False
    optional: bool = False
    subject: str = ""
    start: int = 0
    end: int = 0


def clauses(text: str) -> list[Clause]:
    """Cut ``text`` at semicolons, sentence ends, dashes and lines, but not inside brackets or after abbreviations."""
    cuts = [0]
    for match in _BREAK.finditer(text):
        before = text[: match.start()]
        if _depth(before) > 0 or (before.endswith(".") and _ABBREVIATION.search(fold(before[-9:-1]))):
            continue
        cuts.append(match.end() if match[0].strip() else match.start())
    pieces = [Clause(text[start:end], start) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [piece for piece in pieces if re.search(r"\w", piece.text)]


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")


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
    wished = _wishes(text, marks)
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


def is_wished(text: str) -> bool:
    """Say whether a clause as a whole is only wished for ("Experience in retail is a plus")."""
    return any(low < 3 and len(text) - high < 30 for low, high in _wishes(text, cues.markers(text)))


def _joints(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return for each hit but the last how it is joined to the next: or, and, comma or break; commas are resolved."""
    dutch = bool(_DUTCH.search(fold(text)))
    raw = [_joint(fold(text[end:start]), dutch) for (_, end), (start, _) in pairwise(spans)]
    resolved = list(raw)
    for index in range(len(raw) - 1, -1, -1):
        if raw[index] == "comma":
            after = resolved[index + 1] if index + 1 < len(raw) else "break"
            resolved[index] = "or" if after == "or" else "and"
    return resolved


def _joint(between: str, dutch: bool) -> str:
    if _COMMA.match(between):
        return "comma"
    if "(" in between or ")" in between:
        return "or" if re.match(r"^[^()]*\)\s*(?:or|oder|ou|o)\s", between) else "break"
    if len(between) < 60 and (_OR.search(between) or (dutch and _DUTCH_OR.search(between))):
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


def _wishes(text: str, marks: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of ``text`` that are wished for only: after "preferably", before "is a plus", or offered as training."""
    found = []
    for role, start, end in marks:
        if role == "wish":
            found.append((end, _reach_after(text, end)))
        elif role == "wished":
            found.append((_reach_before(text, start, whole=fold(text[start:end]).startswith("are ")), end))
        elif role == "taught":
            found.append((_reach_before(text, start, whole=True), _reach_after(text, end)))
    return found


def _reach_after(text: str, start: int) -> int:
    """Return where a wish that begins at ``start`` ends: its bracket, or the clause."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth < 0:
            return index
    return len(text)


def _reach_before(text: str, end: int, *, whole: bool) -> int:
    """Return where a wish that is said at ``end`` begins: its bracket, the last comma (if not ``whole``), or the clause."""
    depth = 0
    for index in range(end - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth < 0:
            return index
    breaks = r":\s|\bbut\s|\baber\s|\bmais\s|\bpero\s" + ("" if whole else r"|,\s")
    cuts = [match.end() for match in re.finditer(breaks, text[:end])]
    return next((cut for cut in reversed(cuts) if re.search(r"\w", text[cut:end])), 0)
