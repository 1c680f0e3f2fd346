from __future__ import annotations

import pytest

from jobfit.evaluate.lines import Labelled, _rows_of, _told, bag
from jobfit.parse.classify import is_negated
from jobfit.parse.cues import has
from jobfit.parse.model import LineModel
from jobfit.parse.page import page
from jobfit.parse.piece import Piece, words
from jobfit.parse.sections import Place
from jobfit.parse.telling import TOP, addressed, spoken_to, strung
from jobfit.read import read
from jobfit.types import LINE_CLASSES


def told(text: str) -> set[str]:
    return {name for name, value in spoken_to(words(text), Piece(text, 1, 1, prose=True), Place()).items() if value}


def test_who_is_spoken_to_and_what_stands_beside():
    reader = told("You repair the pumps that our customers send in")
    assert {"person you", "person we", "person you first", "person you then repair"} <= reader
    assert "person we first" in told("We teach you the pumps")
    assert not told("Pumps of every make") & {"person you", "person we"}
    assert "person if you" not in told("Tell us if you like pumps")


@pytest.mark.parametrize(
    "text",
    [
        "Leeds · hybrid · 4 days a week",
        "Bremen – hybrid – 32 Stunden",
        "Lille, télétravail, 35 heures",
        "Bilbao · presencial · turno de noche",
    ],
)
def test_a_line_at_the_top_that_strings_conditions_together(text):
    features = strung(Piece(text, 1, 1), 2)
    assert {"top mode and time", "top place True mode True time True"} <= set(features)


def test_only_short_lines_at_the_top_are_strung():
    assert not strung(Piece("Leeds · hybrid · 4 days a week", 30, 30), TOP)
    assert not strung(Piece("We are in Leeds, hybrid, 4 days a week.", 1, 1, prose=True), 2)


def test_addresses_links_years_and_numbers():
    assert addressed("14 Harbour Road, 2nd floor")["address"]
    assert addressed("Write to jobs@pumps.example")["link"]
    assert addressed("Begins in March 2026")["calendar year"]
    assert addressed("0113 496 0100")["many digits"]
    assert not any(addressed("Patience with old pumps").values())


@pytest.mark.parametrize(
    "text",
    [
        "Demonstrated ability to keep records of stock",
        "Strong written and verbal skills",
        "3+ years' experience of pumps",
        "Mehrjährige Berufserfahrung im Pumpenbau",
        "Bonne maîtrise du soudage",
        "Conocimientos de hidráulica",
        "Boa experiência com bombas",
        "Aantoonbare ervaring met pompen",
    ],
)
def test_lines_that_open_with_what_is_asked(text):
    assert has("opens", text)


@pytest.mark.parametrize(
    "text", ["We share our experience with you", "Our skills make us different", "Repair pumps with knowledge and care"]
)
def test_lines_that_open_with_something_else(text):
    assert not has("opens", text)


@pytest.mark.parametrize(
    "text",
    [
        "Wechselschicht, jeder dritte Samstag",
        "Un week-end sur trois",
        "Guardias de un sábado al mes",
        "Plantões aos domingos",
        "Eigen vervoer",
    ],
)
def test_conditions_of_more_languages(text):
    assert has("condition", text)


def test_what_a_place_hardly_has_denies_nothing():
    assert is_negated("No experience of pumps is required")
    assert not is_negated("Travel to yards with few buses or no bus service is required")


def test_a_part_of_a_paragraph_that_asks_keeps_the_label_only_where_the_first_fit_agrees(tmp_path):
    text = "We mend pumps in a shed by the sea and have done so for forty years. You must hold a licence to drive a van of our kind."
    path = tmp_path / "pumps.txt"
    path.write_text(f"Pump fitter\n\n{text}\n", encoding="utf-8")
    labelled = Labelled("pumps", tuple(map(page, read(str(path)))), ((bag("Pump fitter"), "heading"), (bag(text), "required")))
    rows = _rows_of(labelled)
    assert [row.unsure for row in rows] == [False, True, True]
    sure = LineModel((0.0,) * len(LINE_CLASSES), {"word licence": tuple(9.0 if name == "required" else 0.0 for name in LINE_CLASSES)})
    other = LineModel(tuple(9.0 if name == "other" else 0.0 for name in LINE_CLASSES), {})
    assert _told(rows[2], sure) == rows[2]
    changed = _told(rows[1], other)
    assert changed is not None
    assert changed.label == "other"
