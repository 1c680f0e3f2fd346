"""No part of a list is lost, whether the vocabulary knows it or not, and none is invented."""

from __future__ import annotations

import pytest

from jobfit.parse.needs import read_needs
from jobfit.types import Need, NeedType


def needs(text: str, sort: NeedType = "skill") -> tuple[Need, ...]:
    return read_needs(text, "required", sort)[1]


def asked(text: str, sort: NeedType = "skill") -> list[tuple[str, ...]]:
    return [need.any_of for need in needs(text, sort)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Python, reef mapping, and tide gauge upkeep", [("Python",), ("reef mapping",), ("tide gauge upkeep",)]),
        ("Knowledge of hull inspection, ballast planning and GIS", [("hull inspection",), ("ballast planning",), ("GIS",)]),
        ("Docker, Zorblat and Quux", [("Docker",), ("Zorblat",), ("Quux",)]),
        ("Kenntnisse in Excel, Deichpflege und Pegelmessung", [("Excel",), ("Deichpflege",), ("Pegelmessung",)]),
        ("Maîtrise de Python et du calage des marégraphes", [("Python",), ("calage des marégraphes",)]),
        ("One of the following: rsync, borg, duplicity", [("rsync", "borg", "duplicity")]),
        ("Kafka, RabbitMQ or Zorblat", [("Kafka", "RabbitMQ", "Zorblat")]),
        ("Kafka, RabbitMQ, or Zorblat", [("Kafka", "RabbitMQ", "Zorblat")]),
        ("Message queues (Kafka, Zorblat)", [("Kafka", "Zorblat")]),
    ],
)
def test_what_the_vocabulary_lacks_is_asked_for_by_its_words(text: str, parts: list[tuple[str, ...]]) -> None:
    found = asked(text)
    assert [tuple(word for word in group if word != "Message queues") for group in found] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Strong SQL, with a feel for what is worth counting",
        "Python and the patience to read other people's code",
        "Excel; everything else you will learn with us",
        "Git, and we will show you the rest",
        "SQL, Python and similar",
        "Fast, reliable and secure Java services",
    ],
)
def test_words_around_a_list_are_no_parts_of_it(text: str) -> None:
    assert all(need.skills for need in needs(text))


def test_an_unknown_part_beside_an_amount_joins_a_choice_only() -> None:
    (need,) = needs("Two years of experience with Kafka or Zorblat", "experience")
    assert (need.any_of, need.months) == (("Kafka", "Zorblat"), 24)


def test_a_sentence_between_two_names_joins_no_choice() -> None:
    assert asked("Kafka runs everything, so you should have built or tuned Java services") == [("Kafka",), ("Java",)]


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        ("Java, preferably with Spring, and Docker", [False, True, False]),
        ("Java, preferably with Spring, Hibernate, and Docker", [False, True, True, True]),
        ("Java and Docker, ideally Kubernetes", [False, False, True]),
        ("SQL is required, Java and Docker are desirable", [False, True, True]),
        ("Java, Docker and SQL is preferred", [False, False, False]),
        ("Strong Java, Docker is a plus", [False, True]),
    ],
)
def test_a_wish_between_commas_ends_with_them(text: str, optional: list[bool]) -> None:
    assert [need.optional for need in needs(text)] == optional


def test_a_paper_after_the_years_has_none() -> None:
    for text in ("Two years in a bakery and you'll need HACCP", "Two years in a bakery; HACCP as well"):
        first, second = needs(text, "experience")
        assert (first.months, second.months, second.type, second.skills) == (24, None, "skill", ("haccp",))


@pytest.mark.parametrize(
    "text", ["No criminal record", "A clean criminal background", "You must pass a drug test", "No criminal convictions"]
)
def test_checks_are_no_traits(text: str) -> None:
    (need,) = read_needs(text, "required")[1]
    assert (need.type, need.level) == ("credential", "check")


@pytest.mark.parametrize(
    "text",
    [
        "Abgeschlossenes Studium der Biologie oder vergleichbare Berufserfahrung",
        "Diplôme en chimie ou une expérience équivalente",
        "Hbo-diploma techniek of gelijkwaardige ervaring",
        "Degree in botany or commensurate experience",
    ],
)
def test_work_may_stand_in_for_a_degree(text: str) -> None:
    assert needs(text, "education")[0].equivalent


def test_what_is_not_needed_asks_for_nothing() -> None:
    (need,) = needs("A degree in botany. Not required, though: one of us left school early", "education")
    assert need.level == "bachelor"


def test_a_country_to_travel_in_is_no_place_to_live_in() -> None:
    assert [need.level for need in needs("Ready to travel in Norway and Denmark", "condition")] == ["travel"]


def test_what_is_said_of_sponsors_adds_no_right() -> None:
    (need,) = needs("Right to work in Norway. We hold no sponsor licence.", "condition")
    assert need.fields == ("NO",)


def test_an_example_after_a_dash_belongs_to_what_it_shows() -> None:
    (need,) = needs("A message queue – e.g. Kafka or RabbitMQ")
    assert (need.open, {"apache kafka", "rabbitmq"} <= set(need.skills)) == (True, True)


def test_the_two_ends_of_a_bridge_are_one_trait() -> None:
    assert len(needs("Geduld und Vermittlung zwischen Werft und Büro", "trait")) == 1


def test_a_list_that_ends_in_an_unknown_choice_is_a_choice() -> None:
    _, needs = read_needs("Reading knowledge of German, French or a Baltic tongue", "required", "language")
    assert [need.skills for need in needs] == [("de", "fr")]


def test_the_words_of_a_need_end_where_their_bracket_does() -> None:
    text = "Cloud platforms (e.g. AWS, Databricks, or similar tools), strong SQL and BI tools (Power BI, Tableau)"
    assert [need.text for need in read_needs(text, "required", "skill")[1]] == [
        "Cloud platforms (e.g. AWS, Databricks, or similar tools)",
        "SQL",
        "BI tools (Power BI, Tableau)",
    ]


def test_a_choice_may_stand_behind_a_comma_and_an_adjective() -> None:
    _, needs = read_needs("SQL, or solid spreadsheet skills", "nice")
    assert [need.any_of for need in needs] == [("SQL", "spreadsheet")]
