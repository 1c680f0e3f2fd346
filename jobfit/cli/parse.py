"""``jobfit parse``: postings in, what was understood of them out."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from jobfit.cli import gather, options, output


def command(
    postings: options.Postings,
    text: Annotated[bool, typer.Option("--text", help="Show only the text that was read, its lines numbered.")] = False,
    format_name: options.ParseFormat = "text",
    role: options.Role = "",
    as_format: options.As = None,
    output_file: options.Output = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what was understood of postings: requirements, their class and needs, roles, what was left out. Needs no model."""
    from jobfit import pipeline
    from jobfit.batch import inputs
    from jobfit.report.posting import FORMATS, jsonl

    chosen = gather.options(postings, role=role, as_format=as_format, quiet=quiet)
    if text:
        raise typer.Exit(output.streamed(inputs.texts_all(postings, chosen), str, output_file))
    found = gather.warned(gather.counted(postings, chosen, lambda going: pipeline.parse_all(postings, going), quiet=quiet), quiet)
    look, row = gather.look(output_file), jsonl.row if format_name == "jsonl" else None
    shown = partial(FORMATS[format_name], look=look)
    raise typer.Exit(output.deliver(found, shown, output_file, row=row, people=format_name == "text"))
