"""``jobfit score``: postings and profiles in, how well each covers each out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jobfit.cli import gather, options, output

if TYPE_CHECKING:
    from jobfit.inputs import Options
    from jobfit.ports import Look
    from jobfit.types import Assessment, Failure

BELOW = 3

Details = Annotated[bool, typer.Option("--details", help="After a ranking, the report of each result.")]
Explain = Annotated[str, typer.Option("--explain", metavar="ID", help="Show all that decided one requirement, such as r3.")]
FailUnder = Annotated[float | None, typer.Option("--fail-under", metavar="PERCENT", min=0, max=100, help="Exit with 3 if a fit is below.")]
Top = Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="Keep only the best N.")]
Sort = Annotated[
    Literal["fit", "required", "nice", "title", "input"] | None,
    typer.Option("--sort", help="Order of the results; if not given, by fit in a ranking, as the input in JSON."),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=0, help="Processes that read and judge; if not given, as many as the batch is worth."),
]
Resume = Annotated[
    Path | None,
    typer.Option("--resume", metavar="FILE", dir_okay=False, help="Go on with a run that was stopped: add what is missing to its jsonl."),
]


def command(
    postings: options.Postings,
    profile: options.Profiles,
    format_name: options.ScoreFormat = "text",
    output_file: options.Output = None,
    role: options.Role = "",
    as_of: options.AsOf = None,
    details: Details = False,
    explain: Explain = "",
    fail_under: FailUnder = None,
    top: Top = None,
    sort: Sort = None,
    as_format: options.As = None,
    model: options.Model = None,
    no_cache: options.NoCache = False,
    workers: Workers = None,
    resume: Resume = None,
    quiet: options.Quiet = False,
) -> None:
    """Score postings against a profile, or profiles against a posting: each requirement met, partly or unmet, and by which line."""
    from jobfit import pipeline
    from jobfit.report.assessment import jsonl, rank

    chosen = gather.options(
        [*postings, *profile], role=role, as_of=as_of, model=model, no_cache=no_cache, as_format=as_format, quiet=quiet,
        keep=True, workers=workers,
    )  # fmt: skip
    if resume is not None:
        _refuse(resume, format_name not in ("text", "jsonl") or output_file or top or sort or details or explain)
        raise typer.Exit(_resumed(resume, postings, profile, chosen, quiet, fail_under))
    lowest, streams = rank.Lowest(), format_name == "jsonl" and not (top or sort)
    found = lowest.over(gather.counted(postings, chosen, lambda going: pipeline.score(postings, profile, going), quiet=quiet))
    order = sort or ("input" if format_name in ("json", "jsonl") and not top else "fit")
    shown = partial(_shown, format_name, order, top, gather.look(output_file, details=details, explain=explain), quiet)
    status = output.deliver(
        gather.warned(found, quiet), shown, output_file, row=jsonl.row if streams else None, people=format_name == "text"
    )
    raise typer.Exit(status or (BELOW if lowest.below(fail_under) else 0))


def _refuse(resume: Path, others: object) -> None:
    if others:
        raise typer.BadParameter(
            f"{resume} gets one result a line (jsonl) in the order of the postings and nothing else", param_hint="--resume"
        )


def _resumed(path: Path, postings: Sequence[str], profiles: Sequence[str], chosen: Options, quiet: bool, fail_under: float | None) -> int:
    """Add to the file the results that it lacks; return the status of the whole."""
    from jobfit import pipeline
    from jobfit.cli.resume import standing
    from jobfit.report.assessment import jsonl, rank

    there = standing(path, postings, profiles, chosen)
    left, lowest = replace(chosen, done=there.done), rank.Lowest()
    found = lowest.over(gather.counted(postings, left, lambda going: pipeline.score(postings, profiles, going), quiet=quiet))
    status = output.appended(gather.warned(found, quiet), jsonl.row, path, there.size)
    below = fail_under is not None and there.lowest is not None and 100 * there.lowest < fail_under
    return status or (BELOW if below or lowest.below(fail_under) else 0)


def _shown(format_name: str, order: str, top: int | None, look: Look, quiet: bool, results: list[Assessment], failed: list[Failure]) -> str:
    from jobfit.report.assessment import FORMATS, rank

    pages = {result.posting.path: result.posting.roles for result in results}
    roles = next(iter(pages.values()), ())
    if format_name == "text" and len(pages) == 1 and len(roles) > 1 and len(results) > 1 and not quiet:
        output.complain(f"{results[0].posting.path}: this page describes {len(roles)} roles; name one with --role: {', '.join(roles)}")
    return FORMATS[format_name](rank.arranged(results, order, top), failed, look)
