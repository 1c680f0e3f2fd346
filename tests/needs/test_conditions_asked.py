"""Conditions read out of their texts: ages, ranges of days, labels of tables, rights."""

from __future__ import annotations

import pytest

from jobfit.parse.needs import read_needs


def sorts(text: str) -> list[str]:
    return [need.level for need in read_needs(text, "required", "condition")[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must be 21 or older and allowed to work in Canada", ["age", "place"]),
        ("Aged 18 or older and enrolled at a college", ["age", "check"]),
        ("Must be able to lift 18 kg", ["physical"]),
    ],
)
def test_a_least_age_is_a_need_of_its_own(text: str, expected: list[str]) -> None:
    assert sorts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schwindelfreiheit", "physical"),
        ("Comfortable at height and in confined spaces", "physical"),
        ("Habiter la région nantaise", "place"),
        ("Permanent right to live and work in the UK", "rights"),
        ("Rotating roster", "hours"),
        ("Mindestalter 18 Jahre", "age"),
        ("EU/EFTA-Bürger oder gültige Bewilligung", "rights"),
        ("After-hours support", "on-call"),
    ],
)
def test_each_sort_has_many_names(text: str, expected: str) -> None:
    assert sorts(text) == [expected]


def test_a_dash_between_days_or_times_joins_them() -> None:
    needs = read_needs("Monday - Friday with evenings as needed", "required", "condition")[1]
    assert [need.text for need in needs] == ["Monday - Friday with evenings as needed"]


def test_the_label_of_a_tables_row_is_no_requirement() -> None:
    needs = read_needs("| Location | Leeds, Hull, York |", "required", "condition")[1]
    assert [(need.text, need.optional) for need in needs] == [("Leeds, Hull, York", False)]


def test_what_explains_a_condition_adds_none() -> None:
    assert sorts("You must live within 20 minutes of the depot, as the shift teams are called out at short notice") == ["place"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is a hybrid position; you live in Leeds", ["place"]),
        ("Fully remote; you live in Leeds", ["remote", "place"]),
        ("Physically able to patrol several miles per shift", ["physical"]),
    ],
)
def test_presence_is_asked_for_once_and_by_its_place(text: str, expected: list[str]) -> None:
    assert sorts(text) == expected


def test_work_from_home_that_is_offered_asks_for_nothing() -> None:
    assert "remote" not in sorts("38 h, télétravail possible un jour par semaine")
    assert "remote" in sorts("Vous travaillez en télétravail complet")
    assert sorts("25 OR OVER (FOR THE INSURANCE)") == ["age"]


def test_years_of_age_are_no_experience() -> None:
    assert read_needs("Applicants must be 18 years or older", "required")[0] == "condition"
    assert read_needs("18 years of experience in bakeries", "required")[0] == "experience"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Right to work in Germany (we can help with an EU Blue Card)", ("DE",)),
        ("Remote – US only", ("US",)),
        ("Remote - UK only", ("GB",)),
        ("Location: Remote - Canada", ("CA",)),
        ("Location: Remote - UK", ("GB",)),
        ("Remote: EU", ("European Union",)),
        ("Home Office – Deutschland", ("DE",)),
        ("Remote - you need a quiet room", ()),
    ],
)
def test_work_from_home_keeps_the_place_it_is_limited_to(text: str, where: tuple[str, ...]) -> None:
    (need,) = read_needs(text, "required", "condition")[1]
    assert need.fields == where
