import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.errors import JobfitError
from jobfit.facts import read_profile
from jobfit.facts.phrases import expiry, is_leave, is_negated, issue
from jobfit.facts.private import FRAGMENT, is_private, is_private_key, scrub
from jobfit.read import read

GONE = [
    "ann@lee.example",
    "+44 113 496 0000",
    "(512) 555-0142",
    "312-555-0190",
    "https://ann.example/cv",
    "www.ann.example",
    "linkedin.com/in/ann",
    "34 years old",
]


@pytest.mark.parametrize("word", GONE)
def test_addresses_and_ages_are_taken_out_of_a_line(word):
    assert scrub(f"Baker in Hull, {word}") == "Baker in Hull"


@pytest.mark.parametrize(
    "line", ["Opened the shop alone from age 17.", "Children aged 8 to 11", "Cut 1,950 tickets to 2,019 in 2020", "ISO 27001, 2019 - 2021"]
)
def test_numbers_of_deeds_stay(line):
    assert scrub(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Date of birth: 1 May 1990",
        "Geburtsdatum: 1.5.1990",
        "Née le 3 mai 1990",
        "verheiratet, zwei Kinder",
        "Estado civil: soltera",
        "Geslacht: vrouw",
        "Age: 27",
    ],
)
def test_personal_lines_are_known_in_six_languages(line):
    assert is_private(line)


def test_a_header_line_keeps_what_may_be_shown():
    parts = FRAGMENT.split("ann@lee.example | Leeds | married | British citizen")
    assert [kept for part in parts if not is_private(part) and (kept := scrub(part))] == ["Leeds", "British citizen"]


def test_private_keys():
    assert all(is_private_key(key) for key in ("email", "phonenumber", "gender", "birthdate", "maritalstatus", "photo", "titlelink"))
    assert not any(is_private_key(key) for key in ("citizenship", "summary", "network", "notes", "workauthorization"))


@pytest.mark.parametrize(
    ("line", "negated"),
    [
        ("No experience with Go yet.", True),
        ("Would like to learn Rust", True),
        ("Keine Erfahrung mit SAP", True),
        ("Sin experiencia en ventas", True),
        ("Geen ervaring met Python", True),
        ("Pas d'expérience avec Docker", True),
        ("Five years of Java. No experience with Go yet.", False),
        ("Took the kitchen through three inspections with no closure notice.", False),
        ("Taught 40 people who had never used a computer to file their taxes. Wrote the guide.", False),
    ],
)
def test_denials_and_hopes(line, negated):
    assert is_negated(line) is negated


def test_leave_is_told_from_work_about_leave():
    assert all(is_leave(line) for line in ("Parental leave", "Elternzeit für Tochter", "Career break", "Not employed"))
    assert not any(is_leave(line) for line in ("Leave administrator", "Travel agent", "Elternzeitberatung"))


def test_when_a_licence_ends():
    assert expiry("Driver CPC, valid to 2029-09", 24305) == 2029 * 12 + 8
    assert expiry("Red Hat engineer, lapsed", 24305) == 24305
    assert expiry("Forklift, gültig bis 05/2027", 24305) == 2027 * 12 + 4
    assert expiry("CACES 3 et 5 (valables jusqu'en mai 2027)", 24305) == 2027 * 12 + 4
    assert expiry("SST, recyclage prévu en 05/2027", 24305) == 2027 * 12 + 4
    assert expiry("Forklift, since 2019", 24305) is None


def test_when_a_licence_was_issued():
    assert issue("Forklift, expired 2023, Hull depot, Jul 2022").index == 2022 * 12 + 6
    assert issue("Forklift, valid to 2026-02, Hull depot, Feb 2024").index == 2024 * 12 + 1
    assert issue("Forklift, valid to 2026-02") is None


def tried(name, data):
    """Return the profile, or None and the refusal."""
    try:
        return read_profile(read(name, data=data)[0]), ""
    except JobfitError as error:
        return None, str(error)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ["Experience", "2018 – 2020: Baker, Crust", "Education", "BSc in Physics, Hull", "Languages", "- did", "Role: x", "("]
        ),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_lines_are_read_or_refused_in_one_sentence(lines):
    profile, refusal = tried("cv.txt", "\n".join(lines).encode("utf-8", "ignore"))
    assert "\n" not in refusal
    if profile is None:
        return
    assert all(said.text.strip() and said.line > 0 for said in profile.statements)
    assert all(each.span is None or each.span.months >= 0 for each in profile.positions)


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=12)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(["work", "name", "startDate", "education", "skills", "basics", "cv", "date", "language", "x"]),
                inner,
                max_size=4,
            ),
        ),
        max_leaves=12,
    )
)
def test_any_data_is_read_or_refused_in_one_sentence(data):
    assert "\n" not in tried("cv.json", json.dumps(data).encode())[1]


@pytest.mark.parametrize(
    "top",
    [
        "CURRICULUM VITAE\nPetra A. Lindqvist\nLeeds",
        "# Lebenslauf\n\nPetra Lindqvist, Leeds\n",
        "Name: Petra Lindqvist\nLeeds",
        "HEAD BAKER\nPetra Lindqvist\nLeeds\npetra.lindqvist@post.example",
        "PETRA LINDQVIST HEAD BAKER with six years at the oven\nLeeds | plindqvist@post.example",
        "Petra Lindqvist · Head baker · Leeds\n\nPETRA LINDQVIST",
        "Petra Castellanos Lindqvist\nLeeds | British citizen",
        "Petra Lindqvist\nO Date of birth: 12.04.1988",
    ],
)
def test_the_name_is_known_wherever_it_stands_at_the_top(top):
    text = f"{top}\n\nExperience\n2019 - 2021 Baker, Crust Ltd\n- Made dough\n\nContact\nPetra Lindqvist | Hull\n"
    found = read_profile(read("cv.md", data=text.encode())[0], date(2025, 6, 1))
    assert "lindqvist" in found.name.lower()
    told = " ".join([*(said.text for said in found.statements), *(each.text for each in found.places), found.headline])
    assert not re.search("petra|lindqvist|curriculum|lebenslauf|1988|12.04", told, re.IGNORECASE), told
