"""Experience "in a similar role" is experience in the job that the posting offers."""

from datetime import date

import pytest

from jobfit.encode.hashing import HashEncoder
from jobfit.facts import read_profile
from jobfit.match import match
from jobfit.parse import parse, requirement
from jobfit.parse.ownjob import is_of_own_job
from jobfit.read import read

POSTING = """# Payroll Clerk

## What you need

- {}
- Accurate typing
"""
PROFILE = """basics:
  name: A. Person
work:
- position: {}
  startDate: 2019-01
  endDate: 2023-12
  highlights: [{}]
"""


@pytest.mark.parametrize(
    "text",
    [
        "At least two years in a comparable position",
        "Two years in this field or a related field",
        "Four years of relevant professional experience",
        "Drei Jahre einschlägige Berufserfahrung",
        "Mehrere Jahre Erfahrung in einer ähnlichen Funktion",
        "Deux ans d'expérience sur un poste similaire",
        "Dos años de experiencia en un puesto similar",
        "Três anos de experiência em função semelhante",
        "Twee jaar ervaring in een soortgelijke functie",
        "Proven experience in a similar position at a call centre",
    ],
)
def test_experience_in_the_same_kind_of_job_is_seen(text):
    assert any(is_of_own_job(need) for need in requirement(text, "required").needs)


@pytest.mark.parametrize(
    "text",
    [
        "Four years of professional experience",
        "Three years in bookkeeping or a related field",
        "Relevant experience in a foundry",
        "Two years as a courier or in a similar role",
        "Experience with similar machines",
        "Experience in a busy environment",
    ],
)
def test_what_names_a_subject_of_its_own_or_none_keeps_it(text):
    assert not any(is_of_own_job(need) for need in requirement(text, "required").needs)


def _asked(text):
    return parse(read("posting.md", data=POSTING.format(text).encode())[0])[0].requirements[0]


def _credit(text, title, deed):
    profile = read_profile(read("profile.yaml", data=PROFILE.format(title, deed).encode())[0], as_of=date(2025, 6, 1))
    return match([_asked(text)], profile, HashEncoder())[0].needs[0].credit


def test_the_subject_is_the_posting_s_own_job():
    need = _asked("Three years in a similar role").needs[0]
    assert need.subject == "Payroll Clerk"
    assert need.text == "Three years in a similar role (Payroll Clerk)"
    assert _asked("Three years in a similar role").text == "Three years in a similar role"
    assert _asked("Three years in warehousing").needs[0].subject == "warehousing"


def test_years_in_that_job_count_and_years_in_another_do_not():
    assert _credit("Three years in a similar role", "Payroll clerk", "Ran the monthly payroll for 90 people") == 1
    assert _credit("Three years in a similar role", "Lifeguard", "Watched over the town's outdoor pool") == 0
