"""Assessments in, the gap report or the ranking for a terminal out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jobfit.report.assessment.explain import explained
from jobfit.report.assessment.todo import gaps
from jobfit.report.terminal import Group, Padding, Text, blank, grid, printed, quoted, ranking, said, text
from jobfit.report.words import KIND_NAMES, bar, counts, lines, name, percent, worth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jobfit.ports import Look
    from jobfit.report.terminal import RenderableType, Table
    from jobfit.types import Assessment, Evidence, Failure, Kind, Tally, Verdict

BAR = 24


def render(results: Sequence[Assessment], failed: Sequence[Failure], look: Look) -> str:
    """Return the report of a single result, else the ranking and, with details, each report."""
    if look.explain:
        return printed(explained(results, look), look)
    if not results:
        return ""
    single = len(results) == 1 and not failed
    parts = [] if single else [*table(results, failed, look)]
    for result in results if single or look.details else ():
        rule = [] if single else [blank(), text("═" * look.width, "", look)]
        parts += [*rule, *report(result, look)]
    return printed(parts, look)


def report(result: Assessment, look: Look) -> Iterator[RenderableType]:
    """Yield the report of one role against one profile, what rules it out first."""
    yield from head(result, look)
    yield from knockouts(result, look)
    yield from coverage(result, look)
    for kind in KIND_NAMES:
        yield from requirements(result, kind, look)
    yield from todo(result, look)


def head(result: Assessment, look: Look) -> Iterator[RenderableType]:
    posting = result.posting
    whose = f"{result.profile_name} ({result.profile_path})" if result.profile_name else result.profile_path
    yield text(name(posting), "bold", look)
    yield text(" · ".join(part for part in (posting.path, posting.language and f"language: {posting.language}") if part), "dim", look)
    yield text(f"Profile: {whose}", "dim", look)
    yield blank()


def knockouts(result: Assessment, look: Look) -> Iterator[RenderableType]:
    """Yield the requirements that rule the profile out, before any figure."""
    out = [verdict for verdict in result.verdicts if verdict.requirement.id in result.knockouts]
    if not out:
        return
    yield Text("Knocked out by", style="bold red")
    yield from (block(verdict, look) for verdict in out)
    yield blank()


def coverage(result: Assessment, look: Look) -> Iterator[RenderableType]:
    yield Text.assemble(("Fit ", "bold"), (percent(result.fit) if result.fit is not None else "not to be said: nothing was judged", "bold"))
    table = grid(len(KIND_NAMES["nice"]), BAR, 5, None)
    for kind, tally in (("required", result.required), ("nice", result.nice)):
        table.add_row(*_bar(kind, tally, look))  # type: ignore[arg-type]
    yield table
    yield blank()


def _bar(kind: Kind, tally: Tally, look: Look) -> tuple[Text, ...]:
    share = percent(tally.coverage) if tally.judged else "–"
    return (
        text(KIND_NAMES[kind]),
        text(bar(tally.coverage, BAR), "", look),
        Text(text(share, "", look).plain, justify="right"),
        text(counts(tally), "", look),
    )


def requirements(result: Assessment, kind: Kind, look: Look) -> Iterator[RenderableType]:
    """Yield each requirement of one kind: verdict, text, the deciding line, the reason."""
    chosen = [verdict for verdict in result.verdicts if verdict.requirement.kind == kind]
    if chosen:
        yield Text(KIND_NAMES[kind], style="bold underline" if look.color else "bold")
        yield from (block(verdict, look, brief=verdict.requirement.id in result.knockouts) for verdict in chosen)
        yield blank()


def block(verdict: Verdict, look: Look, *, brief: bool = False) -> Table:
    """Return one requirement's rows; brief where its reasons stand above already."""
    item, table = verdict.requirement, grid(10, 4, None)
    table.add_row(said(verdict.verdict, look), text(item.id, "dim"), text(f"{item.text} ({lines(item.line, item.end_line)})", "", look))
    for row in [text("a knock-out, see above", "dim")] if brief else _why(verdict, look):
        table.add_row("", "", row)
    return table


def _why(verdict: Verdict, look: Look) -> Iterator[Text]:
    if verdict.evidence:
        yield quoted(verdict.evidence[0], look)
    also = _also(verdict.evidence, verdict.reason)
    if verdict.reason or also:
        yield text(" ".join(part for part in (verdict.reason, also) if part), "dim", look)


def _also(evidence: Sequence[Evidence], reason: str) -> str:
    """Name the other lines that bear on it, but for those that the reason names."""
    named = {*re.findall(r"\d+", reason), *(str(e.line) for e in evidence[:1])}
    more = [line for line in dict.fromkeys(str(e.line) for e in evidence[1:4]) if line not in named]
    return f"(also line{'s' if len(more) > 1 else ''} {', '.join(more)})" if more else ""


def todo(result: Assessment, look: Look) -> Iterator[RenderableType]:
    """Yield the gaps, the most costly first."""
    found = gaps(result)
    if not found:
        return
    yield Text("Gaps to close, most costly first", style="bold")
    gains = ["knock-out" if gap.verdict.knockout else worth(gap.gain) for gap in found]
    table = grid(max(3, len(f"{len(found)}.")), 4, None, max(10, *map(len, gains)))
    for number, (gap, gain) in enumerate(zip(found, gains, strict=True), 1):
        table.add_row(f"{number}.", text(gap.verdict.requirement.id, "dim"), text("; ".join(gap.missing), "", look), text(gain))
    yield table


def table(results: Sequence[Assessment], failed: Sequence[Failure], look: Look) -> Iterator[RenderableType]:
    """Yield the ranking, and what could not be read."""
    many = look.profiles or len({result.profile_path for result in results}) > 1
    names = [("", "right"), ("Fit", "right"), ("Required", "right"), ("Nice", "right"), ("Posting", "left")]
    shown = ranking(*names, *([("Profile", "left")] if many else []), look=look)
    for number, result in enumerate(results, 1):
        shares = (result.fit, result.required.coverage, result.nice.coverage)
        cells = [text(str(number)), *(text(percent(share), "", look) for share in shares), _entry(result, look)]
        shown.add_row(*cells, *([text(result.profile_name or result.profile_path)] if many else []))
    if results:
        yield shown
    if failed:
        yield Padding(Group(*(text(f"not read: {f.path}: {f.error}", "red", look) for f in failed)), (1 if results else 0, 0, 0, 0))


def _entry(result: Assessment, look: Look) -> Text:
    out = f"knocked out by {', '.join(result.knockouts)}" if result.knockouts else ""
    entry = text(name(result.posting), "bold", look)
    entry.append(f"\n{text(result.posting.path).plain}", style="dim")
    return entry.append(f"\n{out}", style="red") if out else entry
