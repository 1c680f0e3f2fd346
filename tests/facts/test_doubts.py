from datetime import date

import pytest

from jobfit.errors import NotAProfile
from jobfit.facts import read_profile
from jobfit.facts.doubts import NO_DATES, NO_FACTS
from jobfit.read import read

TOP = "Ann Lee\nHull, UK | ann@lee.example\n"
JOBS = "Experience\n2018 – 2020: Baker, Crust Ltd\n- Baked the night bread for three shops.\n"
EDUCATION = "Education\nBSc in Physics, University of Hull, 2017\n"


def warnings(text):
    return read_profile(read("cv.txt", data=text.encode())[0], date(2025, 6, 1)).warnings


def test_a_profile_with_dated_jobs_gives_no_warning():
    assert warnings(TOP + JOBS + EDUCATION) == ()


def test_jobs_without_dates_are_said():
    assert warnings(f"{TOP}Experience\nBaker, Crust Ltd\n- Baked the night bread for three shops.\n{EDUCATION}") == (NO_DATES,)


def test_a_job_without_dates_among_others_is_said():
    jobs = "work:\n- position: Baker\n  name: Crust Ltd\n  startDate: 2018-01\n  endDate: 2020-01\n- position: Baker\n  name: Rye Ltd\n"
    (read_as,) = read("cv.yaml", data=f"basics:\n  name: Ann Lee\n{jobs}".encode())
    (said,) = read_profile(read_as, date(2025, 6, 1)).warnings
    assert said == "no dates were read for what is taken for a job (line 8): its time is not counted"


def test_a_text_without_facts_is_said():
    assert warnings("I have baked bread for years.\nIt keeps for days in a cool place.\nSome like it with butter.\n") == (NO_FACTS,)


def test_the_same_line_again_and_again_is_said():
    (said,) = warnings(TOP + JOBS + "- Expert in sourdough and in rye.\n" * 7 + EDUCATION)
    assert said.startswith("the same text stands 7 times (lines 6, 7, 8, 9, …)")


ASKED = """\
- Minimum of 5 years in a bakery
- Must have a food hygiene certificate
- Ability to lift 25 kg
- Rye bread is a plus
- Degree in baking or a related field
- You have a good nose for sourdough
"""


def test_requirements_pasted_into_a_profile_are_said():
    (said,) = warnings(TOP + JOBS + "Skills\n" + ASKED + EDUCATION)
    assert said.startswith("6 of ")
    assert "were they pasted in?" in said


@pytest.mark.parametrize(
    "text",
    [
        "Pastry cook\nEssential\nDegree in baking is required\nMinimum 2 years at an oven\nReports to: head baker\n",
        "Bagare\nVi söker en bagare till vårt team.\nDu har erfarenhet av surdeg.\nSista ansökningsdag: 3 maj 2025\n",
        "Confeitaria: vaga\nRequisitos obrigatórios\n- Dois anos de experiência\nJob description\nOferta de empleo\n",
    ],
)
def test_short_postings_in_more_languages_are_refused(text):
    with pytest.raises(NotAProfile, match="posting"):
        warnings(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("nums.json", "[1, 2, 3]"),
        ("nums.yaml", "- 1\n- 2\n- 3\n"),
        ("letters.txt", "a b\nc d\n\ne f\n"),
        ("figures.json", '{"a": 1, "b": 2}'),
        ("three.md", "Baker\nRequirements: rye, sourdough\nNice to have: pastry\n"),
    ],
)
def test_a_file_with_hardly_a_word_and_a_short_posting_are_no_profiles(name, text):
    with pytest.raises(NotAProfile):
        read_profile(read(name, data=text.encode())[0], date(2025, 6, 1))


def test_a_few_skills_by_name_are_a_profile():
    assert read_profile(read("cv.yaml", data=b"skills: [{name: Python}, {name: SQL}]\n")[0], date(2025, 6, 1)).statements
