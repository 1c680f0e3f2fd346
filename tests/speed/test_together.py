"""What is encoded together: postings of several inputs in one worker, or all in one process where a model can run in no other."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace

import numpy as np
import pytest

from jobfit import pipeline, settings
from jobfit.batch import here, stages, stream
from jobfit.batch.workers import Lost
from jobfit.encode.hashing import HashEncoder
from jobfit.report.assessment import jsonl
from jobfit.types import Failure

EVERY = ("jobs", "rows.jsonl", "list.json", "missing.md")


class Asked(HashEncoder):
    """An encoder whose vectors are never at hand, and which notes how many texts it is asked for at once."""

    def __init__(self):
        super().__init__()
        self.calls = []

    def at_hand(self, texts):
        return False

    def encode(self, texts):
        self.calls.append(len(texts))
        return super().encode(texts)


class Here:
    """A pool of one worker that is this very process; ``lost`` tells whether a call comes to nothing."""

    lost = staticmethod(lambda function, arguments: False)

    def __init__(self, size):
        self._calls = deque()

    def tell(self, function, *arguments):
        function(*arguments)

    def submit(self, key, function, *arguments, seconds, urgent):
        (self._calls.appendleft if urgent else self._calls.append)((key, function, arguments))

    def spare(self):
        return int(not self._calls)

    def wake(self):
        pass

    def wait(self):
        if not self._calls:
            time.sleep(0.01)
            return []
        key, function, arguments = self._calls.popleft()
        return [(key, Lost("it was lost") if self.lost(function, arguments) else function(*arguments))]

    def close(self):
        pass


@pytest.fixture
def asked(monkeypatch):
    encoder = Asked()
    monkeypatch.setattr(stream, "Pool", Here)
    monkeypatch.setattr(here, "_encoder", lambda: encoder)
    here._encoder.cache_clear = lambda: None
    return encoder


def test_texts_of_several_postings_are_encoded_in_one_call(run, asked, monkeypatch):
    monkeypatch.setattr(settings, "ENCODE_TOGETHER", 5)
    expected = run(*EVERY, workers=0)
    asked.calls.clear()
    assert run(*EVERY, workers=1) == expected
    texts, most = sorted(asked.calls)[-6:], max(asked.calls)
    assert most > 20
    assert min(texts[-4:]) > most / 2  # 22 postings by fives: four whole calls, and one for the rest


def test_what_is_at_hand_is_judged_as_it_is_read_unless_that_is_long_work(run, asked, monkeypatch):
    judged = []
    monkeypatch.setattr(Here, "lost", staticmethod(lambda function, arguments: judged.append(function is here.judge)))
    monkeypatch.setattr(asked, "at_hand", lambda texts: True)
    at_once = run("jobs", workers=1)
    assert not any(judged)
    monkeypatch.setattr(here, "_AT_ONCE", 2)
    assert run("jobs", workers=1) == at_once
    assert any(judged)


def test_a_lost_call_is_made_again_for_each_input_alone(run, asked, monkeypatch):
    expected = run(*EVERY, workers=0)
    tried = []

    def lost(function, arguments):
        if function is not here.judge:
            return False
        tried.append(len(arguments[0]))
        return len(arguments[0]) > 1 or any(posting.path == "jobs/03.md" for posting in arguments[0][0])

    monkeypatch.setattr(Here, "lost", staticmethod(lost))
    found = run(*EVERY, workers=1)
    assert found.pop(3) == "jobs/03.md: it was lost"
    assert found == expected[:3] + expected[4:]
    assert tried.count(1) == 21


@pytest.mark.parametrize("light_after", [False, True])
def test_a_model_that_runs_in_one_process_serves_the_others(run, asked, monkeypatch, light_after):
    expected = run(*EVERY, workers=0)
    asked.calls.clear()
    central = Asked()
    monkeypatch.setattr(central, "is_light", lambda: light_after and bool(central.calls), raising=False)
    monkeypatch.setattr("jobfit.encode.load", lambda *_, **__: central)
    monkeypatch.setattr(settings, "WINDOW", 6)
    own_texts, asked_for = stages.own_texts, []
    monkeypatch.setattr(stages, "own_texts", lambda read, profiles: asked_for.extend(p.path for p in read) or own_texts(read, profiles))
    assert run(*EVERY, workers=1) == expected
    assert len(asked_for) == len(set(asked_for))  # the texts of a posting are found once
    assert central.calls
    assert bool(asked.calls) == light_after


def test_lines_made_by_workers_are_those_made_here(folder, options):
    def rows(**chosen):
        found = pipeline.score_rows(EVERY, ["profile.yaml"], replace(options, **chosen), jsonl.row)
        return [one if isinstance(one, Failure) else (one.line, one.fit, one.posting.path, one.warnings) for one in found]

    alone = rows(workers=0)
    assert rows(workers=2) == alone
    whole = [one for one in pipeline.score(EVERY, ["profile.yaml"], options) if not isinstance(one, Failure)]
    assert [one[0] for one in alone if not isinstance(one, Failure)] == [jsonl.row(one) for one in whole]


def test_vectors_that_are_kept_are_at_hand(folder, monkeypatch):
    from jobfit.encode import engine, load

    (folder / "model").mkdir()
    (folder / "model" / "config.json").write_text('{"hidden_size": 3}', encoding="utf-8")

    class Letters:
        def encode(self, texts):
            return np.array([[len(text) + 0.1, sum(map(ord, text)) / 7, 1 / 3] for text in texts], dtype=np.float32)

    monkeypatch.setattr(engine, "open_engine", lambda *_: Letters())
    first = load(str(folder / "model"))
    assert not first.is_light()
    assert not first.at_hand(["tide tables"])
    vectors = first.encode(["tide tables", "harbour"])
    monkeypatch.setattr(engine, "open_engine", None)
    again = load(str(folder / "model"))
    assert again.at_hand(["harbour", "tide tables "])
    assert not again.at_hand(["harbour", "lighthouse"])
    assert (again.encode(["tide tables", "harbour"]) == vectors).all()
