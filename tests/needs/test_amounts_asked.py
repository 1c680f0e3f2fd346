"""Amounts of experience in words, halves and ranges, as six languages put them."""

from __future__ import annotations

import pytest

from jobfit.parse.needs import read_needs


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Half a year of experience with sheep", [6]),
        ("One and a half years of experience with sheep", [18]),
        ("A decade of experience with sheep", [120]),
        ("Seven years with sheep, three of which as a shepherd", [84, 36]),
        ("2- to 4-year track record with sheep", [24]),
        ("Zwischen zwei und vier Jahren Berufserfahrung mit Schafen", [24]),
        ("Mindestens dreijährige Berufserfahrung mit Schafen", [36]),
        ("Drei- bis fünfjährige Praxis mit Schafen", [36]),
        ("Anderthalb Jahre Erfahrung mit Schafen", [18]),
        ("Entre 2 et 4 ans d'expérience avec des moutons", [24]),
        ("Un an et demi d'expérience avec des moutons", [18]),
        ("Entre dos y cuatro años de experiencia con ovejas", [24]),
        ("Un año y medio de experiencia con ovejas", [18]),
        ("Twee tot vier jaar ervaring met schapen", [24]),
        ("Anderhalf jaar ervaring met schapen", [18]),
        ("De dois a quatro anos de experiência com ovelhas", [24]),
    ],
)
def test_months(text: str, months: list[int]) -> None:
    assert [need.months for need in read_needs(text, "required", "experience")[1]] == months


def test_a_training_of_three_years_is_no_experience() -> None:
    _, needs = read_needs("Abgeschlossene dreijährige Ausbildung in der Schäferei", "required", "education")
    assert [need.months for need in needs] == [None]
