from __future__ import annotations

import pytest

from jobfit.errors import UnknownRole
from jobfit.parse import choose, parse, split
from jobfit.read import read

FAMILY = """Test Engineering at Bramwell

Test engineers at Bramwell keep the pumps honest.

Levels

Junior Test Engineer

Juniors sit at grade 3.

Responsibilities

  • Write test plans with a colleague.

Requirements

  • 1 or more years of testing, or a degree in engineering
  • Basic Python
  • Careful record keeping
  • Comfort with shift work

Test Engineer

Engineers sit at grade 4.

Responsibilities

  • Own a test bench.

Requirements

  • 2 or more years of testing
  • Professional Python
  • Careful record keeping
  • Comfort with shift work
  • Able to read circuit diagrams

Senior Test Engineer

Seniors sit at grade 5.

Senior Responsibilities

  • Lead the test of a whole product.

Senior Requirements

These come on top of the general requirements above.

  • 5 or more years of testing
  • Significant Python experience
  • Has led a team of three or more

Hiring Process

  • A recruiter calls you for 30 minutes.
  • You meet two engineers for an hour.
"""


@pytest.fixture
def family():
    (document,) = read("family.txt", as_format="txt", data=FAMILY.encode())
    return parse(document)


def test_each_role_has_its_own_list_and_what_it_inherits(family):
    assert [(posting.role, len(posting.requirements)) for posting in family] == [
        ("Junior Test Engineer", 4),
        ("Test Engineer", 5),
        ("Senior Test Engineer", 6),
    ]
    assert {posting.roles for posting in family} == {("Junior Test Engineer", "Test Engineer", "Senior Test Engineer")}
    senior = [requirement.text for requirement in family[2].requirements]
    assert "2 or more years of testing" not in senior
    assert "Able to read circuit diagrams" in senior


def test_a_role_is_chosen_by_name_or_its_start(family):
    assert choose(family, "senior test engineer").role == "Senior Test Engineer"
    assert choose(family, "Junior").role == "Junior Test Engineer"


def test_an_unknown_role_is_answered_with_a_suggestion_and_the_names(family):
    with pytest.raises(UnknownRole) as error:
        choose(family, "Senor Test Enginer")
    assert "did you mean 'Senior Test Engineer'?" in str(error.value)
    assert "Junior Test Engineer; Test Engineer" in str(error.value)


def test_a_role_of_a_page_with_one_role_cannot_be_chosen(family):
    with pytest.raises(UnknownRole, match="one role only"):
        choose([], "Senior")


def test_many_postings_in_one_file_are_parted():
    one = "Job {n}: {title}\n\nA short word on the house.\n\nRequirements\n- {skill}\n- Good written English\n\n"
    text = one.format(n=1, title="Baker", skill="Two years of baking") + one.format(n=2, title="Miller", skill="Three years of milling")
    (document,) = read("jobs.txt", as_format="txt", data=text.encode())
    first, second = split(document)
    assert [requirement.text for requirement in parse(first)[0].requirements] == ["Two years of baking", "Good written English"]
    (posting,) = parse(second)
    assert posting.requirements[0].text == "Three years of milling"
    assert posting.requirements[0].line == text.split("\n").index("- Three years of milling") + 1


def test_one_posting_with_drawn_rules_stays_whole():
    text = "Baker\n\n-----\n\nRequirements\n- Two years of baking\n\n-----\n\nWhat we offer\n- Bread\n- A pension\n"
    (document,) = read("job.txt", as_format="txt", data=text.encode())
    assert split(document) == [document]


TWO = """Pump work at Bramwell

We are hiring for two roles.

{first}
Requirements
- 1 year of Python
- Careful record keeping

{second}
Requirements
- {carried}
- 6 years of Python
- Led a team of four
"""


@pytest.mark.parametrize(
    ("first", "second", "carried"),
    [
        ("Junior Engineer", "Senior Engineer", "Everything asked of the Junior Engineer"),
        ("Junior Engineer", "Senior Engineer", "All of the Junior requirements, plus:"),
        ("Engineer I", "Engineer II", "Same as Engineer I, plus:"),
        ("Nurse", "Charge Nurse", "All requirements for the Nurse"),
        ("Junior Engineer", "Lead Engineer", "Alles, was wir von Junior Engineers erwarten, sowie:"),
        ("Technicien", "Responsable atelier", "Toutes les exigences du Technicien"),
    ],
)
@pytest.mark.parametrize("as_format", ["txt", "md"])
def test_an_item_that_carries_over_an_earlier_role_is_that_roles_list(first, second, carried, as_format):
    text = TWO.format(first=first, second=second, carried=carried)
    if as_format == "md":
        text = "\n".join(
            f"## {line}\n" if line in (first, second) else f"### {line}\n" if line == "Requirements" else line for line in text.split("\n")
        )
    (document,) = read("two." + as_format, as_format=as_format, data=text.encode())
    postings = parse(document)
    assert [posting.role for posting in postings] == [first, second]
    assert [item.text for item in postings[1].requirements] == ["6 years of Python", "Led a team of four", "Careful record keeping"]


def test_what_stands_beside_an_earlier_roles_name_is_still_asked():
    carried = "Everything in Junior Engineer, plus fluent Polish"
    text = TWO.format(first="Junior Engineer", second="Senior Engineer", carried=carried)
    (document,) = read("two.txt", as_format="txt", data=text.encode())
    assert "fluent Polish" in [item.text for item in parse(document)[1].requirements]


def test_roles_that_are_numbered_are_told_apart():
    text = (
        "Careers at the Mill\nTwo people are sought.\n\n"
        "Role 1: Bakery Manager\nRequirements\n- Baker's certificate\n- Two years at the oven\n\n"
        "Role 2: Stock Analyst\nRequirements\n- A year of stock keeping\n- Excel\n"
    )
    (document,) = read("roles.txt", as_format="txt", data=text.encode())
    assert [(p.role, [r.text for r in p.requirements]) for p in parse(document)] == [
        ("Bakery Manager", ["Baker's certificate", "Two years at the oven"]),
        ("Stock Analyst", ["A year of stock keeping", "Excel"]),
    ]
