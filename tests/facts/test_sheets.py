"""The hand-made fact sheets of the sample profiles: all of it must be found, months exact, and nothing more."""

from datetime import date
from pathlib import Path

import pytest
from sheet import chosen, month, sheets

from jobfit.facts import faults, read_profile
from jobfit.read import read

HERE = Path(__file__).parent
PROFILES = HERE.parent.parent / "profiles"
AS_OF = date(2025, 6, 1)


SHEETS = sheets("sheets.tsv")


def rows(name, *kinds):
    return chosen(SHEETS[name], *kinds)


@pytest.fixture(params=sorted(SHEETS))
def pair(request):
    return request.param, read_profile(read(str(PROFILES / request.param))[0], AS_OF)


def same(expected, found):
    return expected in ("?", found or "-")


def test_every_sample_profile_has_a_sheet_and_no_fault():
    files = sorted(path.name for path in PROFILES.glob("*.yaml"))
    assert files == sorted(SHEETS)
    assert [fault for name in files for fault in faults(read(str(PROFILES / name))[0])] == []


def test_positions_with_months(pair):
    name, profile = pair
    expected = [
        (kind, month(start), int(months), end == "now", title, employer, place)
        for kind in ("work", "project", "volunteer")
        for start, end, months, title, employer, place in rows(name, kind)
    ]
    found = [
        (each.kind, each.span.start, each.span.months, each.span.ongoing, each.title, each.employer, each.place)
        for each in profile.positions
    ]
    assert sorted(found) == sorted(expected)


def test_degrees(pair):
    name, profile = pair
    expected = rows(name, "degree")
    assert len(profile.education) == len(expected)
    for each, (start, end, level, finished, title, field, school) in zip(profile.education, expected, strict=True):
        assert same(level, each.level), (title, each.level)
        assert (each.finished, each.title, each.field, each.institution) == (finished == "yes", title, field, school)
        assert start == "-" or each.span.start == month(start)
        assert end == "-" or each.span.end == month(end) + 1


def test_credentials_with_their_ends(pair):
    name, profile = pair
    expected = [
        (credential, month(issued), profile.as_of if ends == "now" else month(ends))
        for issued, ends, credential in rows(name, "credential")
    ]
    assert sorted((each.name, each.issued or 0, each.expires or 0) for each in profile.credentials) == sorted(
        (a, b or 0, c or 0) for a, b, c in expected
    )


def test_credentials_still_to_be_earned(pair):
    name, profile = pair
    assert {each.name for each in profile.credentials if not each.finished} == {
        words for _, ends, words in rows(name, "credential") if ends == "unfinished"
    }


def test_languages_with_levels(pair):
    name, profile = pair
    expected = rows(name, "language")
    assert [each.name for each in profile.languages] == [words[2] for words in expected]
    for each, (code, level, _, words) in zip(profile.languages, expected, strict=True):
        assert same(code, each.code), each
        assert same(level, each.level), (each, words)


def test_home_and_rights(pair):
    name, profile = pair
    country, city = rows(name, "home")[0]
    home = profile.places[0]
    assert (home.country, home.now, home.text.split(",")[0]) == (country, True, city)
    assert [said.text for said in profile.statements if said.source == "right"] == [words for (words,) in rows(name, "right")]


def test_every_line_but_name_contact_and_structure_is_a_statement(pair):
    name, profile = pair
    told = {said.line for said in profile.statements}
    for number, line in enumerate((PROFILES / name).read_text(encoding="utf-8").splitlines(), 1):
        key, _, value = line.strip().removeprefix("- ").partition(":")
        private = key in ("name", "email", "phone", "url", "username", "lastModified") and (number < 12 or key != "name")
        structure = (
            (not value.strip() or value.strip() == ">-") and not line.strip().startswith("- ") and line.rstrip().endswith((":", ">-"))
        )
        reference = key == "name" and "Residence" in value
        if line.strip() and not line.startswith("#") and not private and not structure and not reference:
            assert number in told or line.strip().startswith(("- network", "- {network")), (number, line)
