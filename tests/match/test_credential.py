"""Licences, certificates and checks: held, comparable, lapsed, under way, somebody else's."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import credential
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.types import Credential, Need, NeedMatch, Profile, Statement
from jobfit.vocabulary import credentials

NOW = 2025 * 12 + 5


def ask(text: str, *papers: Credential, source: str = "certificate", prose: str = "", later: bool = False) -> NeedMatch:
    said = [Statement(p.name, p.line, f"certificates[{p.line}].name", "certificate") for p in papers]
    said += [Statement(prose, 40, "", source)] if prose else []
    seen = view(Profile("p", credentials=papers, statements=tuple(said), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    names = tuple(dict.fromkeys(hit.name for hit in credentials.find(text)))
    level = credentials.kind(names[0]) if names else ""
    return credential.look(Need("credential", text, skills=names, level=level, equivalent=later), seen, near)


def paper(name: str, issued: int | None = None, expires: int | None = None) -> Credential:
    return Credential(name, "", issued, expires, 10)


@pytest.mark.parametrize(
    ("text", "name", "credit"),
    [
        ("Full driving licence, category B", "Führerschein Klasse B", 1.0),
        ("Full driving licence, category B", "Licence C, C1, B, clean", 1.0),
        ("Driving licence category C", "Führerschein B", 0.0),
        ("Full driving licence", "Provisional driving licence", 0.5),
        ("Enhanced DBS check", "Garda vetting", 0.5),
        ("Basic DBS", "Enhanced DBS, on the update service", 1.0),
        ("Standard DBS check", "Reliability status, Government of Canada", 0.5),
        ("Active security clearance", "US Secret clearance", 1.0),
        ("CISSP", "CISSP exam booked for August", 0.5),
        ("CISSP", "CISSP, lapsed", 0.4),
        ("CISSP", "Forklift licence", 0.0),
        ("Level 7 award in butterfly keeping", "Level 5 award in butterfly keeping", 0.5),
        ("RN license in Ohio", "Registered nurse, Queensland, Australia", 0.5),
    ],
)
def test_what_is_held_against_what_is_asked_for(text: str, name: str, credit: float) -> None:
    found = ask(text, paper(name))
    assert found.credit == credit
    assert [e.text for e in found.evidence] == ([name] if credit else [])


def test_dates_lapse_and_limits_of_age() -> None:
    assert ask("CISSP", paper("CISSP", NOW - 60, NOW - 1)).credit == 0.4
    assert ask("CISSP", paper("CISSP", NOW - 60, NOW + 9)).credit == 1
    assert ask("First aid certificate, taken in the last 2 years", paper("First aid at work", NOW - 40)).credit == 0.5
    assert ask("First aid certificate, taken in the last 2 years", paper("First aid at work", NOW - 10)).credit == 1


def test_under_way_is_enough_where_the_text_says_so() -> None:
    assert ask("CISSP or working towards it", paper("CISSP exam booked for August"), later=True).credit == 1


@pytest.mark.parametrize(
    ("source", "prose", "credit"),
    [
        ("summary", "CISSP since 2019", 0.9),
        ("work", "Answered for the audit as the team's CISSP", 0.5),
        ("work", "Hired two people with a CISSP", 0.0),
        ("summary", "No CISSP yet", 0.0),
    ],
)
def test_a_line_of_prose_counts_less_and_only_for_its_owner(source: str, prose: str, credit: float) -> None:
    assert ask("CISSP", source=source, prose=prose).credit == pytest.approx(credit)


@pytest.mark.parametrize(
    ("prose", "denied"),
    [
        ("I hold no driving licence", True),
        ("Does not have a driver's license.", True),
        ("Führerschein: nein", True),
        ("No driving licence points", False),
        ("I do not drive lorries at night", False),
        ("Cycles to work", False),
    ],
)
def test_a_licence_that_is_denied_contradicts(prose: str, denied: bool) -> None:
    found = ask("Full driving licence", prose=prose, source="other")
    assert found.contradicted == denied
    assert not denied or found.evidence[0].text == prose
    assert not ask("Full driving licence", prose=prose, source="other", later=True).contradicted


def test_a_level_alone_makes_no_two_papers_alike() -> None:
    assert ask("Beekeeping hygiene, level 2", paper("Heritage joinery, level 2")).credit == 0
