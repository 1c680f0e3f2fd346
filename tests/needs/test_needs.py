"""A requirement is read into needs that keep its logic: all of them, any of each one's alternatives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.parse.needs import read_needs
from jobfit.parse.needs.kinds import type_of
from jobfit.types import NEED_TYPES, Need


def needs(text: str) -> tuple[Need, ...]:
    return read_needs(text, "required")[1]


def skills_of(text: str) -> list[tuple[str, ...]]:
    return [need.skills for need in needs(text)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Python, Java or Scala", [("python", "java", "scala")]),
        ("Python, Java and Scala", [("python",), ("java",), ("scala",)]),
        ("Python or Java with SQL", [("python", "java"), ("sql",)]),
        (
            "Python or Java with SQL, Spark and a cloud (e.g. AWS, Databricks)",
            [("python", "java"), ("sql",), ("apache spark",), ("aws", "databricks")],
        ),
        ("An orchestrator: Airflow, Dagster or Prefect", [("apache airflow", "dagster", "prefect")]),
        ("Docker, one major cloud (AWS, Azure or GCP)", [("docker",), ("aws", "azure", "google cloud")]),
        ("Kenntnisse in Python oder R sowie SQL", [("python", "r"), ("sql",)]),
        ("Ervaring met SQL of Python en kennis van Docker", [("sql", "python"), ("docker",)]),
        ("Terraform/Pulumi", [("terraform", "pulumi")]),
    ],
)
def test_and_or(text: str, groups: list[tuple[str, ...]]) -> None:
    assert skills_of(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "a cloud such as AWS",
        "MLflow, Kubeflow or similar",
        "BI-Tools wie Tableau, Qlik o.ä.",
        "CISSP or comparable certification",
        "outils BI (par ex. Tableau, Qlik)",
    ],
)
def test_examples_leave_the_list_open(text: str) -> None:
    assert needs(text)[-1].open


def test_a_closed_choice_is_not_open() -> None:
    assert not needs("Python or Java")[0].open


def test_parts_only_preferred_are_optional() -> None:
    read = needs("Strong Python; a second language such as Go, Rust or C++ is desirable")
    assert [need.optional for need in read] == [False, True]
    read = needs("SQL, idealerweise Spark")
    assert [(need.skills, need.optional) for need in read] == [(("sql",), False), (("apache spark",), True)]


@pytest.mark.parametrize(
    ("text", "months", "subject", "wish"),
    [
        ("Two years as a payroll clerk, ideally in a hospital or a school", 24, "payroll clerk", "in a hospital or a school"),
        ("Drei Jahre Praxis im Einkauf, vorzugsweise in einem Familienbetrieb", 36, "Einkauf", "in einem Familienbetrieb"),
        ("One year of telephone sales (preferably to businesses).", 12, "telephone sales", "to businesses"),
    ],
)
def test_a_wish_behind_years_of_work_is_a_need_of_its_own(text: str, months: int, subject: str, wish: str) -> None:
    firm, wished = needs(text)
    assert (firm.months, firm.subject, firm.optional) == (months, subject, False)
    assert wish not in firm.text
    assert (wished.text, wished.months, wished.optional) == (wish, None, True)


def test_leading_people_of_a_trade_is_one_need() -> None:
    assert [need.months for need in needs("Three years leading a team of data analysts")] == [36]
    assert len(needs("Three years of data analysis and people management experience")) == 2


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Autonome, organisé(e) et motivé·e", ["Autonome", "organisé", "motivé"]),
        ("Zwei Jahre als Fachverkäufer/in (m/w/d)", ["Zwei Jahre als Fachverkäufer"]),
    ],
)
def test_endings_for_any_sex_part_no_word(text: str, read: list[str]) -> None:
    assert [need.text for need in needs(text)] == read


def test_not_everything_is_optional() -> None:
    assert not any(need.optional for need in needs("Familiarity with AWS or Azure is a plus"))


def test_amounts_keep_their_subjects() -> None:
    first, second = needs("At least five years in software engineering, of which two or more with Kubernetes")
    assert (first.months, second.months) == (60, 24)
    assert "software" in first.subject
    assert second.skills == ("kubernetes",)


def test_degrees_take_the_least_level_and_the_stand_in() -> None:
    (need,) = [need for need in needs("MSc or BSc in computer science, or equivalent experience") if need.type == "education"]
    assert (need.level, need.equivalent, need.fields) == ("bachelor", True, ("computing",))
    required, wished = needs("Degree in Statistics (MS required, PhD preferred)")[:2]
    assert wished.level == "doctorate"
    assert wished.optional
    assert not required.optional


def test_languages_and_conditions() -> None:
    read = needs("French fluent (C1) and English good enough for a weekly call (B2)")
    assert [(need.skills, need.level) for need in read] == [(("fr",), "C1"), (("en",), "B2")]
    (rights,) = needs("Right to work in the UK, Germany or the Netherlands")
    assert (rights.type, rights.level, rights.fields) == ("condition", "rights", ("GB", "DE", "NL"))
    assert [need.level for need in needs("Willingness to travel up to 30%")] == ["travel"]


def test_licences_go_to_credentials() -> None:
    read = read_needs("Carné de conducir B y disponibilidad para viajar", "required")[1]
    assert read[0].type == "credential"
    assert read[0].skills == ("driving licence b",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Strong SQL and Tableau skills", "skill"),
        ("5+ years of experience in retail banking", "experience"),
        ("Bachelor's degree in nursing", "education"),
        ("Valid forklift licence", "credential"),
        ("Fluent German, spoken and written", "language"),
        ("Willing to work night shifts and weekends", "condition"),
        ("You are curious, reliable and a team player", "trait"),
        ("Sehr gute Deutschkenntnisse", "language"),
        ("Bereitschaft zur Schichtarbeit", "condition"),
        ("Esprit d'équipe et sens de l'organisation", "trait"),
        ("Permiso de trabajo en España", "condition"),
        ("Minimaal 3 jaar werkervaring als monteur", "experience"),
    ],
)
def test_types(text: str, kind: str) -> None:
    assert type_of(text) == kind


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_gives_one_to_twelve_needs(text: str) -> None:
    kind, read = read_needs(text, "required")
    assert kind in NEED_TYPES
    assert 1 <= len(read) <= 12
    assert not all(need.optional for need in read)
    assert read_needs(text, "required") == (kind, read)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("One or more years of experience in kitchens, or a bachelor's degree in hospitality", {"degree or years"}),
        ("Abgeschlossenes Studium oder mindestens 3 Jahre Berufserfahrung im Einkauf", {"degree or years"}),
        ("Bachelor's degree in hospitality and three years of experience in kitchens", {""}),
        ("Bachelor's or Master's degree, with at least two years in a bank", {""}),
        ("PhD in botany with two years in a lab, or BSc with eight years", {""}),
    ],
)
def test_a_degree_or_years_are_alternatives_only_where_an_or_joins_them(text, groups):
    _, needs = read_needs(text, "required", "education")
    assert {need.group for need in needs if need.type in ("education", "experience")} == groups


@pytest.mark.parametrize(
    "text",
    [
        "6 or more years of experience in soil testing, or a PhD degree with a focus on soil",
        "Vier Jahre Erfahrung in der Planung oder ein Masterabschluss in Bauingenieurwesen",
        "2 years of baking or BSc in food science",
    ],
)
def test_a_degree_in_the_place_of_years_is_read_where_years_are_what_is_asked_for(text):
    _, needs = read_needs(text, "required", "experience")
    assert {(need.type, need.group) for need in needs} == {("education", "degree or years"), ("experience", "degree or years")}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("PhD degree in statistics", "doctorate"),
        ("MSc degree required", "master"),
        ("Master's or PhD degree", "master"),
        ("A university degree (Master's or PhD) in hydrology", "master"),
        ("A degree in physics, or a Master's", "bachelor"),
        ("A degree (Master's preferred) in botany", "bachelor"),
    ],
)
def test_the_word_degree_takes_the_level_beside_it(text: str, level: str) -> None:
    assert needs(text)[0].level == level


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Rust - our Python scripts call into it", [("rust",)]),
        ("Rust, because our Python scripts call into it", [("rust",)]),
        ("Rust, since most of our Python scripts call it, and SQL", [("rust",), ("sql",)]),
        ("Rust - we also expect SQL", [("rust",), ("sql",)]),
    ],
)
def test_reasons_ask_for_nothing(text: str, groups: list[tuple[str, ...]]) -> None:
    assert skills_of(text) == groups


@pytest.mark.parametrize("part", ["at least 2 of them with Terraform", "two or more of those with Terraform"])
def test_a_part_of_an_amount_borrows_its_unit(part: str) -> None:
    first, second = needs(f"6 or more years in network engineering, {part}")
    assert (first.months, second.months, second.skills) == (72, 24, ("terraform",))


@pytest.mark.parametrize("lead", ["Solid use of one of: ", "one of ", "At least one of the following: "])
def test_names_the_vocabulary_lacks_stay_in_a_choice(lead: str) -> None:
    (need,) = needs(f"{lead}Kafka, RabbitMQ, Zorblat / Quux")
    assert need.any_of == ("Kafka", "RabbitMQ", "Zorblat / Quux")


def test_no_part_of_an_item_is_lost() -> None:
    assert skills_of("Version control, code review and CI each day") == [
        ("version control",),
        ("code review",),
        ("continuous integration",),
    ]
    assert [n.skills for n in needs("Four years as a line cook, and you'll need HACCP") if n.type == "skill"] == [("haccp",)]
    read = read_needs("You need: admission to the bar in Austria; sound knowledge of the GDPR", "required", "credential")[1]
    assert [(need.type, need.skills) for need in read][1:] == [("skill", ("gdpr",))]


def test_a_field_is_left_to_the_tool_that_shows_it() -> None:
    assert skills_of("Knowledge of databases and PostgreSQL") == [("postgresql",)]


def test_citizenship_beside_a_paper_is_a_need_of_its_own() -> None:
    read = read_needs("Canadian citizenship and a valid CISSP", "required", "credential")[1]
    assert sorted((need.type, need.level == "rights") for need in read) == [("condition", True), ("credential", False)]


def test_a_paper_that_may_stand_for_a_degree_is_another_way() -> None:
    found = needs("Bachelor's degree or a paralegal certificate from an accredited school")
    assert [(need.level, need.fields, need.group) for need in found] == [
        ("bachelor", (), "degree or paper"),
        ("", ("law",), "degree or paper"),
    ]
    assert len(needs("Bachelor's or Master's degree in law")) == 1
