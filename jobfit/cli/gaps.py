"""``jobfit gaps``: many postings and a profile in, the missing needs that cost most out."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from jobfit.cli import gather, options, output

Profile = Annotated[str, typer.Option("--profile", "-p", metavar="PROFILE", help="The candidate's profile: a file.")]
Reach = Annotated[float, typer.Option("--reach", metavar="PERCENT", min=0, max=100, help="The fit from which a posting counts as open.")]
Top = Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="Show only the N most costly.")]
GapsFormat = Annotated[
    Literal["text", "json", "csv", "md"],
    typer.Option("--format", "-f", callback=options.by_ending("json", "csv", "md"), help=options.FORMAT_HELP),
]


def command(
    postings: options.Postings,
    profile: Profile,
    format_name: GapsFormat = "text",
    output_file: options.Output = None,
    reach: Reach = 70,
    top: Top = None,
    role: options.Role = "",
    as_of: options.AsOf = None,
    as_format: options.As = None,
    model: options.Model = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Show which missing needs cost most over many postings, and how many postings each would open if it were filled."""
    from jobfit import pipeline
    from jobfit.report.gaps import FORMATS
    from jobfit.report.gaps.summary import summary

    chosen = gather.options(
        postings, [profile], role=role, as_of=as_of, model=model, no_cache=no_cache, as_format=as_format, quiet=quiet, keep=True
    )
    results, failed = output.gathered(gather.warned(pipeline.score(postings, [profile], chosen), quiet))
    shown = FORMATS[format_name](summary(results, reach / 100, top), failed, gather.look(output_file))
    output.write(shown, output_file, people=format_name == "text")
    raise typer.Exit(1 if failed else 0)
