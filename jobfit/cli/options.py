"""The arguments and options that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

FORMAT_HELP = "How to print the result; if not given, as the ending of the output says."
ENDINGS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".md": "md", ".html": "html", ".htm": "html"}

FOREIGN = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".xml", ".yaml", ".yml", ".tsv", ".png", ".svg"})


def _standard(output: Path | None) -> Path | None:
    """Take ``-`` for standard output."""
    return None if output == Path("-") else output


def is_named(ctx: typer.Context, parameter: str) -> bool:
    """Say whether a parameter was given, not left to its default."""
    source = ctx.get_parameter_source(parameter)
    return source is not None and source.name != "DEFAULT"


def by_ending(*formats: str) -> Callable[..., str]:
    """Return what chooses, where no format was named, the one of ``formats`` that the ending of the output's name tells.

    Text under the ending of what is not written here would only mislead: it is refused.
    """

    def chosen(ctx: typer.Context, param: typer.CallbackParam, name: str) -> str:
        if is_named(ctx, str(param.name)):
            return name
        ending = Path(ctx.params.get("output_file") or "").suffix.lower()
        told = ENDINGS.get(ending, "")
        if (told or ending in FOREIGN) and told not in formats and not ctx.params.get("to"):
            raise typer.BadParameter(
                f"no {ending} is written, but {', '.join(('text', *formats))}: name one with --format", param_hint="--output"
            )
        return told or name

    return chosen


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
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        dir_okay=False,
        callback=_standard,
        help="Write there, in one step, not to standard output.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings; only errors on standard error.")]
ScoreFormat = Annotated[
    Literal["text", "json", "jsonl", "csv", "md", "html"],
    typer.Option("--format", "-f", callback=by_ending("json", "jsonl", "csv", "md", "html"), help=FORMAT_HELP),
]
ParseFormat = Annotated[
    Literal["text", "json", "jsonl", "csv", "md"],
    typer.Option("--format", "-f", callback=by_ending("json", "jsonl", "csv", "md"), help=FORMAT_HELP),
]
