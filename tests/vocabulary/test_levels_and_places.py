"""Degrees, languages, amounts and places are read in the languages of postings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.vocabulary import amounts, credentials, degrees, languages, places, skills


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5+ years of Python", [(60, None)]),
        ("at least three (3) years", [(36, None)]),
        ("2-4 years", [(24, 48)]),
        ("two to four years or thereabouts", [(24, 48)]),
        ("mindestens drei Jahre", [(36, None)]),
        ("18 months", [(18, None)]),
        ("52 weeks", [(12, None)]),
        ("une première expérience d'au moins 2 ans", [(24, None)]),
        ("mínimo 3 años", [(36, None)]),
        ("minimaal 2 jaar ervaring", [(24, None)]),
        ("five years, of which two or more in research", [(60, None), (24, None)]),
        ("for 50 years we have built boats", []),
        ("24/7 support", []),
        ("you are at least 18 years old", []),
        ("within six months of hire", []),
        ("over the last 3 years", []),
    ],
)
def test_amounts(text: str, months: list[tuple[int, int | None]]) -> None:
    assert [(amount.months, amount.maximum) for amount in amounts.find(text)] == months


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BSc in Computer Science", "bachelor"),
        ("Licence ou Bac+3", "bachelor"),
        ("Bac+5", "master"),
        ("abgeschlossene Ausbildung", "vocational"),
        ("FP de grado medio", "vocational"),
        ("Ph.D. in Physics", "doctorate"),
        ("high school diploma or GED", "school"),
        ("associate degree", "associate"),
        ("scrum master and MS Office", ""),
        ("HBO werk- en denkniveau", "bachelor"),
        ("Baccalauréat ES", "school"),
        ("Baccalauréat ès sciences", "bachelor"),
        ("Formation comptable (DCG)", "bachelor"),
        ("DSCG obtenu en 2019", "master"),
        ("BTS MS, lycée Jean-Moulin", "associate"),
        ("CQP d'agent logistique", "vocational"),
        ("Titre RNCP niveau 6 de chargé d'affaires", "bachelor"),
    ],
)
def test_degree_levels(text: str, level: str) -> None:
    assert degrees.level_of(text) == level


def test_degree_order_and_fields() -> None:
    assert (
        degrees.rank("school") < degrees.rank("vocational") < degrees.rank("bachelor") < degrees.rank("master") < degrees.rank("doctorate")
    )
    assert degrees.fields_of("degree in Informatik or Maschinenbau") == {"computing", "mechanical engineering"}
    assert degrees.fields_of("BTS Maintenance des systèmes") == {"mechanical engineering"}
    assert degrees.related("physics", "quantitative") == "same"
    assert degrees.related("mathematics", "computing") == "near"
    assert degrees.related("law", "nursing") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("French fluent (C1) and English good enough for a weekly call (B2)", [("fr", "C1"), ("en", "B2")]),
        ("Dutch at B2 and English at C1.", [("nl", "B2"), ("en", "C1")]),
        ("Verhandlungssicheres Deutsch und gutes Englisch", [("de", "C1"), ("en", "B2")]),
        ("Castellano nativo o nivel C2", [("es", "native")]),
        ("Conversational Spanish or Nepali", [("es", "B1"), ("ne", "B1")]),
        ("Anglais : lu, écrit, parlé", [("en", "B2")]),
        ("Russe, bonnes bases", [("ru", "A2")]),
        ("polish the silver and plain english breakfast", []),
    ],
)
def test_languages(text: str, found: list[tuple[str, str]]) -> None:
    assert [(item.code, item.level) for item in languages.find(text)] == found


def test_places() -> None:
    assert places.country_of("Austin, TX") == "US"
    assert places.country_of("Paris, Texas") == "US"
    assert places.country_of("München") == "DE"
    assert [places.country_of(name) for name in ("Zürich", "ZÜRICH", "Zurich", "Montréal", "Québec")] == ["CH", "CH", "CH", "CA", "CA"]
    assert places.country_of("in zürich gelernt") == ""
    assert places.country_of("Right to work in the UK") == "GB"
    assert places.country_of("somewhere nice") == ""
    assert [name for _, name, *_ in places.find("You live in TX, GA or OH")] == ["Texas", "Georgia", "Ohio"]
    assert not places.find("BA, BS or MS")
    assert places.in_eu("IE")
    assert not places.in_eu("CH")
    assert places.utc_offset("CET") == 1
    assert places.utc_offset("Bengaluru") == 5.5
    assert places.utc_offset("US") is None


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    spans = [(hit.start, hit.end) for hit in (*skills.find(text), *credentials.find(text))]
    spans += [(start, end) for _, start, end in degrees.find(text)] + [(start, end) for *_, start, end in places.find(text)]
    spans += [(item.start, item.end) for item in (*languages.find(text), *amounts.find(text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_level_in_a_bracket_is_of_the_language_before_it_alone() -> None:
    def levels(text: str) -> list[str]:
        return [item.level for item in languages.find(text)]

    assert levels("Danish, Polish (B1), Greek (basics)") == ["", "B1", "A2"]
    assert levels("Danish and Polish (B1)") == ["B1", "B1"]
    assert levels("Danish, Polish (both B1)") == ["B1", "B1"]


@pytest.mark.parametrize(
    ("text", "code"), [("Twi from home", "ak"), ("bambara couramment", "bm"), ("Fluent Wolof", "wo"), ("Malgache", "mg")]
)
def test_languages_of_africa_are_languages(text: str, code: str) -> None:
    assert [item.code for item in languages.find(text)] == [code]


def test_a_city_named_with_its_state_tells_the_country() -> None:
    assert places.country_of("Durham VAMC, Durham, NC") == "US"
    assert places.country_of("Durham") == "GB"
