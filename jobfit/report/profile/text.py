"""A profile in, its facts with their lines and a drawn time line out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.facts.dates import is_bare
from jobfit.facts.timeline import timeline
from jobfit.report.months import dates, issued, length, month
from jobfit.report.terminal import Text, blank, grid, printed, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jobfit.ports import Look
    from jobfit.report.terminal import RenderableType
    from jobfit.types import Credential, Degree, LanguageSkill, Place, Position, Profile, Span, Statement

AXIS = 24


def render(profile: Profile, look: Look) -> str:
    """Return the facts, part by part; what a profile does not say is left out, and so are dates that stand alone: the facts have them."""
    return printed(_parts(profile, look), look)


def _parts(profile: Profile, look: Look) -> Iterator[RenderableType]:
    yield text(profile.name or "(no name)", "bold", look)
    for said in (profile.headline, f"{profile.path} · as of {month(profile.as_of)}"):
        if said:
            yield text(said, "dim", look)
    yield blank()
    yield from _positions(profile, look)
    yield from _facts("Education", [(d.line, _degree(d)) for d in profile.education], look)
    yield from _facts("Credentials", [(c.line, _credential(c)) for c in profile.credentials], look)
    yield from _facts("Languages", [(found.line, _language(found)) for found in profile.languages], look)
    yield from _facts("Places", [(p.line, _place(p)) for p in profile.places], look)
    yield from _facts("Statements", [(s.line, _statement(s)) for s in profile.statements if not is_bare(s.text)], look)


def _positions(profile: Profile, look: Look) -> Iterator[RenderableType]:
    """Yield the time line: a bar for each position on one axis, so that overlaps and gaps can be seen."""
    if not profile.positions:
        return
    work = [position for position in profile.positions if position.kind == "work"]
    yield text(f"Time line: {length(timeline(work))} of work, overlaps counted once", "bold", look)
    spans = [position.span for position in profile.positions if position.span]
    first, last = (min(s.start for s in spans), max(s.end for s in spans)) if spans else (0, 0)
    table = grid(5, AXIS, 17, 9, None)
    for position in profile.positions:
        table.add_row(*_position(position, first, last, look))
    yield table
    yield blank()


def _position(position: Position, first: int, last: int, look: Look) -> Iterator[Text]:
    names = ", ".join(part for part in (position.title, position.employer, position.place) if part)
    kind = "" if position.kind == "work" else f" ({position.kind})"
    yield text(str(position.line), "dim")
    yield text(axis(position.span, first, last, AXIS), "", look)
    yield text(dates(position.span), "", look)
    yield text(length(position.span.months) if position.span else "")
    yield text(f"{names}{kind}", "", look)


def axis(span: Span | None, first: int, last: int, width: int) -> str:
    """Return a line of ``width`` characters on which the span is drawn full, at least one character long."""
    if span is None or last <= first:
        return "░" * width
    start = min(width - 1, (span.start - first) * width // (last - first))
    end = max(start + 1, -(-(span.end - first) * width // (last - first)))
    return "░" * start + "█" * (end - start) + "░" * (width - end)


def _facts(title: str, facts: Sequence[tuple[int, str]], look: Look) -> Iterator[RenderableType]:
    if facts:
        yield Text(title, style="bold")
        table = grid(5, None)
        for line, said in facts:
            table.add_row(text(str(line), "dim"), text(said, "", look))
        yield table
        yield blank()


def _degree(found: Degree) -> str:
    state = {True: "finished", False: "not finished", None: ""}[found.finished]
    parts = (found.title, found.field if found.field not in found.title else "", found.institution, dates(found.span) if found.span else "")
    return " · ".join(part for part in (*parts, found.level and f"level: {found.level}", state) if part)


def _credential(found: Credential) -> str:
    said = (found.issued is not None and f"issued {issued(found)}", found.expires is not None and f"expires {month(found.expires)}")
    return " · ".join(part for part in (found.name, found.issuer, *said, "" if found.finished else "still to be earned") if part)


def _language(found: LanguageSkill) -> str:
    return f"{found.name} · {found.level or 'level not said'}"


def _place(found: Place) -> str:
    return " · ".join(part for part in (found.text, found.country, "lives here" if found.now else "") if part)


def _statement(found: Statement) -> str:
    marks = [found.source, *(["listed only"] if found.listed else []), *(["denied or hoped for"] if found.negated else [])]
    return f"{found.text} ({', '.join(marks)})"
