"""The evaluated forest must give what scikit-learn gives, also for signals that are missing."""

import json

import numpy as np
import pytest

from jobfit.evaluate.forests import figures, fit_output, mean_of
from jobfit.forest import build


@pytest.fixture(scope="module")
def fitted():
    draw = np.random.default_rng(7)
    table = draw.normal(size=(400, 4))
    table[draw.random(table.shape) < 0.2] = np.nan
    labels = np.nan_to_num(table[:, 0]) + 0.5 * np.nan_to_num(table[:, 1]) > 0.2
    output = fit_output("yes", table, labels, [1, 0, 0, 0], {"max_iter": 30})
    return table, labels, figures(["a", "b", "c", "d"], [output], {"note": "x"})


def test_scores_are_those_of_the_library(fitted):
    from sklearn.ensemble import HistGradientBoostingClassifier

    table, labels, forest = fitted
    same = {"max_iter": 30, "learning_rate": 0.06, "max_leaf_nodes": 8, "l2_regularization": 3.0, "min_samples_leaf": 20, "random_state": 0}
    model = HistGradientBoostingClassifier(monotonic_cst=[1, 0, 0, 0], early_stopping=False, **same).fit(table, labels)
    assert np.allclose(build(forest).scores(table)["yes"], model.predict_proba(table)[:, 1], atol=1e-4)


def test_figures_survive_json_to_the_bit(fitted):
    table, _, forest = fitted
    again = build(json.loads(json.dumps(forest)))
    assert (again.scores(table)["yes"] == build(forest).scores(table)["yes"]).all()
    assert again.meta == {"note": "x"}


def test_a_rising_signal_never_lowers_the_score(fitted):
    _, _, forest = fitted
    rows = [{"a": value, "b": 0.3, "c": 0.0, "d": -1.0} for value in np.linspace(-3, 3, 50)]
    ready = build(forest)
    scores = ready.scores(ready.rows(rows))["yes"]
    assert (np.diff(scores) >= 0).all()
    assert scores[-1] > scores[0]


def test_rows_fill_what_is_missing_with_nan(fitted):
    _, _, forest = fitted
    row = build(forest).rows([{"b": 1.0}])
    assert np.isnan(row[0, 0])
    assert row[0, 1] == 1.0


def test_a_row_scores_alone_as_it_does_among_others(fitted):
    table, _, forest = fitted
    ready = build(forest)
    together = ready.scores(table)["yes"]
    assert all(ready.scores(table[i : i + 1])["yes"][0] == together[i] for i in range(0, 400, 37))


def test_parts_of_a_row_may_be_looked_at_apart(fitted):
    table, _, forest = fitted
    trees = build(forest).outputs["yes"]
    left = trees.left_open(("a", "c"), table[:, [0, 2]]) & trees.left_open(("d", "b", "of another forest"), table[:, [3, 1, 0]])
    assert (trees.scores(left) == build(forest).scores(table)["yes"]).all()
    assert (trees.left_open((), table[:, []]) & left == left).all()


def test_scores_are_those_of_a_walk_down_each_tree(fitted):
    table, _, forest = fitted
    output = forest["outputs"][0]
    edges = [tree[1][0] for tree in output["trees"][:8]]  # a value on a threshold goes left
    rows = np.vstack([table[:40], [[edge] * 4 for edge in edges]])

    def leaf(tree, row):
        feature, threshold, left, right, value, missing_left = tree
        node = 0
        while feature[node] >= 0:
            signal = row[feature[node]]
            node = left[node] if (missing_left[node] if np.isnan(signal) else signal <= threshold[node]) else right[node]
        return value[node]

    raw = [output["baseline"] + sum(leaf(tree, row) for tree in output["trees"]) for row in rows]
    assert np.allclose(build(forest).scores(rows)["yes"], 1 / (1 + np.exp(-np.array(raw))), rtol=0, atol=1e-12)


def test_a_tree_in_another_order_is_refused(fitted):
    _, _, forest = fitted
    tree = [[0, -1, -1], [0.5, 0.0, 0.0], [2, 0, 0], [1, 0, 0], [0.0, 0.1, -0.1], [1, 0, 0]]
    with pytest.raises(ValueError, match="order of a walk"):
        build(forest | {"outputs": [{"name": "yes", "baseline": 0.0, "trees": [tree]}]})


def test_the_mean_of_outputs_scores_between_them(fitted):
    table, labels = np.array([[0.0], [1.0], [2.0], [3.0]] * 30), np.array([False, False, True, True] * 30)
    one, other = (fit_output("o", table, labels, [1], {"max_iter": count, "min_samples_leaf": 5}) for count in (3, 30))
    low, mean, high = (build({"features": ["x"], "outputs": [o]}).scores(table)["o"] for o in (one, mean_of([one, other]), other))
    assert (np.abs(low - 0.5) < np.abs(mean - 0.5)).all()
    assert (np.abs(mean - 0.5) < np.abs(high - 0.5)).all()
