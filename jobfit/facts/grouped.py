"""The jobs of a section as each was read come in; the same come out with what they tell of one another: order of words, shared employer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jobfit.facts.headdates import HEAD_LINES
from jobfit.facts.named import has_employer, has_role
from jobfit.facts.titles import DURATION, Heads
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex
from jobfit.types import Span

OWN_BOSS = regex(r"free ?lanc|self[- ]employed|various|independent|freiberuf|selbst[aä]ndig|ind[ée]pendant|aut[oó]nom|zzp", re.IGNORECASE)
_TITLE = 80  # letters of a heading


@dataclass(slots=True)
class Job:
    """A job as it stands in the text: ``heads`` are the lines above its deeds, ``lines`` all of them."""

    heads: Heads
    span: Span | None
    line: int
    date_line: int
    lines: list[Whole] = field(default_factory=list)


def in_order(jobs: Sequence[Job]) -> None:
    """Put title and employer, where no word tells which is which, in the order that the other jobs of the section have."""
    habit = sum(job.heads.order for job in jobs if job.heads.sure)
    for job in jobs:
        named = has_role(job.heads.title) or (has_employer(job.heads.employer) and not has_employer(job.heads.title))
        if job.heads.employer and not named and job.heads.order * habit < 0:
            job.heads = replace(job.heads, title=job.heads.employer, employer=job.heads.title)


def under_heads(jobs: Sequence[Job]) -> list[Job]:
    """Drop the line of an employer with the time of all posts there ("Acme Ltd, Leeds (2016 - 2024)") over these, which take its name."""
    kept: list[Job] = []
    head: Job | None = None
    for n, job in enumerate(jobs):
        after = jobs[n + 1] if n + 1 < len(jobs) else None
        if head is not None and not (_inside(job, head) and not job.heads.employer):
            head = None
        if head is not None:
            owner = head.heads.employer or head.heads.title
            job.heads = replace(job.heads, employer=owner, place=job.heads.place or head.heads.place)
        elif after is not None and _is_employer_alone(job) and _is_post_of(after, job):
            head = job
            after.lines = [*job.lines, *after.lines]
            continue
        kept.append(job)
    return kept


def _is_employer_alone(job: Job) -> bool:
    return len(job.lines) == 1 and not has_role(job.heads.title) and not has_role(job.heads.employer)


def _is_post_of(job: Job, head: Job) -> bool:
    return _inside(job, head) and has_role(job.heads.title) and not job.heads.employer


def _inside(job: Job, head: Job) -> bool:
    return job.span is not None and head.span is not None and head.span.start <= job.span.start and job.span.end <= head.span.end


def in_groups(jobs: Sequence[Job]) -> None:
    """Give the jobs under one employer, who stands with the time of all of them ("5 years 4 months") over the first, that employer."""
    group = ""
    for job in jobs:
        total = any(DURATION.fullmatch(whole.text.strip()) for whole in job.lines[:HEAD_LINES])
        if group and _is_unit(job):
            job.heads = replace(job.heads, title=f"{job.heads.title}, {job.heads.employer}", employer=group)
        elif job.heads.employer:
            group = job.heads.employer if total or _over(job) else ""
        elif group and not OWN_BOSS.search(job.heads.title):
            job.heads = replace(job.heads, employer=group)


def dealt(jobs: Sequence[Job]) -> None:
    """Give the lines under headings that name the employers of a list or table of jobs to these jobs, of which nothing else is told."""
    if len(jobs) < 2 or any(_told(job) for job in jobs[:-1]):
        return
    names = [_words(job.heads.employer) | _words(job.heads.title) for job in jobs]
    owner, last, told = len(jobs) - 1, jobs[-1], _told(jobs[-1])
    last.lines = [whole for whole in last.lines if not _is_below(whole, last)]
    for whole in told:
        owner = _named(whole, names, owner)
        jobs[owner].lines.append(whole)


def _told(job: Job) -> list[Whole]:
    return [whole for whole in job.lines if _is_below(whole, job)]


def _is_below(whole: Whole, job: Job) -> bool:
    return whole.number > max(job.line, job.date_line)


def _named(whole: Whole, names: Sequence[frozenset[str]], owner: int) -> int:
    """Return which job a line that looks like a heading names, and it alone; else the one before."""
    words = _words(whole.text)
    if whole.bullet or not (whole.heading or whole.bold or whole.gap) or not words or len(whole.text) > _TITLE:
        return owner
    found = [n for n, name in enumerate(names) if words <= name]
    return found[0] if len(found) == 1 else owner


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > 2)


def _is_unit(job: Job) -> bool:
    """Say whether what passed for the employer is a unit behind the title, on a lone line under an employer: "Staff nurse, Telemetry"."""
    heads, text = job.heads, job.lines[0].text
    alone = job.line == job.date_line == job.lines[0].number
    return (
        alone
        and has_role(heads.title)
        and not has_employer(heads.employer)
        and f"{heads.title}, {heads.employer}" in text
        and not heads.place
    )


def _over(job: Job) -> bool:
    """Say whether the employer stands on a line of its own over the one with the title."""
    first = job.lines[0]
    return (
        first.number < min(job.line, job.date_line or job.line) and job.heads.employer in first.text and job.heads.title not in first.text
    )
