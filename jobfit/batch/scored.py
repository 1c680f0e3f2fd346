"""An Assessment and what makes its line of output in, that line out with what the one who asked for it needs to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from jobfit.types import Assessment, Posting

Row = Callable[[Assessment], str]


@dataclass(frozen=True, slots=True)
class Scored:
    """A result as its line; small enough to travel between processes. ``posting`` has neither requirements nor duties."""

    posting: Posting
    profile_path: str
    fit: float | None
    warnings: tuple[str, ...]
    line: str


def scored(found: Assessment, row: Row) -> Scored:
    """Return the result as its line."""
    bare = replace(found.posting, requirements=(), duties=(), left_out=())
    return Scored(bare, found.profile_path, found.fit, found.warnings, row(found))
