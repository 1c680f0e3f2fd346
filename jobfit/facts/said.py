"""The months of a job or a course come in, with the dates its lines name; JSON Resume's dates come out, in the precision that was said."""

from __future__ import annotations

from collections.abc import Iterable

from jobfit.facts.dates import Point, Range, parse_point
from jobfit.facts.make import clipped
from jobfit.facts.spans import backwards, single_span, span_of, to_span
from jobfit.types import Span


def said_month(index: int) -> str:
    """Return a month counted from year 0 as ``2019-04``."""
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def said_dates(found: Iterable[Range], span: Span | None, now: int, alone: bool = False) -> dict[str, str]:
    """Return ``startDate`` and ``endDate``, none while it goes on; ``alone``: a single date is the end and has no start.

    The words of the first range that covers the span are kept ("2019" stays a year); without one the span's months are named.
    """
    if span is None:
        return {}
    for each in found:
        made = _of_range(each, alone)
        if span_of(each, now) is not None and (read := _read(made, now)) is not None and span in (read, clipped(read, now)):
            return made
    if span.ongoing:
        return {"startDate": said_month(span.start)}
    return {"startDate": said_month(span.start), "endDate": said_month(max(span.start, span.end - 1))}


def _of_range(found: Range, alone: bool) -> dict[str, str]:
    start, end = found.start, found.start if found.single else found.end
    if found.single and alone:
        return {"endDate": _point(start)} if start else {}
    if start is not None and end is not None and backwards(start, end):
        start, end = end, start
    return {name: _point(point) for name, point in (("startDate", start), ("endDate", end)) if point is not None}


def _point(point: Point) -> str:
    """Return a point as it is written; a season as its first month."""
    return f"{point.year:04d}" if point.month is None else f"{point.year:04d}-{point.month:02d}"


def _read(made: dict[str, str], now: int) -> Span | None:
    """Return the span that these dates will be read as."""
    start, end = parse_point(made.get("startDate", "")), parse_point(made.get("endDate", ""))
    if start is None:
        return single_span(end) if end else None
    return to_span(start, end, end is None, now)
