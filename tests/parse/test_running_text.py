"""Postings whose line breaks were lost: headings, items and titles found again in the running text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jobfit.parse import parse
from jobfit.parse.blobs import cut_blob
from jobfit.parse.clean import plain, split_mark
from jobfit.parse.naming.inrun import title_in
from jobfit.parse.openings import parts
from jobfit.parse.seams import unfolded
from jobfit.parse.sentences import sentences
from jobfit.parse.wrap import Row
from jobfit.read import read

INTRO = "Harbour Bakery has baked rye and wheat bread on the east quay since 1931 and sends forty vans out every morning before five. "
DUTIES = ["Mix and shape dough by hand", "Run the deck oven", "Keep the bench clean"]
ASKED = ["3+ years in a bakery", "Ability to lift 25 kg sacks", "Knowledge of sourdough", "Excellent time keeping"]
WISHED = ["Experience with laminated dough", "Knowledge of Spanish"]


@pytest.mark.parametrize("mark", ["•", "bull", "?", "-", "o", ""])
def test_a_posting_on_one_line_has_its_items(found, mark):
    def listed(items):
        return " ".join(f"{mark} {item}".strip() for item in items)

    text = f"{INTRO}Responsibilities {listed(DUTIES)} Requirements {listed(ASKED)} Nice to have {listed(WISHED)}"
    text += " Benefits Free bread and a bus pass"
    assert found(text) == (ASKED, WISHED)


def test_an_item_runs_up_to_the_next_even_where_both_hold_names(found):
    text = (
        f"{INTRO}Anforderungen Abgeschlossene Ausbildung als Bäcker oder Konditor Mehrjährige Erfahrung in einer handwerklichen Backstube "
        "Gute Deutschkenntnisse in Wort und Schrift Bereitschaft zur Arbeit am Wochenende Wir bieten Unbefristeter Vertrag und freies Brot"
    )
    required, _ = found(text)
    assert required[0] == "Abgeschlossene Ausbildung als Bäcker oder Konditor"
    assert "Bereitschaft zur Arbeit am Wochenende" in required


def test_a_sentence_is_no_list():
    text = (
        "The baker works with Anna and Piotr in the Harbour Street shop, supplies the Grand Hotel and the Seamen's Mission, "
        "and reports to the owner, who spends most of the year in Lisbon"
    )
    assert parts(text) == [text]


def test_what_follows_the_last_mark_is_another_sentence():
    text = f"{INTRO}{INTRO}What you bring • A baker's certificate • Two years at the oven. We start at three. Our bus takes you home."
    assert [part for part, _, mark in cut_blob(text) if mark] == ["A baker's certificate", "Two years at the oven."]


def test_a_word_in_a_sentence_is_no_heading():
    text = f"{INTRO}{INTRO}You gather Business Requirements Documents from each shop, and you know the Benefits Agency from earlier work."
    assert not any(heading for _, heading, _ in cut_blob(text))


def test_the_fields_of_a_form_are_parted():
    text = (
        f"{INTRO}{INTRO}Position Night Baker Location Bergen (onsite) Duration 6 months Requirements Two years at the oven and good bread"
    )
    assert {"Position Night Baker", "Location Bergen (onsite)", "Duration 6 months"} <= {part for part, _, _ in cut_blob(text)}


def test_lines_glued_without_a_space_are_parted():
    lines = ["Come and bake with our team", "You will run the oven at night", "Requirements:", "Baker's certificate", "Good with sourdough",
             "Able to read ABC", "At least two years at the bench", INTRO.strip()]  # fmt: skip
    assert [row.text for row in unfolded([Row("".join(lines), 7, 7)])] == lines


def test_years_and_pay_glued_to_a_heading_are_parted_and_units_are_not():
    lines = ["The oven fills 40 m2 of the hall", "You will run it at night", "What you'll need", "4+ years at the bench",
             "Good with sourdough", "What we offer", "€2,900 gross a month", INTRO.strip()]  # fmt: skip
    assert [row.text for row in unfolded([Row("".join(lines), 7, 7)])] == lines


def test_a_paragraph_that_says_it_is_on_offer_asks_for_nothing(found):
    asked = "Requirements: you have a baker's certificate and two years at the bench. You know sourdough. You are careful."
    required, _ = found(f"Night Baker\n\n{asked}\n\nBenefits: free bread, meal vouchers, home working one day a week. Salary £28,000.\n")
    assert required
    assert not any("vouchers" in text for text in required)


def test_a_list_on_one_short_line_is_cut_at_its_bullets(found):
    text = "Night Baker\n\nWhat we need: • A baker's certificate • Two years at the oven • A driving licence\n\n"
    required, nice = found(text + "Nice to have: · laminated dough · some Spanish\n")
    assert required == ["A baker's certificate", "Two years at the oven", "A driving licence"]
    assert nice == ["laminated dough", "some Spanish"]


def test_a_list_behind_its_heading_is_cut_where_items_open(found):
    required, _ = found(f"Night Baker\n\nRequirements: {' '.join(ASKED)}\nBenefits: free bread\n")
    assert required == ASKED


@pytest.mark.parametrize("text", ["Harbour Bakery · Bergen · on site", "Bergen • Full-time • Nights"])
def test_a_line_of_facts_is_no_list(text):
    row = Row(text, 1, 1)
    assert unfolded([row]) == [row]


def test_names_with_a_capital_inside_are_no_torn_lines():
    row = Row(
        INTRO + "Know JavaScript, TypeScript, PostgreSQL and GitHub; McLeod and VanDyke run on OvenSoft, and OvenSoft runs on PowerShell.",
        1,
        1,
    )
    assert unfolded([row]) == [row]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Night Baker The ovens on the east quay have burned since 1931 and need somebody.", "Night Baker"),
        ("Wir suchen ab sofort einen Bäcker im Nachtdienst (m/w/d) Du backst gern und stehst früh auf.", "Bäcker im Nachtdienst"),
        ("Our vans leave before five and we need more bread than ever.", ""),
    ],
)
def test_a_title_glued_to_the_text_is_found(text, title):
    assert title_in(text) == title


LABELLED = Path(__file__).parents[1] / "labelled"
POSTINGS = Path(__file__).parents[2] / "postings"
FLATTENED = ("n05_warehouse_shift_lead_mississauga.md", "n10_marketing_manager_austin.md", "n12_servicetechniker_goettingen.txt",
             "n13_sous_chef_kinvara.txt", "t06_baltkarg_data_analyst.txt", "t10_vindhelm_data_engineer.md")  # fmt: skip


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def whole(name: str) -> list[bool]:
    """Say of each item that a labelled posting asks for whether it is found as it is once the page is one line without any mark."""
    lines = [split_mark(plain(line.text))[1].strip("#* ") for line in read(str(POSTINGS / name))[0].lines]
    (document,) = read("flat.txt", as_format="txt", data=" ".join(line for line in lines if line).encode())
    found = [words(r.text) for posting in parse(document) for r in posting.requirements]
    units = [row.split("\t", 1) for row in (LABELLED / "units" / f"{name}.units.tsv").read_text(encoding="utf-8").splitlines()]
    labels = dict(row.split("\t")[:2] for row in (LABELLED / "labels" / f"{name}.lines.tsv").read_text(encoding="utf-8").splitlines())
    asked = [words(text) for number, text in units if labels[number] in ("required", "nice")]
    return [any(len(unit & item) >= 0.6 * len(unit | item) for item in found) for unit in asked]


def test_most_items_survive_when_a_page_loses_its_lines():
    found = [one for name in FLATTENED for one in whole(name)]
    assert sum(found) >= 0.6 * len(found)


def test_conditions_in_small_print_are_found_and_declarations_are_not(found):
    text = (
        "Night nurse\n\nYou will look after our guests while they sleep.\n\nThe boring bits\n"
        "All members of the ward must receive a vaccine against measles or show an exemption. The Lindenhof Trust is committed to "
        "safeguarding children and expects all volunteers to share this commitment. We cannot sponsor visas, so you need the right to work "
        "here. You will be asked to travel to the other house twice a month. We welcome applications from everybody.\n"
    )
    required, nice = found(text)
    assert [item.split()[0] for item in required] == ["All", "We", "You"]
    assert nice == []


def test_a_place_that_is_not_known_stands_before_its_region(found):
    required, _ = found(
        "Baker\nGrubb Mill Bakery\nPattensville, KY\n\nWhat we need from you\n- Experience with sourdough\n- Early mornings\n"
    )
    assert "Pattensville, KY" in required


def test_a_sentence_that_speaks_to_the_reader_is_not_cut_behind_its_verb(found):
    required, _ = found(
        "Dental Nurse\n\nIs this you?\nYou are GDC registered, or a trainee in the last months of the diploma. You know how to keep calm.\n"
    )
    assert required[0].startswith("You are GDC registered")


def test_a_short_heading_in_capitals_over_a_paragraph_is_no_item(found):
    below = "ADA\nThe office sits on the second floor of the mill and there is no lift."
    text = f"Clerk\n\nRequirements\n- Experience with ledgers\n- Typing\n\n{below}"
    assert "ADA" not in found(text)[0]


def test_a_few_words_go_on_with_what_the_sentence_before_them_asks_for(found):
    text = (
        "Goat keeper\n\nThe Lindenhof farm has kept goats since the war and makes cheese from their milk, which it sells at four markets "
        "in the valley. Experience with goats is essential. No fear of bulls or of heights. Cheese for the family. We sing a lot.\n"
    )
    assert found(text)[0] == ["Experience with goats is essential.", "No fear of bulls or of heights."]


def test_a_remark_in_brackets_is_not_cut_at_its_dot():
    assert sentences("A mill (est. 1987) in Leeds seeks a baker. It is small.") == [
        "A mill (est. 1987) in Leeds seeks a baker.",
        "It is small.",
    ]
    assert sentences("It bakes (bread). It sells. (Rolls too.) Ask.") == ["It bakes (bread).", "It sells.", "(Rolls too.)", "Ask."]
