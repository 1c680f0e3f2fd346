"""``jobfit profile``: a profile in, what was understood of it out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from jobfit.cli import gather, options, output

File = Annotated[str, typer.Argument(metavar="FILE", help="The profile, or - for standard input.")]


def _by_ending(ctx: typer.Context, to: str | None) -> str | None:
    """Take an output that ends as YAML for a wish for it, where no other format was named."""
    ending = Path(ctx.params.get("output_file") or "").suffix.lower()
    return to or ("yaml" if ending in (".yaml", ".yml") and not options.is_named(ctx, "format_name") else None)


To = Annotated[
    Literal["yaml"] | None,
    typer.Option("--to", callback=_by_ending, help="Write it as a JSON Resume document that a person can correct."),
]
ProfileFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", "-f", callback=options.by_ending("json"), help=options.FORMAT_HELP)
]


def command(
    file: File,
    to: To = None,
    format_name: ProfileFormat = "text",
    output_file: options.Output = None,
    as_of: options.AsOf = None,
    as_format: options.As = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what was understood of a profile: its facts with their lines and a time line. Needs no model."""
    from jobfit import pipeline
    from jobfit.batch import inputs
    from jobfit.facts.export import to_json_resume
    from jobfit.report.profile import FORMATS

    chosen = gather.options([file], as_of=as_of, as_format=as_format, quiet=quiet)
    document = inputs.profile_document(file, chosen)
    found = pipeline.profile(document, chosen)
    list(gather.warned([found], quiet))
    shown = to_json_resume(document, found) if to else FORMATS[format_name](found, gather.look(output_file))
    output.write(shown, output_file, people=not to and format_name == "text")
