"""Many postings at once: the same bytes whatever the number of processes and the neighbours, and no posting holds up the others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from threading import Timer

import pytest

from jobfit import pipeline
from jobfit.batch.workers import Lost, Pool
from jobfit.errors import JobfitError

EVERY = ("jobs", "rows.jsonl", "list.json", "missing.md")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


def names(results):
    return [json.loads(one)["posting"]["path"] if one.startswith("{") else one for one in results]


def test_workers_change_no_byte_and_no_order(run):
    alone = run(*EVERY, workers=0)
    assert run(*EVERY, workers=2) == alone
    rows, several = [f"rows.jsonl#{n}" for n in range(1, 7)], [f"list.json#{n}" for n in range(1, 4)]
    assert names(alone)[:-1] == [f"jobs/{n:02}.md" for n in range(12)] + rows + several
    assert alone[-1].startswith("missing.md: there is no such file")


def test_a_result_does_not_depend_on_its_neighbours(run):
    among = run("jobs", workers=2)
    assert among[7] == run("jobs/07.md")[0]
    assert run("rows.jsonl")[3] == run("rows.jsonl", workers=2)[3]


def test_parsing_takes_the_same_way(folder, options):
    few, many = (list(pipeline.parse_all(EVERY, replace(options, workers=n))) for n in (0, 2))
    assert few == many
    assert len(few) == 22


def test_many_postings_start_workers_by_themselves_and_few_do_not(run, more, monkeypatch):
    from jobfit.batch import stream

    started = []
    monkeypatch.setattr(stream, "Pool", lambda size: started.append(size) or Pool(1))
    few = run("jobs", workers=None)
    assert started == []
    more(40)
    assert run("jobs", workers=None)[:12] == few
    assert started == [pipeline.processors()]


def test_a_window_smaller_than_the_batch_keeps_the_order(run, monkeypatch):
    from jobfit import settings

    monkeypatch.setattr(settings, "WINDOW", 3)
    assert run(*EVERY, workers=2) == run(*EVERY, workers=0)


def test_a_window_full_of_failures_does_not_end_the_run(run, folder, monkeypatch):
    from jobfit import settings

    monkeypatch.setattr(settings, "WINDOW", 3)
    rows = folder / "rows.jsonl"
    rows.write_text("{broken\n" * 4 + rows.read_text(encoding="utf-8"), encoding="utf-8")
    found = run("rows.jsonl", workers=2)
    assert found == run("rows.jsonl", workers=0)
    assert len(found) == 10


@needs_pipes
@pytest.mark.parametrize("workers", [0, 2])
def test_a_file_that_never_ends_is_given_up_and_holds_nobody_up(run, folder, workers):
    expected = run("jobs")
    os.mkfifo(folder / "pipe.md")  # nobody writes to it
    first, *rest = (f"jobs/{path.name}" for path in sorted((folder / "jobs").iterdir()))
    found = run(first, "pipe.md", *rest, workers=workers, seconds=2.0)
    assert found.pop(1) == "pipe.md: took longer than 2 seconds and was given up"
    assert found == expected


def outcomes(pool, count):
    found = {}
    until = time.monotonic() + 60
    while len(found) < count and time.monotonic() < until:
        found.update(pool.wait())
    return found


def test_a_process_that_ends_costs_its_own_call_alone():
    pool = Pool(1)
    try:
        pool.submit(1, os._exit, 3, seconds=30)
        pool.submit(2, len, "four", seconds=30)
        found = outcomes(pool, 2)
    finally:
        pool.close()
    assert isinstance(found[1], Lost)
    assert "ended (3)" in found[1].why
    assert found[2] == 4


def test_a_process_killed_from_outside_loses_nothing():
    pool = Pool(1)
    try:
        pool.submit(1, time.sleep, 1.0, seconds=30)
        pool._start()
        os.kill(pool._workers[0].process.pid, signal.SIGKILL)
        pool.submit(2, len, "four", seconds=30)
        assert outcomes(pool, 2) == {1: None, 2: 4}
    finally:
        pool.close()


def test_processes_that_never_begin_are_an_error_and_no_endless_loop(monkeypatch):
    from jobfit.batch import workers

    monkeypatch.setattr(workers, "serve", os.close)  # called with what is no number, it ends at once
    pool = Pool(1)
    pool.submit(1, len, "four", seconds=30)
    with pytest.raises(JobfitError, match="--workers 0"):
        outcomes(pool, 1)
    pool.close()


def test_a_defect_in_a_worker_is_no_silence():
    pool = Pool(1)
    pool.submit(1, int, "four", seconds=30)
    with pytest.raises(RuntimeError, match="ValueError"):
        outcomes(pool, 1)
    pool.close()


def test_a_wait_ends_now_and_then_for_what_came_just_before_it():
    pool = Pool(1)
    rescue = Timer(20, pool.wake)
    rescue.start()
    begun = time.monotonic()
    assert pool.wait() == []
    assert time.monotonic() - begun < 10
    rescue.cancel()
    pool.close()


@needs_pipes
def test_ctrl_c_leaves_what_is_done(run, folder):
    expected = run("jobs")
    os.mkfifo(folder / "pipe.md")  # nobody writes to it: the run is under way as long as it is waited for
    jobs = [f"jobs/{path.name}" for path in sorted((folder / "jobs").iterdir())]
    settings = ["-p", "profile.yaml", "--model", "hash", "--as-of", "2025-06-01", "-f", "jsonl", "--workers", "2"]
    words = ["score", *jobs[:6], "pipe.md", *jobs[6:], *settings]
    child = subprocess.Popen(
        [sys.executable, "-m", "jobfit", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    found = [child.stdout.readline() for _ in range(6)]
    os.killpg(child.pid, signal.SIGINT)
    rest, complaints = child.communicate(timeout=30)
    assert found == expected[:6]
    assert (rest, complaints, child.returncode) == ("", "", 130)
