"""Without a terminal a long run says now and then how far it is, and a short one nothing."""

from __future__ import annotations

from jobfit.report.progress import lines


def test_lines_come_now_and_then_and_not_at_the_end():
    said = []
    advance = lines(3, said.append, every=0)
    for _ in range(3):
        advance()
    assert said == ["1 of 3 postings", "2 of 3 postings"]


def test_a_short_run_says_nothing():
    said = []
    advance = lines(3, said.append)
    for _ in range(3):
        advance()
    assert said == []
