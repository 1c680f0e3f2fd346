"""The lines of a part that should hold no jobs come in; the line at which jobs begin after all comes out."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.facts.headdates import head_date
from jobfit.facts.make import level_in
from jobfit.facts.named import has_role, has_school
from jobfit.facts.wrapped import Whole
from jobfit.vocabulary import skills


def first_stray(lines: Sequence[Whole]) -> int | None:
    """Return where the first job begins: a role beside a range of dates, on one line or two; None where there is none."""
    first = next((n for n in range(len(lines)) if _heads_job(lines, n)), None)
    if first and has_role(lines[first - 1].text) and not lines[first - 1].bullet and not _names_role(lines[first].text):
        return first - 1
    return first


def _heads_job(lines: Sequence[Whole], n: int) -> bool:
    dates, text = head_date(lines[n]), lines[n].text
    if dates is None or dates.single or lines[n].bullet or len(text) > 100 or has_school(text) or level_in(text):
        return False
    if n == 0:
        return _names_role(text)
    above = lines[n - 1]
    if level_in(above.text) or has_school(above.text):
        return False
    return _names_role(text) or (has_role(above.text) and len(above.text.split()) <= 6 and not above.bullet)


def _names_role(text: str) -> bool:
    """Say whether a line names a role outside the names of skills: "Windows Server 2008-2019" is none."""
    if not has_role(text):
        return False
    for hit in reversed(skills.find(text)):
        text = f"{text[: hit.start]} {text[hit.end :]}"
    return has_role(text)
