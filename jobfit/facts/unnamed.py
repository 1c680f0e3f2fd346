"""The parts of a free-text résumé come in; parts come out, the jobs and papers that no heading names as such under one of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from jobfit.facts.dates import find_ranges, says_since
from jobfit.facts.headdates import head_date
from jobfit.facts.headings import PAPERS, squeeze
from jobfit.facts.make import level_in
from jobfit.facts.named import has_employer, has_role, has_school
from jobfit.facts.phrases import find
from jobfit.facts.sections import Part
from jobfit.facts.wrapped import Whole

DATES_BELOW = 2  # lines under a heading in which the dates of a job stand
HEADING_WORDS = 7
PAPER_WORDS = 16
LISTED = (
    "certificate",
    "certified",
    "licen",
    "registration",
    "registered",
    "card",
    "level ",
    "award",
    "nvq",
    "diploma",
    "degree",
    "bachelor",
)
LOOSE = ("", "summary", "skills", "other", "personal", "interests", "awards", "memberships")  # kinds under which no job belongs


def with_own_headings(parts: Sequence[Part]) -> list[Part]:
    """Cut the parts further: at marked headings that are jobs, at unknown headings right over jobs, and see what "Qualifications" lists."""
    return _jobs_together([piece for part in parts for piece in _cut(_named(part))])


def _named(part: Part) -> Part:
    """Return a part called "Qualifications" as a list of papers where its lines are one."""
    if part.kind not in ("summary", "skills") or squeeze(part.title) not in PAPERS or not part.lines:
        return part
    papers = sum(_is_paper(whole) for whole in part.lines)
    return replace(part, kind="certificates") if 2 * papers >= len(part.lines) else part


def _is_paper(whole: Whole) -> bool:
    text = whole.text
    if len(text.split()) > PAPER_WORDS:
        return False
    named = level_in(text) or has_school(text) or any(word in text.lower() for word in LISTED) or find("licences", text)
    return bool(named or find_ranges(text) or find("lapsed", text) or find("valid", text))


def _cut(part: Part) -> list[Part]:
    """Cut a part where jobs begin that it does not announce: each marked heading that is one, or a heading in capitals over some."""
    if part.head is not None and _heads_job(part.head, part.lines):
        return [Part("work", "", part.line, [part.head, *part.lines])]
    if part.kind not in LOOSE:
        return [part]
    for n, whole in enumerate(part.lines):
        if whole.heading and _heads_job(whole, part.lines[n + 1 :]):
            return [_only(part, part.lines[:n]), Part("work", "", whole.number, part.lines[n:])]
        if (n or part.kind) and _unknown_heading(whole) and _opens(part.lines[n + 1 :]):
            kept = n + ("(" in whole.text)  # what stands in brackets there may be a fact
            return [_only(part, part.lines[:kept]), *_at_level(whole, part.lines[n + 1 :])]
    return [part]


def _at_level(head: Whole, lines: list[Whole]) -> list[Part]:
    """Return the jobs under a heading, and what stands under others of its level below them."""
    end = next((n for n, whole in enumerate(lines) if head.heading and whole.heading == head.heading), len(lines))
    kind = "work" if _opens(lines) or end == len(lines) else "other"
    here = Part(kind, head.text.strip(" :"), head.number, lines[:end])
    return [here, *_at_level(lines[end], lines[end + 1 :])] if end < len(lines) else [here]


def _only(part: Part, lines: list[Whole]) -> Part:
    return replace(part, lines=lines)


def _jobs_together(parts: Sequence[Part]) -> list[Part]:
    """Join the jobs that stand each under a heading of its own, so that the habit of one tells how to read the next."""
    joined: list[Part] = []
    for part in parts:
        if joined and part.kind == joined[-1].kind == "work" and part.lines and part.title == "":
            joined[-1] = replace(joined[-1], lines=[*joined[-1].lines, *part.lines])
        else:
            joined.append(part)
    return joined


def _heads_job(head: Whole, below: Sequence[Whole]) -> bool:
    """Say whether a marked heading is a job: it names a role or an employer, and dates with two ends, or these stand right under it."""
    if level_in(head.text) or (has_school(head.text) and not has_role(head.text)):
        return False
    own = head_date(head)
    if own is not None and not own.single:
        return True
    if not (has_role(head.text) or has_employer(head.text)):
        return False
    for whole in below[:DATES_BELOW]:
        dates = head_date(whole)
        if dates is not None and not dates.single:
            return dates.at <= 2 and not whole.bullet
        if whole.bullet or len(whole.text.split()) > HEADING_WORDS:
            return False
    return False


def _unknown_heading(whole: Whole) -> bool:
    """Say whether a line looks like a heading of a section: few words, in capitals or marked, with room above."""
    bare = re.sub(r"\([^()]*\)", "", whole.text)
    marked = whole.heading or ((bare.isupper() or whole.bold) and whole.gap)
    named = has_employer(bare) or (has_role(bare) and not whole.heading)
    return bool(marked) and not whole.bullet and 0 < len(bare.split()) <= HEADING_WORDS and not find_ranges(bare) and not named


def _opens(below: Sequence[Whole]) -> bool:
    """Say whether a job begins in the first two lines: dates with two ends beside or under a role, or where one follows that has it."""
    for n, whole in enumerate(below[:2]):
        if _is_dated(whole):
            return has_role(whole.text) or (n > 0 and has_role(below[0].text)) or _goes_on(below[n + 1 :])
    return False


def _is_dated(whole: Whole) -> bool:
    """Say whether a line has the dates of a job, with two ends, and is no course; who teaches works at a school."""
    dates = head_date(whole)
    return dates is not None and not dates.single and not says_since(whole.text, dates) and level_in(whole.text) in ("", "school")


def _goes_on(below: Sequence[Whole]) -> bool:
    """Say whether a job under its role follows before the next heading."""
    here = takewhile(lambda whole: not whole.heading, below)
    return any(not whole.bullet and has_role(whole.text) and _is_dated(whole) for whole in here)
