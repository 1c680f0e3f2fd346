"""The tables of places name regions as the vocabulary does, else they would never meet."""

import csv
from pathlib import Path

import pytest

import jobfit

HOME = Path(jobfit.__file__).parent


def _rows(*parts: str) -> list[list[str]]:
    with HOME.joinpath(*parts).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")][1:]


REGIONS = {row[0] for row in _rows("vocabulary", "data", "regions.tsv")}


@pytest.mark.parametrize("name", [name for row in _rows("match", "data", "state-lines.tsv") for name in row[1].split("|")])
def test_a_region_beside_a_border_is_known(name: str) -> None:
    assert name in REGIONS


@pytest.mark.parametrize("name", [row[0] for row in _rows("match", "data", "holds.tsv")])
def test_a_region_that_holds_cities_is_known(name: str) -> None:
    assert name in REGIONS
