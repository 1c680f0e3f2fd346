from __future__ import annotations

import pytest

ASKS = "\n\nRequirements\n- A diploma in joinery\n- Two years in a workshop\n- Careful hands\n"


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Larkmere Joinery · Hull · Hybrid, two days in the workshop · Permanent", "Hull · Hybrid, two days in the workshop"),
        ("Full-time (35 hours), on site at least three days a week", "Full-time (35 hours), on site at least three days a week"),
        ("Ref. 7712 | Permanent | Rotating shifts | £14 an hour", "Rotating shifts"),
        ("Tischlerei Hagen – unbefristet – Vollzeit im Zwei-Schicht-System", "Vollzeit im Zwei-Schicht-System"),
        (
            "Salary £31,400 | 36 hours per week, two days in the Hull office | Closing date 9 May",
            "36 hours per week, two days in the Hull office",
        ),
        ("Menuiserie Hagen · 2 jours de télétravail par semaine · CDI", "2 jours de télétravail par semaine"),
        ("CDI – Temps complet, 37 h hebdomadaires", "Temps complet, 37 h hebdomadaires"),
        ("Indefinido · Híbrido (2 días en la oficina)", "Híbrido (2 días en la oficina)"),
    ],
)
def test_terms_of_work_in_the_head_are_asked_for_without_what_stands_beside(found, line, item):
    required, _ = found(f"Joiner\n{line}{ASKS}")
    assert required == [item, "A diploma in joinery", "Two years in a workshop", "Careful hands"]


def test_terms_that_are_offered_are_not_asked_for(found):
    required, _ = found(
        f"Joiner\nLarkmere Joinery, Hull{ASKS}\nWhat we offer\n- A 36-hour week of four days\n- Two days a week from home\n"
    )
    assert required[-1] == "Careful hands"


def test_a_place_of_work_that_no_list_knows_is_one(found):
    required, _ = found(f"Joiner\nPlace of work: Saint-Aubin-sur-Vezelle (73){ASKS}")
    assert required[0] == "Place of work: Saint-Aubin-sur-Vezelle (73)"


def test_applications_that_are_welcome_are_not_asked_for(found):
    told = "Applications from people who require a visa to work in the UK are welcome too. Visits to the workshop are warmly encouraged."
    required, nice = found(f"# Joiner\n\n## Essential\n\n- Careful hands\n- A diploma\n\n## Sponsorship\n\n{told}\n", "md")
    assert (required, nice) == (["Careful hands", "A diploma"], [])


def test_the_place_beside_terms_of_work_is_asked_for(parsed):
    first = parsed(f"Joiner\nLarkmere Joinery · Leeds, UK · Hybrid (2 days in office){ASKS}").requirements[0]
    assert (first.text, [need.any_of for need in first.needs if need.level == "place"]) == (
        "Leeds, UK · Hybrid (2 days in office)",
        [("Leeds",)],
    )
