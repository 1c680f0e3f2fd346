"""The commands, each from its own file, put together into one application."""

from __future__ import annotations

from typing import Annotated

import typer

from jobfit import __version__
from jobfit.cli import cache, evaluate, gaps, init, model, parse, profile, schema, score

app = typer.Typer(
    name="jobfit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
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


app.command("score")(score.command)
app.command("parse")(parse.command)
app.command("profile")(profile.command)
app.command("gaps")(gaps.command)
app.command("evaluate")(evaluate.command)
app.command("init")(init.command)
app.command("schema")(schema.command)
app.add_typer(model.app, name="model")
app.add_typer(cache.app, name="cache")
