"""Requirements, their needs' findings and a View in, named figures of every line out: what the fitted ranking of evidence weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from jobfit.match import themes
from jobfit.match.near import Near
from jobfit.match.view import Unit, View, once
from jobfit.match.words import content
from jobfit.types import NeedMatch, NeedType, Requirement

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.ports import Vectors

    Floats = npt.NDArray[np.float64]
    Kind = TypeVar("Kind", bound=np.floating)

Asked = Sequence[tuple[Requirement, Sequence[NeedMatch]]]  # requirements with their needs' findings

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


NEARNESS = ("cos", "cos need", "cos over mean", "place", "cos plain", "place plain", "cos subject")
TRACES = ("words need", "words", "words context", "named", "implied", "ruled", *themes.LINE_NAMES)
BETWEEN = (*NEARNESS, *TRACES)


def line_signals(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> list[dict[str, float]]:
    """Return the figures of each unit of the view by name, in its order; a fit wants them so."""
    rows = [line | of_type(requirement.type) for line in own(seen)]
    asked = [(requirement, found)]
    for name, column in {**nearness(asked, near), **traces(asked, seen)}.items():
        for row, value in zip(rows, column[0].tolist(), strict=True):
            row[name] = value
    return rows


def own(seen: View) -> list[dict[str, float]]:
    """What each line is by itself, whatever is asked."""
    return [_own(unit, i / len(seen.units)) for i, unit in enumerate(seen.units)]


def of_type(kind: NeedType) -> dict[str, float]:
    """What a requirement is by itself, whatever line it is held against."""
    return {f"type {kind}": 1.0}


def nearness(asked: Asked, near: Near) -> dict[str, Floats]:
    """Return how near each line is to each requirement by cosines, for each name of ``NEARNESS``; shape (requirements, units) each."""
    import numpy as np

    rows = np.stack([near.row(requirement.text) for requirement, _ in asked])
    plain = np.stack([near.plain(requirement.text) for requirement, _ in asked])
    needs = [_most([near.row(match.need.text) for match in found], row) for (_, found), row in zip(asked, rows, strict=True)]
    subjects = [
        _most([near.plain(text) for text in {m.need.subject or m.need.text: None for m in found}], row)
        for (_, found), row in zip(asked, plain, strict=True)
    ]
    return {
        "cos": rows.astype(np.float64),
        "cos need": np.array(needs, dtype=np.float64),
        "cos over mean": rows.astype(np.float64) - rows.mean(axis=1, keepdims=True).astype(np.float64),
        "place": _places(rows),
        "cos plain": plain.astype(np.float64),
        "place plain": _places(plain),
        "cos subject": np.array(subjects, dtype=np.float64),
    }


def _most(rows: Sequence[npt.NDArray[Kind]], other: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    """Return the highest of some rows at each place, ``other`` where there are none."""
    import numpy as np

    return np.maximum.reduce(rows) if len(rows) > 1 else rows[0] if rows else other


def _places(rows: Vectors) -> Floats:
    """Return each line's place among all of its row, the nearest 0."""
    import numpy as np

    places = np.empty(rows.shape)
    places[np.arange(len(rows))[:, None], rows.argsort(axis=1)[:, ::-1]] = np.arange(rows.shape[1])
    return places


def traces(asked: Asked, seen: View) -> dict[str, Floats]:
    """Return what of each requirement each line holds, for each name of ``TRACES``; shape (requirements, units) each, mostly noughts."""
    import numpy as np

    held = {name: np.zeros((len(asked), len(seen.units))) for name in TRACES}
    named, implied = _holders(seen)
    for n, (requirement, found) in enumerate(asked):
        words = content(requirement.text)
        parts = {content(match.need.text) for match in found} or {words}
        held["words need"][n] = _most([seen.words.each(part) for part in parts], seen.words.each(words))
        held["words"][n] = seen.words.each(words)
        held["words context"][n] = seen.words_around.each(words)
        for name in {name for match in found for name in match.need.skills}:
            if name in named:
                held["named"][n] += named[name]
            if name in implied:
                held["implied"][n] += implied[name]
        for line, strength in _ruled(found).items():
            held["ruled"][n, seen.numbers.get(line, [])] = strength
        for name, column in themes.lines(requirement.text, seen).items():
            held[name][n] = column
    return held


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


def _ruled(found: Sequence[NeedMatch]) -> dict[int, float]:
    """How strongly a rule names each line; the first line of a need's evidence most."""
    strength: dict[int, float] = {}
    for match in found:
        for place, evidence in enumerate(match.evidence):
            strength[evidence.line] = max(strength.get(evidence.line, 0.0), max(evidence.score, 0.01) / (1 + 0.3 * place))
    return strength
