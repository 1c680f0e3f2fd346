"""What is worked out for many requirements at once is what each comes to alone, and in any company."""

from __future__ import annotations

from importlib import import_module

from jobfit.encode.hashing import HashEncoder
from jobfit.match import match
from jobfit.parse import requirement
from jobfit.types import Position, Profile, Span, Statement

ASKED = [
    requirement(text, kind, f"r{n}")
    for n, (text, kind) in enumerate(
        (
            ("3+ years of experience with SQL or Python in a bank", "required"),
            ("You have managed people before", "required"),
            ("Fluent English and some German", "nice"),
            ("A driving licence and the right to work in Norway", "required"),
            ("Leads by example, writes clearly and learns quickly", "nice"),
            ("A degree in computer science", "required"),
        )
    )
]
SAID = ("Tuned SQL queries for forty analysts in Oslo", "Led a team of six", "BSc in physics, fluent English", "Drives to customers weekly")


def profile() -> Profile:
    return Profile("p", statements=tuple(Statement(text, n, f"work[0].highlights[{n}]", "work") for n, text in enumerate(SAID, 1)))


def test_matching_together_is_matching_alone_in_any_order_and_in_parts_of_any_size(monkeypatch):
    encoder = HashEncoder()
    together = match(ASKED, profile(), encoder)
    assert all(found.candidates for found in together)
    assert together == [match([one], profile(), encoder)[0] for one in ASKED]
    assert together == match(ASKED[::-1], profile(), encoder)[::-1]
    monkeypatch.setattr(import_module("jobfit.match.candidates"), "_PAIRS", 2 * len(SAID))
    assert together == match(ASKED, profile(), encoder)


def test_a_part_that_is_only_preferred_weighs_on_no_figure_of_the_whole():
    plain, wished = (requirement(text, "required", "r1") for text in ("Two years of Java", "Two years of Java, ideally in e-commerce"))
    first, second = match([plain, wished], profile(), HashEncoder())
    assert first.signals["themes"] == second.signals["themes"]
    assert second.signals["names in all"] == first.signals["names in all"]


def test_a_setting_is_looked_up_for_requirements_of_any_type():
    place = Position("Clerk", "Saint Ada Hospital", span=Span(24240, 24276), line=1, lines=(1,))
    worked = Profile("p", positions=(place,), statements=(Statement("Clerk, Saint Ada Hospital", 1, "work[0]", "work", position=0),))
    (found,) = match([requirement("Knowledge of the healthcare sector", "nice", "r1")], worked, HashEncoder())
    assert found.signals["setting asked"] == 1.0
