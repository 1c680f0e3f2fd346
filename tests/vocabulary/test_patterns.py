"""Searching only for what a text's letters allow finds what searching for everything finds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.parse import cues, letters
from jobfit.vocabulary.literals import required, ways
from jobfit.vocabulary.patterns import Patterns, flat

POSTINGS = Path(__file__).parents[2] / "postings"
LISTS = cues.lists()
JOINED = {name: re.compile("|".join(sources), re.IGNORECASE) for name, sources in LISTS.items()}
WORDS = sorted({text for sources in LISTS.values() for source in sources for text in required(source)})


def plainly(text):
    found = {name: tuple(match.span() for match in pattern.finditer(text)) for name, pattern in JOINED.items()}
    return {name: spans for name, spans in found.items() if spans}


@pytest.fixture(scope="module")
def quickly():
    quick = Patterns(LISTS, letters.letters())
    return lambda text: {name: spans for name in LISTS if (spans := quick.find(name, text))}


def test_every_line_of_the_samples_shows_the_same_cues(quickly):
    lines = {line[:300] for path in sorted(POSTINGS.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()}
    for n, line in enumerate(sorted(lines)):
        text = line if n % 10 else line.upper()
        assert quickly(text) == plainly(text), text


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.upper), st.text(max_size=3)), max_size=12).map(" ".join))
@settings(max_examples=80, deadline=None)
def test_any_text_shows_the_same_cues(quickly, text):
    assert quickly(text) == plainly(text)


def test_overlapping_expressions_are_found_as_one_alternation_finds_them():
    sources = ["ab", "abc", "bcd", "c+d", "a.*z"]
    quick = Patterns({"x": sources}, {})
    for text in ("abcd", "abcdcdz", "bcdabc", "zabz", "ccdab", ""):
        assert quick.find("x", text) == tuple(match.span() for match in re.finditer("|".join(sources), text))


def test_no_cue_matches_nothing():
    assert not [source for sources in LISTS.values() for source in sources if re.search(source, "")]


def test_flat_letters_are_equal_where_a_search_takes_them_for_equal():
    every = (
        [chr(code) for code in range(0x250, 0x2000)] + [chr(code) for code in range(0x250)] + list("\u212a\u212b\ua64a\ua64b\ufb05\ufb06")
    )
    by_flat: dict[str, list[str]] = {}
    for letter in every:
        assert len(flat(letter)) == 1
        by_flat.setdefault(flat(letter), []).append(letter)
    whole = "".join(every)
    for first, letters_of in by_flat.items():
        for letter in letters_of[:2]:
            assert set(re.findall(re.escape(letter), whole, re.IGNORECASE)) <= set(letters_of), first


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\bnice[- ]to[- ]haves?\b", {f"nice{a}to{b}have" for a in "- " for b in "- "}),
        (r"\b(?:is|are) (?:\w+ )?(?:Helpful|useful)\b", {"helpful", "useful"}),
        (r"\bexp\w+ (?:in|of)?", {"exp"}),
        (r"\d+ ?%", {"%"}),
        (r"a|\bplus\b", set()),
        (r"(?:one|two)*", set()),
        (r"\w+", set()),
        (r"\d{3}-\d{2}", {"000-00"}),
        (r"[0-9] [kK]", {"0 k"}),
    ],
)
def test_what_a_match_must_hold(source, expected):
    assert required(source) == expected


def test_the_letters_that_ship_are_right_and_hardly_any_are_missing():
    shipped, derived = cues._data(letters.FILE.name), json.loads(json.dumps(letters.letters()))
    assert {source: texts for source, texts in shipped.items() if derived.get(source, texts) != texts} == {}
    assert len(derived.keys() - shipped.keys()) <= 0.1 * len(derived), "make letters saves working these out at every start"


def test_a_cue_without_letters_in_the_file_is_found_too():
    quick, text = Patterns(LISTS, {}), "Ideally you have five years, this is a must"
    assert {name: spans for name in LISTS if (spans := quick.find(name, text))} == plainly(text)


def test_an_expression_is_parted_at_its_own_bars():
    source = r"a(?:b|c)\||[|)]d|[]|]e|\(f"
    assert [way for way, _ in ways(source)] == [r"a(?:b|c)\|", "[|)]d", "[]|]e", r"\(f"]
