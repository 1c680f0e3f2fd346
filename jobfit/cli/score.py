"""``jobfit score``: postings and profiles in, how well each covers each out."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from jobfit.cli import gather, options, output

BELOW = 3

Details = Annotated[bool, typer.Option("--details", help="After a ranking, the report of each result.")]
Explain = Annotated[str, typer.Option("--explain", metavar="ID", help="Show all that decided one requirement, such as r3.")]
FailUnder = Annotated[float | None, typer.Option("--fail-under", metavar="PERCENT", min=0, max=100, help="Exit with 3 if a fit is below.")]
Top = Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="Keep only the best N.")]
Sort = Annotated[
    Literal["fit", "required", "nice", "title", "input"] | None,
    typer.Option("--sort", help="Order of the results; if not given, by fit in a ranking, as the input in JSON."),
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
    quiet: options.Quiet = False,
) -> None:
    """Score postings against a profile, or profiles against a posting: each requirement met, partly or unmet, and by which line."""
    from jobfit import pipeline
    from jobfit.report.assessment import FORMATS, jsonl, rank

    chosen = gather.options([*postings, *profile], role=role, as_of=as_of, model=model, no_cache=no_cache, as_format=as_format, quiet=quiet)
    lowest = rank.Lowest()
    found = gather.warned(lowest.over(pipeline.score(postings, profile, chosen)), quiet)
    if format_name == "jsonl" and not (top or sort):
        status = output.streamed(found, jsonl.row, output_file)
    else:
        results, failed = output.gathered(found)
        ordered = rank.arranged(results, sort or ("input" if format_name in ("json", "jsonl") and not top else "fit"), top)
        output.write(
            FORMATS[format_name](ordered, failed, gather.look(output_file, details=details, explain=explain)),
            output_file,
            people=format_name == "text",
        )
        status = 1 if failed else 0
    raise typer.Exit(status or (BELOW if lowest.below(fail_under) else 0))
