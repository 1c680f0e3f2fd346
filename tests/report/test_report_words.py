"""Percentages and bars never show all or nothing where it is not exactly so."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobfit.report.months import length
from jobfit.report.words import bar, counts, name, percent, whole_percent
from jobfit.types import Posting, Tally

# The clock of a busy machine says nothing about the code.
BUSY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@BUSY
@given(st.floats(0, 1))
def test_only_exactly_nothing_is_0_and_only_exactly_all_is_100(share):
    shown = whole_percent(share)
    assert (shown == 0) == (share == 0)
    assert (shown == 100) == (share == 1)


@BUSY
@given(st.floats(0, 1), st.integers(2, 60))
def test_bars_are_as_long_as_asked_and_full_only_at_all(share, width):
    drawn = bar(share, width)
    assert len(drawn) == width
    assert ("░" not in drawn) == (share == 1)
    assert ("█" not in drawn) == (share == 0)


@pytest.mark.parametrize(("share", "shown"), [(None, "–"), (0.0, "0 %"), (0.001, "1 %"), (0.999, "99 %"), (1.0, "100 %"), (0.705, "70 %")])
def test_percent(share, shown):
    assert percent(share) == shown


def test_counts_leave_out_what_is_not_there():
    assert counts(Tally(2, 0, 1, 3)) == "2 met · 1 unmet · 3 unjudged"
    assert counts(Tally()) == "none"


def test_a_posting_without_title_goes_by_its_file():
    assert name(Posting("a/b/c.html")) == "c.html"
    assert name(Posting("a.txt", "Nurse", "Fen", "Nurse")) == "Nurse · Fen"


def test_lengths_of_time():
    assert [length(n) for n in (0, 1, 12, 45)] == ["0 m", "1 m", "1 y", "3 y 9 m"]
