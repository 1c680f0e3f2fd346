"""The whole lines of a work section come in; jobs come out, each with the words that head it, its dates and its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobfit.facts.dates import Range, find_ranges, single_span, to_span
from jobfit.facts.sections import Whole
from jobfit.facts.titles import Heads, has_employer, has_role, is_place, role_label, split
from jobfit.types import Span

HEAD_WORDS = 16
SHORT = 90


@dataclass(slots=True)
class Job:
    """A job as it stands in the text: ``heads`` are the lines above its deeds, ``lines`` all of them."""

    heads: Heads
    span: Span | None
    line: int
    date_line: int
    lines: list[Whole] = field(default_factory=list)


def find_jobs(lines: Sequence[Whole], now: int) -> tuple[list[Job], list[Whole]]:
    """Return the jobs of a section and the lines before the first of them."""
    dated = {n: found for n, whole in enumerate(lines) if (found := head_date(whole)) is not None}
    starts = _starts(lines, dated)
    jobs = []
    for at, (top, n, below) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(lines)
        jobs.append(_job(lines, top, n, below, end, dated[n], now))
    return jobs, list(lines[: starts[0][0]]) if starts else list(lines)


def head_date(whole: Whole) -> Range | None:
    """Return the dates of a line that heads a job, None for a line that tells a deed."""
    found = find_ranges(whole.text)
    if not found:
        return None
    best = next((each for each in found if not each.single), found[-1] if found[-1].to >= len(whole.text) - 2 else found[0])
    rest = f"{whole.text[: best.at]} {whole.text[best.to :]}"
    words = len(re.findall(r"\w+", rest))
    if whole.text[:1].islower() and best.at > 2:
        return None
    first, last = best.at <= 2, best.to >= len(whole.text.rstrip(" .,;|)")) - 1
    if best.single:
        return (
            best
            if words <= 8 and (first or last) and not whole.bullet and not re.search(r"[.!?]$", whole.text) and _plausible(rest, best)
            else None
        )
    if first and not (whole.bullet and words > 30):
        return best
    sentence = re.search(r"[.!?]$", whole.text) is not None and words > 5
    return best if words <= HEAD_WORDS and not sentence and not (whole.bullet and not last) else None


def _plausible(rest: str, single: Range) -> bool:
    """Say whether a lone date heads a job: beside a role or an employer, or as a month of its own."""
    named = single.at == 0 and re.match(r"\W*[A-ZÀ-Þ]", rest) is not None
    return named or has_role(rest) or has_employer(rest) or (not re.search(r"\w", rest) and single.start is not None)


def _starts(lines: Sequence[Whole], dated: dict[int, Range]) -> list[tuple[int, int, int]]:
    """Return (first line, line of the dates, how many lines below belong to the heading) of each job, by the section's own habit."""
    if not dated:
        return []
    first = min(dated)
    habit = first if first <= 3 and all(_head_like(lines[n]) for n in range(first)) else _habit(lines, first)
    starts: list[tuple[int, int, int]] = []
    for n in sorted(dated):
        floor = starts[-1][1] + starts[-1][2] + 1 if starts else 0
        top = n
        while top > floor and n - top < habit and _head_like(lines[top - 1]) and top - 1 not in dated:
            top -= 1
        above = [lines[k].text for k in range(top, n)]
        starts.append((top, n, _below(lines, n, above, dated)))
    return starts


def _habit(lines: Sequence[Whole], first: int) -> int:
    """Return how many lines above the dates head a job where text comes before the first one: those that look it."""
    count = 0
    while count < 2 and first - count > 0 and _head_like(lines[first - count - 1]):
        count += 1
    return count


def _head_like(whole: Whole) -> bool:
    if whole.heading or whole.bold or role_label(whole.text):
        return True
    if re.match(r"[^:|]{3,40}:\s+\S", whole.text) and not find_ranges(whole.text):
        return False
    return not whole.bullet and len(whole.text) <= SHORT and not re.search(r"[.!?;:,]$", whole.text) and not whole.text[:1].islower()


def _below(lines: Sequence[Whole], n: int, above: Sequence[str], dated: dict[int, Range]) -> int:
    """Return how many lines under the dates still name title, employer or place: none once both are named."""
    count = 0
    while count < 2 and n + count + 1 < len(lines) and n + count + 1 not in dated:
        heads = split([*above, *(_undated(lines[k].text, dated.get(k)) for k in range(n, n + count + 1))])
        after = lines[n + count + 1]
        wanted = not heads.title or not heads.employer or bool(role_label(after.text))
        if not wanted or not _head_like(after) or (after.gap and heads.title):
            break
        fits = (
            bool(role_label(after.text))
            or has_role(after.text)
            or has_employer(after.text)
            or is_place(after.text)
            or after.bold
            or bool(after.heading)
        )
        if heads.title and not fits:
            break
        if heads.title and has_role(after.text) and len(after.text.split()) > 8:
            break
        count += 1
    return count


def _undated(text: str, found: Range | None) -> str:
    """Return a heading without its dates; brackets and marks left empty go too."""
    if found is None:
        return text
    text = f"{text[: found.at]} | {text[found.to :]}"
    return re.sub(r"\(\s*\|?\s*\)", " ", text).strip(" ,:;|-–—()")


def _job(lines: Sequence[Whole], top: int, n: int, below: int, end: int, dates: Range, now: int) -> Job:
    above = [lines[k].text for k in range(top, n)]
    own = _undated(lines[n].text, dates)
    if len(own) > 2 * SHORT:
        own = re.split(r"(?<=[.!?])\s", own)[0][: 2 * SHORT]
    heads = split([*above, own, *(lines[k].text for k in range(n + 1, n + below + 1))])
    alone = single_span(dates.start) if dates.start else None
    span = alone if dates.single else to_span(dates.start, dates.end, dates.ongoing, now)
    titled = next((lines[k] for k in range(top, n + below + 1) if heads.title and heads.title[:12] in lines[k].text), lines[top])
    return Job(heads, span, titled.number, lines[n].number, list(lines[top:end]))
