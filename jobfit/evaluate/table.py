"""Figures in, plain values for JSON or a Markdown table out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from jobfit.evaluate.figures import Figures, Interval
from jobfit.types import VERDICTS

_COLUMNS = {
    "accuracy": "accuracy",
    "macro_f1": "macro-F1",
    "weighted_kappa": "weighted kappa",
    "wrongly_met": "wrongly met",
    "evidence_hit": "evidence first",
    "calibration_error": "calibration error",
}


def to_dict(figures: Figures) -> dict[str, Any]:
    """Return the figures as plain values; shares are 0 to 1, an interval is a list of two, None where no row bears on a figure."""
    plain = asdict(figures)
    plain["bins"] = [asdict(b) for b in figures.bins]
    plain["intervals"] = {name: list(interval) for name, interval in figures.intervals.items()}
    return plain


def report_dict(
    overall: Figures, groups: Mapping[str, Mapping[str, Figures]] | None = None, floors: Mapping[str, Figures] | None = None
) -> dict[str, Any]:
    """Return all that ``evaluate`` shows: the whole set, each grouping by its field, and the floors by their names."""
    return {
        "schema": "jobfit/evaluation@1",
        "overall": to_dict(overall),
        "by": {name: {value: to_dict(found) for value, found in group.items()} for name, group in (groups or {}).items()},
        "floors": {name: to_dict(found) for name, found in (floors or {}).items()},
    }


def report_markdown(
    overall: Figures, groups: Mapping[str, Mapping[str, Figures]] | None = None, floors: Mapping[str, Figures] | None = None
) -> str:
    """Return the same as Markdown: the set beside the floors, each grouping, who was taken for whom, and the calibration."""
    parts = [comparison("", {"jobfit": overall, **(floors or {})})]
    parts += [comparison(f"By {name}", group, name) for name, group in (groups or {}).items()]
    parts += [confusion(overall), calibration(overall)]
    return "\n\n".join(part for part in parts if part) + "\n"


def comparison(title: str, sets: Mapping[str, Figures], first: str = "") -> str:
    """Return a table with one set of figures a line, each figure with its interval."""
    lines = [[name, str(f.rows), *(cell(getattr(f, column), f.intervals.get(column)) for column in _COLUMNS)] for name, f in sets.items()]
    return _titled(title, _table([first, "pairs", *_COLUMNS.values()], lines))


def confusion(figures: Figures) -> str:
    """Return the counts of labels by verdicts."""
    lines = [[gold, *(str(figures.confusion[gold][said]) for said in VERDICTS)] for gold in VERDICTS]
    return _titled("Labels (down) and verdicts (across)", _table(["", *VERDICTS], lines))


def calibration(figures: Figures) -> str:
    """Return the table of bins; empty where no probability was given."""
    lines = [[f"{b.low:.1f} to {b.high:.1f}", str(b.rows), f"{b.probability:.3f}", f"{b.right:.3f}"] for b in figures.bins]
    return _titled("Probability given and share right", _table(["probability", "pairs", "mean", "right"], lines)) if lines else ""


def cell(value: float | None, interval: Interval | None = None) -> str:
    """Return a figure with three places and its interval; a dash where there is none."""
    if value is None:
        return "–"
    return f"{value:.3f} ({interval[0]:.3f} to {interval[1]:.3f})" if interval else f"{value:.3f}"


def _titled(title: str, table: str) -> str:
    return f"**{title}**\n\n{table}" if title else table


def _table(head: list[str], lines: list[list[str]]) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(_plain(c) for c in line)} |" for line in (head, rule, *lines))


def _plain(text: str) -> str:
    """Keep a value of the file from ending its cell or its line."""
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").split())
