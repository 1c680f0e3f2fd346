"""Dates as a profile writes them come in; calendar months come out."""

from __future__ import annotations

from datetime import date

from jobfit.facts.dates import Point, Range
from jobfit.types import Span


def month_of(when: date) -> int:
    return when.year * 12 + when.month - 1


def to_span(start: Point | None, end: Point | None, ongoing: bool, as_of: int) -> Span | None:
    """Months from start to end, a named end month included; no start gives None.

    A year alone counts as its middle, so that 2016–2018 is 24 months; one year alone (2017–2017) is half a year. Of two dates that
    stand the wrong way round the earlier is the start.
    """
    if start is None:
        return None
    if end is not None and not ongoing and backwards(start, end):
        start, end = end, start
    first = start.index
    if ongoing or end is None:
        if start.month is None and first >= as_of:
            first = start.year * 12
        return Span(first, max(first, as_of), ongoing=True, starts_in_year=start.month is None)
    if start.month is None and end.month is None and start.year == end.year:
        return single_span(start)
    last = end.index + (end.width if end.month is not None else 0)
    if start.month is None and last <= first:  # "2016 – 03/2016"
        first = start.year * 12
    if end.month is None and last <= first:  # "11/2016 – 2016"
        last = end.year * 12 + 12
    return Span(first, max(first, last), starts_in_year=start.month is None, ends_in_year=end.month is None)


def backwards(start: Point, end: Point) -> bool:
    """Say whether a range ends before it begins."""
    return end.index < start.index if start.month and end.month else end.year < start.year


def single_span(point: Point) -> Span:
    """Return the months that one date alone covers: its month, its season, half of its year."""
    if point.month is None:
        return Span(point.year * 12 + 3, point.year * 12 + 9, starts_in_year=True, ends_in_year=True)
    return Span(point.index, point.index + point.width)


def span_of(found: Range, as_of: int) -> Span | None:
    """Return the months of a range, or of the single date it is."""
    if found.single:
        return single_span(found.start) if found.start else None
    return to_span(found.start, found.end, found.ongoing, as_of)
