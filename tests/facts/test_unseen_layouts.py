"""Résumés in the many layouts that people use, each with a sheet of what it says: all of it must be found, and no job more."""

from datetime import date
from pathlib import Path

import pytest
from sheet import chosen, month, sheets
from test_round_trip import again, facts

from jobfit.facts import read_profile
from jobfit.facts.dates import parse_point
from jobfit.facts.make import clipped
from jobfit.facts.spans import month_of, to_span
from jobfit.read import read
from jobfit.vocabulary.fold import fold

HERE = Path(__file__).parent
AS_OF = date(2025, 6, 1)


SHEETS = sheets("layouts.tsv")


def rows(name, *kinds):
    return chosen(SHEETS[name], *kinds)


@pytest.fixture(params=sorted(SHEETS))
def pair(request):
    document = read(str(HERE / "layouts" / request.param))[0]
    return request.param, document, read_profile(document, AS_OF)


def span(start, end):
    now, ongoing = month_of(AS_OF), end == "now"
    made = clipped(to_span(parse_point(start), None if ongoing else parse_point(end), ongoing, now), now)
    return made.start, made.end


def within(words, text):
    return words == "-" or fold(words) in fold(text)


def test_every_layout_has_a_sheet():
    assert sorted(path.name for path in (HERE / "layouts").iterdir()) == sorted(SHEETS)


def test_jobs_with_their_months(pair):
    name, _, profile = pair
    left = [(each.span and (each.span.start, each.span.end), each.title, each.employer) for each in profile.positions]
    for start, end, title, employer in rows(name, "job"):
        found = [each for each in left if each[0] == span(start, end) and within(title, each[1]) and within(employer, each[2])]
        assert found, (title, left)
        left.remove(found[0])
    maybe = [span(start, end) for start, end, *_ in rows(name, "maybe job")]
    volunteered = [(each.span.start, each.span.end) for each in profile.positions if each.kind != "work" and each.span]
    assert [each for each in left if each[0] not in [*maybe, *volunteered]] == []


def test_degrees(pair):
    name, _, profile = pair
    told = [(each.level, each.finished is not False, f"{each.title} {each.field}") for each in profile.education]
    for level, finished, field in rows(name, "degree"):
        found = [each for each in told if level in ("?", each[0]) and each[1] is (finished == "yes") and within(field, each[2])]
        assert found, (level, field, told)
        told.remove(found[0])


def test_papers_with_the_time_they_hold(pair):
    name, _, profile = pair
    for words, issued, expires, finished in rows(name, "credential"):
        found = [each for each in profile.credentials if within(words, each.name)]
        held = [(each.issued if issued != "-" else None, each.expires, each.finished) for each in found]
        assert (month(issued), month(expires), finished == "yes") in held, (words, held)


def test_languages_home_and_rights(pair):
    name, _, profile = pair
    spoken = {each.code: each.level for each in profile.languages}
    for code, level in rows(name, "language"):
        assert code in spoken, (code, spoken)
        assert level in ("-", spoken[code]), (code, spoken)
    for country, town in rows(name, "home"):
        home = profile.places[0]
        assert (home.now, home.country, within(town, home.text)) == (True, country.strip("-"), True), home
    for (words,) in rows(name, "right"):
        assert any(within(words, said.text) for said in profile.statements), words


def test_written_as_yaml_it_says_the_same(pair):
    _, document, profile = pair
    assert facts(again(document, profile)) == facts(profile)


def test_a_mark_of_the_sheet_stands_in_the_text():
    for name in SHEETS:
        text = fold((HERE / "layouts" / name).read_text(encoding="utf-8"))
        for kind, fields in SHEETS[name]:
            if kind == "credential":
                assert fold(fields[0]) in text, (name, fields)
