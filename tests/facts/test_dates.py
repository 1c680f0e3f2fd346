from datetime import date

import pytest

from jobfit.facts.dates import Point, find_ranges, is_present, parse_point
from jobfit.facts.spans import month_of, span_of

AS_OF = month_of(date(2025, 6, 1))


def months(text):
    return span_of(find_ranges(text)[0], AS_OF).months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-10 to 2021-08", 23),
        ("2016–2018", 24),
        ("2011-2013", 24),
        ("2019 - 2020: Title, Employer", 12),
        ("Jan 2019 – present", 77),
        ("03/2017–09/2019", 31),
        ("01.03.2017 bis 30.09.2019", 31),
        ("seit März 2020", 63),
        ("depuis janvier 2019", 77),
        ("de mars 2015 à juin 2017", 28),
        ("desde enero de 2018 hasta la actualidad", 89),
        ("jan. 2019 tot en met dec. 2020", 24),
        ("março de 2019 até hoje", 75),
        ("Mar. 2021 ­ Present", 51),
        ("Jan – Mar 2019", 3),
        ("2019 – à ce jour : Cheffe d'atelier", 71),
        ("2011/2013 – Serveuse", 24),
        ("Juillet-août 2019", 2),
        ("sept. 2020 - auj.", 57),
        ("06 - 09/2020", 4),
        ("Sept '19 – Dec '20", 16),
        ("2019-21", 24),
        ("08/2015 - ", 118),
        ("October 1st, 2019 to March 3, 2020", 6),
        ("Summer 2022", 3),
        ("2017 – 2017", 6),
        ("2008 \x96 2022 Employer", 168),
        ("2025 – present", 5),
    ],
)
def test_ranges_count_inclusive_months_and_years_alone_from_their_middle(text, expected):
    assert months(text) == expected


@pytest.mark.parametrize(
    "text", ["2000 hours of service", "cut 1,950 tickets to 2,019", "version 3.2019", "A-2019", "no date at all", "now and then"]
)
def test_numbers_are_no_ranges(text):
    assert all(found.single for found in find_ranges(text))


def test_points_and_the_present():
    assert parse_point("2019-13") == Point(2019)
    assert parse_point("31.12.2019") == Point(2019, 12)
    assert parse_point("avril 2018") == Point(2018, 4)
    assert parse_point("soon") is None
    assert all(is_present(word) for word in ("Present", "heute", "aujourd’hui", "actualidad", "heden", "atual"))
    assert not is_present("presented")


def test_a_range_keeps_its_place_in_the_line():
    text = "Clerk, from May 2019 to June 2020, Hull"
    found = find_ranges(text)[0]
    assert text[found.at : found.to] == "from May 2019 to June 2020"


@pytest.mark.parametrize("text", ["2018 - 8 semaines en école", "2018 - 3 months in Leith"])
def test_a_number_of_weeks_is_no_month(text):
    assert [(found.start.month, found.to) for found in find_ranges(text)] == [(None, 4)]
