"""``jobfit score``: postings and profiles in, how well each covers each out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jobfit.batch.parquet import is_parquet
from jobfit.cli import gather, options, output

if TYPE_CHECKING:
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
Engine = Annotated[Literal["local", "ray"], typer.Option("--engine", help="ray works out a large batch on the machines of a cluster.")]
Address = Annotated[str | None, typer.Option("--address", metavar="HOST:PORT", help="The Ray cluster; one on this machine if not given.")]
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
    engine: Engine = "local",
    address: Address = None,
    quiet: options.Quiet = False,
) -> None:
    """Score postings against a profile, or profiles against a posting: each requirement met, partly or unmet, and by which line."""
    if fail_under is not None and 0 < fail_under < 1 and not quiet:
        output.complain(f"--fail-under {fail_under:g} means {fail_under:g} %, not {100 * fail_under:g} %")
    if explain and format_name != "text":
        raise typer.BadParameter(f"it is shown as text, not as {format_name}; JSON holds all of it", param_hint="--explain")
    chosen = gather.options(
        postings, profile, role=role, as_of=as_of, model=model, no_cache=no_cache, as_format=as_format, quiet=quiet,
        keep=True, workers=workers,
    )  # fmt: skip
    special = resume is not None or engine == "ray" or (output_file is not None and is_parquet(output_file))
    if special:
        _lines_only(format_name not in ("text", "jsonl") or top or sort or details or explain or (resume and output_file))
    if special or (format_name == "jsonl" and not (top or sort)):
        from jobfit.cli import lines

        status, under = lines.run(
            postings, profile, chosen,
            cluster=engine == "ray", address=address, resume=resume, to=output_file, below=fail_under, quiet=quiet,
        )  # fmt: skip
        raise typer.Exit(status or (BELOW if under else 0))
    from jobfit import pipeline
    from jobfit.report.assessment import rank

    lowest = rank.Lowest()
    found = lowest.over(gather.counted(postings, chosen, lambda going: pipeline.score(postings, profile, going), quiet=quiet))
    order = sort or ("input" if format_name in ("json", "jsonl") and not top else "fit")
    look = gather.look(output_file, details=details, explain=explain, profiles=profile)
    shown = partial(_shown, format_name, order, top, look, quiet)
    status = output.deliver(gather.warned(found, quiet), shown, output_file, people=format_name == "text")
    raise typer.Exit(status or (BELOW if lowest.below(fail_under) else 0))


def _lines_only(others: object) -> None:
    if others:
        raise typer.BadParameter("--resume, --engine ray and Parquet give one result a line, in the order of the postings, in one place")


def _shown(format_name: str, order: str, top: int | None, look: Look, quiet: bool, results: list[Assessment], failed: list[Failure]) -> str:
    from jobfit.report.assessment import FORMATS, rank

    pages = {result.posting.path: result.posting.roles for result in results}
    roles = next(iter(pages.values()), ())
    if format_name == "text" and len(pages) == 1 and len(roles) > 1 and len(results) > 1 and not (quiet or look.explain):
        output.complain(f"{results[0].posting.path}: this page describes {len(roles)} roles; name one with --role: {'; '.join(roles)}")
    return FORMATS[format_name](rank.arranged(results, order, top), failed, look)
