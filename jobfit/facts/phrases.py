"""Text in; which of the telling phrases (denial, hope, right to work, licence, lapse, unfinished, leave) it holds out."""

from __future__ import annotations

import json
import re
from functools import cache

from jobfit.facts.dates import DATA, Point, find_points
from jobfit.vocabulary.claims import claimed
from jobfit.vocabulary.fold import fold


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    listed: dict[str, list[str]] = _all()
    return re.compile("|".join(rf"(?<!\w)(?:{phrase})(?!\w)" for phrase in listed[kind]))


@cache
def _all() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads((DATA / "phrases.json").read_text(encoding="utf-8"))
    return loaded


def find(kind: str, text: str) -> re.Match[str] | None:
    """Return the first phrase of a kind in a text, None where there is none; offsets hold in the text as given."""
    return _pattern(kind).search(fold(text))


def is_negated(text: str) -> bool:
    """Say whether a line only denies or hopes for what it names, or tells of others; one clause that claims something saves the line."""
    return bool(text) and not claimed(text)


def is_leave(text: str) -> bool:
    """Say whether a job's title or employer names no job, but a leave, a break or a search."""
    pattern, bare = _pattern("leave"), re.sub(r"\s*\([^()]*\)", "", fold(text)).strip(" .")
    return any(pattern.fullmatch(part) for part in (bare, re.split(r"\s*[,/:;]|\s[–-]\s", bare)[0].strip()) if part)


def expiry(text: str, as_of: int) -> int | None:
    """Return the month a licence ended or will end, by "valid to 2026-02", "expired 2023"; a lapse without a date counts as of now."""
    for kind in ("valid", "lapsed"):
        if hit := find(kind, text):
            after = [
                point for point, at, _ in find_points(text) if isinstance(point, Point) and at >= hit.end() and _leads(text[hit.end() : at])
            ]
            if after:
                return after[0].index
            if kind == "lapsed":
                return as_of
    return None


def _leads(between: str) -> bool:
    """Say whether what stands between "until" and a date holds no other end, as in "up to 20 kV (2022)"."""
    return re.search(r"\d\s?(?!st\b|nd\b|rd\b|th\b)[^\W\d_]", between) is None


def issue(text: str) -> Point | None:
    """Return the date a licence was issued: the first that is not named as its end."""
    ends = [hit.end() for kind in ("valid", "lapsed") for hit in [find(kind, text)] if hit]
    points = [(point, at) for point, at, _ in find_points(text) if isinstance(point, Point)]
    ending = {min((at for _, at in points if at >= end), default=-1) for end in ends}
    return next((point for point, at in points if at not in ending), None)
