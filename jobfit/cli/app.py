"""The commands, each from its own file, put together into one application."""

from __future__ import annotations

from typing import Annotated

import typer

from jobfit import __version__
from jobfit.cli import cache, evaluate, gaps, init, model, parse, profile, schema, score
from jobfit.cli.plain import PlainCommand, PlainGroup

app = typer.Typer(
    name="jobfit",
    cls=PlainGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: the rich one costs as long as all the rest of the start
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jobfit {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")]


@app.callback()
def jobfit(version: Version = False) -> None:
    """How well a profile covers a job posting, requirement by requirement, with the line that decides each. Offline."""


app.command("score", cls=PlainCommand, short_help="Score postings against a profile, or the reverse.")(score.command)
app.command("parse", cls=PlainCommand, short_help="Show what was understood of postings.")(parse.command)
app.command("profile", cls=PlainCommand, short_help="Show what was understood of a profile.")(profile.command)
app.command("gaps", cls=PlainCommand, short_help="Show the missing needs that cost most over many postings.")(gaps.command)
app.command("evaluate", cls=PlainCommand, short_help="Measure agreement with labels.")(evaluate.command)
app.command("init", cls=PlainCommand, short_help="Write a commented profile to start from.")(init.command)
app.command("schema", cls=PlainCommand, short_help="Print the JSON Schema of a result.")(schema.command)
app.add_typer(model.app, name="model", short_help="Show, compile, verify or remove the model.")
app.add_typer(cache.app, name="cache", short_help="Show, prune or clear the caches.")
