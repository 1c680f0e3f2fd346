from __future__ import annotations

from pathlib import Path

import pytest

from jobfit.evaluate.lines import added_up, as_json, fit_model, found_items, load, piece_units, said
from jobfit.parse.model import LineModel, shipped
from jobfit.types import LINE_CLASSES

LABELLED = Path(__file__).parents[1] / "labelled"


@pytest.fixture(scope="module")
def postings():
    names = ("t08", "t13", "n11", "n16", "t03", "n18")
    return [one for one in load(LABELLED) if one.name.startswith(names)]


def test_the_shipped_figures_cover_every_class():
    model = shipped()
    assert len(model.bias) == len(LINE_CLASSES)
    assert {len(row) for row in model.weights.values()} == {len(LINE_CLASSES)}


def test_probabilities_add_up_to_one():
    chance = shipped().probabilities({"section required": 1.0, "years": 1.0, "a feature that no one has seen": 3.0})
    assert sum(chance.values()) == pytest.approx(1)
    assert max(chance, key=lambda name: chance[name]) == "required"


def test_every_labelled_piece_gets_a_label(postings):
    labels = [postings[0].units[unit][1] for _, _, unit in piece_units(postings[0])]
    assert set(labels) <= set(LINE_CLASSES)
    assert len(labels) > 0.9 * sum(len(page.pieces) for page in postings[0].pages)


def test_a_fit_is_the_same_each_time_and_survives_json(postings):
    one = as_json(fit_model(postings))
    assert one == as_json(fit_model(postings))
    import json

    assert as_json(LineModel.from_json(json.loads(one))) == one


def test_the_shipped_figures_agree_with_the_labels(postings):
    found = added_up({one.name: said(one, found_items(one, shipped())) for one in postings})
    assert found.macro_f1 > 0.9
    assert min(found.by_posting.values()) > 0.8
