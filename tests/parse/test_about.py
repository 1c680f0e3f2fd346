from __future__ import annotations

import pytest

from jobfit.parse.naming.employer import cleaned

ASKS = "\n\nRequirements\n- Three years of Python\n- Solid SQL skills\n"


@pytest.mark.parametrize(
    ("top", "title", "company"),
    [
        ("Backend Developer\nHarrowgate Labs", "Backend Developer", "Harrowgate Labs"),
        ("Backend Developer\nHarrowgate", "Backend Developer", ""),
        ("Backend Developer @ Harrowgate (Leeds)", "Backend Developer", "Harrowgate"),
        ("About the role\nHarrowgate is hiring a Backend Developer to look after its search.", "Backend Developer", "Harrowgate"),
        ("Town Clerk, Borough of Larkmere", "Town Clerk", "Borough of Larkmere"),
        ("Tax Adviser (m/f/d)\nRowe & Partner Steuerberatungsgesellschaft", "Tax Adviser", "Rowe & Partner Steuerberatungsgesellschaft"),
        ("Job title: Backend Developer\nEmployer: Harrowgate Labs", "Backend Developer", "Harrowgate Labs"),
    ],
)
def test_title_and_company_are_taken_from_the_top(parsed, top, title, company):
    posting = parsed(top + ASKS)
    assert (posting.title, posting.company) == (title, company)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Vacancy: Baker (m/f/d) | Ref. 25-118", "Baker"),
        ("Job description - Night Baker, Leeds", "Night Baker"),
        ("We're hiring: Baker (Remote)", "Baker"),
        ("Asunto: Oferta - Carretillero", "Carretillero"),
        ("Subject: 4x Pipefitters - start Monday 9th", "4x Pipefitters"),
        ("Bäcker*in (m/w/d) gesucht", "Bäcker*in"),
        ("Stelle als Bäckereifachkraft (w/m/d)", "Bäckereifachkraft"),
        ("Infirmier·ère de nuit (H/F)", "Infirmier·ère de nuit"),
        ("Técnico/a de laboratorio en Zaragoza", "Técnico/a de laboratorio"),
        ("JOB TITLE: Line Cook          REQ: 24-11          SHIFT: nights", "Line Cook"),
        ("Subject: Fwd: Vacancy - Line Cook (please pass on)", "Line Cook"),
        ("Line Cook - hot section - Portland, OR", "Line Cook - hot section"),
    ],
)
def test_what_is_no_part_of_a_title_is_taken_off(parsed, line, title):
    assert parsed(line + ASKS).title == title


@pytest.mark.parametrize(
    "sentence",
    [
        "Torte & Sons is looking for a Pastry Cook to join the night team in Leeds.",
        "At Torte & Sons we bake at night. We are hiring a Pastry Cook for the early shift. Torte & Sons is forty years old.",
    ],
)
def test_a_page_without_a_head_names_job_and_employer_in_a_sentence(parsed, sentence):
    posting = parsed(f"{sentence}\n\nYou need three years of pastry work and a hygiene certificate." + ASKS)
    assert (posting.title, posting.company) == ("Pastry Cook", "Torte & Sons")


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


@pytest.mark.parametrize(
    ("top", "company", "place"),
    [
        ("Backend Developer\nMarlow Vane\nLeeds", "Marlow Vane", "Leeds"),
        ("Backend Developer\nMarlow Vane Freight - Pattensville, MO", "Marlow Vane Freight", "Pattensville, MO"),
        ("Backend Developer\nMenon & Associates LLP\nLeeds", "Menon & Associates LLP", "Leeds"),
        ("Backend Developer - Wetherstone - £40,000\nWe work on the edge of Wetherstone.", "", "Wetherstone"),
        ("Backend Developer\nInstitute for Tides\nUniversity of Larkmere\nLocation Larkmere", "University of Larkmere", "Larkmere"),
    ],
)
def test_the_employer_stands_above_its_place_and_a_place_need_not_be_known(parsed, top, company, place):
    posting = parsed(top + ASKS)
    assert (posting.company, posting.location) == (company, place)


def test_the_subject_of_a_mail_names_the_job(parsed):
    mail = "From: a@b.example\nTo: c@b.example\nSubject: FW: Call - Night Baker (Leeds)\n\nHello all,\n\nThey need six people." + ASKS
    assert parsed(mail, "eml").title == "Night Baker"


def test_a_form_below_the_title_names_only_its_kind(parsed):
    below = "<p>Line manager: Head Baker</p><p>Role: Pastry Chef</p><h2>Requirements</h2><ul><li>Two years of baking</li></ul>"
    assert parsed(f"<h1>Night Baker</h1>{below}", "html").title == "Night Baker"


@pytest.mark.parametrize(("said", "name"), [("Acme Inc. Similar", "Acme Inc."), ("Mill Ltd. & Co. KG", "Mill Ltd. & Co. KG")])
def test_a_name_ends_with_its_legal_form(said, name):
    assert cleaned(said) == name
