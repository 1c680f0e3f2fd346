"""A requirement, its needs' findings and a View in, named figures for every line out: what the fitted ranking of evidence weighs."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.match.near import Near
from jobfit.match.view import Unit, View
from jobfit.match.words import content, share
from jobfit.types import NEED_TYPES, NeedMatch, Requirement

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


def line_signals(requirement: Requirement, found: Sequence[NeedMatch], seen: View, near: Near) -> list[dict[str, float]]:
    """Return the figures of each unit of the view, in its order."""
    row = near.row(requirement.text)
    needs = [near.row(match.need.text) for match in found] or [row]
    nearest, plain = row.argsort()[::-1].argsort(), near.plain(requirement.text)
    nearest_plain = plain.argsort()[::-1].argsort()
    subjects = [near.plain(text) for text in {m.need.subject or m.need.text: None for m in found}] or [plain]
    needed = [content(match.need.text) for match in found] or [content(requirement.text)]
    asked = content(requirement.text)
    names = frozenset(name for match in found for name in match.need.skills)
    ruled = _ruled(found)
    common = {f"type {kind}": 1.0 for kind in NEED_TYPES if kind == requirement.type}
    mean, count = float(row.mean()), len(seen.units)
    figures = []
    for i, unit in enumerate(seen.units):
        line = _own(unit, i / count) | common
        line |= {
            "cos": float(row[i]),
            "cos need": max(float(r[i]) for r in needs),
            "cos over mean": float(row[i]) - mean,
            "place": float(nearest[i]),
        }
        line |= {
            "cos plain": float(plain[i]),
            "place plain": float(nearest_plain[i]),
            "cos subject": max(float(r[i]) for r in subjects),
            "words need": max(share(words, content(unit.text)) for words in needed),
            "words": share(asked, content(unit.text)),
            "words context": share(asked, content(unit.context)),
        }
        line |= {
            "named": float(len(names & unit.skills)),
            "implied": float(len(names & unit.implied)),
            "ruled": ruled.get(unit.statement.line, 0.0),
        }
        figures.append(line)
    return figures


def _own(unit: Unit, depth: float) -> dict[str, float]:
    """What a line is by itself, whatever is asked."""
    figures = {
        "deed": float(unit.deed),
        "listed": float(unit.statement.listed),
        "heading": float(unit.heading),
        "negated": float(unit.statement.negated),
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
