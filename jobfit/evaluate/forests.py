"""Tables of signals with labels in, the figures of a fitted forest (JSON-ready) out; the only home of scikit-learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]


_SEEDS = 3  # fits that are averaged: fewer trees of each err less on what no fit has seen than as many of one


def fit_output(
    name: str,
    table: Floats,
    labels: npt.NDArray[np.bool_],
    monotonic: Sequence[int],
    knobs: Mapping[str, float] | None = None,
    weights: Floats | None = None,
) -> dict[str, Any]:
    """Fit one output by gradient boosting and return its figures, rounded so that a refit on the same data gives the same bytes.

    ``monotonic`` holds 1 for a signal that may only raise the score, −1 only lower, 0 either, one for each column.
    ``weights`` holds how much each row counts, 1 where it is left out.
    """
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier

    table = np.where(np.isnan(table).all(axis=0), 0.0, table)  # a signal that no row has parts nothing, but cannot be binned
    settings = {
        "max_iter": 120,
        "learning_rate": 0.06,
        "max_leaf_nodes": 8,
        "l2_regularization": 3.0,
        "min_samples_leaf": 20,
        "random_state": 0,
    }
    model = HistGradientBoostingClassifier(monotonic_cst=list(monotonic), early_stopping=False, **(settings | dict(knobs or {})))
    model.fit(table, labels, sample_weight=weights)
    trees = [_tree(stage[0].nodes) for stage in model._predictors]
    return {"name": name, "baseline": round(float(model._baseline_prediction.ravel()[0]), 6), "trees": trees}


def fit_mean(
    name: str,
    table: Floats,
    labels: npt.NDArray[np.bool_],
    monotonic: Sequence[int],
    knobs: Mapping[str, float],
    weights: Floats | None = None,
) -> dict[str, Any]:
    """Fit one output from several seeds; its score is the mean of theirs, before the logistic function. Arguments as of ``fit_output``."""
    drawn = [fit_output(name, table, labels, monotonic, {**knobs, "random_state": seed}, weights) for seed in range(_SEEDS)]
    return mean_of(drawn)


def mean_of(outputs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return one output whose score is the mean, before the logistic function, of several that were fitted alike from other seeds."""
    parts = len(outputs)
    trees = [[*tree[:4], [round(value / parts, 7) for value in tree[4]], tree[5]] for output in outputs for tree in output["trees"]]
    return {"name": outputs[0]["name"], "baseline": round(sum(output["baseline"] for output in outputs) / parts, 6), "trees": trees}


def _tree(nodes: Any) -> list[Sequence[float]]:  # noqa: ANN401 - a structured array of the library's own
    feature = [-1 if leaf else int(f) for leaf, f in zip(nodes["is_leaf"], nodes["feature_idx"], strict=True)]
    threshold = [0.0 if leaf else _finite(t) for leaf, t in zip(nodes["is_leaf"], nodes["num_threshold"], strict=True)]
    value = [round(float(v), 6) if leaf else 0.0 for leaf, v in zip(nodes["is_leaf"], nodes["value"], strict=True)]
    left, right, missing = ([int(x) for x in nodes[key]] for key in ("left", "right", "missing_go_to_left"))
    return [feature, threshold, left, right, value, missing]


def _finite(threshold: float) -> float:
    """Keep every digit, since signals may equal a threshold.

    JSON knows no infinity: a split that only parts missing from present values gets a bound that no signal reaches.
    """
    return max(-1e9, min(1e9, float(threshold)))


def figures(features: Sequence[str], outputs: Sequence[Mapping[str, Any]], meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return a forest's figures in the form that ``jobfit.forest`` reads."""
    return {**meta, "features": list(features), "outputs": list(outputs)}
