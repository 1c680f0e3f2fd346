"""``jobfit cache``: what is cached, cleared or pruned out."""

from __future__ import annotations

from typing import Annotated

import typer

from jobfit.cli import output
from jobfit.cli.plain import PlainCommand, PlainGroup

app = typer.Typer(cls=PlainGroup, help="Show, prune or clear the caches of vectors and postings.", rich_markup_mode=None)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Size = Annotated[int | None, typer.Option("--max-bytes", metavar="N", min=0, help="The size to keep; the cache's own bound if not given.")]


@app.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        show()


@app.command(cls=PlainCommand)
def show(json: AsJson = False) -> None:
    """Show where the cache is and how much it holds."""
    from jobfit.encode import cache_info

    output.write(output.settings_shown(cache_info(), json), None)


@app.command(cls=PlainCommand)
def clear() -> None:
    """Delete all cached vectors and postings; they are made again when needed."""
    from jobfit.encode import cache_clear

    output.write(f"{cache_clear()} bytes freed\n", None)


@app.command(cls=PlainCommand)
def prune(max_bytes: Size = None) -> None:
    """Drop the least recently used vectors and postings beyond a size each."""
    from jobfit.encode import cache_prune

    gone = cache_prune() if max_bytes is None else cache_prune(max_bytes)
    output.write(f"{gone} vectors dropped\n", None)
