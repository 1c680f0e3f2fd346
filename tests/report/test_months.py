"""Months and spans in the words that reports use."""

from __future__ import annotations

import pytest

from jobfit.facts.dates import find_ranges
from jobfit.facts.spans import span_of
from jobfit.report.months import dates, ends

NOW = 2025 * 12 + 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2014 - 2018", "2014 – 2018"),
        ("03/2014 - 2018", "2014-03 – 2018"),
        ("2014 - present", "2014 – now"),
        ("2017 - 2017", "2017"),
        ("2017", "2017"),
        ("May 2014 - June 2018", "2014-05 – 2018-06"),
    ],
)
def test_no_month_is_named_that_the_profile_does_not_name(text, said):
    assert dates(span_of(find_ranges(text)[0], NOW)) == said


def test_nothing_is_said_of_no_span():
    assert (dates(None), ends(None)) == ("no dates", (None, None))
