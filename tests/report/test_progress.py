"""Without a terminal a long run says now and then how far it is, and a short one nothing."""

from __future__ import annotations

import time

from jobfit.report.progress import lines


def test_lines_come_now_and_then_and_not_at_the_end(monkeypatch):
    said, clock = [], iter((0.0, 4.0, 100.0, 200.0))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    advance = lines(3, said.append, every=15)
    for _ in range(3):
        advance()
    assert said == ["2 of 3 postings, 0.0 a second, about 50 seconds left"]


def test_the_line_tells_rate_and_rest(monkeypatch):
    said, clock = [], iter((0.0, *(n / 20 for n in range(1, 500))))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    advance = lines(4_000, said.append, every=20)
    for _ in range(450):
        advance()
    assert said == ["400 of 4000 postings, 20.0 a second, about 3 minutes left"]


def test_a_short_run_says_nothing():
    said = []
    advance = lines(3, said.append)
    for _ in range(3):
        advance()
    assert said == []
