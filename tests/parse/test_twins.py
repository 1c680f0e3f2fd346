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

On day one we would expect you to have

Bachelor's or Master's degree (preferably in oceanography, or experience that taught you the same)

4+ years of industry experience in forecasting or machine learning

Fluency in Python or Julia, familiarity with SQL, and knowledge of one cloud data stack (e.g. Databricks, EMR)

Experience taking models to paying customers

Ability to explain a confidence interval to a harbour master

Focus on what is useful this week; a high bar for quality, but a sense of when "rough now" beats "lovely later"

A mind for short cycles, enjoying constant change

It's welcome, but not required, if you have

Experience working for a port or a shipping line

Experience in deep learning for time series

Excelling at problems that nobody has put into words yet, being able to cut them into pieces that a team can carry
"""

TOLD_TWICE = """Role in brief
Fernhollow is hiring a Senior Ranking Engineer for its open recipe network. People with experience in Python should look.
About the role
In this position you design models that decide which recipes a cook sees first. Success in this role means cooks who come back.
The expected base salary is between $150,000 and $210,000 USD, depending on location and experience.
Skills that matter here
- Python: Proficiency in Python is required for all services of the team.
- JAX: Experience with JAX is necessary for training the ranking models.
- ranking: The role is about ranking recipes for cooks.
- data structures: Familiarity with data structures is needed for large sets of recipes.
Who this role suits
- A person who runs many small experiments and writes them up.
- Someone with a strong background in machine learning, specifically in ranking.
From the employer
Key Responsibilities
- Build models for ranking, search and spam.
- Run experiments and write down what they showed.
- Keep the models healthy in production.
Required Qualifications
- 4+ years of recent experience in machine learning, with a focus on ranking or search.
- Proficiency in Python and experience with JAX.
- Willingness to run quick experiments.
- Familiarity with data structures and software architecture.
- Experience with systems under heavy traffic.
Nice to Have
- Experience in recommendation and graph analysis.
- Familiar with Rust, which our services are written in.
- Experience with Spark, DuckDB and Redis.
- Ability to extend machine learning libraries.
- Strong communication skills across teams.
Compensation
The expected base salary is $150,000 – $210,000 USD, before equity. The exact figure depends on location, experience and skills.
We are a remote team, but an overlap of working hours with CET is required. Willingness to travel to Ghent is a plus.
Questions about this role
What is the remote policy for this position?
This is a remote position, but an overlap of working hours with Central European Time (CET) is required.
What is the seniority level for this role?
This is a senior position, requiring 4+ years of recent experience in machine learning.
Which skills are required?
Required skills include proficiency in Python and experience with JAX, with a focus on ranking.
"""

BASE = [
    "{years} or more years of experience in pump design, or a Master's degree in mechanics",
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
    extends = "The following extend the main requirements for this role.\n\n"
    vibration = "Experience with vibration problems in large pumps and a proven ability to find and prevent them"
    raised = [
        "3 or more years of experience in pump design, or a Master's degree in mechanics",
        "Demonstrated experience in flow simulation",
    ]
    senior = [*raised, "Significant professional experience with Modelica", vibration]
    staff = [
        "6 or more years of experience in pump design, or a PhD in mechanics",
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
            ["6 or more years of experience in pump design, or a PhD in mechanics"],
        )
        + "Standard Engineering Manager requirements including\n\n"
        + "".join(f"  • {item}\n\n" for item in standard)
        + "Performance Indicators\n\nPump engineers share the indicators of their division.\n\nHiring Process\n\n"
        + "  • Qualified candidates will be invited to a 30 minute screening call with a recruiter.\n\nFor Individual Contributors:\n\n"
        + "  • Next, candidates will be invited to a 90 minute technical interview with two engineers\n"
        + "  • Successful candidates will subsequently be made an offer\n\nTop 3 Reasons to work here:\n\n"
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
