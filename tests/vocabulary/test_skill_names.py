"""Skills are found as whole words, in the forms people write, and only where they mean the skill."""

from __future__ import annotations

import pytest

from jobfit.vocabulary import skills


def names(text: str) -> list[str]:
    return [hit.name for hit in skills.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C, C++ and C#/.NET, Go, R, Java", ["c", "c++", "c#", ".net", "go", "r", "java"]),
        ("C/C++ firmware", ["c", "c++", "embedded systems"]),
        ("k8s and Postgres", ["kubernetes", "postgresql"]),
        ("Node.js, Next.js and Vue", ["node.js", "next.js", "vue"]),
        ("SQL-Kenntnisse und Datenbankkenntnisse", ["sql", "databases"]),
        ("Good command of C", ["c"]),
        ("We write Go services", ["go"]),
        ("REST APIs", ["rest"]),
        ("Gestão de projetos", ["project management"]),
        ("gestao de projetos", ["project management"]),
        ("front-end and front end", ["front-end development", "front-end development"]),
        ("Siemens S7-1500", ["siemens s7"]),
        ("Rapprochements bancaires et notes de frais", ["account reconciliation", "expense management"]),
        ("Relances clients par téléphone", ["credit control"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "good to go",
        "C-level sponsors",
        "swift response to a rest day",
        "Class C licence",
        "hepatitis C",
        "JavaX, Cargo, Javanese, scalable",
        "access to the building",
        "able to react to a spark",
        "the chef greets guests",
        "John C. Miller",
        "https://example.com/x",
        "Erfahrung mit der Leitung kleiner Teams",
        "Aufbau agiler Teams und ihrer Leitung",
    ],
)
def test_not_found(text: str) -> None:
    assert names(text) == []


def test_offsets_point_at_the_words_as_written() -> None:
    text = "Solide Kenntnisse in Kubernetes – und „PostgreSQL“"
    assert [text[hit.start : hit.end] for hit in skills.find(text)] == ["Kubernetes", "PostgreSQL"]
    assert [hit.surface for hit in skills.find(text)] == ["Kubernetes", "PostgreSQL"]


def test_longest_name_wins() -> None:
    assert names("Spring Boot") == ["spring boot"]
    assert names("Azure Kubernetes Service") == ["azure kubernetes service"]


def test_label_and_kind() -> None:
    assert skills.label("postgresql") == "PostgreSQL"
    assert skills.label("go") == "Go"
    assert skills.label("no such skill") == "no such skill"
    assert skills.kind("python") == "language"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We sit in on R and C meetings", []),
        ("Models in R and C", ["r", "c"]),
        ("R and C developer", ["r", "c"]),
        ("R and Python", ["r", "python"]),
    ],
)
def test_two_letters_are_no_company_for_each_other(text: str, expected: list[str]) -> None:
    assert names(text) == expected
