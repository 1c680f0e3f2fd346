"""Each bad input is one sentence on standard error and status 1; what else was given is still done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD_POSTINGS = {
    "missing": None,
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)) * 40,
    "image": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    "undecodable": b"\xff\xfe\x00\xd8\x00",
    "poem": b"The tide comes in.\nThe tide goes out.\n\nNobody is asked for anything.\n",
}


@pytest.mark.parametrize("kind", sorted(BAD_POSTINGS))
@pytest.mark.parametrize("command", ["score", "parse"])
def test_a_bad_posting_is_named_and_the_others_kept(jobfit, files, kind, command):
    if BAD_POSTINGS[kind] is not None:
        (files / f"{kind}.txt").write_bytes(BAD_POSTINGS[kind])
    more = ["-p", "profile.yaml", "--model", "hash"] if command == "score" else []
    done = jobfit(command, f"{kind}.txt", "posting.md", *more, "-f", "json")
    found = json.loads(done.out)
    assert done.status == 1
    assert [failure["path"] for failure in found["failed"]] == [f"{kind}.txt"]
    assert len(found["results" if command == "score" else "postings"]) == 1
    assert done.err.startswith(f"jobfit: {kind}.txt: ")
    assert done.err.count("\n") == 1


BAD_PROFILES = {
    "missing.yaml": None,
    "empty.yaml": b"",
    "broken.yaml": b"basics: {name: [Ana\nwork: ]",
    "broken.json": b'{"basics": {"name": ',
    "faults.yaml": b"basics:\n  name: [1, 2]\nwork: nowhere\n",
    "deep.json": b"[" * 5000 + b"]" * 5000,
    "bomb.yaml": b"a: &a [1]\n" + b"".join(b"%c: &%c [*%c, *%c, *%c]\n" % (98 + n, 98 + n, 97 + n, 97 + n, 97 + n) for n in range(24)),
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
}


@pytest.mark.parametrize("name", sorted(BAD_PROFILES))
@pytest.mark.parametrize("command", ["score", "profile"])
def test_a_bad_profile_is_one_sentence(jobfit, files, name, command):
    if BAD_PROFILES[name] is not None:
        (files / name).write_bytes(BAD_PROFILES[name])
    done = jobfit("score", "posting.md", "-p", name, "--model", "hash") if command == "score" else jobfit("profile", name)
    assert (done.status, done.out) == (1, "")
    assert name in done.err
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


def test_a_posting_is_no_profile(jobfit, files):
    sample = Path(__file__).parents[2] / "postings" / "t10_vindhelm_data_engineer.md"
    (files / "job.md").write_bytes(sample.read_bytes())
    done = jobfit("score", "posting.md", "-p", "job.md", "--model", "hash")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("jobfit: job.md: ")
    assert done.err.count("\n") == 1


def test_a_folder_without_postings(jobfit, files):
    (files / "none").mkdir()
    (files / "none" / "notes.xyz").write_text("x", encoding="utf-8")
    done = jobfit("score", "none", "-p", "profile.yaml", "--model", "hash")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("jobfit: none: ")


def test_one_bad_profile_of_two_is_named(jobfit, files):
    done = jobfit("score", "posting.md", "-p", "profile.yaml", "-p", "missing.yaml", "--model", "hash", "-f", "json")
    assert done.status == 1
    assert [failure["path"] for failure in json.loads(done.out)["failed"]] == ["missing.yaml"]
    assert len(json.loads(done.out)["results"]) == 1


def test_an_unknown_model_is_one_sentence(jobfit, files):
    (files / "model").mkdir()
    done = jobfit("score", "posting.md", "-p", "profile.yaml", "--model", str(files / "model"))
    assert (done.status, done.out) == (1, "")
    assert done.err.count("\n") == 1


def test_a_hostile_name_cannot_steer_the_terminal(jobfit, files):
    done = jobfit("parse", "a\x1b[2Jb\u202e.txt")
    assert done.status == 1
    assert "\x1b" not in done.err
    assert "\u202e" not in done.err


def test_a_defect_stops_a_single_file_and_spares_a_batch(jobfit, files, monkeypatch):
    from jobfit import parse as stage

    whole = stage.parse

    def failing(document):
        if document.path == "several.md":
            raise IndexError("a defect")
        return whole(document)

    monkeypatch.setattr(stage, "parse", failing)
    with pytest.raises(IndexError):
        jobfit("parse", "several.md")
    done = jobfit("parse", "several.md", "posting.md", "posting.md", "-f", "json")
    assert done.status == 1
    assert len(json.loads(done.out)["postings"]) == 2
    assert "IndexError" in done.err


def test_a_name_that_is_no_text_is_read_and_printed(jobfit, files):
    name = b"caf\xff\n.md".decode("utf-8", "surrogateescape")
    (files / name).write_bytes((files / "posting.md").read_bytes())
    for kind in ("text", "jsonl", "csv", "md", "html"):
        done = jobfit("score", name, "-p", "profile.yaml", "--model", "hash", "-f", kind)
        assert (done.status, done.err) == (0, "")
    assert json.loads(jobfit("parse", name, "-f", "jsonl").out)["path"] == name


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is needed")
@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
@pytest.mark.parametrize("words", ["parse posting.md -f text", "parse posting.md -f jsonl", "--help", "score --help"])
def test_standard_output_that_takes_nothing_is_one_sentence(files, where, words):
    command = f"{sys.executable} -m jobfit {words} {where}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=files, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("jobfit: standard output ")
    assert done.stderr.count("\n") == 1


def test_closed_standard_input_and_error_are_borne(files):
    command = f"{sys.executable} -m jobfit parse - posting.md -f jsonl <&- 2>&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=files, timeout=60)
    assert done.returncode == 1
    assert json.loads(done.stdout)["path"] == "posting.md"


def test_a_folder_that_may_not_be_looked_into_is_named_and_the_others_kept(jobfit, files, monkeypatch):
    (files / "jobs" / "shut").mkdir(parents=True)
    (files / "jobs" / "posting.md").write_bytes((files / "posting.md").read_bytes())
    look = os.scandir

    def barred(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", barred)
    done = jobfit("parse", "jobs", "-f", "jsonl")
    assert done.status == 1
    assert done.err == f"jobfit: {Path('jobs', 'shut')}: it may not be read (ask for the right to read it, or leave it out)\n"
    assert json.loads(done.out)["path"] == str(Path("jobs", "posting.md"))


def test_a_pipe_in_a_folder_is_passed_over(jobfit, files):
    (files / "jobs").mkdir()
    os.mkfifo(files / "jobs" / "pipe.md")
    (files / "jobs" / "gone.md").symlink_to("nowhere.md")
    (files / "jobs" / "posting.md").write_bytes((files / "posting.md").read_bytes())
    done = jobfit("parse", "jobs", "-f", "jsonl")
    assert json.loads(done.out)["path"] == str(Path("jobs", "posting.md"))
    assert done.err == f"jobfit: {Path('jobs', 'gone.md')}: there is no such file (check the name)\n"


@pytest.mark.parametrize("words", [[], ["--as", "jsonl"]])
def test_a_broken_line_on_standard_input_costs_no_other(jobfit, files, words):
    text = (files / "posting.md").read_text(encoding="utf-8")
    good = "{" + " " * 9000 + json.dumps({"title": "Data engineer", "description": text})[1:]  # no line ends in the first bytes
    done = jobfit("parse", "-", *words, "-f", "jsonl", stdin=f"{good}\n{{broken\n{good}\n".encode())
    assert done.status == 1
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["-#1", "-#2"]
    assert done.err.startswith("jobfit: -: line 2: ")
    assert done.err.count("\n") == 1


def test_a_row_that_is_no_posting_is_told_what_it_lacks(jobfit, files):
    (files / "thin.jsonl").write_text('{"title": "Dev", "description": "- SQL"}\n', encoding="utf-8")
    done = jobfit("parse", "thin.jsonl")
    assert done.status == 1
    assert 'line 1: holds no posting (a posting has its "title" and the whole of its "description")' in done.err
    assert "8 words or more" in jobfit("parse", "-", stdin=b"Baker\nYork\n").err


def test_every_command_names_the_line_of_a_fault_alike(jobfit, files):
    (files / "broken.yaml").write_bytes(b"basics:\n  name: Ana\nwork: [\n")
    first = jobfit("profile", "broken.yaml").err
    assert ": line " in first
    assert jobfit("score", "posting.md", "-p", "broken.yaml", "--model", "hash").err == first
