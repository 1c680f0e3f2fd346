"""One assessment and the name of a requirement in, all that decided it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.errors import JobfitError, UnknownRole
from jobfit.report.terminal import Text, blank, grid, quoted, said, text
from jobfit.report.words import KIND_NAMES, lines, name, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jobfit.ports import Look
    from jobfit.report.terminal import RenderableType, Table
    from jobfit.types import Assessment, NeedVerdict, Verdict


def explained(results: Sequence[Assessment], look: Look) -> Iterator[RenderableType]:
    """Yield what decided the requirement in each result that has it; raise JobfitError where none has or several roles of a page do."""
    wanted = look.explain.strip().casefold()
    found = [(result, verdict) for result in results for verdict in result.verdicts if verdict.requirement.id == wanted]
    if results and not found:
        known = ", ".join(verdict.requirement.id for verdict in results[0].verdicts)
        raise JobfitError(f"has no requirement {look.explain!r}", path=results[0].posting.path, hint=f"it has {known}")
    for posting in {result.posting.path: result.posting for result in results}.values():
        if len({result.posting.role for result in results if result.posting.path == posting.path}) > 1:
            what = f"this page describes {len(posting.roles)} roles, and each has requirements of its own"
            raise UnknownRole(what, path=posting.path, hint=f"name one with --role: {'; '.join(posting.roles)}")
    for result, verdict in found:
        yield from _explained(result, verdict, look)


def _explained(result: Assessment, verdict: Verdict, look: Look) -> Iterator[RenderableType]:
    """Yield verdict, chances, reason, needs, lines and signals."""
    item = verdict.requirement
    where = f"{item.id} · {KIND_NAMES[item.kind].lower()} · {item.type} · {lines(item.line, item.end_line)}"
    yield text(name(result.posting), "bold", look)
    yield text(f"{where} · under “{item.section}”" if item.section else where, "dim", look)
    yield text(item.text)
    yield blank()
    yield from _verdict(verdict, look)
    yield from _needs(verdict, look)
    yield from _signals(verdict)


def _verdict(verdict: Verdict, look: Look) -> Iterator[RenderableType]:
    chances = ", ".join(f"{key} {percent(verdict.probability.get(key))}" for key in ("met", "partly", "unmet"))
    yield Text.assemble(said(verdict.verdict, look), text(f"  ({chances})", "dim", look), "  knock-out" if verdict.knockout else "")
    if verdict.reason:
        yield text(verdict.reason, "", look)
    table = grid(5, None)
    for evidence in verdict.evidence:
        table.add_row(f"{evidence.score:.2f}", quoted(evidence, look))
        if evidence.where:
            table.add_row("", text(evidence.where, "dim"))
    yield table
    yield blank()


def _needs(verdict: Verdict, look: Look) -> Iterator[RenderableType]:
    if verdict.needs:
        yield Text("What it asks for", style="bold")
        yield from (_need(need, look) for need in verdict.needs)
        yield blank()


def _need(judged: NeedVerdict, look: Look) -> Table:
    need, table = judged.need, grid(10, None)
    notes = [need.type, *(["only preferred"] if need.optional else []), *(["examples only"] if need.open else [])]
    if len(need.any_of) > 1:
        notes.append("any of: " + ", ".join(need.any_of))
    table.add_row(said(judged.verdict, look), text(f"{need.text} ({'; '.join(notes)})", "", look))
    if judged.reason:
        table.add_row("", text(judged.reason, "dim", look))
    for evidence in judged.evidence:
        table.add_row("", quoted(evidence, look))
    return table


def _signals(verdict: Verdict) -> Iterator[RenderableType]:
    if verdict.signals:
        yield Text("Signals", style="bold")
        table = grid(10, None)
        for key, value in verdict.signals.items():
            table.add_row(f"{value:.4f}", text(key))
        yield table
