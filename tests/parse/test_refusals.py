from __future__ import annotations

from pathlib import Path

import pytest

from jobfit.errors import NotAPosting
from jobfit.parse import parse
from jobfit.parse.about import about
from jobfit.parse.likeness import LEAST, likeness
from jobfit.parse.model import shipped
from jobfit.parse.page import page
from jobfit.parse.requirements import items
from jobfit.read import read
from jobfit.types import Posting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "404\n\nSorry, the page was not found. Perhaps the posting is no longer available.\n\nBack to the start page\n",
            "gone or not found",
        ),
        (
            (
                "Sign in\nEmail\nPassword\nForgot your password?\nCreate an "
                "account\nSearch jobs by title or town\n120 jobs found near you today\n"
            ),
            "portal",
        ),
        (
            (
                "# Role\n\n# About us\n\n# Responsibilities\n\n# Requirements\n\n# Nice to "
                "have\n\n# What we offer\n\n# How to apply\n\n# Contact and imprint\n"
            ),
            "template",
        ),
        (
            (
                "[Position]\n\nAt [Company], we build [product] and would like you to help us do it.\n\nRequirements\n"
                "- [N] years of work with [tool]\n- Diploma in [field]\n- Good English\n- [Another skill]\n"
            ),
            "blanks in brackets",
        ),
        (
            "{{ job_title }}\n\nWe are looking for you.\n\nYour profile\n- {{ years }} years of experience\n- Knowledge of {{ tool }}\n",
            "blanks in brackets",
        ),
        ("Web developer\nLeeds\n", "too little text"),
        (
            (
                "Web Developer\nHarrowgate Labs\nPosted 3 days ago\nShare this page with a "
                "friend\nReport this page\nMore from Harrowgate Labs in Leeds\n"
            ),
            "listing",
        ),
        (
            (
                "Maren Okafor\nmaren@okafor.example\n\nWork experience\n\nData engineer, "
                "Wexcombe\n2019 - 2023\nI built the warehouse and its tests.\n\n"
                "Analyst, Sallow\n2016 - 2019\nI wrote the weekly report.\n\nEducation\n\nBSc "
                "Mathematics, 2012 - 2016\n\nSkills\n\nPython, SQL, Spark\n"
            ),
            "résumé",
        ),
    ],
)
def test_a_text_that_is_no_posting_is_named(parsed, text, words):
    with pytest.raises(NotAPosting, match=words):
        parsed(text, "md" if text.startswith("# ") else "txt")


@pytest.mark.parametrize(
    "marks", [("[E]", "[D]", "[E]"), ("[interview]", "[interview]", "[test]"), ("[required]", "[preferred]", "[m/w/d]")]
)
def test_marks_in_brackets_are_no_blanks_of_a_template(parsed, marks):
    items = ("Two years of gardening", "Knowledge of roses", "A driving licence")
    asked = "".join(f"- {item} {mark}\n" for item, mark in zip(items, marks, strict=True))
    assert len(parsed(f"Gardener\n\nWe tend the rose garden of Wexcombe.\n\nRequirements\n{asked}").requirements) == 3


def test_a_page_of_signs_alone_is_named(parsed):
    with pytest.raises(NotAPosting, match="too little text"):
        parsed("\u200b\n![](logo.png)\n***\n")


def test_a_posting_that_asks_for_nothing_is_named(parsed):
    text = "Gardener\n\nResponsibilities\n" + "".join(f"- Water and weed bed number {n} of the rose garden\n" for n in range(40))
    with pytest.raises(NotAPosting, match="no requirement"):
        parsed(text)


NOT_POSTINGS = sorted((Path(__file__).parent / "not-postings").iterdir())
SETS = [Path(__file__).parents[2] / "postings", Path(__file__).parents[1] / "labelled-lines" / "postings"]


@pytest.mark.parametrize("path", NOT_POSTINGS, ids=lambda path: path.stem)
def test_a_text_about_something_else_is_refused(path):
    with pytest.raises(NotAPosting):
        parse(read(str(path))[0])


def margin(path: Path) -> float:
    """Return by how much a posting is more like one than it has to be."""
    document = read(str(path))[0]
    one = page(document)
    said = about(document, one.pieces)
    posting = Posting(document.path, said.title, said.company, location=said.location, employment_type=said.employment_type)
    return likeness(one, items(one.pieces, one.places, one.classes(shipped())), posting) - LEAST


def test_no_labelled_posting_is_near_to_being_refused():
    paths = [path for folder in SETS for path in sorted(folder.iterdir())[::2]]
    assert {path.name: found for path in paths if (found := margin(path)) < 1.0} == {}


POLISH = """Starszy piekarz
Wymagania:
- minimum 3 lata doświadczenia w piekarni
- bardzo dobra znajomość wypieku chleba żytniego
- gotowość do pracy w nocy
Oferujemy:
- umowę o pracę i bezpłatny chleb dla całej rodziny
"""


def test_a_language_that_is_read_in_part_is_told():
    (posting,) = parse(read("posting.txt", data=POLISH.encode())[0])
    assert posting.warnings == ("this is in Polish, which is read in part only: the fit says little",)
    with pytest.raises(NotAPosting, match="in Arabic"):
        parse(read("posting.txt", data="خباز مطلوب\nخبرة ثلاث سنوات في العجن والخبز\nالعمل ليلا في المخبز الكبير قرب الميناء".encode())[0])
    english = (
        "<html lang='pl'><body><h1>Baker</h1><h2>Requirements</h2><ul><li>Three years in a bakery of some size</li></ul></body></html>"
    )
    (posting,) = parse(read("posting.html", data=english.encode())[0])
    assert (posting.language, posting.warnings) == ("en", ())
