from __future__ import annotations

import pytest

INTRO = "Health Adviser\n\nThe county of Sallow is looking for an adviser on public health.\n\n"


def test_items_joined_by_or_are_one_requirement(found):
    text = INTRO + (
        "Minimum qualifications\n1. A nursing degree and two years of practice; or\n2. "
        "Four years as a paramedic; or\n3. A degree in public health.\n\n"
    )
    required, _ = found(text + "Nice to have\n- A second language\n")
    assert len(required) == 1
    assert "nursing" in required[0]
    assert "paramedic" in required[0]
    assert "public health" in required[0]


def test_an_either_group_is_one_requirement(parsed):
    text = (
        INTRO
        + "Requirements\n- Good written English\n- Either:\n  - A nursing degree\n  - Four years as a paramedic\n- A driving licence\n"
    )
    first, second, third = parsed(text).requirements
    assert first.text == "Good written English"
    assert second.text == "Either: A nursing degree; or Four years as a paramedic"
    assert (second.line, second.end_line) == (7, 9)
    assert third.text == "A driving licence"


def test_a_choice_of_names_under_an_open_line_is_one_requirement(parsed):
    text = (
        INTRO
        + "Requirements\n- Good written English\n- Work with one of\n  - Kafka\n  - RabbitMQ\n  - Zorblat / Quux\n- A driving licence\n"
    )
    first, second, third = parsed(text).requirements
    assert second.text == "Work with one of: Kafka, RabbitMQ or Zorblat / Quux"
    assert (second.line, second.end_line) == (7, 10)
    (need,) = second.needs
    assert need.any_of == ("Kafka", "RabbitMQ", "Zorblat / Quux")
    assert (first.text, third.text) == ("Good written English", "A driving licence")


def test_an_item_completed_by_lettered_children_is_whole(found):
    text = (
        INTRO
        + "Requirements\n- Demonstrated experience of the following:\n  a. running a clinic\n  b. training staff\n- A driving licence\n"
    )
    required, _ = found(text)
    assert "Demonstrated experience of the following: running a clinic; training staff" in required


def test_a_repeat_is_said_once_and_noted(parsed):
    text = INTRO + (
        "Requirements\n- Two years of nursing practice\n- Good written English\n\nIn short, "
        "you need\n- Two years of nursing practice.\n- Good written English\n"
    )
    first, second = parsed(text).requirements
    assert first.also == (10,)
    assert second.also == (11,)


def test_a_part_of_an_item_that_is_said_again_is_no_second_requirement(parsed):
    text = INTRO + "Requirements\n- Careful charting; night shifts would be a bonus\n- A driving licence\n- Careful charting\n"
    first, second = parsed(text).requirements
    assert (first.text, first.also) == ("Careful charting; night shifts would be a bonus", (8,))
    assert second.text == "A driving licence"


def test_every_requirement_names_its_section_and_has_needs(parsed):
    text = INTRO + "Requirements\n- Two years of nursing practice\n\nNice to have\n- German at B2\n"
    must, wished = parsed(text).requirements
    assert (must.id, must.section, wished.id, wished.section) == ("r1", "Requirements", "r2", "Nice to have")
    assert must.needs
    assert wished.needs


def test_a_word_alone_between_two_items_makes_them_alternatives(found):
    required, _ = found("Diver\n\nRequirements\n- A diploma in hydrography\n- OR -\n- Five years on a survey vessel\n- Good eyesight\n")
    assert required == ["A diploma in hydrography; or Five years on a survey vessel", "Good eyesight"]


def test_numbered_grades_tell_what_is_desirable(found):
    text = (
        "Technician\n\nEducation\nDiploma in chemistry (E1)\nDegree in chemistry (D1)\nTwo years in a laboratory (E2)\nGlass blowing (D2)\n"
    )
    required, nice = found(text)
    assert len(required) == len(nice) == 2


def test_a_mark_of_essential_functions_grades_nothing(found):
    duties = "Essential functions\n- Drives the bus (E)\n- Checks the brakes (E)\n- Sweeps the aisle (E)\n"
    required, _ = found(f"Driver\n\n{duties}\nRequirements\n- A licence\n- Patience\n")
    assert required == ["A licence", "Patience"]


def test_a_page_that_breaks_its_lines_at_every_emphasis_is_mended(found):
    text = (
        "Diver\n\nRequirements\n\nYou bring\n4 years of work\nunder water, and a log of it.\nYou have\nDryTech\n"
        ", or something like it, in use.\nYou know\nice\n, too.\nWorking\nknowledge of charts and\nTide tables.\n"
    )
    required, _ = found(text)
    assert required == [
        "You bring 4 years of work under water, and a log of it.",
        "You have DryTech, or something like it, in use.",
        "You know ice, too.",
        "Working knowledge of charts and Tide tables.",
    ]


def test_a_wish_above_the_next_heading_is_an_item(found):
    text = (
        "Bakker\n\nWat vragen wij?\nMinimaal 2 jaar ervaring\nRijbewijs B\nErvaring met Odoo is een pré\n\nWat bieden wij?\nGratis brood\n"
    )
    assert found(text) == (["Minimaal 2 jaar ervaring", "Rijbewijs B"], ["Ervaring met Odoo is een pré"])


def test_what_senders_are_told_is_asked_of_nobody(found):
    text = "Night Baker\n\nRequirements\nA baker's certificate\nTwo years at the oven\nNo phone calls please\nNo recruiters or agencies\n"
    assert found(text) == (["A baker's certificate", "Two years at the oven"], [])


def test_short_items_are_not_joined_where_no_line_goes_on(found):
    items = ["A baker's certificate from any country", "Able to work on nights, Sundays and every other bank holiday", "ISO 22000 training",
             "Two years at a bench of your own", "Good with sourdough and rye"]  # fmt: skip
    assert found("Night Baker\n\nDuties\nRun the oven.\n\nRequirements\n" + "\n".join(items) + "\n")[0] == items


@pytest.mark.parametrize("before", ["Requirements: ", "Requirements\n\n"])
def test_a_short_paragraph_of_entries_is_a_list(found, before):
    asked = ["A forklift licence.", "Two years in a warehouse.", "Good spoken English."]
    text = "Warehouse Operative\n\nTidewater Books keeps the catalogues of small libraries.\n\n"
    assert found(f"{text}{before}{' '.join(asked)}\n\nWhat we offer\n\nFree books.\n") == (asked, [])


def test_a_short_paragraph_that_goes_on_about_one_thing_is_one_item(found):
    said = "Experience with Kubernetes. Ours has forty nodes. We upgrade it each quarter."
    assert found(f"Platform Engineer\n\nTidewater Books keeps catalogues.\n\nRequirements\n\n{said}\n")[0] == [said]
