from __future__ import annotations

import pytest

INTRO = "Backend Developer\n\nHarrowgate Labs builds booking software for ferries.\n\n"
REQUIREMENTS = "Requirements\n- Three years of Python\n- Solid SQL skills\n"
ASKED = ["Three years of Python", "Solid SQL skills"]


@pytest.mark.parametrize(
    "item",
    [
        "No degree is needed",
        "You don't need to know our framework",
        "Ein Studium ist nicht erforderlich",
        "Aucun diplôme n'est exigé",
        "No hace falta experiencia en el sector",
        "A master's degree is not strictly necessary",
        "Forklift licence not required",
        "Unlike our neighbours, we don't ask for a covering letter",
        "You must not treat the ferry as your own boat",
        "Staplerschein nicht erforderlich",
        "Erfahrung auf See ist nicht zwingend notwendig",
        "Ein Seemannsbuch ist keine Bedingung",
        "Vorkenntnisse in Nautik werden nicht vorausgesetzt",
        "Aucune connaissance du port n'est attendue",
        "Permis bateau non exigé",
        "No es imprescindible saber nadar",
        "Não usar bibliotecas pagas",
        "Ervaring op zee is geen vereiste",
        "Non è richiesta esperienza nautica",
        "Båtförarbevis är inget krav",
        "Knowledge of sailing is not a must",
    ],
)
def test_what_is_not_needed_is_no_requirement(found, item):
    required, nice = found(INTRO + REQUIREMENTS + f"- {item}\n")
    assert required + nice == ASKED


@pytest.mark.parametrize(
    "item",
    [
        "You must not have a criminal record",
        "Candidates must not require visa sponsorship",
        "You do not give up easily when a pump fails",
        "No fewer than two years on a car ferry",
        "Ne pas avoir le vertige",
    ],
)
def test_a_condition_with_a_not_in_it_is_still_asked(found, item):
    required, _ = found(INTRO + REQUIREMENTS + f"- {item}\n")
    assert required == [*ASKED, item]


@pytest.mark.parametrize("item", ["Knowledge of sailing (not a must)", "Segeln ist kein Muss, aber gern gesehen", "Sailing, not required"])
def test_a_wish_that_is_no_must_is_still_a_wish(found, item):
    _, nice = found(INTRO + REQUIREMENTS + f"- {item}\n")
    assert nice == [item]


def test_not_this_but_that_is_still_asked(found):
    required, _ = found(INTRO + REQUIREMENTS + "- You don't need to know our framework, but you need two years with any web framework\n")
    assert len(required) == 3


def test_an_anti_requirement_list_is_left_out(found):
    text = (
        INTRO
        + REQUIREMENTS
        + "\nThis role is not for you if\n- You want a fixed plan for the whole year\n- You prefer to work on one thing at a time\n"
    )
    required, nice = found(text)
    assert required + nice == ASKED


@pytest.mark.parametrize(
    "section",
    [
        "Benefits\n- 30 days of leave\n- A pension at 6%\n- Health insurance for you and your family\n",
        "What we offer\n- A salary of 50,000 euros\n- A yearly learning budget\n",
        "Bonus\nUp to 10% of your base salary, paid in March.\n",
        "Interview process\n1. A call with the recruiter\n2. A technical interview with two engineers\n3. An offer\n",
        "How to apply\nSend a CV and a short cover letter to jobs@harrowgate.example before the end of May.\n",
        (
            "Equal opportunity\nWe are an equal opportunity employer and consider all "
            "applicants without regard to race, religion, gender or disability.\n"
        ),
        "Our values\n- Plain speech\n- Small steps\n",
        "Responsibilities\n- Build the new search page\n- Maintain our payment services\n- Mentor two juniors\n",
    ],
)
def test_the_rest_of_the_page_asks_for_nothing(found, section):
    required, nice = found(INTRO + REQUIREMENTS + "\n" + section)
    assert required + nice == ASKED


def test_duties_are_kept_apart(parsed):
    posting = parsed(INTRO + "What you'll do\n- Build the new search page\n- Maintain our payment services\n\n" + REQUIREMENTS)
    assert [duty.text for duty in posting.duties] == ["Build the new search page", "Maintain our payment services"]


@pytest.mark.parametrize(
    "sentence",
    [
        "You must be authorised to work in Ireland without sponsorship.",
        "An overlap of at least four working hours with Pacific time is required.",
        "Candidates must hold an active security clearance.",
        "You need to live within an hour of our Galway office.",
    ],
)
def test_conditions_in_prose_outside_the_lists_are_found(found, sentence):
    text = (
        INTRO
        + REQUIREMENTS
        + "\nAbout us\nHarrowgate Labs was founded in 2014 by two ferry captains and sells to nine lines around the North Sea. "
        + sentence
    )
    required, _ = found(text + "\n")
    assert required == [*ASKED, sentence]


def test_application_questions_are_no_requirements(found):
    text = (
        INTRO
        + REQUIREMENTS
        + "\nSupplemental Questions\n\n01\nHow many years of Python do you have?\nLess than 1 year\n1 to 3 years\nMore than 3 years\n"
    )
    required, nice = found(text)
    assert required + nice == ASKED


def test_questions_of_a_form_ask_for_nothing(found):
    form = "Do you have two years of experience with goats?\nYes\nNo\n\nDo you have experience with cheese? If so, please describe.\n"
    required, nice = found(f"Goat keeper\n\nRequirements\n- Experience with goats in the hills\n- Strong boots\n\nApplying\n\n{form}")
    assert required == ["Experience with goats in the hills", "Strong boots"]
    assert nice == []


def test_probation_and_the_law_of_pay_are_no_conditions(found):
    text = "Goat keeper\n\nRequirements\n- Experience with goats in the hills\n- Strong boots\n\nThe small print\n"
    required, _ = found(text + "This position is subject to a probationary period of one year.\n")
    assert required == ["Experience with goats in the hills", "Strong boots"]
