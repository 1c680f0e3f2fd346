from __future__ import annotations

import pytest

ASKS = "\n\nRequirements\n- Three years of Python\n- Solid SQL skills\n"


@pytest.mark.parametrize(
    ("top", "title", "company"),
    [
        ("Backend Developer\nHarrowgate Labs", "Backend Developer", ""),
        ("Backend Developer @ Harrowgate (Leeds)", "Backend Developer", "Harrowgate"),
        ("About the role\nHarrowgate is hiring a Backend Developer to look after its search.", "Backend Developer", "Harrowgate"),
        ("Job title: Backend Developer\nEmployer: Harrowgate Labs", "Backend Developer", "Harrowgate Labs"),
    ],
)
def test_title_and_company_are_taken_from_the_top(parsed, top, title, company):
    posting = parsed(top + ASKS)
    assert (posting.title, posting.company) == (title, company)


def test_place_and_employment_type_are_read_from_their_fields(parsed):
    posting = parsed("Backend Developer\nLocation: Leeds, UK\nEmployment type: Permanent, full time" + ASKS)
    assert (posting.location, posting.employment_type) == ("Leeds, UK", "Permanent, full time")


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("We build booking software for ferries and look after it day and night.", "en"),
        ("Wir bauen Buchungssoftware für Fähren und betreuen sie Tag und Nacht.", "de"),
        ("Nous construisons des logiciels de réservation pour les ferries depuis dix ans.", "fr"),
        ("Wij bouwen boekingssoftware voor veerboten en zorgen er dag en nacht voor.", "nl"),
    ],
)
def test_the_language_is_detected(parsed, sentence, code):
    assert parsed(f"Backend Developer\n\n{sentence}\n\nRequirements\n- Python\n- SQL\n").language == code
