"""What a profile says of birth, age, sex, family, origin and faith changes nothing; what is done and allowed stays."""

from __future__ import annotations

from datetime import date

import pytest

from jobfit.facts import read_profile
from jobfit.facts.personal import without
from jobfit.read import read

GONE = [
    "Born 11 May 1988, female, married",
    "Born 11 June 1961 in Lagos",
    "Born May 4, 1988 in Lagos, Nigeria",
    "Born and raised in Leeds",
    "b. 1988",
    "*04.05.1988 in Kiel",
    "geb. 04.05.1988",
    "geboren am 4. Mai 1988 in Köln, verheiratet, zwei Kinder",
    "Née le 3 mai 1990 à Lyon",
    "Né(e) le 3 mai 1990",
    "nacido el 4 de mayo de 1988 en Sevilla, soltero",
    "nascida em 4 de maio de 1988, casada",
    "Geboren op 4 mei 1988 te Utrecht",
    "Age 38, married, two children",
    "38 years old",
    "38 Jahre alt",
    "38 años, casada",
    "I am 38 years old, married and have two children",
    "married, two children",
    "male, single, no children",
    "Happily married with two children (8 and 11)",
    "Mother of two daughters aged 4 and 7",
    "38-year-old mother of two",
    "Nigerian-born father of two, 61 years old",
    "Mutter von zwei Kindern",
    "père de deux enfants",
    "célibataire, sans enfant",
    "gehuwd, 2 kinderen",
    "Divorced, one son",
    "ledig, keine Kinder",
    "of Turkish origin",
    "d’origine algérienne",
    "türkischer Herkunft",
    "Practising Muslim",
    "Roman Catholic",
    "römisch-katholisch",
    "Photo attached",
    "Estado civil: soltera",
]

KEPT = [
    "12 years of experience",
    "Nurse, 12 years of experience",
    "12 years old codebase",
    "Maintained a codebase 25 years old",
    "a 20-year-old company",
    "Single page apps",
    "Single-handedly rebuilt the till",
    "mother tongue German",
    "Taught children",
    "Taught 16-year-old pupils",
    "care of two children",
    "Cared for a couple, two children and a dog",
    "Worked with adults, children, and the elderly",
    "Advised families, single parents, widows and the bereaved",
    "committed, engaged, friendly",
    "Married operations and finance data",
    "Male ward, 30 beds",
    "Native of no framework",
    "AAT Level 4 (2018), MAAT",
    "A levels: Maths (C), History (D)",
    "Nantes (44)",
    "2020 – 2024",
    "British citizen, right to work in the UK",
]

MIXED = [
    ("Born 4 May 1988, British citizen, married", "British citizen"),
    ("Born 1988 in Lagos, Nigeria, British citizen", "British citizen"),
    ("Leeds, 38, married, right to work in the UK", "Leeds, right to work in the UK"),
    ("German (born in Kazakhstan), EU citizen", "German, EU citizen"),
    ("Nurse and mother of two", "Nurse"),
    ("I am a 38-year-old engineer with 10 years of experience", "I am an engineer with 10 years of experience"),
    ("Nigerian-born engineer with ten years in banking", "engineer with ten years in banking"),
]

CV = """Maria Keller
Berlin, Germany
{}

Profile
Backend engineer who enjoys calm systems.

Experience

Backend Developer, Colmo AG, Hamburg
06/2014 – 02/2019
- Wrote order services in Java and Spring

Languages
German (native), English C1
{}
"""


@pytest.mark.parametrize("line", GONE)
def test_personal_lines_go(line):
    assert without(line, "top") == without(line, "self") == ""


@pytest.mark.parametrize("line", KEPT)
def test_deeds_and_rights_stay(line):
    assert without(line, "self") == without(line) == line


@pytest.mark.parametrize(("line", "rest"), MIXED)
def test_the_rest_of_a_mixed_line_stays(line, rest):
    assert without(line, "top") == rest


def facts(top, below=""):
    found = read_profile(read("cv.txt", data=CV.format(top, below).encode())[0], date(2025, 6, 1))
    return found.positions, found.places, found.languages, found.credentials, [(said.text, said.source) for said in found.statements]


@pytest.mark.parametrize("line", GONE)
def test_nothing_personal_reaches_the_facts(line):
    assert facts(line) == facts("")
    assert facts(f"Nationality: German | {line}") == facts("Nationality: German")


@pytest.mark.parametrize("line", GONE)
def test_nothing_personal_reaches_the_facts_of_data(line):
    text = "basics:\n  name: Ana Lima\n  summary: {}\nwork:\n  - name: Osier\n    position: Data engineer\n    startDate: 2019-03\n"
    told = read_profile(read("cv.yaml", data=text.format(f'"{line}"').encode())[0], date(2025, 6, 1))
    bare = read_profile(read("cv.yaml", data=text.format('""').encode())[0], date(2025, 6, 1))
    assert [said.text for said in told.statements] == [said.text for said in bare.statements]
