"""Who the person is changes no byte of a score."""

from __future__ import annotations

import pytest

CV = """{name}
{mail} | Bergen, Norway
{line}

Experience

Data engineer, Osier Mills, Bergen
03/2019 – 03/2024
- Tuned PostgreSQL queries for forty analysts

Education
MSc Physics, University of Bergen, 2014 – 2016
"""

LINES = [
    "Born 11 May 1988, female, married",
    "Born 11 June 1961 in Lagos",
    "Age 38, married, two children",
    "Nigerian-born father of two, 61 years old",
    "geboren am 4. Mai 1988 in Köln, verheiratet, zwei Kinder",
    "Née le 3 mai 1990 à Lyon, célibataire",
    "nacido el 4 de mayo de 1988, soltero",
    "Practising Muslim, of Turkish origin, ledig",
]


@pytest.mark.parametrize("line", LINES)
def test_a_swap_of_the_person_leaves_the_same_bytes(jobfit, files, line):
    def scored(**person):
        (files / "cv.txt").write_text(CV.format(**person), encoding="utf-8")
        done = jobfit("score", "posting.md", "-p", "cv.txt", "--model", "hash", "--as-of", "2025-06-01", "--format", "json")
        return done.out.replace(person["name"], "NAME")  # the report says whose profile it is

    first = scored(name="Ana Lima", mail="ana@lima.example", line="Born 4 May 1988, male, single, no children")
    assert '"verdict"' in first
    assert scored(name="Ola Berg", mail="ola@berg.example", line=line) == first
