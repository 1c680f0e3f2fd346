"""Positions to months: spans joined so that overlaps count once, the gaps between them, and a span clipped to a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.types import Position, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
from itertools import pairwise


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            last = joined[-1]
            joined[-1] = Span(last.start, max(last.end, span.end), last.ongoing or span.ongoing)
        else:
            joined.append(span)
    return tuple(joined)


def months(spans: Iterable[Span]) -> int:
    """Months covered by the spans, overlaps once."""
    return sum(span.months for span in merge(spans))


def timeline(positions: Iterable[Position]) -> int:
    """Months covered by the positions that have dates, overlaps once."""
    return months(position.span for position in positions if position.span is not None)


def gaps(positions: Iterable[Position]) -> tuple[Span, ...]:
    """Return the stretches between dated positions that no position covers, in order."""
    spans = merge(position.span for position in positions if position.span is not None)
    return tuple(Span(before.end, after.start) for before, after in pairwise(spans))
