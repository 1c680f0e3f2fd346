from __future__ import annotations

from jobfit.parse import parse
from jobfit.read import read


def counts(text: str) -> list[tuple[str, int, int]]:
    (document,) = read("twin.txt", as_format="txt", data=text.encode())
    return [
        (posting.role, sum(r.kind == "required" for r in posting.requirements), sum(r.kind == "nice" for r in posting.requirements))
        for posting in parse(document)
    ]


WITHOUT_MARKS = """
Life at Larkhaven Larkers decide week by week whether they sit at home, in a studio or somewhere between the two.

Larkhaven is adding a Senior Forecast Scientist to its Tides group in Halifax.

The people around you

As a forecast scientist you will frame questions of the harbour as models, train them, measure them and take them to production.

What you'll do

As a forecast scientist you will frame questions of the harbour as models, train them, measure them and take them to production.

Your background

From the first tide on we'd expect you to have

A degree in oceanography, mathematics or something as close to water as to numbers

4+ years of paid work on forecasts that somebody acted upon

Julia or Python every day, SQL when needed, and one warehouse in the cloud (Redshift, say)

Models of yours that pilots rely on at night

Able to tell a harbour master how sure you are, and why not surer

A nose for the forecast that is good enough by Friday, and the patience for the one that is not

Pleasure in releasing twice a week

It would be lovely, but not required, if you have

Time spent with a port authority or a shipping line

Experience with neural networks over long time series

Experience with questions that arrived without a question mark
"""

TOLD_TWICE = """Role in brief
Fernhollow is hiring a Senior Ranking Engineer for its open recipe network. People with experience in Python should look.
About the role
In this position you design models that decide which recipes a cook sees first. Success in this role means cooks who come back.
The expected base salary is between $150,000 and $210,000 USD, depending on location and experience.
Skills that matter here
- Python: You cannot do this job without it, since each service is written in it.
- JAX: The rankers are trained with it, so you need to have used it.
- ranking: Deciding what a hungry cook sees first fills most of the week.
- data structures: Three million recipes want somebody who knows their trees from their tries.
Who this role suits
- A tinkerer who writes down what the tinkering showed.
- A person whose past jobs had rankings in them.
From the employer
Key Responsibilities
- Build models for ranking, search and spam.
- Run experiments and write down what they showed.
- Keep the models healthy in production.
Required Qualifications
- Four years or more, not long ago, of building rankers or search engines.
- Solid Python, and JAX in anger.
- An itch to try things out before lunch.
- Good command of data structures and of how large programs hang together.
- Systems of yours that stood up to Christmas week.
Nice to Have
- Work on recommenders or on the graph of who cooks with whom.
- Some Rust, for the parts that have no time to lose.
- Spark, DuckDB or Redis in production.
- A patch of yours in a library for machine learning.
- A way of talking that cooks and engineers both follow.
Compensation
The expected base salary is $150,000 – $210,000 USD, before equity. The exact figure depends on location, experience and skills.
Everybody works from home, though four hours a day shared with CET are required. Willingness to visit Ghent now and then is a plus.
Questions about this role
May I work from where I like?
Everybody works from home; four hours a day shared with CET are required.
How senior is it?
Senior: four years or more of building rankers.
What must I know?
Python and JAX are the two required skills.
"""

BASE = [
    "{years} or more years at the drawing board of pumps, or a Master's degree in mechanics",
    "{deep} in flow simulation",
    "{python} with Modelica",
    "Comfort with a very short cycle of prototypes",
    "A cheerful mind that looks for solutions",
    "Clear speech: finds agreement with peers and reports in time",
    "A leaning towards openness and writing things down",
    "Organises their own week and keeps to it",
    "Ability to work closely with other departments",
    "Shares our values, and lives by them",
    "Ability to thrive without an office",
    "Ability to use our drawing tool",
]
MORE = [
    "Experience with vibration problems and a proven ability to find and prevent them",
    "Proven ability to settle into a company for the long run",
    "Experience owning a pump from idea to series, including the proposal",
    "Comfort with our review of drawings",
]


def section(title: str, grade: int, heading: str, items: list[str], note: str = "") -> str:
    duties = "  • Draw pumps that last.\n  • Review the drawings of others.\n"
    marked = "".join(f"  • {item}\n" for item in items)
    level = f"The {title} level in the Pump Division is a grade {grade}."
    return f"{title}\n\n{level}\n\n{heading}Responsibilities\n\n{duties}\n{heading}Requirements\n\n{note}{marked}\n"


def family() -> str:
    extends = "These come on top of the general requirements above.\n\n"
    vibration = "Experience with vibration problems in large pumps and a proven ability to find and prevent them"
    raised = [
        "3 or more years at the drawing board of pumps, or a Master's degree in mechanics",
        "Demonstrated experience in flow simulation",
    ]
    senior = [*raised, "Significant professional experience with Modelica", vibration]
    staff = [
        "6 or more years at the drawing board of pumps, or a PhD in mechanics",
        "Significant experience in flow simulation",
        "Significant professional experience with Modelica in large pumps",
        vibration,
        "Demonstrated gift for explaining a costly choice to a board of directors",
    ]
    standard = [
        "Ability to use our drawing tool",
        "Brings quarrelling departments to agreement",
        "6 years or more experience",
        "2 years or more experience as a leader of engineers",
        "In-depth experience with one of the tools of your team",
        "Familiarity with the work of the teams next door",
        "Any further experience required by the position's speciality",
        "Excellent written and spoken English",
        "You share our values, and live by them",
        "Demonstrated experience leading a team of designers",
        "Expert experience with Modelica",
        "Expert experience with vibration problems",
        "Ability to turn the wishes of the market into drawings",
    ]
    base = [item.format(years=1, deep="Demonstrated capacity", python="Experience") for item in BASE]
    middle = [item.format(years=2, deep="Experience", python="Professional experience") for item in BASE] + MORE
    return (
        "Pump Engineering roles\n\nPump engineers design what the rivers of the county run through.\n\nLevels\n\n"
        + section("Associate Pump Engineer", 5, "", base)
        + section("Pump Engineer Intermediate", 6, "", middle)
        + section("Senior Pump Engineer", 7, "Senior ", senior, extends)
        + section("Staff Pump Engineer", 8, "Staff ", staff, extends)
        + section(
            "Engineering Manager Pumps",
            8,
            "Engineering Manager Pumps ",
            ["6 or more years at the drawing board of pumps, or a PhD in mechanics"],
        )
        + "Standard Engineering Manager requirements including\n\n"
        + "".join(f"  • {item}\n\n" for item in standard)
        + "Performance Indicators\n\nPump engineers share the indicators of their division.\n\nHiring Process\n\n"
        + "  • A recruiter rings those who might fit for half an hour.\n\nFor Individual Contributors:\n\n"
        + "  • Then two engineers talk shop with you for 90 minutes\n"
        + "  • Whoever convinces both of them gets an offer within a week\n\nTop 3 Reasons to work here:\n\n"
        + "  1. Water: everyone needs it\n  2. Time: plan your own day\n  3. Pay: fair rates in every county\n"
    )


def test_items_without_marks_under_headings_that_are_sentences():
    assert counts(WITHOUT_MARKS) == [("", 7, 3)]


def test_a_page_that_retells_the_employers_list():
    assert counts(TOLD_TWICE) == [("", 6, 6)]


def test_five_levels_that_inherit():
    assert counts(family()) == [
        ("Associate Pump Engineer", 12, 0),
        ("Pump Engineer Intermediate", 16, 0),
        ("Senior Pump Engineer", 16, 0),
        ("Staff Pump Engineer", 17, 0),
        ("Engineering Manager Pumps", 14, 0),
    ]
