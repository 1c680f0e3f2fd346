from __future__ import annotations

import pytest

INTRO = "Backend Developer\n\nHarrowgate Labs builds booking software for ferries.\n\n"
REQUIREMENTS = "Requirements\n- Three years of Python\n- Solid SQL skills\n"
ASKED = ["Three years of Python", "Solid SQL skills"]


def test_items_in_capitals_are_no_headings(found):
    text = (
        "NIGHT DRIVERS - SELBY\n\nMUST HAVES\nFULL CLASS 2 LICENCE\nVALID DRIVER CPC\nTWO YEARS OF NIGHT DRIVING EXPERIENCE\n\n"
        "BONUS POINTS\nFORKLIFT TICKET\nEXPERIENCE WITH FRIDGES\n\nWHAT YOU GET\n28 days of holiday, secure parking.\n"
    )
    required, nice = found(text)
    assert required == ["FULL CLASS 2 LICENCE", "VALID DRIVER CPC", "TWO YEARS OF NIGHT DRIVING EXPERIENCE"]
    assert nice == ["FORKLIFT TICKET", "EXPERIENCE WITH FRIDGES"]


@pytest.mark.parametrize(
    "section",
    [
        "EARN A REFERRAL BONUS OF 500 POUNDS FOR EVERY FRIEND WHO JOINS US!\n",
        "## What we offer\n\n### Bonus\n\n- Up to 10% of your salary in March\n\n### Extras\n\n- A bicycle of your choice\n",
        "Examination process\n1. The examination weighs 100%.\n2. Applications are reviewed in May.\n3. Results are sent by mail.\n",
        "Similar jobs\nFrontend Developer at Wexcombe\nData Engineer at Sallow\n",
        "We use cookies to improve this page. Accept all cookies or change your settings.\n",
    ],
)
def test_lines_that_only_look_like_items_are_left_out(found, section):
    required, nice = found(f"# Backend Developer\n\n## Requirements\n\n- {ASKED[0]}\n- {ASKED[1]}\n\n{section}", "md")
    assert required + nice == ASKED


def test_a_wish_hidden_in_the_notes(found):
    _, nice = found(INTRO + REQUIREMENTS + "\nNotes: Experience with PostgreSQL is a plus.\n")
    assert [item.removeprefix("Notes: ") for item in nice] == ["Experience with PostgreSQL is a plus."]


def test_a_requirement_in_the_part_on_applying(found):
    required, _ = found(INTRO + REQUIREMENTS + "\nHow to apply\nSend us a CV by Friday. You must be authorised to work in the UK.\n")
    assert required == [*ASKED, "You must be authorised to work in the UK."]


def test_html_inside_markdown(found):
    text = "# Developer\n\n## Requirements\n\n<ul><li><p>Three years of <b>Python</b></p></li><li><p>Solid SQL skills</p></li></ul>\n"
    required, _ = found(text, "md")
    assert required == ASKED


def test_a_half_sentence_is_mended_across_lines(found):
    text = (
        INTRO
        + "Requirements\n- Three years of Python in a team that ran its own services by day and\n\n  night for others\n- Solid SQL skills\n"
    )
    required, _ = found(text)
    assert required[0].endswith("day and night for others")


def test_nothing_depends_on_a_former_page(parsed):
    text = INTRO + REQUIREMENTS
    before = parsed(text)
    parsed("Baker\n\nRequirements\n- Two years of baking bread\n- An early start\n")
    assert parsed(text) == before
