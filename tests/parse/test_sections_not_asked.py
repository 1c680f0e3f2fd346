"""Sections and lines about anything but what is asked for: what will be learnt, reached, sent in or is only a field of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jobfit.parse.blocks import pieces
from jobfit.parse.classify import classes
from jobfit.parse.headings import heading_class
from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place
from jobfit.read import read


@pytest.mark.parametrize(
    "heading",
    [
        "After 30 days",
        "By month 3",
        "Month 6",
        "In your first 90 days you will",
        "Weeks 1-4",
        "30-60-90 day plan",
        "Six months from now",
        "Nach drei Monaten",
        "Deine ersten 100 Tage",
        "Tes 3 premiers mois",
        "Au bout de 6 mois",
        "Tus primeros 90 días",
        "Tercer mes",
        "Os primeiros 3 meses",
        "Je eerste 100 dagen",
    ],
)
def test_a_stage_of_the_first_months_asks_for_nothing(heading):
    assert heading_class(heading) == ("other", True)


@pytest.mark.parametrize("text", ["5 years", "3 years of experience", "12 months", "30 Tage", "2 ans", "First aid", "Year 6 teacher"])
def test_a_length_of_time_is_no_stage(text):
    assert heading_class(text) != ("other", True)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("What success looks like", ["You know our catalogue well enough to sell without notes", "You have strong ties with three buyers"]),
        ("What you'll learn", ["Excel and Power BI, from a colleague with ten years of experience", "How to read a balance sheet"]),
        ("Required application materials", ["Cover letter", "Names of two professional references"]),
        ("Das lernst du bei uns", ["Sicherer Umgang mit SAP", "Gute Kenntnisse im Arbeitsrecht"]),
        ("Ce que vous allez apprendre", ["La conduite de projet, avec une cheffe de dix ans d'expérience", "La maîtrise de SAP"]),
        ("¿Qué aprenderás?", ["Manejo avanzado de Excel", "Conocimientos de contabilidad internacional"]),
    ],
)
def test_nothing_is_asked_for_under_a_heading_of_what_comes_later(found, heading, lines):
    listed = "\n".join(f"- {line}" for line in lines)
    page = f"# Buyer\n\n## Requirements\n\n- Two years in purchasing\n- Fluent English\n\n## {heading}\n\n{listed}\n"
    assert found(page, "md") == (["Two years in purchasing", "Fluent English"], [])


@pytest.mark.parametrize(
    "line", ["What Hartlow gives you back", "Warum gerade Hartlow", "Ce que Hartlow te propose", "Lo que Hartlow te da"]
)
def test_a_line_that_opens_like_a_question_is_a_heading(line):
    page = f"Shop manager\n\nRequirements\nThree years in retail\nAble to lead\n{line}\nTraining in leadership\nDiscounts\n"
    (document,) = read("posting.txt", as_format="txt", data=page.encode())
    assert [piece.text for piece in pieces(document) if piece.heading][-1] == line


LIKELY = {"required": 0.7, "nice": 0.0, "duty": 0.0, "heading": 0.0, "other": 0.3}


@pytest.mark.parametrize(
    "line",
    [
        "Job Segment: Database, SQL, Python",
        "Company: Brightmoor Data",
        "Full-time, permanent position",
        "Employment Type: Full-Time",
        "Posted 6 days ago",
    ],
)
def test_a_field_of_the_page_or_a_kind_of_employment_asks_for_nothing_however_likely_it_looks(line):
    asked = Place("Skills", "default", own=True, exact=True, since=4, number=2)
    assert classes([Piece(line, 8, 8)], [asked], [LIKELY]) == ["other"]


def test_hours_beside_the_kind_of_employment_are_asked_for(found):
    assert found("Clerk\nPart-time, 24 hours a week\n\nRequirements\n- Fluent English\n")[0] == [
        "Part-time, 24 hours a week",
        "Fluent English",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Report this job",
        "Posted 3 weeks ago",
        "Page 2 of 3",
        "Over 200 applicants",
        "Apply on company website",
        "Anzeige melden",
        "vor 5 Tagen",
        "Signaler cette offre",
        "Publiée le 4 mars 2025",
        "Compartir oferta",
        "Hace 2 horas",
        "Compartilhar vaga",
        "Deel deze vacature",
    ],
)
def test_a_line_of_the_page_around_is_no_item_of_the_list_it_stands_in(found, line):
    page = f"Clerk\n\nRequirements\nFluent English\nTwo years in an office\nGood at figures\n{line}\nKnowledge of Excel\n"
    assert found(page) == (["Fluent English", "Two years in an office", "Good at figures", "Knowledge of Excel"], [])


@pytest.mark.parametrize("item", ["Print media experience", "Apply hot asphalt by hand", "View models in 3D", "Report writing skills"])
def test_an_item_that_begins_like_a_button_is_still_asked(found, item):
    assert found(f"Clerk\n\nRequirements\n- Fluent English\n- Two years in an office\n- {item}\n")[0][2:] == [item]


def test_a_long_heading_that_only_mentions_what_others_say_is_not_taken_for_theirs(found):
    duties = "- Negotiate with our suppliers in four countries\n- Plan the purchases of the coming season\n"
    page = "Buyer\n\n{heading}\n\n" + duties + "\nRequirements\n- Fluent English\n- Two years in purchasing\n"
    about = page.format(heading="You are the right hand of all our seven shop managers:")
    assert found(about) == (["Fluent English", "Two years in purchasing"], [])


def test_a_label_inside_what_is_told_of_the_company_asks_for_nothing():
    told = Piece("Technical skills: React Native, Node.js and Figma.", 4, 4, prose=True)
    about = Place("About us", "other", own=True, exact=True, since=3, number=2)
    chance = {"required": 0.3, "nice": 0.0, "duty": 0.1, "heading": 0.0, "other": 0.6}
    assert classes([told], [about], [chance]) == ["other"]
    assert classes([replace(told, prose=False)], [about], [chance]) == ["required"]  # on a line of its own it is a field
