"""The lines of a work section and the dates among them come in; where each job begins, and which lines head it, comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.facts.dates import Range
from jobfit.facts.headdates import HEAD_LINES, HEAD_WORDS, NAME_WORDS, head_like
from jobfit.facts.labels import employer_label, is_labelled
from jobfit.facts.named import has_employer, has_role, is_place
from jobfit.facts.titles import Heads, names_place, split
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex

LABELS = 5  # lines with labels ("Position:", "Employer:") over the dates of a job
NAME = regex(r"(?:^|\s)(?!and\b|und\b)[a-zà-ÿ]{4,}")  # a word that no name of a firm holds


def find_starts(lines: Sequence[Whole], dated: dict[int, Range]) -> list[tuple[int, int, int]]:
    """Return (first line, line of the dates, how many lines below belong to the heading) of each job, by the section's own habit."""
    if not dated:
        return []
    first = min(dated)
    habit = first if first <= 3 and all(head_like(lines[n]) for n in range(first)) else _habit(lines, first)
    starts: list[tuple[int, int, int]] = []
    for n in sorted(dated):
        floor = starts[-1][1] + starts[-1][2] + 1 if starts else 0
        top = n
        while top > floor and n - top < habit and head_like(lines[top - 1]) and top - 1 not in dated:
            top -= 1
        if floor < top < n and n - top < HEAD_LINES and _marked_over(lines, top, dated):
            top -= 1
        if floor < top == n and (_listed_over(lines, n) or _titled_over(lines, n, dated[n])) and top - 1 not in dated:
            top -= 1
        while floor < top and n - top < LABELS and is_labelled(lines[top - 1].text) and top - 1 not in dated:
            top -= 1
        if floor < top < n and _over_labels(lines, top, n) and top - 1 not in dated:
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


def _over_labels(lines: Sequence[Whole], top: int, n: int) -> bool:
    """Say whether a line apart from what stands above it heads labelled lines of which none names the employer ("Cargo: ...")."""
    labelled = all(is_labelled(lines[k].text) for k in range(top, n)) and not any(employer_label(lines[k].text) for k in range(top, n))
    over = lines[top - 1]
    return labelled and head_like(over) and (over.gap or top == 1) and not lines[top].gap


def _titled_over(lines: Sequence[Whole], n: int, dates: Range) -> bool:
    """Say whether a title stands alone over the employer and the dates, in a section whose first job has all on one line."""
    over, own = lines[n - 1], undated(lines[n].text, dates)
    alone = head_like(over) and has_role(over.text) and len(over.text.split()) <= HEAD_WORDS // 2
    return alone and not own[:1].islower() and bool(own) and not has_role(own) and not lines[n].gap


def _marked_over(lines: Sequence[Whole], top: int, dated: dict[int, Range]) -> bool:
    """Say whether a line in bold, or marked as a heading, stands over a plain one that heads a job."""
    over, under = lines[top - 1], lines[top]
    marked = bool(over.bold or over.heading) and not (under.bold or under.heading)
    return marked and top - 1 not in dated and head_like(over) and not under.gap


def _free(lines: Sequence[Whole], n: int, habit: int, dated: dict[int, Range]) -> int:
    """Return how many lines under the dates are not the heading of the next job, where headings stand above dates."""
    after = min((m for m in dated if m > n), default=len(lines) + habit)
    head = all(head_like(lines[k]) for k in range(max(n + 1, after - habit), min(after, len(lines))))
    return max(0, after - habit - n - 1) if head else HEAD_LINES


def undated_starts(lines: Sequence[Whole]) -> list[tuple[int, int, int]]:
    """Find the heads of jobs that give no dates: a line with a role, then one with an employer or a place, or both on a marked line."""
    starts = []
    for n, whole in enumerate(lines):
        if not head_like(whole) or not has_role(whole.text) or len(whole.text.split()) > 8:
            continue
        after = lines[n + 1] if n + 1 < len(lines) else None
        firm = after is not None and head_like(after) and (has_employer(after.text) or is_place(after.text)) and not has_role(after.text)
        if firm or whole.heading or (whole.bold and whole.gap):
            starts.append((n, n, 1 if firm else 0))
    return starts


def _habit(lines: Sequence[Whole], first: int) -> int:
    """Return how many lines above the dates head a job where text comes before the first one: those that look it."""
    count = 0
    while count < 2 and first - count > 0 and head_like(lines[first - count - 1]):
        count += 1
    return count


def _below(lines: Sequence[Whole], n: int, above: Sequence[str], dated: dict[int, Range]) -> int:
    """Return how many lines under the dates still name title, employer or place: none once both are named."""
    count = 0
    while count < 2 and n + count + 1 < len(lines) and n + count + 1 not in dated:
        heads = split([*above, *(undated(lines[k].text, dated.get(k)) for k in range(n, n + count + 1))])
        after = lines[n + count + 1]
        apart = _set_apart(lines, n + count + 1, dated) and _is_weak(heads, lines[n].text)
        apart = apart and (not heads.employer or NAME.search(after.text) is None)
        where = not heads.place and is_place(after.text)
        wanted = not heads.title or not heads.employer or not has_role(heads.title) or apart or where
        titled = has_role(heads.title) or has_role(heads.employer)
        alone = not titled and has_role(after.text) and len(after.text.split()) <= NAME_WORDS and n + count + 2 not in dated
        if not wanted or not head_like(after) or (after.gap and heads.title and not alone):
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


def undated(text: str, found: Range | None) -> str:
    """Return a heading without its dates; brackets and marks left empty go too."""
    if found is None:
        return text
    rest = re.sub(r"\(\s*\|?\s*\)|\[\s*\|?\s*\]", " ", f"{text[: found.at]} | {text[found.to :]}").strip(" ,:;|-–—")
    note = re.fullmatch(r"\(([^()]*)\)", rest)
    return "" if note and not is_place(note[1]) else rest  # what stands in brackets beside dates alone says more of them
