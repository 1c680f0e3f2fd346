"""Names are found as whole words, and only where they mean the skill."""

from __future__ import annotations

import pytest
from jobfit.vocabulary import skills


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("C, C++ and C#/.NET, Go, R, Java", ["c", "c++", "c#", ".net", "go", "r", "java"]),
        ("good to go, C-level, swift response", []),
        ("Class C licence", []),
        ("SQL-Kenntnisse und Postgres", ["sql", "postgresql"]),
        ("JavaX, Cargo, Javanese", []),
    ],
)
def test_whole_words(text: str, names: list[str]) -> None:
    assert [hit.name for hit in skills.find(text)] == names
