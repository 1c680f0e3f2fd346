"""Implications run one way without circles, siblings run both ways and never overlap with implications."""

from __future__ import annotations

import pytest

from jobfit.vocabulary import credentials, skills
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import bare
from jobfit.vocabulary.tables import names, parts, rows

SKILLS = {bare(row[0]).lower(): row for file in names("skills-") for row in rows(file, 5)}
CREDENTIALS = {bare(row[0]).lower(): row for row in rows("credentials", 5)}


@pytest.mark.parametrize(("table", "module"), [(SKILLS, skills), (CREDENTIALS, credentials)])
def test_implications_name_known_entries_and_run_one_way(table, module) -> None:
    for name, row in table.items():
        assert set(parts(row[2])) <= set(table), name
        for wider in module.implied(name):
            assert name not in module.implied(wider), (name, wider)
        assert name not in module.implied(name)


@pytest.mark.parametrize(("table", "module"), [(SKILLS, skills), (CREDENTIALS, credentials)])
def test_siblings_are_mutual_and_imply_nothing(table, module) -> None:
    for name in table:
        near = module.siblings(name)
        assert name not in near
        assert not near & module.implied(name)
        assert all(name in module.siblings(other) for other in near)


def test_each_written_form_belongs_to_one_name() -> None:
    for table in (SKILLS, CREDENTIALS):
        seen: dict[str, str] = {}
        for name, row in table.items():
            for form in (row[0], *parts(row[1])):
                assert seen.setdefault(fold(bare(form)), name) == name, form


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("pytorch", "machine learning"),
        ("django", "python"),
        ("django", "web development"),
        ("postgresql", "sql"),
        ("postgresql", "relational databases"),
        ("amazon eks", "kubernetes"),
        ("amazon eks", "cloud"),
        ("spring boot", "java"),
        ("plc programming", "industrial automation"),
        ("siemens s7", "plc programming"),
        ("ifrs", "accounting"),
    ],
)
def test_known_implications(narrow: str, wide: str) -> None:
    assert wide in skills.implied(narrow)
    assert narrow not in skills.implied(wide)


@pytest.mark.parametrize(
    ("one", "other"),
    [("pytorch", "tensorflow"), ("aws", "azure"), ("google cloud", "aws"), ("kotlin", "java"), ("react", "vue"), ("tableau", "power bi")],
)
def test_known_siblings(one: str, other: str) -> None:
    assert other in skills.siblings(one)


def test_credentials_keep_their_order() -> None:
    assert {"driving licence c", "driving licence b"} <= credentials.implied("driving licence c+e")
    assert "lpn license" not in credentials.implied("rn license")
    assert "rn license" not in credentials.siblings("lpn license")
    assert [hit.name for hit in credentials.find("LPN licenses do not satisfy; RN license only")] == ["lpn license", "rn license"]
    assert [hit.name for hit in credentials.find("VALID CLASS 1 (C+E)")] != []
