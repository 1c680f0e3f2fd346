"""A form is found by its first word wherever a plain search for it would find it as whole words."""

from __future__ import annotations

import pytest

from jobfit.vocabulary.phrases import Phrases

FORMS = [
    ("C++", "c++"), ("C#", "c#"), ("~C", "c"), (".NET", "dotnet"), ("node.js", "node"), ("data", "data"), ("data science", "science"),
    ("data scientist", "scientist"), ("machine learning", "ml"), ("SQL", "sql"), ("engineer", "engineer"), ("engineers", "engineers"),
    ("class", "class"), ("…", "dots"), ("R&D", "r&d"), ("a/b testing", "ab"), ("Prüfung", "exam"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data scientists and data", [("scientist", "Data scientists"), ("data", "data")]),
        ("metadata, dataset, big_data", []),
        ("C++, C# and .NET (or ASP.NET)", [("c++", "C++"), ("c#", "C#"), ("dotnet", ".NET")]),
        ("Node.JS's classes", [("node", "Node.JS's"), ("class", "classes")]),
        ("SQL-Kenntnisse, Sqlkenntnisse, Dataserfahrung", [("sql", "SQL"), ("data", "Dataserfahrung")]),
        ("two engineers, one engineer", [("engineer", "engineers"), ("engineer", "engineer")]),
        ("machine\tlearning in R&D …", [("ml", "machine\tlearning"), ("r&d", "R&D"), ("dots", "…")]),
        ("A/B-Testing", [("ab", "A/B-Testing")]),
        ("prufungen PRÜFUNG", [("exam", "PRÜFUNG")]),
        ("data", [("data", "data")]),
        ("", []),
    ],
)
def test_forms_are_found_as_whole_words(text, expected):
    assert [(hit.name, hit.surface) for hit in Phrases(FORMS).find(text)] == expected


def test_nothing_is_found_without_forms():
    assert Phrases([]).find("data") == []


def test_of_two_equal_forms_the_first_stands():
    assert [hit.name for hit in Phrases([("Data", "first"), ("dàta", "second")]).find("data")] == ["first"]


def test_what_is_returned_is_the_callers_own():
    phrases = Phrases(FORMS)
    phrases.find("data").clear()
    assert len(phrases.find("data")) == 1
