"""Languages read out of their texts: levels of a choice, wishes beside a demand."""

from __future__ import annotations

from jobfit.parse.needs import read_needs


def test_each_language_of_a_choice_keeps_its_level() -> None:
    needs = read_needs("English at B2 or Polish at B1 for our suppliers", "required", "language")[1]
    assert [(need.skills, need.level) for need in needs] == [(("en",), "B2"), (("pl",), "B1")]
    assert len({need.group for need in needs}) == 1
    assert needs[0].group


def test_a_wish_beside_a_demand_stays_a_wish() -> None:
    needs = read_needs("Good written English. Polish would be a real plus since many guests are from Gdynia.", "required", "language")[1]
    assert [(need.skills, need.optional) for need in needs] == [(("en",), False), (("pl",), True)]


def test_a_choice_between_languages_with_the_french_article_is_one_need() -> None:
    (need,) = read_needs("Bonne maîtrise du portugais ou du néerlandais", "required", "language")[1]
    assert need.skills == ("pt", "nl")
