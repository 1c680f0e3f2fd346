"""Assessments in, the report for a terminal as one SVG picture out, without fonts or anything else from elsewhere."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jobfit.regex import regex
from jobfit.report.assessment.text import render

if TYPE_CHECKING:
    from jobfit.ports import Look
    from jobfit.types import Assessment, Failure

_FONT_FACE = regex(r"@font-face\s*\{\{.*?\}\}\s*", re.DOTALL)


def picture(results: Sequence[Assessment], failed: Sequence[Failure], look: Look, *, title: str = "") -> str:
    """Return the picture of what ``render`` prints in colour, ``title`` in the head of its window; the same report gives the same bytes."""
    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, file=io.StringIO(), width=look.width, force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(Text.from_ansi(render(results, failed, replace(look, color=True))))
    return console.export_svg(title=title, code_format=_FONT_FACE.sub("", CONSOLE_SVG_FORMAT), unique_id="jobfit")


def main() -> int:
    """Print the picture of one posting against one profile, both named as arguments, on the day the labelled set is read for."""
    import sys
    from datetime import date

    from jobfit.pipeline import Options, score
    from jobfit.ports import Look
    from jobfit.types import Assessment

    posting, profile = sys.argv[1:3]
    found = list(score([posting], [profile], Options(as_of=date(2025, 6, 1))))
    assessed = [one for one in found if isinstance(one, Assessment)]
    sys.stdout.write(picture(assessed, [], Look(width=104), title=f"jobfit score {posting} --profile {profile}"))
    return 0 if assessed else 1


if __name__ == "__main__":
    raise SystemExit(main())
