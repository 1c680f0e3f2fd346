"""The whole lines of a work section come in; jobs come out, each with the words that head it, its dates and its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jobfit.facts.dates import Range, find_ranges, says_since
from jobfit.facts.headings import label_of
from jobfit.facts.spans import span_of
from jobfit.facts.titles import (
    DURATION,
    FIRM,
    Heads,
    has_employer,
    has_role,
    is_labelled,
    is_place,
    is_table_head,
    names_place,
    role_label,
    split,
)
from jobfit.facts.wrapped import Whole
from jobfit.types import Span

HEAD_WORDS = 16
HEAD_LINES = 3  # lines that head a job
LABELS = 5  # lines with labels ("Position:", "Employer:") over the dates of a job
DEED = 30  # words; a longer line with a list mark tells a deed
NAME_WORDS = 5  # of a project whose name begins with a small letter
SHORT = 90
SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-Þ])")
NAME = re.compile(r"(?:^|\s)(?!and\b|und\b)[a-zà-ÿ]{4,}")  # a word that no name of a firm holds
NUMBER = re.compile(r"\(?\d{1,2}[.)]")
OWN_BOSS = re.compile(
    r"free ?lanc|self[- ]employed|various|independent|freiberuf|selbst[aä]ndig|ind[ée]pendant|aut[oó]nom|zzp", re.IGNORECASE
)


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
    lines = _unnumbered(lines)
    dated = _dated(lines)
    starts = _starts(lines, dated) or _undated_starts(lines)
    jobs = []
    for at, (top, n, below) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(lines)
        jobs.append(_job(lines, top, n, below, end, dated.get(n), now))
    _in_order(jobs)
    jobs = _under_heads(jobs)
    _in_groups(jobs)
    return jobs, list(lines[: starts[0][0]]) if starts else list(lines)


def _unnumbered(lines: Sequence[Whole]) -> Sequence[Whole]:
    """Take the numbers off the lines that head jobs where all jobs are counted: "1. Acme Ltd, Leeds" over its title and dates."""
    counted = [n for n, whole in enumerate(lines) if NUMBER.fullmatch(whole.bullet) and len(whole.text) <= SHORT]
    heads = [n for n in counted if any(head_date(line) for line in lines[n : n + 3])]
    if not heads or len(heads) < len(counted) or [lines[n].bullet.strip("().") for n in heads] != [str(k + 1) for k in range(len(heads))]:
        return lines
    return [replace(whole, bullet="", heading=whole.heading or 6) if n in heads else whole for n, whole in enumerate(lines)]


def _in_order(jobs: Sequence[Job]) -> None:
    """Put title and employer, where no word tells which is which, in the order that the other jobs of the section have."""
    habit = sum(job.heads.order for job in jobs if job.heads.sure)
    for job in jobs:
        named = has_role(job.heads.title) or (has_employer(job.heads.employer) and not has_employer(job.heads.title))
        if job.heads.employer and not named and job.heads.order * habit < 0:
            job.heads = replace(job.heads, title=job.heads.employer, employer=job.heads.title)


def _under_heads(jobs: Sequence[Job]) -> list[Job]:
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


def _in_groups(jobs: Sequence[Job]) -> None:
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


def _dated(lines: Sequence[Whole]) -> dict[int, Range]:
    """Return the dates that head jobs by line; of two lines that stand together the one with both ends counts."""
    dated = {n: found for n, whole in enumerate(lines) if (found := head_date(whole) or _role_below(lines, n)) is not None}
    for n in sorted(dated):
        if n in dated and n + 1 in dated and not lines[n + 1].gap and not lines[n + 1].bullet:
            first, second = _weight(lines[n], dated[n]), _weight(lines[n + 1], dated[n + 1])
            if first != second and not _alike(lines[n], dated[n], lines[n + 1], dated[n + 1]):
                del dated[n if first < second else n + 1]
    plain = [n for n in dated if not lines[n].bullet]
    for n in sorted(dated):
        if plain and plain[0] < n and lines[n].bullet and dated[n].at > 2 and says_since(lines[n].text, dated[n]):
            del dated[n]  # under a job that stands without a list mark: "- two trainees since 2022"
    for n in sorted(dated):
        if _is_aside(lines[n], dated[n]) and _alone_below(lines, n, dated):
            del dated[n]
    return dated


def _alike(one: Whole, first: Range, other: Whole, second: Range) -> bool:
    """Say whether two lines give their dates in the same way, in brackets at the end: two posts."""
    return all(
        re.search(r"\([^()]*$", whole.text[: dates.at]) and dates.to >= len(whole.text) - 2
        for whole, dates in ((one, first), (other, second))
    )


def _is_aside(whole: Whole, dates: Range) -> bool:
    """Say whether dates belong to a word of a heading: in brackets, or amid its words ("analyst, from 2022 senior")."""
    return _weight(whole, dates) <= 1 or (dates.end is None and dates.at > 2 and dates.to < len(whole.text) - 2)


def _alone_below(lines: Sequence[Whole], n: int, dated: dict[int, Range]) -> bool:
    """Say whether a better date of the same job follows: alone on a line under others that look like its heading."""
    for k in range(n + 1, min(n + HEAD_LINES, len(lines))):
        if k in dated:
            return _weight(lines[k], dated[k]) >= 6
        if not _head_like(lines[k]):
            return False
    return False


def _weight(whole: Whole, dates: Range) -> int:
    """Return how much the dates of a line look like those of the job: alone on it, with an end, not in brackets beside a role."""
    before, rest = whole.text[: dates.at], whole.text[: dates.at] + whole.text[dates.to :]
    alone = not re.search(r"[^\W\d_]{2}", rest)
    aside = before.count("(") > before.count(")") and has_role(before)
    return 4 * alone + 2 * (not aside) + (not dates.single and (dates.at <= 2 or not says_since(whole.text, dates)))


def head_date(whole: Whole) -> Range | None:
    """Return the dates of a line that heads a job, None for a line that tells a deed."""
    text = whole.text
    found = find_ranges(text)
    if not found or label_of(text)[0] not in ("", "work"):
        return None
    best = _best(text, found)
    if not (whole.heading or whole.bold) and _within(text, best):
        return None
    rest = f"{text[: best.at]} {text[best.to :]}"
    words = len(re.findall(r"\w+", rest))
    first, last = best.at <= 2, best.to >= len(text.rstrip(" .,;|)")) - 1
    ends = re.search(r"[.!?]$", text) is not None
    if text[:1].islower() and not first and (words > NAME_WORDS or not last or whole.bullet):
        return None
    marked = bool(whole.bold or whole.heading)
    if best.single and marked and not whole.bullet and words <= HEAD_WORDS and _plausible(rest, best):
        return best
    if best.single and whole.bullet and first and has_role(rest) and re.match(r"\s*[:|–—-]\s", text[best.to :]):
        return best if words <= HEAD_WORDS // 2 and not ends else None
    if best.single:
        return best if words <= 8 and (first or last) and not whole.bullet and not ends and _plausible(rest, best) else None
    told = whole.bullet and words > NAME_WORDS and re.match(r"\s[a-zà-ÿ]", text[best.to :])  # "May 2020 to June 2021 worked from home"
    if first and not (whole.bullet and (words > DEED or says_since(text, best) or told)):
        return best
    if whole.bullet and not (last and (has_role(rest) or has_employer(rest))):
        return None
    if whole.heading and last and has_role(rest):
        return best if words <= 2 * HEAD_WORDS else None
    return best if words <= HEAD_WORDS and not (ends and words > 5) else None


def _within(text: str, dates: Range) -> bool:
    """Say whether a "since" belongs to a deed or an aside: a sentence follows, or words share its brackets ("member since 2013")."""
    if not says_since(text, dates) or dates.at <= 2:
        return False
    bracket = re.search(r"\(([^()]*)$", text[: dates.at])
    return re.search(r"[.!?]\s+[A-ZÀ-Þ]", text[dates.to :]) is not None or (bracket is not None and bool(re.search(r"\w", bracket[1])))


def _best(text: str, found: Sequence[Range]) -> Range:
    """Return the dates of a line that has several: a range before a single date, one at an edge of the line before one inside."""
    ranges = [each for each in found if not each.single]
    if not ranges:
        return found[-1] if found[-1].to >= len(text) - 2 else found[0]
    return max(ranges, key=lambda each: (not says_since(text, each), each.at <= 2 or each.to >= len(text) - 2))


def _role_below(lines: Sequence[Whole], n: int) -> Range | None:
    """Return the date that begins a line where the next one names the role with a label ("2018 Acme" over "Role: buyer")."""
    found = find_ranges(lines[n].text)
    if found and found[0].at <= 2 and n + 1 < len(lines) and role_label(lines[n + 1].text):
        return found[0]
    return None


def _plausible(rest: str, single: Range) -> bool:
    """Say whether a lone date heads a job: beside a role or an employer, or as a month of its own."""
    return has_role(rest) or has_employer(rest) or (not re.search(r"\w", rest) and single.start is not None)


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
        if floor < top < n and n - top < HEAD_LINES and _marked_over(lines, top, dated):
            top -= 1
        if floor < top == n and _listed_over(lines, n) and top - 1 not in dated:
            top -= 1
        while floor < top and n - top < LABELS and is_labelled(lines[top - 1].text) and top - 1 not in dated:
            top -= 1
        above = [lines[k].text for k in range(top, n)]
        below = _below(lines, n, above, dated)
        if above and habit:
            below = min(below, _free(lines, n, habit, dated))
        starts.append((top, n, below))
    return _with_undated(lines, starts)


def _with_undated(lines: Sequence[Whole], starts: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Add the jobs without dates that stand under headings of the same level as those with dates."""
    levels = {lines[top].heading for top, _, _ in starts}
    if len(starts) < 2 or len(levels) != 1 or 0 in levels:
        return starts
    taken = {k for top, n, below in starts for k in range(top, n + below + 1)}
    more = [n for n, whole in enumerate(lines) if whole.heading in levels and n not in taken and has_role(whole.text)]
    return sorted([*starts, *((n, n, 0) for n in more)])


def _listed_over(lines: Sequence[Whole], n: int) -> bool:
    """Say whether an employer with a list mark of its own stands over a title and dates without one."""
    over, own = lines[n - 1], lines[n]
    firm = names_place(over.text) or (has_employer(over.text) and NAME.search(over.text) is None)
    return bool(over.bullet) and not own.bullet and own.indent > over.indent and firm and not re.search(r"[.!?;,]$", over.text)


def _marked_over(lines: Sequence[Whole], top: int, dated: dict[int, Range]) -> bool:
    """Say whether a line in bold, or marked as a heading, stands over a plain one that heads a job."""
    over, under = lines[top - 1], lines[top]
    marked = bool(over.bold or over.heading) and not (under.bold or under.heading)
    return marked and top - 1 not in dated and _head_like(over) and not under.gap


def _free(lines: Sequence[Whole], n: int, habit: int, dated: dict[int, Range]) -> int:
    """Return how many lines under the dates are not the heading of the next job, where headings stand above dates."""
    after = min((m for m in dated if m > n), default=len(lines) + habit)
    head = all(_head_like(lines[k]) for k in range(max(n + 1, after - habit), min(after, len(lines))))
    return max(0, after - habit - n - 1) if head else HEAD_LINES


def _undated_starts(lines: Sequence[Whole]) -> list[tuple[int, int, int]]:
    """Find the heads of jobs that give no dates: a line with a role, then one with an employer or a place, or both on a marked line."""
    starts = []
    for n, whole in enumerate(lines):
        if not _head_like(whole) or not has_role(whole.text) or len(whole.text.split()) > 8:
            continue
        after = lines[n + 1] if n + 1 < len(lines) else None
        firm = after is not None and _head_like(after) and (has_employer(after.text) or is_place(after.text)) and not has_role(after.text)
        if firm or whole.heading or (whole.bold and whole.gap):
            starts.append((n, n, 1 if firm else 0))
    return starts


def _habit(lines: Sequence[Whole], first: int) -> int:
    """Return how many lines above the dates head a job where text comes before the first one: those that look it."""
    count = 0
    while count < 2 and first - count > 0 and _head_like(lines[first - count - 1]):
        count += 1
    return count


def _head_like(whole: Whole) -> bool:
    if is_table_head(whole.text):
        return False
    if whole.heading or whole.bold or is_labelled(whole.text):
        return True
    if re.match(r"[^:|]{3,40}:\s+\S", whole.text) and not find_ranges(whole.text):
        return False
    if whole.bullet or len(whole.text) > SHORT or (re.search(r"[.!?;:,]$", whole.text) and not FIRM.search(whole.text)):
        return False
    return not whole.text[:1].islower() or (has_role(whole.text) and len(whole.text.split()) <= 4)


def _below(lines: Sequence[Whole], n: int, above: Sequence[str], dated: dict[int, Range]) -> int:
    """Return how many lines under the dates still name title, employer or place: none once both are named."""
    count = 0
    while count < 2 and n + count + 1 < len(lines) and n + count + 1 not in dated:
        heads = split([*above, *(_undated(lines[k].text, dated.get(k)) for k in range(n, n + count + 1))])
        after = lines[n + count + 1]
        apart = _set_apart(lines, n + count + 1, dated) and _is_weak(heads, lines[n].text)
        apart = apart and (not heads.employer or NAME.search(after.text) is None)
        where = not heads.place and is_place(after.text)
        wanted = not heads.title or not heads.employer or not has_role(heads.title) or apart or where
        titled = has_role(heads.title) or has_role(heads.employer)
        alone = not titled and has_role(after.text) and len(after.text.split()) <= NAME_WORDS and n + count + 2 not in dated
        if not wanted or not _head_like(after) or (after.gap and heads.title and not alone):
            break
        fits = (
            is_labelled(after.text)
            or has_role(after.text)
            or has_employer(after.text)
            or is_place(after.text)
            or after.bold
            or bool(after.heading)
            or apart
            or (not heads.employer and names_place(after.text))
        )
        if heads.title and not fits:
            break
        if heads.title and has_role(after.text) and len(after.text.split()) > 8 and not re.search(r"[·|(]|\s{3}", after.text):
            break
        count += 1
    return count


def _set_apart(lines: Sequence[Whole], n: int, dated: dict[int, Range]) -> bool:
    """Say whether a short line without a list mark stands over a list or at the end: under a title and its dates it names the employer."""
    whole, over = lines[n], n + 1 == len(lines) or bool(lines[n + 1].bullet) or n + 1 in dated
    return over and not whole.bullet and len(whole.text.split()) <= HEAD_WORDS // 2 + 2 and whole.text[:1].isupper()


def _is_weak(heads: Heads, text: str) -> bool:
    """Say whether no employer is named yet, or only what follows a comma behind the title."""
    return not heads.employer or (f"{heads.title}, {heads.employer}" in text and not has_employer(heads.employer))


def _undated(text: str, found: Range | None) -> str:
    """Return a heading without its dates; brackets and marks left empty go too."""
    if found is None:
        return text
    rest = re.sub(r"\(\s*\|?\s*\)|\[\s*\|?\s*\]", " ", f"{text[: found.at]} | {text[found.to :]}").strip(" ,:;|-–—")
    note = re.fullmatch(r"\(([^()]*)\)", rest)
    return "" if note and not is_place(note[1]) else rest  # what stands in brackets beside dates alone says more of them


def _job(lines: Sequence[Whole], top: int, n: int, below: int, end: int, dates: Range | None, now: int) -> Job:
    above = [lines[k].text for k in range(top, n)]
    own = _undated(lines[n].text, dates)
    if "," in (first := SENTENCE.split(own, maxsplit=1)[0]) and first[-1:].islower() and has_role(first):
        own = first  # "Driver, Acme Haulage, Leeds. Nights, trunking to Hull"
    if len(own) > 2 * SHORT:
        own = re.split(r"(?<=[.!?])\s", own)[0][: 2 * SHORT]
    heads = split([*above, own, *(lines[k].text for k in range(n + 1, n + below + 1))])
    span = span_of(dates, now) if dates else None
    titled = next((lines[k] for k in range(top, n + below + 1) if heads.title and heads.title[:12] in lines[k].text), lines[top])
    return Job(heads, span, titled.number, lines[n].number if dates else 0, list(lines[top:end]))
