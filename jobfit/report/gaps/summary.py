"""Assessments of one profile and the bar to reach in, what every format of ``gaps`` shows out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jobfit.report.gaps.cost import Missing, costs, is_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.types import Assessment


@dataclass(frozen=True, slots=True)
class Summary:
    """``scored`` roles, of which ``open`` reach the bar ``reach`` (0 to 1) already, and what is missing, most costly first."""

    profile_path: str
    profile_name: str
    reach: float
    scored: int
    open: int
    missing: tuple[Missing, ...]


def summary(results: Sequence[Assessment], reach: float, top: int | None = None) -> Summary:
    """Return the summary with the first ``top`` gaps."""
    path, name = (results[0].profile_path, results[0].profile_name) if results else ("", "")
    opened = sum(is_open(result, reach) for result in results)
    return Summary(path, name, reach, len(results), opened, tuple(costs(results, reach)[:top]))
