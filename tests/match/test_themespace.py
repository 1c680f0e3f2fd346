"""Themes by likeness of meaning: for wordings that no phrase holds, by the vectors of the model the map was fitted for, by no others."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.encode import load
from jobfit.encode.hashing import HashEncoder
from jobfit.match import cues, prepare, themes, themespace
from jobfit.parse import requirement
from jobfit.ports import Encoder
from jobfit.types import Profile, Statement

ASKED = "Comfortable looking after toddlers"
DEEDS = ("Wiped noses and read bedtime stories", "Repaired gearboxes of lorries")
MET = "theme alike"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load()


def figures(text: str, encoder: Encoder, *lines: str) -> dict[str, float]:
    asked = requirement(text, "required", "r1")
    profile = Profile("p", statements=tuple(Statement(line, n, f"x[{n}]", "work") for n, line in enumerate(lines, 3)))
    seen, near = prepare([asked], profile, encoder)
    return themespace.figures(asked.text, asked.text, seen, near)


def test_a_deed_in_words_that_no_phrase_holds_is_nearer_than_other_work(encoder: Encoder) -> None:
    hit, other = (figures(ASKED, encoder, deed) for deed in DEEDS)
    assert not {theme for theme, _ in cues.found("themes", DEEDS[0])} & set(themes.asked(ASKED))
    assert hit[MET] > 1.5 * other[MET]


def test_a_phrase_that_shows_the_theme_asked_for_counts_whole(encoder: Encoder) -> None:
    shown = figures("You have managed people before", encoder, "Led a team of six nursing assistants")
    assert shown["theme alike or shown"] >= 1.0 > shown["theme alike"]


def test_another_line_takes_nothing_away(encoder: Encoder) -> None:
    alone, both = figures(ASKED, encoder, DEEDS[0]), figures(ASKED, encoder, *DEEDS)
    assert all(both[name] >= alone[name] - 1e-6 for name in alone)


class Kin(HashEncoder):
    """A model named after the one that the map was fitted for, with vectors of its own."""

    name = "all-MiniLM-L6-v2-of-our-own@53aa51172d14"


@pytest.mark.parametrize("other", [HashEncoder, Kin])
def test_vectors_of_another_model_tell_nothing(other: type[HashEncoder]) -> None:
    assert figures(ASKED, other(), *DEEDS) == {}


def test_each_row_is_a_share_of_all_themes(encoder: Encoder) -> None:
    likely = themespace._space().likely(encoder.encode([ASKED, ""]))
    assert np.allclose(likely.sum(axis=1), 1)
    assert (likely >= 0).all()
