"""A requirement, its needs' findings and the cosines in, the lines that could decide it out, best first."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.match.words import content, share
from jobfit.types import Evidence, NeedMatch, Requirement

LIMIT = 3


def candidates(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> tuple[Evidence, ...]:
    """Return up to three lines: those a rule names rank above those that are only near in meaning."""
    row = near.row(requirement.text)
    asked = content(requirement.text)
    ruled = {e.line: max(e.score, 0.0) for n in found for e in n.evidence}
    scored: dict[int, Evidence] = {}
    for index, unit in enumerate(seen.units):
        line = unit.statement.line
        score = 0.5 * max(0.0, float(row[index])) + 0.2 * share(asked, content(unit.text)) + 0.3 * ruled.get(line, 0.0)
        if line not in scored or score > scored[line].score:
            scored[line] = Evidence(line, unit.statement.text, unit.statement.where, round(score, 4))
    return tuple(sorted(scored.values(), key=lambda e: (-e.score, e.line))[:LIMIT])
