"""Assessments in, a Markdown document out: the ranking where there are several, then each report that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.assessment.todo import gaps
from jobfit.report.tables import md, md_table
from jobfit.report.words import KIND_NAMES, SIGNS, counts, lines, name, percent, worth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jobfit.ports import Look
    from jobfit.report.assessment.todo import Gap
    from jobfit.types import Assessment, Failure, Kind, Verdict


def render(results: Sequence[Assessment], failed: Sequence[Failure], look: Look) -> str:
    """Return the document; all that comes from files is escaped."""
    if not results:
        return ""
    single = len(results) == 1 and not failed
    parts = [] if single else ["# Ranking\n", ranking(results), *([unread(failed)] if failed else [])]
    if single or look.details:
        parts += ["\n".join(report(result)) for result in results]
    return "\n".join(parts)


def ranking(results: Sequence[Assessment]) -> str:
    rows = [
        [str(n), percent(r.fit), percent(r.required.coverage), percent(r.nice.coverage), md(name(r.posting)),
         md(", ".join(r.knockouts)), md(r.profile_name or r.profile_path)]
        for n, r in enumerate(results, 1)
    ]  # fmt: skip
    return md_table(["", "Fit", "Required", "Nice", "Posting", "Knock-outs", "Profile"], rows)


def unread(failed: Sequence[Failure]) -> str:
    return "Not read:\n\n" + "".join(f"- {md(failure.path)}: {md(failure.error)}\n" for failure in failed)


def report(result: Assessment) -> Iterator[str]:
    """Yield the parts of one report."""
    yield f"# {md(name(result.posting))}\n"
    yield f"{md(result.posting.path)}, profile: {md(result.profile_name or result.profile_path)}\n"
    out = [verdict for verdict in result.verdicts if verdict.knockout]
    if out:
        yield "**Knocked out by**\n\n" + "".join(f"- {md(v.requirement.text)}: {md(v.reason)}\n" for v in out)
    rows = [[KIND_NAMES["required"], percent(result.required.coverage), counts(result.required)]]
    rows.append([KIND_NAMES["nice"], percent(result.nice.coverage), counts(result.nice)])
    yield f"**Fit {percent(result.fit)}**\n"
    yield md_table(["", "Coverage", ""], rows)
    yield from (section for kind in KIND_NAMES if (section := _section(result, kind)))
    yield _gaps(result)
    yield from (f"Warning: {md(warning)}\n" for warning in result.warnings)


def _section(result: Assessment, kind: Kind) -> str:
    rows = [_row(verdict) for verdict in result.verdicts if verdict.requirement.kind == kind]
    return f"## {KIND_NAMES[kind]}\n\n" + md_table(["", "Requirement", "Line of the profile", "Why"], rows) if rows else ""


def _row(verdict: Verdict) -> list[str]:
    item = verdict.requirement
    quote = f"line {verdict.evidence[0].line}: {md(verdict.evidence[0].text)}" if verdict.evidence else ""
    asked = f"{md(item.id)}: {md(item.text)} ({lines(item.line, item.end_line)})"
    return [f"{SIGNS[verdict.verdict]} {verdict.verdict}", asked, quote, md(verdict.reason)]


def _gaps(result: Assessment) -> str:
    found = gaps(result)
    said = [f"{n}. {md(g.verdict.requirement.id)}: {md('; '.join(g.missing))} ({_worth(g)})\n" for n, g in enumerate(found, 1)]
    return "## Gaps to close, most costly first\n\n" + "".join(said) if said else ""


def _worth(gap: Gap) -> str:
    return "knock-out" if gap.verdict.knockout else worth(gap.gain)
