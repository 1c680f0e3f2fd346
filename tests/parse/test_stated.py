"""What the postings state of title, company, place and employment type, against a sheet made by hand (stated.tsv)."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest

from jobfit.parse.about import About, about
from jobfit.parse.page import page
from jobfit.read import read

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "postings", ROOT / "tests" / "labelled-lines" / "postings")
Row = dict[str, str]


@lru_cache(maxsize=1)
def sheet() -> list[Row]:
    text = (Path(__file__).parent / "stated.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def samples() -> list[Row]:
    return [row for row in sheet() if (FOLDERS[0] / row["posting"]).exists()]


@lru_cache(maxsize=128)
def stated(name: str) -> About:
    (path,) = [folder / name for folder in FOLDERS if (folder / name).exists()]
    document = read(str(path))[0]
    return about(document, page(document).pieces)


def plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())


def is_one_of(said: str, wanted: str) -> bool:
    return plain(said) in [plain(one) for one in wanted.split("; ")]


def right_place(row: Row) -> bool:
    said = stated(row["posting"]).location
    return plain(row["place"]) in plain(said) if row["place"] else not said


def right_type(row: Row) -> bool:
    said, wanted = stated(row["posting"]).employment_type, row["employment type"]
    return all(plain(one) in plain(said) for one in wanted.split(", ")) if wanted else not said


@pytest.mark.parametrize("row", samples(), ids=lambda row: row["posting"])
def test_every_sample_has_its_title(row):
    assert is_one_of(stated(row["posting"]).title, row["title"])


@pytest.mark.parametrize("rows", [samples(), [row for row in sheet() if row not in samples()]], ids=["samples", "others"])
def test_nearly_all_of_what_is_stated_is_read(rows):
    count = len(rows)
    right = {
        "titles": sum(is_one_of(stated(row["posting"]).title, row["title"]) for row in rows),
        "companies": sum(is_one_of(stated(row["posting"]).company, row["company"]) for row in rows),
        "places": sum(right_place(row) for row in rows),
        "employment types": sum(right_type(row) for row in rows),
    }
    assert {name: found for name, found in right.items() if found < count - 2} == {}


def test_the_sheet_covers_every_sample():
    assert {row["posting"] for row in samples()} == {path.name for path in FOLDERS[0].iterdir()}
    assert len(sheet()) - len(samples()) == 24


@pytest.mark.parametrize(
    "line",
    [
        "Remote – US only",
        "Remote (EU only)",
        "Remote, Canada",
        "Fully remote within the EU",
        "Remoto (solo España)",
        "UK only",
        "Tidewater Books · Remote – US only · Full-time",
    ],
)
def test_a_line_at_the_top_that_limits_where_one_lives_is_asked_for(found, line):
    head = f"# Data Engineer\n\n{line}\n\nWe keep the catalogues of small libraries.\n\n"
    text = head + "## Requirements\n\n- Three years of Python\n- Solid SQL skills\n"
    assert found(text, "md")[0] == [line, "Three years of Python", "Solid SQL skills"]


@pytest.mark.parametrize(
    ("line", "place"), [("Remote – US only", "Remote – US only"), ("Tidewater Books · Remote - Canada", "Remote - Canada")]
)
def test_the_place_of_work_keeps_that_it_is_at_home(parsed, line, place):
    assert parsed(f"# Data Engineer\n\n{line}\n\n## Requirements\n\n- Three years of Python\n- Solid SQL\n", "md").location == place
