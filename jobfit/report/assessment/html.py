"""Assessments in, one HTML page out that needs nothing else: no scripts, no fonts or pictures from elsewhere."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from jobfit.report import words
from jobfit.report.assessment.todo import gaps
from jobfit.report.safe import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.ports import Look
    from jobfit.types import Assessment, Failure


def render(results: Sequence[Assessment], failed: Sequence[Failure], look: Look) -> str:
    """Return the page; every value is stripped of controls and escaped by the template engine."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_clean)
    template = environment.from_string(files("jobfit.report.assessment").joinpath("page.html.j2").read_text(encoding="utf-8"))
    single = len(results) == 1 and not failed
    return template.render(
        results=results,
        failed=failed,
        single=single,
        shown=results if single or look.details else (),
        gaps=gaps,
        words=words,
        signs=words.SIGNS,
        kinds=words.KIND_NAMES,
    )


def _clean(value: object) -> object:
    """Strip what an expression yields; markup of the template itself is no plain str and stays as it is."""
    return plain(value) if type(value) is str else value
