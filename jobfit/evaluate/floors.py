"""Labelled pairs and the lines of their profiles in, the answers of three methods out that know nothing: what jobfit must leave behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from jobfit.evaluate.figures import Row, Table, evidence_hit, weighted_kappa, words
from jobfit.types import VERDICTS, Evidence, Line

if TYPE_CHECKING:
    from jobfit.evaluate.labels import Pair
    from jobfit.ports import Encoder

FOLDS = 5
STEPS = 40  # thresholds tried, at equal shares of the scores


def floors(pairs: Sequence[Pair], lines: Mapping[str, Sequence[Line]], encoder: Encoder) -> dict[str, list[Row]]:
    """Return each method's answers by its name. ``lines`` are those of each profile, by the path the pairs have for it."""
    lines = {profile: [line for line in found if line.text.strip()] for profile, found in lines.items()}
    return {
        "always unmet": always_unmet(pairs),
        "words found anywhere": shared_words(pairs, lines),
        "best cosine": best_cosine(pairs, lines, encoder),
    }


def always_unmet(pairs: Sequence[Pair]) -> list[Row]:
    """Say unmet to everything."""
    return [Row(pair, "unmet", type=pair.type) for pair in pairs]


def shared_words(pairs: Sequence[Pair], lines: Mapping[str, Sequence[Line]]) -> list[Row]:
    """Score by the share of the requirement's words found anywhere in the profile; ``lines`` are by the pair's profile path."""
    held = {profile: set().union(*(words(line.text) for line in found)) for profile, found in lines.items()}
    scores = []
    for pair in pairs:
        wanted = words(pair.requirement)
        scores.append(sum(n for word, n in wanted.items() if word in held[pair.profile]) / max(1, sum(wanted.values())))
    return _rows(pairs, scores, [None] * len(pairs))


def best_cosine(pairs: Sequence[Pair], lines: Mapping[str, Sequence[Line]], encoder: Encoder) -> list[Row]:
    """Score by the cosine of the requirement with the profile's nearest line, which is the evidence shown."""
    vectors = {profile: encoder.encode([line.text for line in found]) for profile, found in lines.items()}
    asked = encoder.encode([pair.requirement for pair in pairs])
    scores, hits = [], []
    for pair, vector in zip(pairs, asked, strict=True):
        near = vectors[pair.profile] @ vector
        best = lines[pair.profile][int(near.argmax())] if len(near) else None
        scores.append(float(near.max()) if len(near) else 0.0)
        hits.append(evidence_hit(pair, [Evidence(best.number, best.text)] if best else []))
    return _rows(pairs, scores, hits)


def _rows(pairs: Sequence[Pair], scores: Sequence[float], hits: Sequence[bool | None]) -> list[Row]:
    """Turn scores into verdicts by two thresholds, each fold judged with those that suit the others best."""
    folds = _folds(pairs)
    cuts = [_thresholds([(p, s) for p, s, f in zip(pairs, scores, folds, strict=True) if f != fold]) for fold in range(FOLDS)]
    said = [_verdict(score, *cuts[fold]) for score, fold in zip(scores, folds, strict=True)]
    return [Row(pair, verdict, hit=hit, type=pair.type) for pair, verdict, hit in zip(pairs, said, hits, strict=True)]


def _folds(pairs: Sequence[Pair]) -> list[int]:
    """Deal postings to folds in the order of their names, so that none is judged by its own labels; without postings, rows."""
    groups = [pair.posting or f"row {place}" for place, pair in enumerate(pairs)]
    dealt = {group: place % FOLDS for place, group in enumerate(sorted(set(groups)))}
    return [dealt[group] for group in groups]


def _verdict(score: float, partly: float, met: float) -> str:
    return "met" if score >= met else "partly" if score >= partly else "unmet"


def _thresholds(scored: Sequence[tuple[Pair, float]]) -> tuple[float, float]:
    """Return the two thresholds of best weighted kappa on these pairs."""
    if not scored:
        return 1.0, 1.0
    ordered = sorted({score for _, score in scored})
    tried = sorted({ordered[place * (len(ordered) - 1) // STEPS] for place in range(STEPS + 1)})
    counts = [Counter(pair.verdict for pair, score in scored if low <= score < high) for low, high in _between(tried)]
    best, chosen = -2.0, (tried[-1], tried[-1])
    for i, partly in enumerate(tried):
        for j in range(i, len(tried)):
            kappa = weighted_kappa(_table_of(counts, i, j))
            if kappa > best:
                best, chosen = kappa, (partly, tried[j])
    return chosen


def _between(tried: Sequence[float]) -> list[tuple[float, float]]:
    edges = [float("-inf"), *tried, float("inf")]
    return list(pairwise(edges))


def _table_of(counts: Sequence[Counter[str]], i: int, j: int) -> Table:
    """Return labels by verdicts where scores from threshold i on are partly, and from j on met."""
    parts = [sum(part, Counter()) for part in (counts[: i + 1], counts[i + 1 : j + 1], counts[j + 1 :])]
    return [[part[gold] for part in parts] for gold in VERDICTS]
