"""``jobfit model``: a model's name in, what is known of it, its compiled twin, and whether the two agree out."""

from __future__ import annotations

from typing import Annotated

import typer

from jobfit.cli import output
from jobfit.cli.plain import PlainCommand, PlainGroup

app = typer.Typer(cls=PlainGroup, help="Show, compile, verify or remove the model that turns texts into vectors.", rich_markup_mode=None)

Name = Annotated[str | None, typer.Option("--model", metavar="NAME", help="Another encoder: a sentence-transformers name or folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        show()


@app.command(cls=PlainCommand)
def show(model: Name = None, json: AsJson = False) -> None:
    """Show what is installed and whether its compiled twin is there and intact."""
    from jobfit.encode import model_info

    output.write(output.settings_shown(model_info(model), json), None)


@app.command("compile", cls=PlainCommand)
def compile_(model: Name = None, json: AsJson = False) -> None:
    """Make the compiled twin anew; it is kept only if it agrees with the original."""
    from jobfit.encode import compile_twin

    output.write(output.settings_shown(compile_twin(model), json), None)


@app.command(cls=PlainCommand)
def verify(model: Name = None, json: AsJson = False) -> None:
    """Compare the compiled twin with the original; exit with 1 where they differ."""
    from jobfit.encode import verify_twin

    found = verify_twin(model)
    output.write(output.settings_shown(found, json), None)
    raise typer.Exit(0 if found["ok"] else 1)


@app.command(cls=PlainCommand)
def remove(model: Name = None) -> None:
    """Delete the compiled twin; the next run makes it again."""
    from jobfit.encode import remove_twin

    output.write("removed\n" if remove_twin(model) else "there was none\n", None)
