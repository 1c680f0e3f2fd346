"""Cue files: phrases with endings and gaps, families that stand near each other, and the files that ship."""

from __future__ import annotations

import pytest

from jobfit.match import cues

FILES = ("traits", "occupations", "settings")


@pytest.mark.parametrize(
    ("text", "family", "role"),
    [
        ("Supervised three apprentices", "leadership", "shows"),
        ("Worked in a small team of nurses", "teamwork", "shows"),
        ("Kommunikationsstärke", "communication", "asks"),
        ("esprit d'équipe", "teamwork", "asks"),
        ("Explained faults to ward staff", "explaining", "shows"),
    ],
)
def test_phrases_take_endings_and_gaps(text: str, family: str, role: str) -> None:
    assert (family, role) in cues.found("traits", text)


def test_a_gap_spans_at_most_four_words() -> None:
    assert ("leadership", "shows") not in cues.found("traits", "managed one two three four five team")


def test_words_are_whole_unless_marked() -> None:
    assert "driving" not in cues.of_role("occupations", "screwdriver sets", "title")


@pytest.mark.parametrize("name", FILES)
def test_families_named_by_others_exist(name: str) -> None:
    known = set(cues.families(name))
    assert known
    for family in known:
        assert cues.related(name, family) | cues.related(name, family, "kinds") <= known
        assert cues.related(name, family, "covers") <= set(cues.families("occupations"))


@pytest.mark.parametrize("name", FILES)
def test_families_can_be_asked_for_and_shown(name: str) -> None:
    rows = {(family, role) for family, role, _ in cues._rows(name)}
    assert all((family, "asks") in rows and (family, "shows") in rows for family in cues.families(name))


def test_long_hostile_text_is_bounded() -> None:
    assert cues.found("traits", "managed " * 20_000) == cues.found("traits", "managed " * 1500)
