"""Lists whose own heading is missing: the page turns to another subject at a paragraph."""

from __future__ import annotations

HEAD = "Ferry Purser\n\nNorthwater Ferries\n\nWhat you will do\n"
DUTIES = "Sell tickets and count the float\nWelcome groups and school classes\nClean the saloon between crossings\n\n"
ASKED = ["Experience in a bar, a shop or a box office", "Ability to stay friendly in a gale", "Basic knowledge of first aid"]


def test_a_paragraph_that_asks_ends_the_duties(found):
    required, _ = found(HEAD + DUTIES + "\n".join(ASKED) + "\n")
    assert required == ASKED


def test_a_sentence_that_demands_ends_the_duties(found):
    demand = "Candidates must possess a seafarer's medical certificate."
    required, _ = found(HEAD + DUTIES + demand + "\n")
    assert required == [demand]


def test_the_ability_to_apply_something_is_no_word_of_how_to_apply(found):
    asked = [
        "Two years at sea",
        "A calm voice",
        "Proven ability to apply the rules of the port",
        "Experience with card terminals",
        "Fluent Norwegian",
    ]
    required, _ = found("Ferry Purser\n\nRequirements\n" + "\n".join(asked) + "\n")
    assert required == asked


def test_a_heading_may_stand_on_the_line_of_its_text(found):
    text = (
        "Ferry Purser\n\nRequired Qualifications Applicants hold a seafarer's medical certificate and have served one season on deck.\n\n"
    )
    text += "Preferred Qualifications Experience with card terminals and with large groups of children.\n"
    required, nice = found(text)
    assert required == ["Applicants hold a seafarer's medical certificate and have served one season on deck."]
    assert nice == ["Experience with card terminals and with large groups of children."]


def test_a_plural_in_brackets_is_the_same_heading(found):
    required, nice = found("Ferry Purser\n\nRequirement(s):\n- Two years at sea\n\nPreferred Skill(s):\n- Some Danish\n")
    assert (required, nice) == (["Two years at sea"], ["Some Danish"])


def test_what_a_page_says_of_its_own_list_asks_for_nothing(found):
    text = "Ferry Purser\n\nRequirements\nThe requirements listed below are representative of the ability required.\n- Two years at sea\n"
    required, _ = found(text + "- A calm voice\n\nCandidates must meet all qualifications by the closing date.\n")
    assert required == ["Two years at sea", "A calm voice"]


def test_a_line_of_a_spaced_list_is_no_heading(found):
    asked = [
        "Two years at sea or in a hotel",
        "Proof of a medical for seafarers",
        "Calm manner and dry humour",
        "Ability to lift 20 kg and to climb ladders",
    ]
    duties = [
        "Sell tickets and count the float",
        "Welcome groups and school classes",
        "Clean the saloon between crossings",
        "Close the bar",
    ]
    text = "\n\n".join(
        ["Ferry Purser", "Northwater Ferries", "Duties", *duties, "Qualifications", *asked, "Benefits", "Free crossings", "A uniform"]
    )
    required, _ = found(text + "\n")
    assert required == asked
