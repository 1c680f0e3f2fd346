from __future__ import annotations

import pytest

from jobfit.parse.needs import read_needs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Working with SQLite, not Oracle", ["sqlite"]),
        ("Angular rather than React", ["angular"]),
        ("Kenntnisse in Kotlin statt Java", ["kotlin"]),
        ("Linux (not Windows)", ["linux"]),
        ("Terraform instead of CloudFormation, and AWS", ["terraform", "aws"]),
        ("Two years of Kotlin, not Java", ["kotlin"]),
        ("Python, not only SQL", ["python", "sql"]),
        ("Go, not just Python, and Docker", ["go", "python", "docker"]),
        ("Not only Java but also Kotlin", ["java", "kotlin"]),
    ],
)
def test_what_is_set_aside_is_not_asked_for(text, names):
    _, needs = read_needs(text, "required")
    assert [name for need in needs for name in need.skills] == names
