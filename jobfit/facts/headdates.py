"""The lines of a work section come in; the dates that head its jobs come out, by line, those that deeds and asides name left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.facts.dates import Range, find_ranges, says_since
from jobfit.facts.headings import label_of
from jobfit.facts.labels import is_labelled, is_table_head, role_label
from jobfit.facts.named import FIRM, has_employer, has_role
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex

HEAD_WORDS = 16
HEAD_LINES = 3  # lines that head a job
DEED = 30  # words; a longer line with a list mark tells a deed
NAME_WORDS = 5  # of a project whose name begins with a small letter
SHORT = 90
NOTE = regex(r"\([^()]{1,90}\)")  # what an employer does, behind its name


def dated_heads(lines: Sequence[Whole]) -> dict[int, Range]:
    """Return the dates that head jobs by line; of two lines that stand together the one with both ends counts."""
    dated = {n: found for n, whole in enumerate(lines) if (found := head_date(whole) or _role_below(lines, n)) is not None}
    for n in sorted(dated):
        if n in dated and n + 1 in dated and not lines[n + 1].gap and not lines[n + 1].bullet:
            first, second = _weight(lines[n], dated[n]), _weight(lines[n + 1], dated[n + 1])
            apart = _alike(lines[n], dated[n], lines[n + 1], dated[n + 1]) or _tells(lines[n], dated[n])
            if first != second and not apart:
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


def _tells(whole: Whole, dates: Range) -> bool:
    """Say whether a line that heads a job goes on to tell of it, and so is a job by itself ("Baker, Ovenia (2019 to date). Nights …")."""
    before = whole.text[: dates.at]
    if whole.bullet or dates.single or len(before.split()) > HEAD_WORDS:
        return False
    return before.endswith("(") and has_role(before) and bool(re.match(r"\)\.\s+[A-ZÀ-Þ]", whole.text[dates.to :]))


def _is_aside(whole: Whole, dates: Range) -> bool:
    """Say whether dates belong to a word of a heading: in brackets, or amid its words ("analyst, from 2022 senior")."""
    return _weight(whole, dates) <= 1 or (dates.end is None and dates.at > 2 and dates.to < len(whole.text) - 2)


def _alone_below(lines: Sequence[Whole], n: int, dated: dict[int, Range]) -> bool:
    """Say whether a better date of the same job follows: alone on a line under others that look like its heading."""
    for k in range(n + 1, min(n + HEAD_LINES, len(lines))):
        if k in dated:
            return _weight(lines[k], dated[k]) >= 6
        if not head_like(lines[k]):
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
    if _tells(whole, best):
        return best
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
    short = words <= NAME_WORDS and not re.search(r"[a-zß-ÿ]\.\s", text[: best.at])
    return best if words <= HEAD_WORDS and (not ends or short or _titled(text, best)) else None


def _titled(text: str, dates: Range) -> bool:
    """Say whether a line that ends as a sentence is a role, its employer and its dates ("Nurse, St Jude, Leeds. 2019 to date.")."""
    before, after = text[: dates.at], text[dates.to :]
    apart = re.search(r"[.,;(]\s*$", before) and re.fullmatch(r"\s*(?:\([^()]{1,20}\))?[\s.)]*", after)
    return bool(apart) and has_role(before.partition(",")[0])


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


def head_like(whole: Whole) -> bool:
    if is_table_head(whole.text):
        return False
    if whole.heading or whole.bold or is_labelled(whole.text):
        return True
    if re.match(r"[^:|]{3,40}:\s+\S", whole.text) and not find_ranges(whole.text):
        return False
    short = len(" ".join(NOTE.sub("", whole.text).split())) <= SHORT  # columns may stand far apart
    if whole.bullet or not short or (re.search(r"[.!?;:,]$", whole.text) and not FIRM.search(whole.text)):
        return False
    return not whole.text[:1].islower() or (has_role(whole.text) and len(whole.text.split()) <= 4)
