"""The whole lines of a work section come in; jobs come out, each with the words that head it, its dates and its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jobfit.facts.dates import Range
from jobfit.facts.grouped import Job, dealt, in_groups, in_order, under_heads
from jobfit.facts.headdates import SHORT, dated_heads, head_date
from jobfit.facts.named import has_role
from jobfit.facts.spans import span_of
from jobfit.facts.starts import find_starts, undated, undated_starts
from jobfit.facts.titles import split
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex

SENTENCE = regex(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-Þ])")
NUMBER = regex(r"\(?\d{1,2}[.)]")
SHARE = regex(r"\s*\(\d{1,3}\s?%\)\W*$")  # of full time


def find_jobs(lines: Sequence[Whole], now: int) -> tuple[list[Job], list[Whole]]:
    """Return the jobs of a section and the lines before the first of them."""
    lines = _unnumbered(lines)
    dated = dated_heads(lines)
    starts = find_starts(lines, dated) or undated_starts(lines)
    jobs = []
    for at, (top, n, below) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(lines)
        jobs.append(_job(lines, top, n, below, end, dated.get(n), now))
    in_order(jobs)
    jobs = under_heads(jobs)
    in_groups(jobs)
    dealt(jobs)
    return jobs, list(lines[: starts[0][0]]) if starts else list(lines)


def _unnumbered(lines: Sequence[Whole]) -> Sequence[Whole]:
    """Take the numbers off the lines that head jobs where all jobs are counted: "1. Acme Ltd, Leeds" over its title and dates."""
    counted = [n for n, whole in enumerate(lines) if NUMBER.fullmatch(whole.bullet) and len(whole.text) <= SHORT]
    heads = [n for n in counted if any(head_date(line) for line in lines[n : n + 3])]
    if not heads or len(heads) < len(counted) or [lines[n].bullet.strip("().") for n in heads] != [str(k + 1) for k in range(len(heads))]:
        return lines
    return [replace(whole, bullet="", heading=whole.heading or 6) if n in heads else whole for n, whole in enumerate(lines)]


def _job(lines: Sequence[Whole], top: int, n: int, below: int, end: int, dates: Range | None, now: int) -> Job:
    above = [lines[k].text for k in range(top, n)]
    # "Baker, Ovenia (2019 to date). Nights" without its dates
    own = re.sub(r"\s+\.(?=\s)", ".", SHARE.sub("", undated(lines[n].text, dates)))
    if "," in (first := SENTENCE.split(own, maxsplit=1)[0]) and first[-1:].islower() and has_role(first):
        own = first  # "Driver, Acme Haulage, Leeds. Nights, trunking to Hull"
    if len(own) > 2 * SHORT:
        own = re.split(r"(?<=[.!?])\s", own)[0][: 2 * SHORT]
    heads = split([*above, own, *(lines[k].text for k in range(n + 1, n + below + 1))])
    span = span_of(dates, now) if dates else None
    titled = next((lines[k] for k in range(top, n + below + 1) if heads.title and heads.title[:12] in lines[k].text), lines[top])
    return Job(heads, span, titled.number, lines[n].number if dates else 0, list(lines[top:end]))
