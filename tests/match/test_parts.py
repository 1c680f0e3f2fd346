"""A requirement of several parts: how many of them something in the profile shows, whatever knows them."""

from __future__ import annotations

import pytest

from jobfit.match import parts
from jobfit.match.view import View, view
from jobfit.types import Position, Profile, Span, Statement


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


def test_a_part_that_is_a_setting_is_shown_by_the_place_of_work() -> None:
    held = Position("Clerk", "Harbour Bank", span=Span(24200, 24240), line=1)
    said = (Statement("Clerk, Harbour Bank", 1, source="work", position=0),)
    assert parts.figures("banking sector", view(Profile("p", positions=(held,), statements=said)))["part most"] == 1.0
    assert parts.figures("banking sector", seen("Tuned SQL queries"))["part most"] == 0.0
