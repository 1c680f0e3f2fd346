"""``jobfit score`` from the command line: results on standard output, complaints on standard error, the status in between."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from jobfit.report.schema import schema

BAKER = """basics:
  name: Bo
work:
  - name: Hearth
    position: Baker
    startDate: 2010-01
    highlights:
      - Baked rye bread and rolls for three shops
"""


def results(done):
    return [json.loads(line) for line in done.out.splitlines()]


def test_one_posting_gives_the_report(score):
    done = score("posting.md")
    assert done.status == 0
    assert done.err == ""
    assert "Data Engineer" in done.out
    assert "Gaps to close, most costly first" in done.out
    assert "│ Wrote the loads in Python" in done.out


def test_json_keeps_to_its_schema(score):
    done = score("posting.md", "several.md", "-f", "json")
    found = json.loads(done.out)
    Draft202012Validator(schema("report")).validate(found)
    assert next(r["posting"]["path"] for r in found["results"]) == "posting.md"
    assert len(found["results"]) == 3
    assert found["failed"] == []


def test_the_same_inputs_give_the_same_bytes_whatever_the_neighbours(score):
    alone = score("posting.md", "-f", "jsonl")
    among = score("several.md", "posting.md", "-f", "jsonl")
    assert alone.out == score("posting.md", "-f", "jsonl").out
    assert alone.out == among.out.splitlines(keepends=True)[-1]


def test_a_folder_gives_the_ranking_best_first(score, files):
    (files / "saved").mkdir()
    for name in ("posting.md", "several.md"):
        (files / name).rename(files / "saved" / name)
    (files / "saved" / "empty.txt").write_bytes(b"")
    done = score("saved")
    assert done.status == 1
    assert done.err.startswith("jobfit: saved/empty.txt: ")
    assert "not read: saved/empty.txt" in done.out
    fits = [int(line.split()[1]) for line in done.out.splitlines() if line[:1].isdigit()]
    assert len(fits) == 3
    assert fits == sorted(fits, reverse=True)


def test_details_follow_the_ranking(score):
    assert score("posting.md", "several.md").out.count("Gaps to close") == 0
    assert score("posting.md", "several.md", "--details").out.count("Gaps to close") == 3


def test_top_keeps_the_best(score):
    every = sorted(results(score("posting.md", "several.md", "-f", "jsonl")), key=lambda r: -r["fit"])
    best = results(score("posting.md", "several.md", "-f", "jsonl", "--top", "1"))
    assert [r["fit"] for r in best] == [every[0]["fit"]]


@pytest.mark.parametrize("order", ["fit", "required", "nice", "title", "input"])
def test_sort_orders_and_loses_nothing(score, order):
    found = results(score("several.md", "posting.md", "-f", "jsonl", "--sort", order))
    assert len(found) == 3
    if order == "input":
        assert [r["posting"]["path"] for r in found] == ["several.md", "several.md", "posting.md"]
    if order == "fit":
        assert [r["fit"] for r in found] == sorted((r["fit"] for r in found), reverse=True)


def test_a_page_of_several_roles_is_ranked_and_says_how_to_choose(score):
    done = score("several.md")
    assert done.status == 0
    assert "--role" in done.err
    assert "Junior Tide Engineer; Senior Tide Engineer" in done.err
    assert "Junior Tide Engineer" in done.out
    chosen = score("several.md", "--role", "senior tide engineer")
    assert chosen.err == ""
    assert "Gaps to close" in chosen.out
    assert "5 years of experience with SQL" in chosen.out


def test_an_unknown_role_is_named_with_those_there_are(score):
    done = score("several.md", "--role", "Harbour Master")
    assert (done.status, done.out) == (1, "")
    assert "Harbour Master" in done.err
    assert "Senior Tide Engineer" in done.err


def test_profiles_are_ranked_against_a_posting(jobfit, files):
    (files / "people").mkdir()
    (files / "people" / "ana.yaml").write_text((files / "profile.yaml").read_text(), encoding="utf-8")
    (files / "people" / "bo.yaml").write_text(BAKER, encoding="utf-8")
    done = jobfit("score", "posting.md", "-p", "people", "--model", "hash", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["name"] for row in rows] == ["Ana Lima", "Bo"]
    twice = jobfit("score", "posting.md", "-p", "people/bo.yaml", "-p", "people/ana.yaml", "--model", "hash", "-f", "csv")
    assert twice.out == done.out


def test_standard_input(score, files):
    posting = (files / "posting.md").read_bytes()
    done = score("-", "--as", "markdown", "-f", "jsonl", stdin=posting)
    said, same = results(done)[0], results(score("posting.md", "-f", "jsonl"))[0]
    assert said["posting"].pop("path") == "-"
    same["posting"].pop("path")
    assert said == same


def test_the_profile_from_standard_input(jobfit, files):
    done = jobfit(
        "score", "posting.md", "-p", "-", "--as", "yaml", "--model", "hash", "-f", "jsonl", stdin=(files / "profile.yaml").read_bytes()
    )
    assert results(done)[0]["profile"] == {"path": "-", "name": "Ana Lima"}


def test_fail_under(score):
    fit = 100 * results(score("posting.md", "-f", "jsonl"))[0]["fit"]
    assert 0 < fit < 100
    assert score("posting.md", "--fail-under", str(fit - 1)).status == 0
    assert score("posting.md", "--fail-under", str(fit + 1)).status == 3
    assert score("posting.md", "missing.md", "--fail-under", str(fit + 1)).status == 1


def test_output_is_written_to_the_file_and_only_there(score, files):
    done = score("posting.md", "-f", "json", "-o", "out.json")
    assert (done.status, done.out) == (0, "")
    assert (files / "out.json").read_text(encoding="utf-8") == score("posting.md", "-f", "json").out
    assert [path.name for path in files.glob(".out*")] == []


def test_output_into_no_folder_is_said(score):
    done = score("posting.md", "-o", "no/such/out.json")
    assert done.status == 1
    assert "no/such/out.json" in done.err
    assert "Traceback" not in done.err


def test_a_file_is_kept_when_the_run_fails(score, files):
    (files / "out.txt").write_text("before", encoding="utf-8")
    assert score("posting.md", "--explain", "r99", "-o", "out.txt").status == 1
    assert (files / "out.txt").read_text(encoding="utf-8") == "before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_is_said_and_a_device_is_left_alone(score):
    done = score("posting.md", "-o", "/dev/full")
    assert done.status == 1
    assert done.err == "jobfit: /dev/full: cannot be written: No space left on device (make room there)\n"
    assert score("posting.md", "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


def test_a_link_stays_a_link(score, files):
    (files / "there.txt").write_text("before", encoding="utf-8")
    (files / "link.txt").symlink_to("there.txt")
    assert score("posting.md", "-o", "link.txt").status == 0
    assert (files / "link.txt").is_symlink()
    assert "Fit" in (files / "there.txt").read_text(encoding="utf-8")


def test_explain_shows_one_requirement(score):
    done = score("posting.md", "--explain", "r2")
    assert done.status == 0
    assert "Strong SQL" in done.out
    assert "What it asks for" in done.out


def test_quiet_says_nothing_but_errors(score):
    assert score("several.md", "--quiet").err == ""
    assert "missing.md" in score("missing.md", "--quiet").err


def test_an_ascii_terminal_gets_ascii(score):
    done = score("posting.md", encoding="ascii")
    assert done.status == 0
    assert "met" in done.out


GOOD = ("score", "posting.md", "-p", "profile.yaml")
WRONG = (
    ("score",),
    ("score", "posting.md"),
    ("score", "-p", "profile.yaml"),
    (*GOOD, "-f", "pdf"),
    (*GOOD, "--as-of", "yesterday"),
    (*GOOD, "--top", "0"),
    (*GOOD, "--fail-under", "101"),
    (*GOOD, "--nope"),
    ("score", "-", "-p", "-"),
    ("score", "-", "-p", "profile.yaml", "--as", "docs"),
    ("parse",),
    ("nonsense",),
    ("schema", "nonsense"),
    ("evaluate", "x.jsonl", "-f", "jsonl"),
)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_2(jobfit, files, words):
    done = jobfit(*words)
    assert done.status == 2
    assert done.out == ""
    assert "Error" in done.err


def test_ctrl_c_is_130_and_leaves_what_is_done(score, monkeypatch):
    from jobfit import pipeline

    whole = pipeline.score_rows

    def interrupted(*words):
        yield next(whole(*words))
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "score_rows", interrupted)
    done = score("posting.md", "several.md", "-f", "jsonl")
    assert done.status == 130
    assert len(results(done)) == 1
    assert "Traceback" not in done.err


def test_a_warning_is_said_once_of_the_file_it_is_about(jobfit, files):
    (files / "cv.md").write_text(
        "# Ana Lima\n\n## Experience\n\nBaker, Crust Ltd\n- Baked the night bread for three shops.\n", encoding="utf-8"
    )
    done = jobfit("score", "posting.md", "several.md", "-p", "cv.md", "--model", "hash")
    assert done.status == 0
    said = [line for line in done.err.splitlines() if not line.endswith("postings")]
    assert said
    assert all(line.startswith("jobfit: cv.md: ") for line in said)
    assert len(set(said)) == len(said)


def test_the_day_of_present_is_one_of_a_working_life(jobfit, files):
    done = jobfit("score", "posting.md", "-p", "profile.yaml", "--as-of", "1800-01-01")
    assert done.status == 2
    assert "1800-01-01 is not from 1950 to 2099" in done.err


def test_a_ranking_names_the_profile_left_of_two(jobfit, files):
    done = jobfit("score", "posting.md", "-p", "profile.yaml", "-p", "missing.yaml", "--model", "hash")
    assert done.status == 1
    assert "Profile" in done.out
    assert "Ana Lima" in done.out


def test_the_ending_of_the_output_chooses_the_format(score, files):
    for ending, start in (("json", "{"), ("html", "<!doctype html>"), ("csv", "posting,title"), ("txt", "Data Engineer")):
        assert score("posting.md", "-o", f"out.{ending}").status == 0
        assert (files / f"out.{ending}").read_text(encoding="utf-8").lower().startswith(start.lower())
    score("posting.md", "-f", "json", "-o", "out.md")
    assert (files / "out.md").read_text(encoding="utf-8").startswith("{")


def test_a_dash_for_the_output_is_standard_output(score, files):
    assert "Data Engineer" in score("posting.md", "-o", "-").out
    assert not (files / "-").exists()


def test_explain_is_for_text_and_takes_capitals(score):
    assert score("posting.md", "--explain", "R1").out == score("posting.md", "--explain", "r1").out
    done = score("posting.md", "--explain", "r1", "-f", "csv")
    assert (done.status, done.out) == (2, "")
    assert "--explain" in done.err


def test_a_role_that_may_mean_several_is_said_to(score):
    done = score("several.md", "--role", "tide engineer")
    assert done.status == 1
    assert "'tide engineer' may mean 2 roles" in done.err
    assert "Junior Tide Engineer; Senior Tide Engineer" in done.err
    assert "there is no role 'Baker'" in score("several.md", "--role", "Baker").err


def test_text_under_the_ending_of_another_format_is_refused(score, files):
    done = score("posting.md", "-o", "ranking.xlsx")
    assert (done.status, done.out) == (2, "")
    assert "no .xlsx is written, but text, json, jsonl, csv, md, html" in done.err
    assert not (files / "ranking.xlsx").exists()
    assert score("posting.md", "-o", "ranking.xlsx", "-f", "csv").status == 0


def test_the_profile_in_the_folder_of_postings_is_no_posting(jobfit, files):
    (files / "all").mkdir()
    for name in ("posting.md", "profile.yaml"):
        (files / "all" / name).write_bytes((files / name).read_bytes())
    done = jobfit("score", "all", "-p", "./all/profile.yaml", "--model", "hash")
    assert (done.status, done.err) == (0, "")
    assert jobfit("score", "all/profile.yaml", "-p", "all/profile.yaml", "--model", "hash").status == 1


def test_a_profile_named_twice_is_judged_once(jobfit, files):
    done = jobfit("score", "posting.md", "-p", "profile.yaml", "-p", "./profile.yaml", "-f", "json", "--model", "hash")
    assert len(json.loads(done.out)["results"]) == 1


def test_a_share_for_a_percentage_is_told(score):
    done = score("posting.md", "--fail-under", "0.8")
    assert (done.status, "0.8 %, not 80 %" in done.err) == (0, True)
    assert "%, not" not in score("posting.md", "--fail-under", "1").err


def test_a_result_is_neither_posting_nor_profile(jobfit, files):
    assert jobfit("score", "posting.md", "-p", "profile.yaml", "--model", "hash", "-o", "report.json").status == 0
    assert jobfit("parse", "posting.md", "-f", "jsonl", "-o", "read.jsonl").status == 0
    assert jobfit("profile", "profile.yaml", "-f", "json", "-o", "read.json").status == 0
    for command in (("parse", "report.json"), ("parse", "read.jsonl"), ("profile", "read.json")):
        done = jobfit(*command)
        assert (done.status, done.out) == (1, "")
        assert "a result of jobfit" in done.err
