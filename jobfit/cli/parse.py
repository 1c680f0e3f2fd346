"""``jobfit parse``: postings in, what was understood of them out."""

from __future__ import annotations

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
    from jobfit.report.posting import FORMATS, jsonl

    chosen = gather.options(postings, role=role, as_format=as_format, quiet=quiet)
    if text:
        raise typer.Exit(output.streamed(pipeline.texts_all(postings, chosen), str, output_file))
    found = gather.warned(pipeline.parse_all(postings, chosen), quiet)
    if format_name == "jsonl":
        raise typer.Exit(output.streamed(found, jsonl.row, output_file))
    results, failed = output.gathered(found)
    output.write(FORMATS[format_name](results, failed, gather.look(output_file)), output_file, people=format_name == "text")
    raise typer.Exit(1 if failed else 0)
