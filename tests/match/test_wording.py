"""Figures of a requirement's words alone: what of them the profile holds, what no file knows, and whether both are in one language."""

from __future__ import annotations

import pytest

from jobfit.match.signals.wording import wording
from jobfit.match.tongues import of_text
from jobfit.match.view import View, view
from jobfit.types import Profile, Statement


def seen(line: str, language: str = "en") -> View:
    return view(Profile("p", statements=(Statement(line, 1, "work[0]", "work"),), language=language))


def test_words_that_no_file_knows_are_looked_for_apart() -> None:
    asked = "Experience with SQL and zorblatic crystals"
    found = [wording(asked, seen(line)) for line in ("Tuned SQL queries", "Tuned SQL queries on zorblatic crystals")]
    assert [one["rest anywhere"] for one in found] == [0.0, 1.0]
    assert {one["rest words"] for one in found} == {2.0}
    assert wording("SQL", seen("Tuned queries"))["rest anywhere"] == 1.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Experience with the tools of the trade", "en"),
        ("Erfahrung mit dem Werkzeug und der Maschine", "de"),
        ("Maîtrise des outils et du logiciel", "fr"),
        ("SQL, Kubernetes", ""),
    ],
)
def test_the_language_of_a_short_text(text: str, language: str) -> None:
    assert of_text(text) == language


def test_one_language_or_two() -> None:
    asked = "Erfahrung mit dem Werkzeug und der Maschine"
    assert wording(asked, seen("Sawed planks", "de"))["same tongue"] == 1.0
    assert wording(asked, seen("Sawed planks", "en"))["same tongue"] == 0.0
    assert "same tongue" not in wording("SQL", seen("Sawed planks"))
