"""A fitted forest's figures (JSON) and signals in, scores out; numpy alone evaluates what scikit-learn has fitted.

A forest is ``{"features": [...], "outputs": [{"name", "baseline", "trees": [TREE, ...]}]}``, a TREE is
``[feature, threshold, left, right, value, missing_left]``:
each tree a list of six parallel lists over its nodes, in the order of a walk that goes left first; ``feature`` −1 marks a leaf.
An output's score is the logistic function of the baseline plus the leaf values, as in scikit-learn's HistGradientBoostingClassifier
for two classes.

No tree is walked: a signal's value fails some of the tests on it, each of which closes the leaves on its left. What all signals leave
open begins with the leaf that a walk would end in. A leaf is a bit; what a signal leaves open of all trees is one row of a table.
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
    Bits = npt.NDArray[np.unsignedinteger[Any]]

_TOGETHER = 1 << 19  # bytes that are looked at in one go: what stays near the processor
_MOST = 64  # leaves of one tree


@dataclass(frozen=True)
class Forest:
    """Evaluates each output's trees on rows of signals; a signal that is missing takes the way fitted for missing ones."""

    features: tuple[str, ...]
    outputs: Mapping[str, Trees]
    meta: Mapping[str, Any]

    def rows(self, signals: Sequence[Mapping[str, float]]) -> Floats:
        """Return the signals as ``table`` does, with a column for each feature."""
        return table(signals, self.features)

    def scores(self, rows: Floats) -> dict[str, Floats]:
        """Return each output's probabilities, shape (rows,)."""
        return {name: trees.scores(trees.left_open(self.features, rows)) for name, trees in self.outputs.items()}


@dataclass(frozen=True)
class Trees:
    """All trees of one output.

    A signal has one row in ``open``, shape (rows, trees), for a value above none of its thresholds, one more for each it can lie
    above, and a last one for a missing value. ``cuts`` are the thresholds of all signals in order, and ``places``, shape (signals,
    cuts + 2), the row of a signal for a value above so many of them; its last column is for a missing value. ``value`` holds ``most``
    places for the leaves of each tree.
    """

    baseline: float
    numbers: Mapping[str, int]
    cuts: Floats
    places: npt.NDArray[np.int32]
    open: Bits
    value: Floats
    most: int

    def left_open(self, names: Sequence[str], rows: Floats) -> Bits:
        """Return the leaves that these signals leave open, shape (len(rows), trees); ``rows`` has a column for each name.

        The signals of a row may be given in parts, the results joined with ``&``; one that no part has closes nothing.
        """
        import numpy as np

        known = [n for n, name in enumerate(names) if name in self.numbers]
        values = rows[:, known].T
        above = self.cuts.searchsorted(values)
        np.copyto(above, len(self.cuts) + 1, where=np.isnan(values))
        places = self.places[np.array([self.numbers[names[n]] for n in known], dtype=np.intp)[:, None], above]
        found: Bits = np.empty((len(rows), self.open.shape[1]), dtype=self.open.dtype)
        step = max(1, _TOGETHER // (max(1, len(known)) * self.open.shape[1] * self.open.itemsize))
        for start in range(0, len(rows), step):
            part = slice(start, start + step)
            np.bitwise_and.reduce(self.open.take(places[:, part], axis=0), axis=0, out=found[part])
        return found

    def scores(self, left: Bits) -> Floats:
        """Return the probabilities, shape (rows,), by the leaves that all signals left open."""
        import numpy as np

        result = np.empty(len(left))
        first = np.arange(left.shape[1]) * self.most - 127
        step = max(1, _TOGETHER // (left.shape[1] * self.value.itemsize))
        for start in range(0, len(left), step):
            part = left[start : start + step]
            lowest = (part & -part).astype(np.float32)  # a power of two, whose exponent is the leaf's number
            leaf = (lowest.view(np.int32) >> 23) + first
            result[start : start + step] = self.value.take(leaf).sum(axis=1)
        return 1.0 / (1.0 + np.exp(-(self.baseline + result)))


def table(signals: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """Return the signals, shape (len(signals), len(names)), NaN where a row lacks one."""
    import numpy as np

    rows = [list(map(row.get, names, repeat(np.nan))) for row in signals]
    return np.array(rows, dtype=np.float64).reshape(len(signals), len(names))


@cache
def load(path: Path) -> Forest:
    """Read a forest from its JSON file."""
    return build(json.loads(path.read_text(encoding="utf-8")))


def build(figures: Mapping[str, Any]) -> Forest:
    """Return the forest of figures in the form above; ValueError where a tree is in another order or has more leaves than bits."""
    names = tuple(figures["features"])
    outputs = {output["name"]: _trees(output["baseline"], output["trees"], names) for output in figures["outputs"]}
    return Forest(names, outputs, {k: v for k, v in figures.items() if k not in ("features", "outputs")})


@dataclass(frozen=True, slots=True)
class _Nodes:
    """All nodes of some trees in flat arrays, each tree after the one before; ``leaf`` counts the leaves of its tree before a node."""

    tree: Ints
    feature: Ints
    threshold: Floats
    right: Ints
    value: Floats
    missing_left: Floats
    leaf: Ints

    @property
    def is_leaf(self) -> npt.NDArray[np.bool_]:
        return self.feature < 0


def _nodes(trees: Sequence[Sequence[Sequence[float]]]) -> _Nodes:
    import numpy as np

    sizes = [len(tree[0]) for tree in trees]
    first = np.repeat(np.cumsum([0, *sizes[:-1]]), sizes)
    feature, threshold, left, right, value, missing_left = (
        np.concatenate([np.asarray(tree[part], dtype=np.float64) for tree in trees]) for part in range(6)
    )
    leaf: Ints = np.cumsum(feature < 0) - (feature < 0)
    leaf -= leaf[first]
    in_order = (left == np.arange(len(left)) - first + 1) | (feature < 0)
    if not in_order.all() or leaf.max() >= _MOST:
        raise ValueError(f"a tree has more than {_MOST} leaves, or does not stand in the order of a walk that goes left first")
    right_at = right.astype(np.intp) + first
    return _Nodes(np.repeat(np.arange(len(trees)), sizes), feature.astype(np.intp), threshold, right_at, value, missing_left, leaf)


def _trees(baseline: float, trees: Sequence[Sequence[Sequence[float]]], names: Sequence[str]) -> Trees:
    import numpy as np

    nodes = _nodes(trees)
    inner = np.flatnonzero(~nodes.is_leaf)
    inner = inner[np.lexsort((nodes.threshold[inner], nodes.feature[inner]))]
    used, numbers, counts = np.unique(nodes.feature[inner], return_inverse=True, return_counts=True)
    cuts = np.array(sorted(set(nodes.threshold[inner].tolist())))  # numpy.unique would load numpy.ma, which takes longer
    most = int(nodes.leaf.max()) + 1
    value = np.zeros((len(trees), most))
    value[nodes.tree[nodes.is_leaf], nodes.leaf[nodes.is_leaf]] = nodes.value[nodes.is_leaf]
    return Trees(
        baseline=float(baseline),
        numbers={names[name]: number for number, name in enumerate(used.tolist())},
        cuts=cuts,
        places=_places(numbers, cuts.searchsorted(nodes.threshold[inner]), counts, len(cuts)),
        open=_open(nodes, inner, counts, most),
        value=value,
        most=most,
    )


def _places(numbers: Ints, tests: Ints, counts: Ints, cuts: int) -> npt.NDArray[np.int32]:
    """Return the rows of what is left open by signal and how many cuts a value is above; ``tests`` are the cuts of each test."""
    import numpy as np

    places = np.zeros((len(counts), cuts + 2), dtype=np.int32)
    np.add.at(places, (numbers, tests + 1), 1)
    places[:, -1] += 1  # a missing value comes after one that is above all
    places[:, 0] += np.cumsum([0, *(counts[:-1] + 2)])
    return places.cumsum(axis=1, dtype=np.int32)


def _open(nodes: _Nodes, inner: Ints, counts: Ints, most: int) -> Bits:
    """Return the rows of what is left open; ``inner`` are the tests in their order, ``counts`` how many each signal has."""
    import numpy as np

    one = np.uint64(1)
    before, behind = (nodes.leaf[at].astype(np.uint64) for at in (inner, nodes.right[inner]))  # the leaves on a test's left lie between
    bits: Bits = (~((one << behind) - (one << before))).astype(np.uint16 if most <= 16 else np.uint32 if most <= 32 else np.uint64)
    tree, missing = nodes.tree[inner], nodes.missing_left[inner] == 0
    rows: Bits = ~np.zeros((len(inner) + 2 * len(counts), int(nodes.tree[-1]) + 1), dtype=bits.dtype)
    done = first = 0
    for count in counts.tolist():
        mine = slice(done, done + count)
        block, last = rows[first + 1 : first + count + 1], rows[first + count + 1]
        block[np.arange(count), tree[mine]] = bits[mine]
        np.bitwise_and.accumulate(block, axis=0, out=block)
        np.bitwise_and.at(last, tree[mine][missing[mine]], bits[mine][missing[mine]])
        done, first = done + count, first + count + 2
    return rows
