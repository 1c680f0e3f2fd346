"""Themes of work: asked for in one wording, shown in another, over all lines and line by line."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import cues, themes
from jobfit.match.near import Near
from jobfit.match.view import View, view
from jobfit.types import Position, Profile, Span, Statement

ASKED = "You have managed people before"


def seen(*lines: str, source: str = "work", positions: tuple[Position, ...] = (), negated: bool = False) -> View:
    place = 0 if positions else None
    said = tuple(Statement(line, n, f"x[{n}]", source, negated=negated, position=place) for n, line in enumerate(lines, 5))
    return view(Profile("p", statements=said, positions=positions))


def figures(text: str, months: int, profile: View) -> dict[str, float]:
    wanted = dict.fromkeys([*profile.texts, text], np.zeros(2, np.float32))
    return themes.figures(text, months, profile, Near(wanted, profile.units))


def test_a_deed_in_other_words_shows_the_theme_that_is_asked_for() -> None:
    deed = seen("Led a team of six nursing assistants", "Ordered bandages")
    none = seen("Ordered bandages")
    assert figures(ASKED, 0, deed)["theme most"] > 0.5
    assert figures(ASKED, 0, none)["theme most"] == 0.0


def test_nothing_asked_for_is_told_from_nothing_shown() -> None:
    assert figures("Sunny disposition", 0, seen("Led a team of six")) == {"themes": 0.0}


def test_the_line_that_shows_it_stands_out() -> None:
    columns = themes.lines(ASKED, seen("Ordered bandages", "Led a team of six nursing assistants"))
    assert columns["theme"].tolist() == [0.0, 1.0]
    assert list(columns) == list(themes.LINE_NAMES)


@pytest.mark.parametrize(("source", "strength"), [("work", 1.0), ("summary", 0.7), ("skill", 0.5)])
def test_what_is_done_weighs_more_than_what_is_told_or_listed(source: str, strength: float) -> None:
    assert themes.lines(ASKED, seen("Led a team of six", source=source))["theme"].tolist() == [strength]


def test_a_denied_line_shows_nothing() -> None:
    assert themes.lines(ASKED, seen("Led a team of six", negated=True))["theme"].tolist() == [0.0]


def test_months_are_those_of_the_positions_with_such_a_deed() -> None:
    position = Position("Ward sister", span=Span(24240, 24276), line=5, lines=(5,))
    found = figures(ASKED, 72, seen("Led a team of six", positions=(position,)))
    assert found["theme months most"] == pytest.approx(0.5)


def test_every_theme_can_be_asked_for_and_shown() -> None:
    roles = {theme: {role for family, role, _ in cues._rows("themes") if family == theme} for theme in cues.families("themes")}
    assert {theme: held for theme, held in roles.items() if not {"asks", "shows"} <= held} == {}
