"""``jobfit schema``: the name of a shape in, its JSON Schema out."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from jobfit.cli import options, output

Shape = Annotated[Literal["report", "posting", "profile", "gaps"], typer.Argument(help="What score, parse, profile or gaps print as JSON.")]


def command(shape: Shape, output_file: options.Output = None) -> None:
    """Print the JSON Schema of what a command prints with --format json; generated from the types."""
    from jobfit.report.schema import schema

    output.write(f"{json.dumps(schema(shape), indent=2, ensure_ascii=False)}\n", output_file)
