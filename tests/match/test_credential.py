"""Licences, certificates and checks: held, comparable, lapsed, under way, somebody else's."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import credential
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.parse.needs import read_needs
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
        ("Car driver essential", "Full driving licence", 1.0),
        ("Full driving licence", "Car driver", 1.0),
        ("Driving licence category C", "Car driver", 0.0),
        ("Driving licence category C", "Führerschein B", 0.0),
        ("Full driving licence", "Provisional driving licence", 0.5),
        ("Full driving licence", "G2 driver's licence", 0.5),
        ("BAFA", "BAFD, 2019", 1.0),
        ("First aid certificate", "Rettungssanitäter, 2020", 1.0),
        ("BPSS", "Basic DBS, 2023", 0.5),
        ("Radiation protection certificate", "Radiation protection course", 0.85),
        ("Radiation protection certificate", "Flood protection course", 0.0),
        ("Secret clearance", "Secret clearance, inactive since 2019", 0.4),
        ("BLS", "Immediate Life Support, 2025", 1.0),
        ("ILS", "BLS, 2025", 0.5),
        ("Hazmat endorsement", "CDL with hazmat and tanker endorsements", 1.0),
        ("Non-medical prescriber", "V300, to be finished in May", 0.5),
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


@pytest.mark.parametrize("time", ["two years", "24 months", "\u00b2 years"])
def test_what_is_no_number_sets_no_limit_of_age(time: str) -> None:
    found = ask(f"First aid certificate, not older than {time}", paper("First aid at work", NOW - 40))
    assert found.credit == (1 if time.startswith("\u00b2") else 0.5)


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
        ("Sem CNH, mas moro perto", True),
        ("No tengo carnet de conducir", True),
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


def test_a_lower_level_is_short_of_what_is_asked() -> None:
    assert ask("Level 3 Food Hygiene", paper("Level 2 Food Hygiene")).short
    assert not ask("Level 3 Food Hygiene", paper("Food Hygiene, level 2 in 2019 and level 3 in 2022")).short
    assert not ask("Level 2 or 3 Food Hygiene", paper("Level 2 Food Hygiene")).short


def told(text: str, *lines: str, source: str = "certificate") -> list[NeedMatch]:
    """Look up what a requirement's text was read into in a profile of plain lines."""
    said = tuple(Statement(line, i, "", source) for i, line in enumerate(lines, 1))
    seen = view(Profile("p", statements=said, as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    return [credential.look(need, seen, near) for need in read_needs(text, "required", "credential")[1] if need.type == "credential"]


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("Driver's license needed", "Reliable car, valid Oregon license", 0.9),
        ("Driver's license needed", "Sold a current Oregon license holder a boat", 0.0),
        ("Notary commission", "Certified Paralegal, 2019", 0.0),
        ("Notary commission", "Notary public, State of Maine, commission through 2028", 0.9),
        ("BLS instructor", "BLS provider, 2025", 0.0),
        ("CPR (current)", "CPR/AED, exp. 03/2026", 0.9),
        ("CPR (current)", "CPR/AED, exp. 03/2024", 0.4),
        ("Security guard license", "Guard license 2013-2021", 0.4),
        ("Current first aid at work", "First aid at work 2016", 0.5),
        ("First aid at work", "Outdoor first aid, 2024", 0.45),
        ("Premiers secours de moins de deux ans", "Erste Hilfe am Kind, 2024", 0.9),
        ("Erweitertes Führungszeugnis", "Kita Sonnenhof, Gruppe Ü3", 0.0),
        ("Enhanced DBS", "DBS through the youth club (enhanced)", 0.9),
        ("Project management certificate such as PRINCE2", "IPMA Level D, 2023", 0.765),
    ],
)
def test_what_a_line_tells_of_a_paper(text: str, line: str, credit: float) -> None:
    assert told(text, line)[0].credit == pytest.approx(credit)


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("Otter Handler, Beaver Warden or a similar badge", "Beaver Warden, 2023", 0.85),
        ("Otter Handler, Beaver Warden or a similar badge", "Beaver Warden: 2 of 5 days done", 0.5),
        ("Otter Handler, Beaver Warden or a similar badge", "Word and spreadsheets", 0.0),
        ("A recognised thatching apprenticeship or an NVQ Level 3 in thatching", "NVQ Level 3 Thatching", 0.85),
        ("A recognised thatching apprenticeship or an NVQ Level 3 in thatching", "NVQ Level 2 Thatching", 0.5),
        ("Beaver Warden, mental health first aid or another such course", "Beaver Warden, 2023", 0.85),
    ],
)
def test_one_of_several_ways_is_enough_though_no_vocabulary_knows_it(text: str, line: str, credit: float) -> None:
    assert told(text, line)[0].credit == credit


def test_each_part_beside_the_licence_counts() -> None:
    found = told("Full driving licence and business insurance", "Full driving licence")
    assert [bool(match.credit) for match in found] == [True, False]


def test_how_old_a_paper_may_be_is_no_experience_to_have() -> None:
    _, needs = read_needs("Erste Hilfe am Kind, nicht älter als zwei Jahre", "required", "credential")
    assert [need.type for need in needs] == ["credential"]


def test_a_licence_to_sponsor_is_no_licence_to_drive() -> None:
    assert not credentials.find("We hold no licence to sponsor anybody")


def test_each_part_of_a_listed_line_has_its_own_state() -> None:
    line = paper("CKA, 2022. AWS Solutions Architect, lapsed 2024. RHCE 2016", NOW - 30, NOW - 12)
    assert ask("CKA", line).credit == 1
    assert ask("AWS certified", line).credit == 0.4


def test_one_of_a_list_is_enough_though_its_last_but_one_is_unknown() -> None:
    _, needs = read_needs("PMP, CISSP, ZZCIO or ITIL certification", "required", "credential")
    assert len(needs) == 1


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("Chartered Beekeeper (CBK) or working towards it", "Working towards Chartered Beekeeper (CBK)", 0.85),
        ("Chartered Beekeeper (CBK)", "Working towards Chartered Beekeeper (CBK)", 0.5),
        ("Chartered Beekeeper (CBK) or working towards it", "Chartered Beekeeper (CBK) not started", 0.0),
        ("Valid driver's license", "Clean driving record, own van", 0.9),
    ],
)
def test_what_is_under_way_will_do_where_the_text_says_so(text: str, line: str, credit: float) -> None:
    assert told(text, line)[0].credit == credit


def test_a_check_done_on_hiring_is_no_clearance_to_bring() -> None:
    assert credentials.kind(next(hit.name for hit in credentials.find("a Baseline Personnel Security Standard check"))) == "check"


def test_a_paper_that_only_a_list_of_skills_names_is_one_only_if_it_is_held() -> None:
    found = ask("Forklift licence", source="work", prose="Checked the forklift licence of every new driver")
    assert found.credit == 0.5
    assert found.reason.endswith("is what is asked for, if held")


def test_a_driver_of_a_car_is_asked_for_by_a_licence_and_shown_by_the_word() -> None:
    kind, needs = read_needs("Car driver essential", "required")
    assert (kind, [need.skills for need in needs]) == ("credential", [("driving licence b",)])
    assert ask("Full driving licence", source="skill", prose="Manual handling, Car driver, Excel").credit == 0.9


def test_a_paper_that_is_not_in_full_force_is_never_all_that_is_asked_for() -> None:
    assert ask("Full driving licence", paper("Provisional driving licence")).short
    assert ask("CISSP", paper("CISSP, lapsed")).short
    assert not ask("CISSP", paper("CISSP")).short
    assert ask("SSIAP 2", paper("SSIAP 1")).credit == 0.5
    assert ask("SSIAP 1", paper("SSIAP 2")).credit == 1


def test_a_line_that_lists_one_paper_may_tell_of_others() -> None:
    listed = Credential("Clean driving licence", "", None, None, 40)
    said = Statement("Basic DBS 2023. Clean driving licence", 40, "", "other")
    seen = view(Profile("p", credentials=(listed,), statements=(said,), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    need = Need("credential", "Basic DBS", skills=("basic dbs",), level="check")
    assert (credential.look(need, seen, near).credit or 0) > 0.8


def test_a_paper_that_holds_the_lesser_one_is_part_of_the_greater() -> None:
    assert ask("Paediatric first aid", paper("Rettungssanitäter, 2020")).credit == 0.5


def test_a_paper_still_to_be_earned_is_enough_where_the_text_takes_it() -> None:
    sitting = paper("NEBOSH General Certificate, exam in September")
    assert ask("NEBOSH General Certificate", sitting).credit == 0.5
    assert ask("NEBOSH General Certificate, or willingness to work towards it", sitting).credit == 1


def test_checks_run_on_others_are_not_one_s_own() -> None:
    assert ask("Enhanced background check", source="work", prose="Ran background checks and kept personnel files.").credit == 0


@pytest.mark.parametrize(
    ("deed", "credit"),
    [
        ("Drive to the branches in the valley once a week", 0.86),
        ("Drove a 7.5 tonne lorry, multi-drop", 0.86),
        ("Drove residents to appointments", 0.86),
        ("Drove the adoption of a new ticket system at three sites", 0.0),
        ("Drive sales to new stores by coaching their managers", 0.0),
        ("Drive the car sales of two branches", 0.0),
    ],
)
def test_who_drives_at_work_has_a_licence(deed: str, credit: float) -> None:
    assert ask("Valid driving licence", source="work", prose=deed).credit == credit
