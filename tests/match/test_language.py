"""Human languages: levels, use at work, stays, and what a profile is written in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from jobfit.match import language, tongues
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.types import LanguageSkill, Need, NeedMatch, Place, Position, Profile, Span, Statement

NOW = 2025 * 12 + 5


def ask(codes: tuple[str, ...], level: str, text: str, profile: Profile) -> NeedMatch:
    seen = view(profile)
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    return language.look(Need("language", text, skills=codes, level=level), seen, near)


def lists(*spoken: tuple[str, str, str]) -> Profile:
    """A profile that lists languages: (code, level, the words it says)."""
    skills = tuple(LanguageSkill(code, code, level, line) for line, (code, level, _) in enumerate(spoken, 10))
    said = tuple(Statement(words, line, f"languages[{line}].fluency", "language") for line, (_, _, words) in enumerate(spoken, 10))
    return Profile("p", languages=skills, statements=said, as_of=NOW)


@pytest.mark.parametrize(
    ("asked", "spoken", "credit"),
    [
        ("B2", ("C1", "Spanish C1"), 1.0),
        ("C1", ("B2", "Spanish B2"), 0.5),
        ("native", ("A1", "Spanish A1"), 0.3),
        ("", ("", "Spanish"), 1.0),
        ("C1", ("", "Spanish"), 0.6),
        ("C1", ("", "Spanish, rusty"), 0.5),
    ],
)
def test_the_stated_level_against_the_level_asked_for(asked: str, spoken: tuple[str, str], credit: float) -> None:
    found = ask(("es",), asked, "Spanish", lists(("es", *spoken)))
    assert found.credit == credit
    assert [e.text for e in found.evidence] == [spoken[1]]


def test_one_of_several_is_enough_unless_the_text_asks_for_both() -> None:
    profile = lists(("es", "native", "Spanish native"))
    assert ask(("es", "ne"), "B1", "Conversational Spanish or Nepali", profile).credit == 1
    assert ask(("en", "es"), "native", "Bilingual English/Spanish", profile).credit == 0.5


def test_a_denied_language_is_not_listed() -> None:
    assert ask(("nl",), "B2", "Dutch", lists(("nl", "", "French native, no Dutch"))).credit == 0


def test_a_level_outweighs_the_use_of_the_language() -> None:
    low = lists(("en", "B1", "English B1"))
    used = Statement("Wrote the minutes in English", 40, "work[0].highlights[0]", "work", position=None)
    assert ask(("en",), "C1", "Fluent English", Profile("p", languages=low.languages, statements=(*low.statements, used))).credit == 0.5
    assert ask(("en",), "C1", "Fluent English", Profile("p", statements=(used,))).credit == 0.85


@pytest.mark.parametrize(("line", "credit"), [("JLPT N1 passed in 2021", 1.0), ("JLPT N3", 0.5)])
def test_tests_of_languages_state_a_level(line: str, credit: float) -> None:
    assert ask(("ja",), "B2", "Japanese, JLPT N2", Profile("p", statements=(Statement(line, 5, "", "certificate"),))).credit == credit


PROSE = "Led the planning of the routes for the depot and wrote the weekly report on costs with the team of drivers in the region"


@pytest.mark.parametrize(
    ("months", "place", "credit"),
    [(60, "Leeds, UK", 0.85), (6, "Leeds, UK", 0.6), (60, "Oslo, Norway", 0.5)],
)
def test_years_of_work_where_it_is_spoken_imply_a_language(months: int, place: str, credit: float) -> None:
    job = Position("Planner", "Acme", place, Span(NOW - months, NOW, ongoing=True), line=20)
    said = (Statement("Planner", 20, "", "work", position=0), Statement(PROSE, 21, "", "work", position=0))
    profile = Profile("p", positions=(job,), places=(Place(place, "", 3, now=True),), statements=said, as_of=NOW)
    assert ask(("en",), "C1", "Fluent English", profile).credit == credit
    assert ask(("fi",), "C1", "Fluent Finnish", profile).credit == 0


def test_the_language_of_ones_life_may_be_listed_without_a_level() -> None:
    job = Position("Planner", "Acme", "Leeds, UK", Span(NOW - 60, NOW, ongoing=True), line=20)
    said = (Statement(PROSE, 21, "", "work", position=0), Statement("English", 30, "", "language"))
    listed = (LanguageSkill("en", "en", "", 30),)
    for languages, credit in ((listed, 0.85), ((), 0.6)):
        profile = Profile("p", positions=(job,), languages=languages, statements=said[: 1 + len(languages)], as_of=NOW)
        assert ask(("en",), "native", "Native English", profile).credit == credit


def test_any_further_language_takes_two_listed() -> None:
    two = lists(("en", "C1", "English C1"), ("hi", "native", "Hindi native"))
    assert ask((), "", "A second language is welcome", two).credit == 1
    assert ask((), "", "Clear writing", two).credit is None


def test_no_level_named_asks_for_less_of_one_of_several_than_of_one() -> None:
    profile = lists(("es", "B1", "Spanish B1"))
    assert ask(("es",), "", "Spanish is required", profile).credit == 0.5
    assert ask(("cy", "es"), "", "You can help visitors in Welsh or Spanish", profile).credit == 1


def test_what_is_said_of_one_language_of_a_list_says_nothing_of_the_others() -> None:
    line = "English, Marathi, Tamil (a little)"
    said = (Statement(line, 10, "languages", "language"),)
    skills = tuple(LanguageSkill(code, code, "", 10) for code in ("en", "mr", "ta"))
    profile = Profile("p", languages=skills, statements=said, as_of=NOW)
    assert ask(("en",), "B2", "Good English", profile).credit == 0.6
    assert ask(("ta",), "B2", "Good Tamil", profile).credit == 0.5


def test_a_little_of_a_language_counts_wherever_it_is_said() -> None:
    profile = Profile("p", statements=(Statement("Spanish: a little, from the market", 10, "", "volunteer"),), as_of=NOW)
    assert ask(("es",), "", "Spanish or sign language", profile).credit == 0.5


def test_another_language_than_those_named_as_examples_is_part() -> None:
    profile = Profile("p", languages=(LanguageSkill("es", "es", "B1", 10),), statements=(), as_of=NOW, language="en")
    text = "A second language of our quarter, e.g. Polish or Arabic"
    assert ask(("pl", "ar"), "", text, profile).credit == 0.6


def test_further_languages_stand_beside_those_preferred() -> None:
    found = ask(
        ("pl", "it"), "", "Weitere Fremdsprache, etwa Polnisch oder Italienisch", lists(("en", "C1", "English"), ("vi", "C2", "Vietnamese"))
    )
    assert found.reason == "2 languages are named, but Polish is not listed"


def test_bilingual_in_a_named_language_takes_that_one() -> None:
    profile = lists(("en", "native", "English native"), ("fr", "C1", "French C1"), ("es", "A2", "Spanish A2"))
    assert ask(("es",), "native", "Bilingual (Spanish) preferred", profile).credit == 0.5


def test_enough_for_something_is_a_little() -> None:
    profile = lists(("es", "", "Spanish, enough to order parts"))
    assert ask(("es",), "C1", "Fluent Spanish", profile).credit == 0.5


def test_basics_are_of_the_first_level_unless_the_second_is_named() -> None:
    profile = lists(("es", "A1", "Spanish A1"))
    assert ask(("es",), "A2", "Basic Spanish", profile).credit == 1
    assert ask(("es",), "A2", "Spanish (A2)", profile).credit == 0.5


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("English (IELTS Academic 7.5)", "C1"),
        ("TOEIC Listening and Reading: 870", "B2"),
        ("TOEFL iBT 104 (2022)", "C1"),
        ("TOEIC (2019)", ""),
        ("Cambridge Advanced, 2018", "C1"),
    ],
)
def test_the_score_of_a_test_tells_the_level(said: str, level: str) -> None:
    assert tongues.tested("en", said) == level


def test_a_further_language_is_another_than_the_profile_s_own() -> None:
    own = lists(("en", "native", "English native"), ("yo", "native", "Yoruba native"), ("fr", "A2", "French A2"))
    found = ask((), "", "Another European language", replace(own, language="en"))
    assert (found.credit, [e.text for e in found.evidence]) == (0.5, ["French A2"])
    alone = replace(lists(("en", "native", "English native")), language="en")
    assert ask((), "", "Another European language", alone).credit == 0
