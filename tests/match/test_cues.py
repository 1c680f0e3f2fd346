"""Cue files: phrases with endings and gaps, families that stand near each other, and the files that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobfit.match import cues, phrasebook

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


@pytest.mark.parametrize(
    ("text", "held"), [("Urlaubsvertretung der Pflegedienstleitung", True), ("Dienstleitung", True), ("Rohrleitungsbau", False)]
)
def test_a_phrase_may_be_the_last_part_of_a_word(text: str, held: bool) -> None:
    assert (("leading people", "shows") in cues.found("themes", text)) is held


def test_a_gap_spans_at_most_four_words() -> None:
    assert ("leadership", "shows") not in cues.found("traits", "managed one two three four five team")


@pytest.mark.parametrize("text", ["Außendienst bei Tischlereien", "AUSSENDIENST in der Schweiz"])
def test_a_letter_that_some_lack_is_spelt_out(text: str) -> None:
    assert ("travelling a sales territory", "shows") in cues.found("themes", text)


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
    rows = {(family, role) for family, role, _ in phrasebook.rows(name)}
    assert all((family, "asks") in rows and (family, "shows") in rows for family in cues.families(name))


def test_long_hostile_text_is_bounded() -> None:
    assert cues.found("traits", "managed " * 20_000) == cues.found("traits", "managed " * 1500)


def test_the_phrases_written_down_beforehand_are_those_of_the_cue_files() -> None:
    kept = phrasebook.WRITTEN.read_text(encoding="utf-8")
    assert kept == phrasebook.written(), "run: make themespace"


def test_a_book_of_other_cue_files_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "phrasebook.txt"
    stale.write_text("themes 1 occupations 1 settings 1 traits 1\nthemes\tnone\tasks\nled\n|0 led", encoding="utf-8")
    whole = phrasebook.book()
    monkeypatch.setattr(phrasebook, "WRITTEN", stale)
    phrasebook.book.cache_clear()
    assert phrasebook.book() == whole
    phrasebook.book.cache_clear()
