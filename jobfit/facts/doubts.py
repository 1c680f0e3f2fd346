"""A profile comes in; what the person should be told of it comes out: what is missing, repeated or pasted in."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from jobfit.facts.dates import DATA
from jobfit.types import Profile, Statement
from jobfit.vocabulary.fold import fold

WORDS = 4  # shorter lines may well stand twice: a place, a title
TIMES = 5
PASTED = 0.3  # share of the lines that ask instead of telling
PASTED_LINES = 6
SHOWN = 4

NO_DATES = "no job with its dates was found: years of experience cannot be counted; give each job its first and last month"
SOME_DATES = "no dates were read for what is taken for a job ({}): its time is not counted"
NO_FACTS = "neither jobs, courses, licences nor languages were found: is this a profile, and is its text whole?"


def doubts(profile: Profile) -> list[str]:
    """Return one sentence for each thing that makes the facts of a profile less than they could be."""
    told = [said for said in profile.statements if len(said.text.split()) >= WORDS]
    return [*_missing(profile), *_repeated(told), *_pasted(told)]


def _missing(profile: Profile) -> list[str]:
    if not any((profile.positions, profile.education, profile.credentials, profile.languages)):
        return [NO_FACTS]
    jobs = [each for each in profile.positions if each.kind == "work"]
    if not any(each.span is not None and each.span.months for each in jobs):
        return [NO_DATES]
    lines = [str(each.line) for each in jobs if each.span is None]
    return [SOME_DATES.format(f"line{'s' * (len(lines) > 1)} {', '.join(lines[:SHOWN])}{', …' * (len(lines) > SHOWN)}")] if lines else []


def _repeated(told: Sequence[Statement]) -> list[str]:
    """Name the lines that say the same again and again; the matching counts them once."""
    lines: dict[str, list[int]] = {}
    for said in told:
        lines.setdefault(" ".join(fold(said.text).split()), []).append(said.line)
    found = [numbers for numbers in lines.values() if len(numbers) >= TIMES]
    if not found:
        return []
    worst = max(found, key=len)
    shown = ", ".join(map(str, worst[:SHOWN])) + (", …" if len(worst) > SHOWN else "")
    return [f"the same text stands {len(worst)} times (lines {shown}); repeating adds nothing"]


def _pasted(told: Sequence[Statement]) -> list[str]:
    """Say so where many lines read like the requirements of a posting."""
    asking = [said.line for said in told if asks().search(fold(said.text))]
    if len(asking) < PASTED_LINES or len(asking) < PASTED * len(told):
        return []
    shown = ", ".join(map(str, asking[:SHOWN]))
    many = f"{len(asking)} of {len(told)} lines (lines {shown}, …)"
    return [f"{many} read like a posting's requirements, not like what was done: were they pasted in?"]


@cache
def asks() -> re.Pattern[str]:
    """Return the pattern of what asks something of its reader, over folded text."""
    raw: dict[str, list[str]] = json.loads((DATA / "posting.json").read_text(encoding="utf-8"))
    return re.compile("|".join(rf"(?<!\w)(?:{phrase})" for phrase in raw["asks"]))
