"""``score --resume``: what stands is kept, what is missing is added in its place, whatever the run was stopped at."""

from __future__ import annotations

import sys

import pytest

WORDS = ("score", "jobs", "rows.jsonl", "list.json", "--model", "hash", "--as-of", "2025-06-01")


@pytest.fixture
def resume(folder, monkeypatch):
    """Run with these further words; return the exit status."""

    def command(*words, profile="profile.yaml"):
        from jobfit.cli import main

        monkeypatch.setattr(sys, "argv", ["jobfit", *WORDS, "-p", profile, "--resume", "out.jsonl", *words])
        try:
            main()
        except SystemExit as end:
            return end.code or 0
        return 0

    return command


@pytest.fixture
def whole(run):
    return "".join(run("jobs", "rows.jsonl", "list.json")).encode()


def test_a_new_file_is_a_whole_run(resume, whole, folder):
    assert resume() == 0
    assert (folder / "out.jsonl").read_bytes() == whole


@pytest.mark.parametrize("share", [0.0, 0.02, 0.31, 0.5, 0.77, 0.93, 1.0])
def test_a_run_stopped_anywhere_becomes_whole(resume, whole, folder, share):
    (folder / "out.jsonl").write_bytes(whole[: int(len(whole) * share)])
    assert resume() == 0
    assert (folder / "out.jsonl").read_bytes() == whole


def test_what_stands_is_not_computed_again(resume, whole, folder, monkeypatch):
    from jobfit.batch import stages

    seen, before = [], stages.read_postings
    monkeypatch.setattr("jobfit.pipeline.read_postings", lambda item, options: seen.append(item.name) or before(item, options))
    (folder / "out.jsonl").write_bytes(b"".join(whole.splitlines(keepends=True)[:15]) + b'{"posting": {"pa')
    assert resume() == 0
    assert (folder / "out.jsonl").read_bytes() == whole
    assert seen[:5] == ["rows.jsonl#3", "rows.jsonl#4", "rows.jsonl#5", "rows.jsonl#6", "list.json"]


def test_failures_are_tried_again_and_named(resume, whole, folder, capsys):
    (folder / "jobs" / "02.md").write_bytes(b"")
    assert resume() == 1
    first = (folder / "out.jsonl").read_bytes()
    assert resume() == 1
    assert (folder / "out.jsonl").read_bytes() == first
    assert capsys.readouterr().err.count("jobs/02.md: the file is empty") == 2


def test_another_profile_or_another_file_is_refused(resume, whole, folder, capsys):
    (folder / "out.jsonl").write_bytes(whole)
    (folder / "other.yaml").write_bytes((folder / "profile.yaml").read_bytes())
    assert resume(profile="other.yaml") == 1
    (folder / "jobs" / "00.md").unlink()
    assert resume() == 1
    assert (folder / "out.jsonl").read_bytes() == whole
    said = capsys.readouterr().err
    assert "another profile" in said
    assert "not among the postings" in said
    (folder / "out.jsonl").write_text("my diary\n", encoding="utf-8")
    assert resume() == 1
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "my diary\n"


def test_fail_under_counts_what_stood_there(resume, whole, folder):
    (folder / "out.jsonl").write_bytes(whole)
    assert resume("--fail-under", "99") == 3
    assert resume("--fail-under", "0") == 0


@pytest.mark.parametrize("words", [("-f", "csv"), ("--top", "3"), ("--sort", "fit"), ("-o", "x.jsonl"), ("--details",)])
def test_what_cannot_be_gone_on_with_is_wrong_usage(resume, folder, words):
    assert resume(*words) == 2
