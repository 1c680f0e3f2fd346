"""A line of a profile in; out what of it the person claims, and what it denies, hopes for or tells of somebody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from jobfit.regex import regex
from jobfit.vocabulary import skills
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.tables import DATA

_WORD = regex(r"[^\W_]+(?:'[^\W_]+)?")
_JOINS = regex(r",|:|\s(?:and|und|et|y|en|e|sowie|plus)\s")
_FREE = regex(r"(?<![\w-])([\w+#.]+)[- ]free\b")
_BRACKETED = regex(r"^[^.;,()]*[(\[]$")  # what stands before a bracket that denies it: "Kubernetes (no experience)"
_ADJUNCT = regex(r"\b(?:with|having|despite|from)\s*$")  # "founded a firm with no experience of it" claims the firm
_SHORT = 3
_NAME = 60  # letters in which the name of a skill ends
# Kinds that a bare "no" denies: "no AWS", not "no supervision" or "without project management".
_TOOLS = frozenset({"language", "framework", "tool", "platform", "library"})


@lru_cache(maxsize=20_000)
def claimed(text: str) -> str:
    """Return the line without what it denies, hopes for or tells of others; unchanged where it claims all, "" where nothing is left."""
    spans = _refused(text)
    if not spans:
        return text
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = max(at, end)
    rest = re.sub(r"\s+", " ", " ".join((*kept, text[at:]))).strip(" ,;:.-–—|()[]!?")
    return rest if any(word not in _listed("empty") for word in _WORD.findall(fold(rest))) else ""


@lru_cache(maxsize=20_000)
def refused(text: str) -> str:
    """Return what the line denies, hopes for or tells of others, "" where it does nothing of the kind."""
    return " ".join(text[start:end] for start, end in _refused(text))


@lru_cache(maxsize=20_000)
def is_learning(text: str) -> bool:
    """Say whether the line tells of something that is only being learned."""
    folded = fold(text)
    return "l" in folded and bool(_pattern("learning").match(folded))


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "denials.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    listed = _data()[kind]
    if isinstance(listed, str):
        return re.compile(listed)
    return re.compile("|".join(rf"(?<!\w)(?:{phrase.replace('DID', _data()['did'])})" for phrase in listed))


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(_data()[kind].split())


@lru_cache(maxsize=20_000)
def _refused(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the text that claim nothing, from left to right."""
    folded = fold(text)
    if _listed("words").isdisjoint(_WORD.findall(folded)):
        return ()
    clauses = _clauses(folded)
    spans = [span for start, end in clauses for span in _of_clause(text, folded, start, end)]
    empty = [start for start, end in clauses if start and folded[start:end].strip() in _listed("nothing")]
    ahead = [start for start, end in spans if len(_WORD.findall(folded[start:end])) <= _SHORT]
    spans += [(0, start) for start in (*empty, *ahead) if _BRACKETED.search(folded[:start]) and skills.find(text[:start])]
    spans += [m.span("what") for m in _pattern("hired").finditer(folded) if skills.find(text[slice(*m.span("what"))])]
    spans += [m.span() for m in _FREE.finditer(folded) if skills.find(text[slice(*m.span(1))])]
    return tuple(sorted(spans))


def _clauses(folded: str) -> list[tuple[int, int]]:
    edges = [m.span() for m in _pattern("edges").finditer(folded)]
    starts, ends = [0, *(end for _, end in edges)], [*(start for start, _ in edges), len(folded)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if folded[start:end].strip()]


def _of_clause(text: str, folded: str, start: int, end: int) -> list[tuple[int, int]]:
    start += len(folded[start:end]) - len(folded[start:end].lstrip(" -•*·,"))
    clause = folded[start:end]
    if other := _pattern("others").match(clause):
        return [(start, end)] if not re.search(r"\b(?:i|me|my own)\b", clause[other.end() :]) else []
    if _pattern("left").search(clause):
        return [(start, end)]
    if (none := _pattern("none").match(clause)) and skills.find(text[start : start + none.end("what")]):
        return [(start, end)]
    spared = [m.span() for m in _pattern("spared").finditer(clause)]
    if denial := next((hit for kind in ("lacked", "hoped") for hit in _hits(kind, clause, spared)), None):
        return [_scope(clause, denial.start(), denial.end(), start)]
    for hit in _hits("bare", clause, spared):
        if _names_one(text[start:end], hit):
            first = start + hit.start() if _WORD.search(clause[: hit.start()]) else start
            return [(first, start + _last(clause, hit.end()))]
    return []


def _hits(kind: str, clause: str, spared: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield where phrases of a kind stand, but for those that overlap what is said of something else."""
    for hit in _pattern(kind).finditer(clause):
        if not any(hit.start() < last and first < hit.end() for first, last in spared):
            yield hit


def _names_one(clause: str, hit: re.Match[str]) -> bool:
    """Say whether a tool or a paper comes next, or a subject with which the clause ends as it began with the denial."""
    rest = clause[hit.end() :]
    if _pattern("papers").match(fold(rest)):
        return True
    found = skills.find(rest[:_NAME])
    if not found or found[0].start > 0:
        return False
    alone = hit.start() == 0 and len(_WORD.findall(rest[found[0].end :])) <= 1
    return alone or skills.kind(found[0].name) in _TOOLS


def _scope(clause: str, first: int, last: int, at: int) -> tuple[int, int]:
    """Return where a denial begins and ends: back to its subject, on to the end of its list."""
    before, rest = clause[:first], clause[last:]
    join = max((m.end() for m in _JOINS.finditer(before)), default=0)
    subject = _WORD.findall(before[join:])
    ends = not _WORD.search(rest)
    if _ADJUNCT.search(before):
        begin = first
    elif _listed("selves").isdisjoint(subject) and not all(word in _listed("empty") for word in subject):
        begin = join if ends else first  # "welder, TIG not used"; "a nurse hoping to move" is a nurse
    else:
        begin = 0 if ends else join  # "Java and C#: never used"; "with AWS I have never worked"
    return at + begin, at + _last(clause, last)


def _last(clause: str, at: int) -> int:
    """Return where what is denied ends: at the comma or "and" after which something is claimed, else with the clause."""
    claims = _pattern("claims")
    return next((m.start() for m in _JOINS.finditer(clause, at) if claims.match(clause, m.end())), len(clause))
