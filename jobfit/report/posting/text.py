"""Postings in, what was understood of them for a terminal out: requirements by kind with type, lines and needs, then the duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.terminal import Text, blank, grid, printed, text
from jobfit.report.words import KIND_NAMES, name, ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jobfit.ports import Look
    from jobfit.report.terminal import RenderableType
    from jobfit.types import Duty, Failure, Kind, Need, Posting, Requirement


def render(results: Sequence[Posting], failed: Sequence[Failure], look: Look) -> str:  # noqa: ARG001 # failures go to standard error
    """Return the postings one after another."""
    return printed((part for posting in results for part in _posting(posting, look)), look)


def _posting(posting: Posting, look: Look) -> Iterator[RenderableType]:
    yield text(name(posting), "bold", look)
    head = (posting.path, posting.language and f"language: {posting.language}", posting.location, posting.employment_type)
    yield text(" · ".join(part for part in head if part), "dim", look)
    if len(posting.roles) > 1:
        yield text(f"One of {len(posting.roles)} roles of this page: {', '.join(posting.roles)}", "dim", look)
    yield blank()
    for kind in KIND_NAMES:
        yield from _requirements(posting, kind, look)
    yield from _duties(posting, look)
    if posting.left_out:
        yield text(f"Left out, neither requirement nor duty: lines {ranges(posting.left_out)}", "dim", look)
        yield blank()


def _requirements(posting: Posting, kind: Kind, look: Look) -> Iterator[RenderableType]:
    chosen = [item for item in posting.requirements if item.kind == kind]
    yield Text(f"{KIND_NAMES[kind]}: {len(chosen) or 'none found'}", style="bold")
    table = grid(4, 10, 8, None)
    for item in chosen:
        table.add_row(text(item.id, "dim"), text(item.type), text(_lines(item), "dim", look), text(item.text, "", look))
        for need in _needs(item):
            table.add_row("", "", "", text(f"– {need}", "dim", look))
        if item.also:
            table.add_row(
                "", "", "", text(f"– said again on line{'s' if len(item.also) > 1 else ''} {ranges(sorted(item.also))}", "dim", look)
            )
    if chosen:
        yield table
    yield blank()


def _lines(item: Requirement | Duty) -> str:
    return str(item.line) if item.end_line <= item.line else f"{item.line}–{item.end_line}"


def _needs(item: Requirement) -> list[str]:
    """Return the needs where they say more than the item itself."""
    said = [_need(need) for need in item.needs]
    return said if said not in ([], [item.text], [f"{item.text} ({item.type})"]) else []


def _need(need: Need) -> str:
    notes: list[str] = [need.type]
    if len(need.any_of) > 1:
        notes.append("any of: " + ", ".join(need.any_of))
    if need.months:
        notes.append(f"{need.months} months")
    notes += [note for said, note in ((need.level, need.level), (need.optional, "only preferred"), (need.open, "examples only")) if said]
    return f"{need.text} ({'; '.join(notes)})"


def _duties(posting: Posting, look: Look) -> Iterator[RenderableType]:
    if posting.duties:
        yield Text(f"Duties, not scored: {len(posting.duties)}", style="bold")
        table = grid(8, None)
        for duty in posting.duties:
            table.add_row(text(_lines(duty), "dim", look), text(duty.text, "dim", look))
        yield table
        yield blank()
