"""Education read out of its text: degrees only preferred, years that stand in for one."""

from __future__ import annotations

from jobfit.parse.needs import read_needs
from jobfit.types import Need


def needs(text: str) -> tuple[Need, ...]:
    return read_needs(text, "required", "education")[1]


def test_a_degree_that_is_only_preferred_in_a_clause_of_its_own_is_optional() -> None:
    found = needs("High school diploma required; Bachelor's degree in logistics preferred")
    assert [(need.level, need.optional) for need in found] == [("school", False), ("bachelor", True)]


def test_years_of_no_subject_stand_in_for_the_degree_in_its_own_field() -> None:
    (need,) = needs("A degree in geology or a related subject, or substantial relevant experience (at least five years)")
    assert (need.type, need.equivalent, need.fields) == ("education", True, ("geosciences",))


def test_years_in_a_subject_of_their_own_are_another_way() -> None:
    found = needs("A degree in geology or five years of experience in quarries")
    assert {need.group for need in found} == {"degree or years"}


def test_a_vocational_certificate_of_a_field_is_read_as_a_training() -> None:
    (need,) = read_needs("NVQ Level 3 in plumbing or equivalent", "required", "credential")[1]
    assert (need.type, need.level, need.fields) == ("education", "vocational", ("plumbing",))


def test_both_sexes_of_a_title_are_one() -> None:
    (need,) = read_needs("Staatlich anerkannte/r Erzieher/in", "required", "credential")[1]
    assert need.skills == ("early years qualification",)


def test_a_drivers_paper_is_no_training_of_the_same_letters() -> None:
    needs = read_needs("Permiso D y CAP en vigor", "required", "credential")[1]
    assert [need.skills for need in needs] == [("driving licence d",), ("driver cpc",)]
