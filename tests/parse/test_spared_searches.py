"""Whatever a search could find holds the signs without which it is left out."""

import re
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobfit.parse import classify, refuse
from jobfit.parse.naming import head
from jobfit.parse.needs import excluded, split
from jobfit.vocabulary import amounts
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.patterns import holds

clean = sys.modules["jobfit.parse.needs.clean"]  # its package has a function of that name

SPARED = {
    "set off": (classify._SET_OFF, lambda text: holds(text, classify._SET_OFF_SIGNS)),
    "set aside": (excluded._ASIDE, lambda text: excluded._DENIED.search(text) or holds(text, excluded._INSTEAD)),
    "reason": (split._REASON, lambda text: holds(text, split._GIVEN)),
    "refusal": (clean._REFUSAL, lambda text: any(sign in text for sign in clean._NOT)),
    "markup": (clean._MARKUP, lambda text: any(sign in text for sign in clean._MARKS)),
    "blank": (refuse._BLANK, lambda text: any(sign in text for sign in refuse._SIGNS)),
    "separator": (head.SEPARATOR, head._PARTED.search),
    "part of an amount": (amounts._PART, lambda text: any(sign in text for sign in amounts._OF_THEM)),
    "before no amount": (amounts._NOT_BEFORE, lambda text: amounts._LAST.search(text)[1] in amounts._not_behind()),
}


@pytest.mark.parametrize("name", SPARED)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_found_holds_a_sign(name, data):
    pattern, spare = SPARED[name]
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    if name in ("before no amount", "part of an amount", "refusal"):
        text = fold(text)  # what they are looked for in
    if pattern.search(text):
        assert spare(text)
