"""A fitted forest's figures (JSON) and rows of named signals in, scores out; numpy alone evaluates what scikit-learn has fitted.

A forest is ``{"features": [...], "outputs": [{"name", "baseline", "trees": [TREE, ...]}]}``, a TREE is
``[feature, threshold, left, right, value, missing_left]``:
each tree a list of six parallel lists over its nodes; ``feature`` −1 marks a leaf. An output's score is the logistic function of the
baseline plus the leaf values, as in scikit-learn's HistGradientBoostingClassifier for two classes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Forest:
    """Evaluates each output's trees on rows of signals; a signal that is missing takes the way fitted for missing ones."""

    features: tuple[str, ...]
    outputs: Mapping[str, _Trees]
    meta: Mapping[str, Any]

    def rows(self, signals: Sequence[Mapping[str, float]]) -> Floats:
        """Return the signals as a table, shape (len(signals), len(features)), NaN where a row lacks one."""
        import numpy as np

        table = [list(map(row.get, self.features, repeat(np.nan))) for row in signals]
        return np.array(table, dtype=np.float64).reshape(len(signals), len(self.features))

    def scores(self, table: Floats) -> dict[str, Floats]:
        """Return each output's probabilities, shape (rows,)."""
        return {name: trees.scores(table) for name, trees in self.outputs.items()}


@dataclass(frozen=True)
class _Trees:
    """All nodes of one output's trees in flat arrays; ``roots`` says where each tree begins.

    ``column`` is a node's feature, counted on beyond the last one where what is missing goes right. ``children`` holds each
    node's right child and, behind it, its left one; a leaf is its own child.
    """

    baseline: float
    roots: Ints
    column: Ints
    threshold: Floats
    children: Ints
    value: Floats
    depth: int

    def scores(self, table: Floats) -> Floats:
        import numpy as np

        # what is missing is below every threshold in the first half and, being no number, not below any in the second
        both = np.concatenate([np.where(np.isnan(table), -np.inf, table), table], axis=1)
        rows = np.arange(len(table))[:, None] * both.shape[1]
        at = np.broadcast_to(self.roots, (len(table), len(self.roots)))
        flat = both.ravel()
        for _ in range(self.depth):
            left = flat.take(self.column.take(at) + rows) <= self.threshold.take(at)
            at = self.children.take(2 * at + left)
        raw = self.baseline + self.value.take(at).sum(axis=1)
        result: Floats = 1.0 / (1.0 + np.exp(-raw))
        return result


@cache
def load(path: Path) -> Forest:
    """Read a forest from its JSON file."""
    return build(json.loads(path.read_text(encoding="utf-8")))


def build(figures: Mapping[str, Any]) -> Forest:
    """Return the forest of figures in the form above."""
    width = len(figures["features"])
    outputs = {output["name"]: _flat(output["baseline"], output["trees"], width) for output in figures["outputs"]}
    return Forest(tuple(figures["features"]), outputs, {k: v for k, v in figures.items() if k not in ("features", "outputs")})


def _flat(baseline: float, trees: Sequence[Sequence[Sequence[float]]], width: int) -> _Trees:
    import numpy as np

    sizes = [len(tree[0]) for tree in trees]
    starts = np.cumsum([0, *sizes[:-1]]).astype(np.intp)
    columns = [np.concatenate([np.asarray(tree[i], dtype=np.float64) for tree in trees]) for i in range(6)]
    shift, itself = np.repeat(starts, sizes), np.arange(sum(sizes))
    leaf, missing_left = columns[0] < 0, columns[5].astype(bool)
    left, right = (np.where(leaf, itself, columns[side].astype(np.intp) + shift) for side in (2, 3))
    return _Trees(
        baseline=float(baseline),
        roots=starts,
        column=np.where(leaf, 0, columns[0] + np.where(missing_left, 0, width)).astype(np.intp),
        threshold=columns[1],
        children=np.stack([right, left], axis=1).ravel().astype(np.intp),
        value=columns[4],
        depth=max((_depth(tree) for tree in trees), default=0),
    )


def _depth(tree: Sequence[Sequence[float]]) -> int:
    """Return the number of steps from the root to the deepest leaf; children stand after their parents."""
    feature, left, right = tree[0], tree[2], tree[3]
    depth = [0] * len(feature)
    for node in range(len(feature)):
        if feature[node] >= 0:
            for child in (int(left[node]), int(right[node])):
                depth[child] = depth[node] + 1
    return max(depth, default=0)
