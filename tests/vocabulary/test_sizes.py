"""How many people and how much money a line names."""

from __future__ import annotations

import pytest

from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.sizes import money, people


@pytest.mark.parametrize(
    ("text", "fewest", "most"),
    [
        ("Leads a crew of 12", 12, 12),
        ("A team of 3–5 people", 3, 5),
        ("Teams ab 30 Mitarbeitenden", 30, 30),
        ("Equipos de más de 10 personas", 10, 10),
        ("Une équipe de 10 à 15 personnes", 10, 15),
        ("A shop with 9 full-time and 6 weekend assistants", 6, 15),
        ("Six cooks and a porter's helper", 6, 7),
        ("Two lines, three shifts", 0, 0),
        ("Team lead for 5 years", 0, 0),
    ],
)
def test_people(text: str, fewest: int, most: int) -> None:
    assert people(fold(text)) == (fewest, most)


@pytest.mark.parametrize(
    ("text", "sum_named"),
    [
        ("Budgets over £1.5m", 1.5e6),
        ("80.000 Euro im Jahr", 8e4),
        ("2 Mio. € Umsatz", 2e6),
        ("a $1,250,000 grant", 1.25e6),
        ("spend from €20k to €60k", 6e4),
        ("12 boxes of 40 pounds", 0.0),
    ],
)
def test_money(text: str, sum_named: float) -> None:
    assert money(fold(text)) == sum_named
