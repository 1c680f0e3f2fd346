"""``jobfit init``: a name in, a commented profile to start from out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jobfit.cli import output
from jobfit.errors import JobfitError

File = Annotated[str, typer.Argument(metavar="[FILE]", help="Where to write it; - for standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


def command(file: File = "profile.yaml", force: Force = False) -> None:
    """Write a commented profile to start from."""
    from jobfit.facts.export import template

    target = None if file == "-" else Path(file)
    if target is not None and target.exists() and not force:
        raise JobfitError("is already there", path=file, hint="name another file, or write over it with --force")
    output.write(template(), target)
    if target is not None:
        output.complain(f"wrote {file}; fill it in, then see what is understood of it with: jobfit profile {file}")
