"""A requirement, its needs' findings and a View in, named figures of every line out: what the fitted ranking of evidence weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jobfit.match import themes
from jobfit.match.near import Near
from jobfit.match.view import Unit, View, once
from jobfit.match.words import content
from jobfit.types import NEED_TYPES, NeedMatch, NeedType, Requirement

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.ports import Vectors

    Floats = npt.NDArray[np.float64]

_SOURCES = (
    "summary",
    "work",
    "project",
    "volunteer",
    "education",
    "certificate",
    "skill",
    "language",
    "publication",
    "award",
    "place",
    "right",
)


TYPES = tuple(f"type {kind}" for kind in NEED_TYPES)
BETWEEN = (
    "cos",
    "cos need",
    "cos over mean",
    "place",
    "cos plain",
    "place plain",
    "cos subject",
    "words need",
    "words",
    "words context",
    "named",
    "implied",
    "ruled",
    *themes.LINE_NAMES,
)


def line_signals(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> list[dict[str, float]]:
    """Return the figures of each unit of the view by name, in its order; a fit wants them so."""
    rows = [line | of_type(requirement.type) for line in own(seen)]
    for name, column in between(requirement, found, seen, near).items():
        for row, value in zip(rows, column.tolist(), strict=True):
            row[name] = value
    return rows


def own(seen: View) -> list[dict[str, float]]:
    """What each line is by itself, whatever is asked."""
    return [_own(unit, i / len(seen.units)) for i, unit in enumerate(seen.units)]


def of_type(kind: NeedType) -> dict[str, float]:
    """What a requirement is by itself, whatever line it is held against."""
    return {f"type {kind}": 1.0}


def between(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> dict[str, Floats]:
    """Return how the requirement stands to each line: figures by name, for each name of ``BETWEEN``, of shape (units,)."""
    import numpy as np

    row, plain = near.row(requirement.text), near.plain(requirement.text)
    needs = [near.row(match.need.text) for match in found] or [row]
    subjects = [near.plain(text) for text in {m.need.subject or m.need.text: None for m in found}] or [plain]
    asked = content(requirement.text)
    needed = [content(match.need.text) for match in found] or [asked]
    names = frozenset(name for match in found for name in match.need.skills)
    nothing = np.zeros(len(seen.units))
    named, implied = _holders(seen)
    return {
        "cos": row.astype(np.float64),
        "cos need": np.maximum.reduce(needs).astype(np.float64),
        "cos over mean": row.astype(np.float64) - float(row.mean()),
        "place": _places(row),
        "cos plain": plain.astype(np.float64),
        "place plain": _places(plain),
        "cos subject": np.maximum.reduce(subjects).astype(np.float64),
        "words need": np.maximum.reduce([seen.words.each(words) for words in needed]),
        "words": seen.words.each(asked),
        "words context": seen.words_around.each(asked),
        "named": sum((named[name] for name in names if name in named), nothing),
        "implied": sum((implied[name] for name in names if name in implied), nothing),
        "ruled": _ruled(found, seen),
    } | themes.lines(requirement.text, seen)


def _places(row: Vectors) -> Floats:
    """Return each line's place among all, the nearest 0."""
    import numpy as np

    places = np.empty(len(row))
    places[row.argsort()[::-1]] = np.arange(len(row))
    return places


@once
def _holders(seen: View) -> tuple[Mapping[str, Floats], Mapping[str, Floats]]:
    """Return for each skill the lines that name it, and those that imply it, as 1 among zeros."""
    import numpy as np

    named: dict[str, Floats] = {}
    implied: dict[str, Floats] = {}
    for n, unit in enumerate(seen.units):
        for names, holders in ((unit.skills, named), (unit.implied, implied)):
            for name in names:
                holders.setdefault(name, np.zeros(len(seen.units)))[n] = 1.0
    return named, implied


def _own(unit: Unit, depth: float) -> dict[str, float]:
    figures = {
        "deed": float(unit.deed),
        "listed": float(unit.statement.listed),
        "heading": float(unit.heading),
    }
    figures |= {"length": min(4.0, len(unit.text) / 100), "depth": depth, "structured": float("[" in unit.statement.where)}
    return figures | {f"from {source}": 1.0 for source in _SOURCES if source == unit.statement.source}


def _ruled(found: Sequence[NeedMatch], seen: View) -> Floats:
    """How strongly a rule names each line; the first line of a need's evidence most."""
    import numpy as np

    strength: dict[int, float] = {}
    for match in found:
        for place, evidence in enumerate(match.evidence):
            strength[evidence.line] = max(strength.get(evidence.line, 0.0), max(evidence.score, 0.01) / (1 + 0.3 * place))
    ruled = np.zeros(len(seen.units))
    for line, value in strength.items():
        ruled[seen.numbers.get(line, [])] = value
    return ruled
