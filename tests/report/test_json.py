"""The JSON of the contract: its keys, its numbers, and the schema that is generated from its types."""

from __future__ import annotations

import json
import math

import pytest
from jsonschema import Draft202012Validator

from jobfit.ports import Look
from jobfit.report import shape
from jobfit.report.assessment import FORMATS, jsonl
from jobfit.report.posting import FORMATS as POSTING_FORMATS
from jobfit.report.profile import FORMATS as PROFILE_FORMATS
from jobfit.report.schema import ROOTS, schema
from jobfit.types import Credential, Degree, Failure, LanguageSkill, Place, Position, Profile, Span, Statement

RESULT = ["posting", "profile", "fit", "required", "nice", "knockouts", "requirements", "warnings", "model", "jobfit"]
REQUIREMENT = [
    "id", "kind", "type", "text", "line", "end_line", "section", "verdict", "probability", "evidence", "reason", "needs",
]  # fmt: skip


def check(name, text):
    value = json.loads(text)
    Draft202012Validator(schema(name)).validate(value)
    return value


@pytest.mark.parametrize("name", sorted(ROOTS))
def test_every_schema_is_one(name):
    Draft202012Validator.check_schema(schema(name))


def test_a_report_keeps_to_its_schema_and_the_contract(several):
    found = check("report", FORMATS["json"](several, [Failure("x.pdf", "is empty")], Look()))
    assert found["schema"] == "jobfit/report@1"
    assert found["failed"] == [{"path": "x.pdf", "error": "is empty"}]
    first = found["results"][0]
    assert list(first) == RESULT
    assert list(first["requirements"][0]) == REQUIREMENT
    assert list(first["posting"]) == ["path", "title", "company", "role", "language"]
    assert list(first["required"]) == ["met", "partly", "unmet", "unjudged", "coverage"]
    assert list(first["profile"]) == ["path", "name"]
    assert list(first["requirements"][0]["probability"]) == ["met", "partly", "unmet"]
    assert list(first["requirements"][0]["needs"][0]) == ["type", "text", "any_of", "verdict", "evidence"]
    assert list(first["requirements"][0]["evidence"][0]) == ["line", "text", "where", "score"]


def test_a_hostile_report_keeps_to_its_schema(attack):
    check("report", FORMATS["json"]([attack], [], Look()))


def test_nothing_at_all_is_still_an_object():
    assert check("report", FORMATS["json"]([], [], Look()))["results"] == []


def test_jsonl_is_one_result_a_line(several):
    lines = FORMATS["jsonl"](several, [], Look()).splitlines()
    assert [json.loads(line)["posting"]["path"] for line in lines] == [result.posting.path for result in several]
    assert jsonl.row(several[0]) == f"{lines[0]}\n"


def test_a_posting_keeps_to_its_schema(one):
    found = check("posting", POSTING_FORMATS["json"]([one.posting], [], Look()))["postings"][0]
    assert list(found) == ["path", "title", "company", "role", "roles", "language", "requirements", "duties", "warnings"]
    assert list(found["requirements"][0]) == [*REQUIREMENT[:7], "needs"]
    assert list(found["requirements"][0]["needs"][0]) == ["type", "text", "any_of"]
    assert list(found["duties"][0]) == ["text", "line", "end_line"]
    assert found["requirements"][0]["needs"][1]["any_of"] == ["Spark", "Flink"]


def test_shares_are_rounded_and_never_nan():
    assert shape.share(0.123456) == 0.1235
    for wrong in (math.nan, math.inf, -0.1, 1.1):
        with pytest.raises(ValueError, match="share"):
            shape.share(wrong)


PROFILE = Profile(
    "p.yaml", "Ana Lima", "Data engineer",
    positions=(
        Position("Data engineer", "Osier Mills", "Bergen", Span(2019 * 12, 2022 * 12), 9, 10, (9, 10), where="work[0]"),
        Position("Lead", "Fen", "", Span(2021 * 12, 2025 * 12 + 5, ongoing=True), 14, 15, (14,), where="work[1]"),
        Position("Tutor", kind="volunteer", line=20),
    ),
    education=(Degree("MSc", "master", "Physics", "Bergen", Span(2012 * 12, 2014 * 12), True, 30), Degree("PhD", finished=False, line=31)),
    credentials=(Credential("CKA", "CNCF", 2020 * 12 + 4, 2023 * 12 + 4, 40), Credential("Forklift", line=41)),
    languages=(LanguageSkill("pt", "Portuguese", "native", 50), LanguageSkill("no", "Norwegian", "", 51)),
    places=(Place("Bergen, Norway", "NO", 5, True),),
    statements=(Statement("Tuned PostgreSQL", 11, "work[0].highlights[0]", "work", position=0), Statement("Rust", 60, listed=True)),
    as_of=2025 * 12 + 5,
    language="en",
)  # fmt: skip


def test_a_profile_keeps_to_its_schema():
    found = check("profile", PROFILE_FORMATS["json"](PROFILE, Look()))
    assert found["as_of"] == "2025-06"
    assert found["months"] == 77  # 36 of the first, 53 of the second, 12 of them shared
    first, second, third = found["positions"]
    assert (first["start"], first["end"], first["months"]) == ("2019-01", "2021-12", 36)
    assert (second["end"], second["ongoing"]) == (None, True)
    assert (third["start"], third["months"], third["kind"]) == (None, None, "volunteer")
    assert found["credentials"][0]["expires"] == "2023-05"


def test_a_profile_as_text(snapshot):
    assert PROFILE_FORMATS["text"](PROFILE, Look(width=90)) == snapshot


def test_an_empty_profile_is_shown_too():
    check("profile", PROFILE_FORMATS["json"](Profile("p.yaml"), Look()))
    assert "(no name)" in PROFILE_FORMATS["text"](Profile("p.yaml"), Look())
