"""The leaves of a structured résumé come in; its records (a job, a course) and their fields come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jobfit.facts.dates import find_ranges, is_present, parse_point
from jobfit.facts.private import scrub
from jobfit.facts.spans import single_span, span_of, to_span
from jobfit.facts.tree import Leaf, field_names
from jobfit.types import Span


def by_entry(shown: Iterable[Leaf]) -> dict[str, list[Leaf]]:
    """Return the leaves of each record, by its path, in the order of the file."""
    groups: dict[str, list[Leaf]] = {}
    for leaf in shown:
        if leaf.entry:
            groups.setdefault(leaf.entry, []).append(leaf)
    return groups


def field(group: Iterable[Leaf], *fields: str) -> Leaf | None:
    """Return the first leaf that fills one of the fields, tried in the order given."""
    for name in fields:
        names = field_names(name)
        if leaf := next((leaf for leaf in group if leaf.key in names), None):
            return leaf
    return None


def text_of(leaf: Leaf | None) -> str:
    return scrub(leaf.text) if leaf else ""


def dates(group: Sequence[Leaf], now: int) -> tuple[Span | None, Leaf | None]:
    """Return the span of a record and the line of its dates."""
    start, end, both = field(group, "start"), field(group, "end"), field(group, "dates")
    if start is None and both is not None:
        found = find_ranges(both.text)
        if not found:
            return None, both
        return span_of(found[0], now), both
    if start is None:
        point = parse_point(end.text) if end else None
        return (single_span(point) if point else None), end
    ongoing = end is None or is_present(end.text)
    finish = parse_point(end.text) if end is not None and not ongoing else None
    return to_span(parse_point(start.text), finish, ongoing, now), start


def latest(shown: Iterable[Leaf]) -> int:
    """Return the latest month any date field names: "today" for a file without a date of its own, read without one."""
    dated = field_names("start") | field_names("end") | field_names("dates")
    points = [point for leaf in shown if leaf.key in dated and (point := parse_point(leaf.text))]
    return max((point.index + 1 for point in points), default=0)
