"""parse, profile, gaps, evaluate, init, schema, model and cache from the command line."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from jobfit import __version__
from jobfit.report.schema import schema


def test_version(jobfit):
    assert jobfit("--version").out == f"jobfit {__version__}\n"


def test_parse_as_text_and_json(jobfit, files):
    shown = jobfit("parse", "posting.md")
    assert shown.status == 0
    assert "Required: 4" in shown.out
    assert "Nice to have: 2" in shown.out
    assert "Run the nightly loads" in shown.out
    assert "Left out, neither requirement nor duty: lines 1, 3, 5, 10, 17" in shown.out
    found = json.loads(jobfit("parse", "posting.md", "-f", "json").out)
    Draft202012Validator(schema("posting")).validate(found)
    assert [r["kind"] for r in found["postings"][0]["requirements"]] == ["required"] * 4 + ["nice"] * 2


def test_parse_text_numbers_the_lines_that_results_count(jobfit, files):
    lines = jobfit("parse", "posting.md", "--text").out.splitlines()
    found = json.loads(jobfit("parse", "posting.md", "-f", "jsonl").out)
    for item in found["requirements"]:
        assert item["text"] in lines[item["line"] - 1]
        assert lines[item["line"] - 1].split()[0] == str(item["line"])


def test_parse_streams_a_line_for_each_role(jobfit, files):
    found = [json.loads(line) for line in jobfit("parse", "several.md", "posting.md", "-f", "jsonl").out.splitlines()]
    assert [posting["path"] for posting in found] == ["several.md", "several.md", "posting.md"]
    assert found[0]["roles"] == ["Junior Tide Engineer", "Senior Tide Engineer"]


def test_profile_as_text_json_and_yaml(jobfit, files):
    shown = jobfit("profile", "profile.yaml", "--as-of", "2025-06-01")
    assert shown.status == 0
    assert "2019-03 – 2024-03" in shown.out
    found = json.loads(jobfit("profile", "profile.yaml", "-f", "json", "--as-of", "2025-06-01").out)
    Draft202012Validator(schema("profile")).validate(found)
    assert (found["name"], found["as_of"]) == ("Ana Lima", "2025-06")


def test_profile_to_yaml_can_be_read_again(jobfit, files):
    assert jobfit("profile", "profile.yaml", "--to", "yaml", "-o", "again.yaml").status == 0
    first, again = (json.loads(jobfit("profile", name, "-f", "json").out) for name in ("profile.yaml", "again.yaml"))
    assert [(p["title"], p["start"], p["end"]) for p in again["positions"]] == [
        (p["title"], p["start"], p["end"]) for p in first["positions"]
    ]


def test_an_output_that_ends_as_yaml_is_written_as_yaml(jobfit, files):
    for command in (("-o", "one.yaml"), ("-o", "two.yml", "--to", "yaml")):
        assert jobfit("profile", "profile.yaml", *command).status == 0
    assert (files / "one.yaml").read_bytes() == (files / "two.yml").read_bytes()
    assert jobfit("profile", "profile.yaml", "-o", "three.yaml", "-f", "json").status == 0
    assert (files / "three.yaml").read_text(encoding="utf-8").startswith("{")


def test_gaps_over_postings(jobfit, files):
    done = jobfit("gaps", "posting.md", "several.md", "-p", "profile.yaml", "--model", "hash", "-f", "json", "--as-of", "2025-06-01")
    assert done.status == 0
    found = json.loads(done.out)
    Draft202012Validator(schema("gaps")).validate(found)
    assert found["scored"] == 3
    assert found["gaps"]
    costs = [gap["cost"] for gap in found["gaps"]]
    assert costs == sorted(costs, reverse=True)
    assert "gaps over 3 postings" in jobfit("gaps", "posting.md", "several.md", "-p", "profile.yaml", "--model", "hash").out


@pytest.fixture
def pairs(files):
    rows = [
        {"id": "a", "requirement": "Strong SQL", "kind": "required", "profile": "profile.yaml", "verdict": "met", "type": "skill"},
        {"id": 7, "requirement": "Terraform", "kind": "nice", "profile": "profile.yaml", "verdict": "unmet", "type": "skill"},
        {
            "id": "c",
            "requirement": "A PhD in botany",
            "kind": "required",
            "profile": "profile.yaml",
            "verdict": "unmet",
            "type": "education",
        },
    ]
    (files / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return rows


def test_predictions_come_in_order_with_their_ids(jobfit, pairs):
    done = jobfit("evaluate", "pairs.jsonl", "--predict", "-f", "jsonl", "--model", "hash", "--as-of", "2025-06-01")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [row["id"] for row in found] == ["a", 7, "c"]
    assert all(list(row) == ["id", "verdict", "probability", "evidence", "reason"] for row in found)
    assert all(abs(sum(row["probability"].values()) - 1) < 1e-3 for row in found)


def test_a_prediction_does_not_depend_on_its_neighbours(jobfit, files, pairs):
    every = jobfit("evaluate", "pairs.jsonl", "--predict", "-f", "jsonl", "--model", "hash", "--as-of", "2025-06-01").out.splitlines()
    for row, line in zip(pairs, every, strict=True):
        (files / "one.jsonl").write_text(json.dumps(row), encoding="utf-8")
        assert jobfit("evaluate", "one.jsonl", "--predict", "-f", "jsonl", "--model", "hash", "--as-of", "2025-06-01").out == f"{line}\n"


def test_figures(jobfit, pairs):
    done = jobfit("evaluate", "pairs.jsonl", "--model", "hash", "-f", "json", "--by", "kind", "--floors")
    found = json.loads(done.out)
    assert done.status == 0
    assert found["overall"]["rows"] == 3
    assert set(found["by"]) == {"kind"}
    assert set(found["by"]["kind"]) == {"nice", "required"}
    assert set(found["floors"]) == {"always unmet", "shared words", "best cosine"}
    assert "weighted kappa" in jobfit("evaluate", "pairs.jsonl", "--model", "hash").out


def test_bad_pairs_are_all_named_at_once(jobfit, files):
    (files / "bad.jsonl").write_text('{"id": 1}\nnot json\n', encoding="utf-8")
    done = jobfit("evaluate", "bad.jsonl", "--predict", "-f", "jsonl", "--model", "hash")
    assert (done.status, done.out) == (1, "")
    assert "line 1" in done.err
    assert "line 2" in done.err


def test_a_faulty_row_costs_no_other_its_prediction(jobfit, files, pairs):
    good = (files / "pairs.jsonl").read_text(encoding="utf-8")
    (files / "mixed.jsonl").write_text(f"not json\n{good}", encoding="utf-8")
    done = jobfit("evaluate", "mixed.jsonl", "--predict", "-f", "jsonl", "--model", "hash")
    assert done.status == 1
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", 7, "c"]
    assert done.err.startswith("jobfit: mixed.jsonl: line 1: this is not JSON")
    assert jobfit("evaluate", "mixed.jsonl", "--model", "hash").out == ""  # figures are of a whole set


def test_init_writes_a_profile_that_can_be_read_and_spares_what_is_there(jobfit, files):
    assert jobfit("init", "mine.yaml").status == 0
    assert jobfit("profile", "mine.yaml").status == 0
    again = jobfit("init", "mine.yaml")
    assert again.status == 1
    assert "--force" in again.err
    assert jobfit("init", "mine.yaml", "--force").status == 0
    assert jobfit("init", "-").out == (files / "mine.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["report", "posting", "profile", "gaps"])
def test_schema(jobfit, name):
    found = json.loads(jobfit("schema", name).out)
    Draft202012Validator.check_schema(found)
    assert found == schema(name)


def test_model_and_cache_are_shown(jobfit):
    assert "hash@1" in jobfit("model", "show", "--model", "hash").out
    found = json.loads(jobfit("cache", "show", "--json").out)
    assert found["entries"] == 0
    assert jobfit("cache", "clear").out == "0 bytes freed\n"
    assert jobfit("cache", "prune").out == "0 vectors dropped\n"
    assert "entries: 0" in jobfit("cache").out


def test_verifying_a_model_that_has_no_twin_is_an_error(jobfit):
    done = jobfit("model", "verify", "--model", "hash")
    assert done.status == 1
    assert done.err.count("\n") == 1


MANY = """<p>We keep tide tables for every harbour between Bergen and Lisbon, and sell them to shipping lines, ports and fishermen.</p>
<h2>What you will do</h2><ul><li>Run the nightly loads</li><li>Sit with the harbour masters once a month</li></ul>
<h2>Requirements</h2><ul><li>{} years of experience as a data engineer</li><li>Strong SQL</li><li>Clear writing in English</li></ul>"""


def test_a_file_of_many_postings(jobfit, files):
    rows = [{"@type": "JobPosting", "title": f"Engineer {n}", "description": MANY.format(n)} for n in (1, 2)]
    empty = {"@type": "JobPosting", "title": "None", "description": "<p>We keep tide tables.</p>"}
    (files / "many.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in [rows[0], empty, rows[1]]), encoding="utf-8")
    done = jobfit("score", "many.jsonl", "-p", "profile.yaml", "--model", "hash", "-f", "json")
    found = json.loads(done.out)
    assert done.status == 1
    assert [r["posting"]["title"] for r in found["results"]] == ["Engineer 1", "Engineer 2"]
    assert [f["path"] for f in found["failed"]] == ["many.jsonl#2"]
