"""Months in the subject, neighbouring work, traces, settings, and deeds where no amount is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import experience
from jobfit.match.near import Near
from jobfit.match.refused import weighed
from jobfit.match.view import view
from jobfit.types import Need, NeedMatch, Position, Profile, Span, Statement

NOW = 2025 * 12 + 5


def job(title: str, months: int, *deeds: str, ago: int = 0, employer: str = "") -> tuple[str, int, int, str, tuple[str, ...]]:
    return title, months, ago, employer, deeds


def ask(text: str, *jobs: tuple[str, int, int, str, tuple[str, ...]], months: int | None = None, subject: str = "") -> NeedMatch:
    positions, said = [], []
    for n, (title, length, ago, employer, deeds) in enumerate(jobs):
        line = 10 * n + 1
        span = Span(NOW - ago - length, NOW - ago)
        positions.append(Position(title, employer, "", span, line, line, tuple(range(line, line + 1 + len(deeds))), where=f"work[{n}]"))
        said += [Statement(t, line + i, f"work[{n}]", "work", position=n) for i, t in enumerate((title, *deeds))]
    seen = view(Profile("p", positions=tuple(positions), statements=tuple(said), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    return experience.look(Need("experience", text, (text,), months=months, subject=subject), seen, near)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("kitchen work", "Sous chef"),
        ("bookkeeping", "Buchhalterin"),
        ("driving", "Chauffeur"),
        ("teaching", "Lehrer"),
        ("nursing", "Infirmière"),
        ("retail", "Operadora de caixa"),
        ("childcare", "Auxiliar de ação educativa"),
        ("cleaning", "Femme de chambre"),
    ],
)
def test_titles_in_any_language_fill_their_subject(subject: str, title: str) -> None:
    assert ask(f"3 years in {subject}", job(title, 40), months=36, subject=subject).credit == 1.0


def test_fewer_months_are_part_and_a_single_month_is_a_trace() -> None:
    asked = {"months": 36, "subject": "driving"}
    assert ask("3 years of driving", job("Driver", 14), **asked).credit == 0.5
    assert ask("3 years of driving", job("Driver", 1), **asked).credit == 0.0


def test_overlapping_positions_count_once() -> None:
    found = ask("4 years", job("Driver", 24), job("Courier", 24), months=48, subject="driving")
    assert found.credit == 0.5
    assert found.signals["exp months same"] == pytest.approx(0.5)


def test_neighbouring_years_are_part_and_foreign_years_nothing() -> None:
    asked = {"months": 24, "subject": "driving"}
    assert ask("2 years of driving", job("Warehouse operative", 60), **asked).credit == 0.5
    assert ask("2 years of driving", job("Tax adviser", 60), **asked).credit == 0.0


def test_unnamed_trade_takes_any_work_but_similar_work_is_not_any() -> None:
    assert ask("2 years of professional experience", job("Florist", 30), months=24, subject="").credit == 1.0
    assert ask("2 years in a similar role", job("Florist", 30), months=24, subject="similar role").signals["subject open"] == 0.0


def test_a_kind_is_asked_for_not_any_of_its_trade() -> None:
    asked = "Mobile developers wanted"
    assert ask(asked, job("Accounting software developer", 60)).signals["exp occupation"] < 1.0
    assert ask(asked, job("Android developer", 60)).signals["exp occupation"] == 1.0


def test_leading_people_needs_no_trade_and_in_a_trade_needs_both() -> None:
    deed = "Supervised eight staff"
    assert ask("Experience leading people", job("Florist", 30, deed)).credit == 1.0
    assert ask("Experience leading a kitchen", job("Florist", 30, deed)).credit != 1.0
    assert ask("Experience leading a kitchen", job("Head chef", 30, deed)).credit == 1.0


def test_not_every_manager_manages_people() -> None:
    assert ask("Experience managing other product managers", job("Product manager", 40)).signals["exp deed"] == 0.5
    assert ask("Experience leading people", job("Product manager", 40)).credit == 0.5
    for title in ("Restaurant manager", "Lagerleiterin", "Responsable de magasin", "Encarregado de turno"):
        assert ask("Experience leading people", job(title, 40)).credit == 1.0


def test_a_post_asked_for_by_its_title_must_have_been_held() -> None:
    scripts = "Wrote Python scripts that move the backups"
    assert ask("Experience with Python", job("System administrator", 60, scripts)).credit == 1.0
    assert ask("Having been a software developer", job("System administrator", 60, scripts)).credit == 0.5
    assert ask("Having been a software developer", job("Software developer", 60, scripts)).credit == 1.0


def test_the_setting_limits_what_the_years_are_worth() -> None:
    asked = {"months": 24, "subject": "nursing in a hospital"}
    assert ask("2 years of nursing in a hospital", job("Cook", 30, employer="City Hospital"), **asked).credit == 0.0
    assert ask("Experience in a bank", job("Analyst", 30, employer="Harbour Bank")).credit == 1.0
    assert ask("Experience in a bank", job("Analyst", 30, employer="Linden Joinery")).credit == 0.0


@pytest.mark.parametrize(
    ("text", "title", "deed"),
    [
        ("Experience coaching colleagues", "Surveyor", "Train 30 colleagues a year in the mapping tool"),
        ("Experience as a people leader", "Surveyor", "Line manage two technicians"),
        ("Anleitung von Auszubildenden", "Pflegefachfrau", "Praxisanleiterin, acht Auszubildende im Jahr"),
        ("Experience of supervising volunteers", "Archivist", "Supervise four volunteers and a placement student"),
        ("Experience managing other archivists and managers", "Archivist", "Line manage two archivists"),
    ],
)
def test_leading_and_training_are_read_in_the_present_and_in_other_languages(text: str, title: str, deed: str) -> None:
    assert ask(text, job(title, 30, deed)).credit == 1.0
    assert ask(text, job(title, 30, "Kept the index cards")).credit != 1.0


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Prior experience in local government", "Tarn and Fell Unitary Authority"),
        ("Retail experience", "Quillon Grocers"),
        ("Experience in a hospital", "Clinique du Parc"),
        ("Experience in an education setting", "Moorside Primary School"),
    ],
)
def test_employers_tell_their_setting(text: str, employer: str) -> None:
    assert ask(text, job("Analyst", 30, employer=employer)).credit == 1.0
    assert ask(text, job("Analyst", 30, employer="Linden & Sons")).credit == 0.0


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("Experience in financial services", "Harbour Bank"),
        ("Experience in a law firm", "Quillon Legal"),
        ("Experiencia en el sector industrial", "Werke Tarn"),
        ("A Big 4 background", "Deloitte"),
    ],
)
def test_words_for_a_setting_that_also_name_a_trade_ask_for_no_more_than_the_setting(text: str, employer: str) -> None:
    assert ask(text, job("Receptionist", 30, employer=employer)).credit == 1.0
    assert ask(text, job("Receptionist", 30, employer="Linden & Sons")).credit != 1.0


def test_people_led_in_a_place_of_that_kind_are_led_in_the_setting() -> None:
    text = "A supervisory role within a hotel"
    assert ask(text, job("Shift lead", 30, "Led a team of nine", employer="Hotel Miramar")).credit == 1.0
    assert ask(text, job("Shift lead", 30, "Led a team of nine", employer="Linden & Sons")).credit == 0.5


def test_work_of_the_trade_comes_only_near_one_of_its_fields() -> None:
    text = "Experience of fund accounting"
    assert ask(text, job("Accountant", 30, "Fund accounting for two trusts")).credit == 1.0
    assert ask(text, job("Accountant", 30, "Closed the month")).credit == 0.5


@pytest.mark.parametrize("text", ["Experience in the arts sector", "Residential lettings experience", "Experience of telephone services"])
def test_a_word_of_many_meanings_asks_for_no_trade(text: str) -> None:
    for title in ("Doctor", "Marketing manager", "Social worker"):
        assert ask(text, job(title, 30)).credit != 1.0


def test_years_since_qualifying_are_years_of_any_work() -> None:
    assert ask("12 months of post-registration experience", job("Nurse", 30), months=12, subject="post-registration").credit == 1.0


def test_years_in_a_setting_are_those_of_the_employers_of_its_kind() -> None:
    asked = {"months": 36, "subject": "hospitality"}
    assert ask("3 years in hospitality", job("Bookkeeper", 40, employer="Hotel Miramar"), **asked).credit == 1.0
    assert ask("3 years in hospitality", job("Bookkeeper", 20, employer="Hotel Miramar"), **asked).credit == 0.5
    assert ask("3 years in hospitality", job("Bookkeeper", 40, employer="Linden Joinery"), **asked).credit == 0.0


def test_any_trade_of_information_technology_is_experience_in_it() -> None:
    asked = {"months": 36, "subject": "progressively responsible IT experience"}
    assert ask("3 years of IT experience", job("Network administrator", 40), **asked).credit == 1.0
    assert ask("3 years of IT experience", job("Florist", 40), **asked).credit == 0.0


def test_a_month_short_of_the_amount_is_no_shortfall() -> None:
    asked = {"months": 36, "subject": "driving"}
    nearly, less = (ask("3 years of driving", job("Driver", length), **asked) for length in (35, 33))
    assert (nearly.credit, nearly.short) == (1.0, False)
    assert (less.credit, less.short) == (0.5, True)


def test_where_any_work_counts_the_latest_positions_are_named() -> None:
    found = ask("2 years of professional experience", job("Florist", 12, ago=40), job("Usher", 14), months=24, subject="")
    assert [e.text for e in found.evidence] == ["Usher", "Florist"]
    assert found.reason == "2 y 2 m of 2 y asked (lines 11, 1)"


def test_reasons_name_the_lines() -> None:
    found = ask("3 years of driving", job("Driver", 31), months=36, subject="driving")
    assert found.reason == "2 y 7 m of 3 y asked (line 1)"
    assert [e.text for e in found.evidence] == ["Driver"]


def test_a_reason_names_the_positions_whose_months_it_counts() -> None:
    jobs = [job("Driver", 40), job("Warehouse operative", 20, ago=50)]
    assert ask("2 years of driving", *jobs, months=24, subject="driving").reason == "3 y 4 m of 2 y asked (line 1)"
    many = [job("Driver", 10, ago=12 * n) for n in range(4)]
    assert ask("2 years of driving", *many, months=24, subject="driving").reason.endswith(", …)")


def test_reasons_for_a_part_say_what_lacks() -> None:
    assert ask("Experience in a bank", job("Analyst", 30, employer="Linden Joinery")).reason == "no position bears on it"
    neighbour = ask("2 years of driving", job("Warehouse operative", 60), months=24, subject="driving")
    assert "neighbouring work" in neighbour.reason
    setting = ask("Bookkeeping in a bank", job("Bookkeeper", 30, employer="Linden Joinery"))
    assert setting.credit == 0.5
    assert setting.reason.endswith("the setting asked for is not shown")


def test_undated_work_in_the_subject_is_part_and_a_bare_heading_is_left_open() -> None:
    title = Statement("Driver", 1, "work[0]", "work", position=0)
    seen = view(Profile("p", positions=(Position("Driver", line=1, date_line=1, lines=(1,)),), statements=(title,), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    asked = Need("experience", "2 years of driving", ("2 years of driving",), months=24, subject="driving")
    assert experience.look(asked, seen, near).credit == 0.5
    assert ask("Experience", job("Driver", 30)).credit is None


def test_a_range_from_nought_is_filled_by_who_has_none_yet() -> None:
    found = ask("0 - 2 years of sales", job("Student assistant", 3), months=0, subject="sales")
    assert (found.credit, found.reason) == (1.0, "no least amount is asked for")
    assert ask("1 - 2 years of sales", job("Student assistant", 3), months=12, subject="sales").credit == 0.0


@pytest.mark.parametrize(
    ("text", "employer", "credit"),
    [
        ("Experience in consumer electronics", "Panasonic Nordic", 1.0),
        ("Experience in consumer electronics", "Panorama Bakery", 0.0),
        ("Background in the pharmaceutical industry", "Novo Nordisk A/S", 1.0),
        ("Experience in the aerospace sector", "Airbus Defence and Space", 1.0),
        ("Erfahrung in der Versicherungsbranche", "Allianz SE", 1.0),
    ],
)
def test_a_well_known_employer_tells_its_sector(text: str, employer: str, credit: float) -> None:
    assert ask(text, job("Analyst", 30, employer=employer)).credit == credit


def test_growing_responsibility_names_no_trade() -> None:
    asked = {"months": 60, "subject": "progressively responsible experience"}
    assert ask("Five years of progressively responsible experience", job("Baker", 70), **asked).credit == 1.0


def test_years_that_no_number_names_ask_for_two_at_least() -> None:
    asked = "Mehrjährige Erfahrung als Fahrer"
    assert [ask(asked, job("Driver", length), subject=asked).credit for length in (1, 9, 30)] == [0.0, 0.5, 1.0]
    assert ask("Erfahrung als Fahrer", job("Driver", 9), subject="Fahrer").credit == 1.0


def test_a_subject_named_beside_its_setting_must_be_shown_too() -> None:
    asked = {"months": 24, "subject": "public relations agency"}
    assert ask("2 years in a public relations agency", job("Accountant", 30, employer="Brillo Agency"), **asked).credit != 1.0
    assert ask("2 years at an agency", job("Accountant", 30, employer="Brillo Agency"), months=24, subject="agency").credit == 1.0


def test_months_in_the_setting_are_those_of_the_subject_there() -> None:
    jobs = (job("Bookkeeper", 24, employer="City Hospital"), job("Bookkeeper", 24, employer="Linden Joinery", ago=24))
    found = ask("2 years of bookkeeping in a hospital", *jobs, months=24, subject="bookkeeping in a hospital")
    assert found.signals["exp months same"] == pytest.approx(2.0)
    assert found.signals["exp months setting"] == pytest.approx(1.0)


def test_a_title_in_the_words_asked_for_tells_how_long_such_a_post_was_held() -> None:
    asked = {"months": 24, "subject": "kiln operator"}
    found = ask("2 years as a kiln operator", job("Operator of a brick kiln", 12), job("Gardener", 40, ago=12), **asked)
    assert (found.signals["exp titled"], found.signals["exp months titled"]) == (1.0, pytest.approx(0.5))


def test_the_name_of_the_firm_is_no_work_done() -> None:
    named = ask("2 years of bookkeeping", job("Receptionist", 30, employer="Moss Bookkeeping"), months=24, subject="bookkeeping")
    done = job("Receptionist", 30, "Bookkeeping for three shops", employer="Moss Bookkeeping")
    assert named.signals["named months ratio"] == 0.0
    assert ask("2 years of bookkeeping", done, months=24, subject="bookkeeping").signals["named months ratio"] > 1.0


@pytest.mark.parametrize(
    ("text", "title", "credit"),
    [
        ("Experience in customer-facing roles", "Sales assistant", 1.0),
        ("Erfahrung in der Finanzbuchhaltung", "Finanzbuchhalterin", 1.0),
        ("Customer service experience", "Barista", 1.0),
        ("HGV driving experience", "Delivery driver", 0.5),
        ("HGV driving experience", "Berufskraftfahrer", 1.0),
        ("Driving experience", "Lorry driver", 1.0),
        ("Experience in supplier quality", "Responsable qualité", 1.0),
        ("Experience in an EdTech company", "Class teacher", 0.5),
        ("Nursing experience", "Certified Nursing Assistant", 0.5),
        ("Experience as a nursing assistant", "Certified Nursing Assistant", 1.0),
        ("Previous experience in a dispatch role", "Warehouse operative", 0.5),
        ("Previous experience in a dispatch role", "Transport planner", 1.0),
    ],
)
def test_near_trades_are_told_apart(text: str, title: str, credit: float) -> None:
    assert ask(text, job(title, 30)).credit == credit


def test_corporate_finance_names_no_large_firm() -> None:
    assert ask("Corporate finance experience", job("Financial analyst", 30)).signals["exp setting"] == -1.0
    assert ask("Experience in a corporate environment", job("Financial analyst", 30)).signals["exp setting"] == 0.0


def test_leading_in_a_trade_is_near_where_one_of_both_is_only_likely() -> None:
    asked = {"months": 24, "subject": "managing administrative staff"}
    assert ask("2 years of managing administrative staff", job("Administrator", 30, "Trained a temp"), **asked).credit == 0.5
    assert ask("2 years of managing administrative staff", job("Administrator", 30, "Supervised four clerks"), **asked).credit == 1.0


def test_enough_years_of_a_subject_must_lie_in_the_setting_asked_for() -> None:
    asked = {"months": 24, "subject": "bookkeeping in a hospital"}
    elsewhere = (job("Bookkeeper", 30, employer="Linden Joinery"), job("Bookkeeper", 10, employer="City Hospital", ago=30))
    assert ask("2 years of bookkeeping in a hospital", *elsewhere, **asked).credit == 0.5
    assert ask("2 years of bookkeeping in a hospital", job("Bookkeeper", 30, employer="City Hospital"), **asked).credit == 1.0


def test_people_led_and_sums_are_held_against_those_asked_for() -> None:
    text = "Experience leading a team of 10 or more people"
    for deed, short in (("Led a crew of 4", True), ("Led a crew of 12", False), ("Led the crew", False)):
        told = view(Profile("p", statements=(Statement(deed, 2, source="work"),)))
        assert weighed(ask(text, job("Foreman", 30, deed)), told).short is short


@pytest.mark.parametrize(
    "text", ["Recent driving experience", "Driving within the last 3 years", "Fahrpraxis (driving) in den letzten drei Jahren"]
)
def test_what_must_be_recent_is_not_long_past(text: str) -> None:
    assert ask(text, job("Driver", 30, ago=100), subject="driving").short
    assert not ask(text, job("Driver", 30), subject="driving").short
    assert not ask("Driving experience", job("Driver", 30, ago=100), subject="driving").short


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Experience in banking or insurance", "Proyectos en dos bancos y una aseguradora"),
        ("Healthcare experience", "Dossiers du personnel d'un centre hospitalier"),
        ("Public sector experience", "Projekte für Behörden und eine Stadtverwaltung"),
        ("Experience in the education sector", "Apoio informático a três escolas"),
        ("Logistics experience", "Inventur im Lager"),
    ],
)
def test_deeds_tell_their_setting_in_any_language(text: str, deed: str) -> None:
    assert ask(text, job("Analyst", 30, deed)).credit == 1.0
    assert ask(text, job("Analyst", 30, "Geschäftsführung eines Familienbetriebs")).credit != 1.0
