"""Text to dates: points ("Mar. 2019", "03/2017", "2016") and ranges ("seit 2021", "2014-2017", "Jan – Mar 2019") in it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parent / "data"
YEARS = r"(?:19[4-9]\d|20[0-6]\d)"
LASTING = r"(?:weeks?|months?|days?|wochen?|monaten?|monate|tage?|semaines?|mois|jours?|semanas?|mes|meses|d[ií]as?|weken|maanden)\b"
DASH = r"[-‐‑‒–—―−－~→›>\u00ad\x96\x97]{1,3}"


@dataclass(frozen=True, slots=True)
class Point:
    """Return a month (1 to 12) of a year, or the year alone (None); ``width`` is how many months the words cover."""

    year: int
    month: int | None = None
    width: int = 1

    @property
    def index(self) -> int:
        """Months since year 0 of the first month meant; a year alone stands for its middle."""
        return self.year * 12 + (6 if self.month is None else self.month - 1)


@dataclass(frozen=True, slots=True)
class Range:
    """Return a stretch of time as written at ``text[at:to]``; ``end`` None with ``ongoing`` false is a single date."""

    start: Point | None
    end: Point | None
    ongoing: bool
    at: int
    to: int

    @property
    def single(self) -> bool:
        return self.end is None and not self.ongoing


# --- the grammar ---------------------------------------------------------------------------------------------------


@cache
def _words() -> dict[str, dict[str, int]]:
    raw = json.loads((DATA / "months.json").read_text(encoding="utf-8"))
    return {kind: {word: int(number) for number, words in raw[kind].items() for word in words} for kind in ("months", "seasons")}


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    raw = json.loads((DATA / "months.json").read_text(encoding="utf-8"))
    return {kind: tuple(raw[kind]) for kind in ("present", "to", "from", "open")}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for a point, for what joins two points, and for the words that make a single point open."""
    names, lists = _words(), _lists()
    month, season = _any(names["months"]), _any(names["seasons"])
    year = rf"(?:{YEARS}|['’]\d\d)"
    point = rf"""(?<![\w/.,$€£'’])(?<![^\W\d]-)(?<!\d:)(?:
        (?P<y1>{YEARS})\s?[-/.年]\s?(?P<m1>1[0-2]|0?[1-9])(?:[-/.]\d{{1,2}})?(?:T[\d:.Z+-]+)?(?![\d\w/])(?!\s?{LASTING})
      | (?:(?P<d2>[0-3]?\d)[./-])?(?P<m2>1[0-2]|0?[1-9])(?:\s?[./-]\s?|/[0-3]?\d/)(?P<y2>{YEARS})(?![\d\w])
      | (?:[0-3]?\d(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?)?(?P<m3>{month})\b\.?
        (?:\s+[0-3]?\d(?:st|nd|rd|th)?)?,?[\s/-]*(?:de\s+|of\s+)?(?P<y3>{year})(?![\d\w])
      | (?P<m4>{season})\b,?\s*(?:of\s+|de\s+)?(?P<y4>{year})(?![\d\w])
      | (?P<y5>{YEARS})(?![\d\w%€$£]|\.\d|,\d)
      | (?P<now>{_any(lists["present"])})(?!\w)
    )"""
    until, since = _any(lists["to"]), _any(lists["from"])
    joint = rf"\s*(?:{DASH}(?:\s*\b(?:{until})\b)?|(?:[^\w\s,;:()\[\]|&·•/.+\"'*<]{{1,3}}|\b(?:{until})\b\s*:?))\s*(?:{since}\s+)?"
    opener = rf"\b(?:{_any(lists['open'])})\s+(?:the\s+|dem\s+|el\s+|le\s+)?$"
    flags = re.IGNORECASE | re.VERBOSE
    return re.compile(point, flags), re.compile(joint, re.IGNORECASE), re.compile(opener, re.IGNORECASE)


def _year(text: str) -> int:
    """Return the year of four figures, or of two."""
    if len(text) == 4:
        return int(text)
    short = int(text[-2:])
    return 2000 + short if short < 60 else 1900 + short


def _point(hit: re.Match[str]) -> Point | None:
    """Return the point a match stands for; None is the present."""
    got = hit.groupdict()
    names = _words()
    if got["now"]:
        return None
    if got["y1"]:
        return Point(int(got["y1"]), int(got["m1"]))
    if got["y2"]:
        return Point(int(got["y2"]), int(got["m2"]))
    if got["y3"]:
        return Point(_year(got["y3"]), names["months"][got["m3"].lower()])
    if got["y4"]:
        return Point(_year(got["y4"]), names["seasons"][got["m4"].lower()], width=3)
    return Point(int(got["y5"]))


NEAR = 40  # how far before a date a word is looked for that belongs to it
TO_DATE = regex(r"(?:to|till|until|up to|bis|jusqu|à|hasta|tot|até)\b", re.IGNORECASE)  # the word for the present holds the joint
SHORT_END = regex(rf"(?:\s?{DASH}\s?|/)(?:20|19)?(\d\d)(?![\d\w/.%-])")  # 2019-21, 1998/99, 2011/2013


def find_points(text: str) -> list[tuple[Point | None, int, int]]:
    """Return all dates of a line as (point, start, end); the present is None."""
    found = [(_point(hit), hit.start(), hit.end()) for hit in _grammar()[0].finditer(text)]
    return sorted((*found, *_short_points(text)), key=lambda each: each[1]) if "/" in text else found


def _short_points(text: str) -> list[tuple[Point | None, int, int]]:
    """Return the months with two figures of the year ("6/14 - 12/17", "jan/18 - present"): only as a range that a line begins or ends."""
    found: list[tuple[Point | None, int, int]] = []
    for hit in _short().finditer(text):
        first, last = (Point(_year(hit[f"y{n}"]), _month(hit[f"m{n}"])) if hit[f"y{n}"] else None for n in "12")
        edge = not text[: hit.start()].strip(" (|") or not text[hit.end() :].strip(" )|.")
        if edge and first is not None and (last is None or first.index <= last.index):
            found.append((first, hit.start("m1"), hit.end("y1")))
            if last is not None:
                found.append((last, hit.start("m2"), hit.end("y2")))
    return found


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else _words()["months"][written.lower()]


@cache
def _short() -> re.Pattern[str]:
    month, present = rf"(?:1[0-2]|0?[1-9]|(?:{_any(_words()['months'])}))", _any(_lists()["present"])
    return re.compile(
        rf"(?<![\w/.-])(?P<m1>{month})/(?P<y1>\d\d)\s*(?:{DASH}|to|a|até)\s*(?:(?P<m2>{month})/(?P<y2>\d\d)(?![\w/])|(?:{present})(?!\w))",
        re.IGNORECASE,
    )


def parse_point(text: str) -> Point | None:
    """Return the first date in a text, None where there is none."""
    return next((point for point, _, _ in find_points(text) if point is not None), None)


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:bis\s+|à\s+|tot\s+)?(?:{_any(_lists()['present'])})\W*", re.IGNORECASE)


def is_present(text: str) -> bool:
    """Say whether the whole text says that something still goes on."""
    return _present().fullmatch(text) is not None


def find_ranges(text: str) -> list[Range]:
    """Return all ranges and single dates of a line in order; words such as "now" count only as the end of a range."""
    points, found, i = find_points(text), [], 0
    while i < len(points):
        first, at, to = points[i]
        i += 1
        if first is None:
            continue
        if i < len(points) and _joined(text[to : points[i][1]], first, points[i][0], at, text[points[i][1] :]):
            last, _, to = points[i]
            i += 1
            found.append(Range(first, last, last is None, _with_from(text, at), to))
        else:
            found.append(_lone(text, first, at, to))
    return found


def is_bare(text: str) -> bool:
    """Say whether a text holds dates and nothing else."""
    found = find_ranges(text)
    rest = text
    for each in reversed(found):
        rest = f"{rest[: each.at]} {rest[each.to :]}"
    return (bool(found) and re.search(r"\w", rest) is None) or is_present(text)


def _joined(between: str, first: Point, last: Point | None, at: int, after: str) -> bool:
    """Say whether two dates are one range; a dash lost in reading leaves a gap, or one space between the years that begin a line."""
    if _grammar()[1].fullmatch(between):
        return True
    if not between.isspace() or (last is not None and last.year < first.year):
        return False
    if last is None and TO_DATE.match(after):
        return True
    return len(between) > 1 or (last is not None and at == 0 and first.month is None and last.month is None)


def _with_from(text: str, at: int) -> int:
    """Return the place where "from", "von", "de" before a range begins, else its own."""
    near = max(0, at - NEAR)
    hit = _from().search(text[near:at])
    return near + hit.start() if hit else at


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(_lists()['from'])})\s+$", re.IGNORECASE)


def _lone(text: str, point: Point, at: int, to: int) -> Range:
    """Return a point without a second one: "since 2019", "2019 –", "2019-21", "Jan – Mar 2019", or a plain single date."""
    near = max(0, at - NEAR)
    before = text[near:at]
    if opened := _grammar()[2].search(before):
        return Range(point, None, True, near + opened.start(), to)
    if point.month is None and (short := SHORT_END.match(text, to)) and int(short[1]) >= point.year % 100:
        return Range(point, Point(point.year // 100 * 100 + int(short[1])), False, at, short.end())
    if point.month is None and (months := _months().search(before)):
        first, last = (_words()["months"][each.lower()] for each in months.groups())
        if first <= last:
            return Range(Point(point.year, first), Point(point.year, last), False, near + months.start(), to)
    if point.month is not None and (half := _half().search(before)):
        month = int(half[1]) if half[1] else _words()["months"][half[2].lower()]
        if month <= point.month:
            return Range(Point(point.year, month), point, False, near + half.start(), to)
    if OPEN_END.match(text, to):
        return Range(point, None, True, at, to)
    return Range(point, None, False, at, to)


def says_since(text: str, found: Range) -> bool:
    """Say whether a range is open because of a word such as "since", not of a dash."""
    return re.match(rf"(?:{_any(_lists()['open'])})\s", text[found.at :], re.IGNORECASE) is not None


OPEN_END = regex(rf"\s*{DASH}(?:\s*(?:$|[|,;:)\]])|\s{{2,}}|\t)")


@cache
def _half() -> re.Pattern[str]:
    """Return a month whose year is only named at the other end of the range."""
    month, joint = _any(_words()["months"]), _grammar()[1].pattern
    return re.compile(rf"(?<![\w./-])(?:(1[0-2]|0?[1-9])|({month})\.?)(?:{joint})$", re.IGNORECASE)


@cache
def _months() -> re.Pattern[str]:
    """Return two months with nothing but a hyphen between them, before the year of both: "juillet-août 2019"."""
    month = _any(_words()["months"])
    return re.compile(rf"(?<![\w./-])({month})\.?-({month})\.?\s+(?:de\s+)?$", re.IGNORECASE)
