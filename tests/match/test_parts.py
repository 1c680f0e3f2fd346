"""A requirement of several parts: how many of them something in the profile shows, whatever knows them."""

from __future__ import annotations

import pytest

from jobfit.match import parts
from jobfit.match.view import View, view
from jobfit.types import Profile, Statement


def seen(*lines: str) -> View:
    return view(Profile("p", statements=tuple(Statement(line, n, f"work[{n}]", "work") for n, line in enumerate(lines, 1))))


def test_each_part_is_shown_by_what_knows_it() -> None:
    asked = "Managing a budget, SQL and Kubernetes"
    found = parts.figures(asked, seen("Managed a budget of 90 k", "Tuned SQL queries"))
    assert (found["parts"], found["part least"], found["part most"]) == (3.0, 0.0, 1.0)
    assert found["part shown"] == pytest.approx(2 / 3)


def test_of_a_choice_the_best_counts() -> None:
    found = parts.figures("SQL or Kubernetes", seen("Tuned SQL queries"))
    assert (found["parts"], found["part least"]) == (1.0, 1.0)


def test_nothing_known_is_told_from_nothing_shown() -> None:
    assert parts.figures("Zorblat", seen("Tuned SQL queries")) == {"parts": 0.0}
    assert parts.figures("Kubernetes", seen("Tuned SQL queries"))["part most"] == 0.0
