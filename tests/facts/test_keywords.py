from datetime import date

import pytest

from jobfit.facts import read_profile
from jobfit.facts.keywords import is_keywords
from jobfit.read import read


@pytest.mark.parametrize("line", ["Tools: rye, spelt, wheat", "Ovens, scales, dough mixers, cold room", "Rye · spelt · wheat"])
def test_keyword_lists_are_known(line):
    assert is_keywords(line)


@pytest.mark.parametrize(
    "line", ["Baked rye, spelt and wheat bread for three shops, two hotels and a school.", "Rye, spelt", "Night baker"]
)
def test_lines_that_tell_are_no_keyword_lists(line):
    assert not is_keywords(line)


@pytest.mark.parametrize(("deed", "listed"), [("", True), ("- Baked for three shops every night.\n", False)])
def test_keywords_count_as_used_only_where_the_entry_tells_a_deed(deed, listed):
    text = f"Ann Lee\nExperience\nBaker, Crust Ltd\n2018 – 2020\n{deed}- Tools: deck oven, dough mixer, proofer\n"
    profile = read_profile(read("cv.txt", data=text.encode())[0], date(2025, 6, 1))
    (said,) = [said for said in profile.statements if "proofer" in said.text]
    assert (said.position, said.listed) == (0, listed)
