"""The arguments and options that several commands share, each written once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

Postings = Annotated[
    list[str],
    typer.Argument(metavar="POSTING", help="Files, folders (searched recursively), JSON Lines of postings, or - for standard input."),
]
Profiles = Annotated[
    list[str],
    typer.Option("--profile", "-p", metavar="PROFILE", help="The candidate's profile: a file, or a folder of them; may be repeated."),
]
As = Annotated[
    str | None, typer.Option("--as", metavar="FORMAT", help="Format of what comes on standard input: txt, md, html, json, yaml, …")
]
Role = Annotated[str, typer.Option("--role", metavar="NAME", help="The role meant, where a page describes several.")]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="The day that 'present' means (YYYY-MM-DD); today if not given."),
]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="Another encoder: a sentence-transformers name or folder.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the caches.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write there, in one step, not to standard output.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings; only errors on standard error.")]
ScoreFormat = Annotated[
    Literal["text", "json", "jsonl", "csv", "md", "html"], typer.Option("--format", "-f", help="How to print the result.")
]
ParseFormat = Annotated[Literal["text", "json", "jsonl", "csv", "md"], typer.Option("--format", "-f", help="How to print the result.")]
