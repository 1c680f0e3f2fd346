"""Traits: shown by deeds, made likely by deeds, only claimed, not there."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import cues, tables, trait
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.types import Need, NeedMatch, Profile, Statement


def ask(text: str, *lines: str, source: str = "work", negated: bool = False) -> NeedMatch:
    said = tuple(Statement(line, n, f"x[{n}]", source, negated=negated) for n, line in enumerate(lines, 5))
    seen = view(Profile("p", statements=said))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    return trait.look(Need("trait", text, (text,)), seen, near)


TEAM = ("Worked with a team of four nurses", "Coordinated with the pharmacy every day", "Collaborated with two clinics")


def test_several_deeds_show_a_trait() -> None:
    found = ask("Team player", *TEAM)
    assert found.credit == 1.0
    assert {e.line for e in found.evidence} == {5, 6, 7}
    assert "5" in found.reason


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Strong communication skills", "Answered letters from clients"),
        ("Teamfähigkeit", "Schichtarbeit im Dreierteam, Staff von zwölf"),
        ("Attention to detail", "Keyed invoices into the ledger"),
    ],
)
def test_a_deed_that_makes_it_likely_is_half(text: str, line: str) -> None:
    assert ask(text, line).credit == 0.5


def test_self_praise_is_never_met() -> None:
    found = ask("Reliable and punctual", "Reliable, punctual, diligent", "Reliable worker", "Punctual", source="skill")
    assert found.credit == 0.5
    assert found.signals["trait claimed"] == 1.0
    assert found.signals["trait most"] < 0.35


def test_silence_is_nothing() -> None:
    found = ask("Patience with children", "Soldered circuit boards")
    assert found.credit == 0.0
    assert not found.evidence
    assert "no line" in found.reason


def test_a_denied_line_shows_nothing() -> None:
    assert ask("Team player", *TEAM, negated=True).credit == 0.0


def test_unknown_traits_are_left_open() -> None:
    assert ask("You smell good code", "Wrote code").credit is None


def test_more_deeds_never_weigh_less() -> None:
    weights = [trait.weight([1.0] * n) for n in range(1, 8)]
    assert weights == sorted(weights)
    assert trait.weight([]) < trait.weight([0.4]) < trait.weight([0.5]) < trait.weight([1.0])


def test_reasons_tell_shown_from_likely_claimed_and_missing() -> None:
    assert ask("Attention to detail", "Audited the ledgers").reason == "only line 5 shows attention to detail"
    habit = ask("Attention to detail", "Audited the ledgers", "Proofread the annual report", "Reconciled the accounts to the penny")
    assert (habit.credit, habit.reason) == (1.0, "lines 5, 6, 7 show attention to detail")
    assert ask("Attention to detail", "Keyed invoices into the ledger").reason == "attention to detail is only likely (line 5)"
    assert (
        ask("Attention to detail", "Great attention to detail", source="summary").reason == "attention to detail is only claimed (line 5)"
    )
    both = ask("Attention to detail and a willingness to learn", "Audited the ledgers")
    assert both.reason == "only line 5 shows attention to detail; no line shows readiness to learn"


def test_every_trait_has_a_name_for_sentences() -> None:
    assert {row[0] for row in tables.rows("trait-names")} == set(cues.families("traits"))


def test_business_is_no_bargaining() -> None:
    assert "negotiation" not in cues.of_role("traits", "Boa comunicação com as áreas de negócio", "asks")
    assert "negotiation" in cues.of_role("traits", "Capacidade de negociação", "asks")


@pytest.mark.parametrize(
    ("asked", "deed"),
    [
        ("Konfliktlösungsstärke", "Einen Streit der Schichten geschlichtet"),
        ("Sicheres Auftreten vor Gruppen", "Kennzahlen in der Morgenrunde vorgestellt"),
        ("Don de mando", "Jefa de turno en una panadería"),
        ("Espírito de equipa e capacidade de chefia", "Chefia de três oficinas"),
        ("Aisance dans l'animation de groupes", "Animation d'ateliers d'écriture"),
        ("Freude daran, Mitarbeitende zu entwickeln", "Anlernen der Aushilfen"),
    ],
)
def test_traits_are_asked_for_and_shown_in_four_more_languages(asked: str, deed: str) -> None:
    assert ask(asked, deed).credit
    assert not ask(asked, "Kept the index cards").credit
