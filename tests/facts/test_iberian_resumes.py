"""Résumés as people in Spain, Portugal and Latin America write them: headings, and months with two figures of the year."""

from __future__ import annotations

from datetime import date

import pytest

from jobfit.facts import read_profile
from jobfit.facts.courses import title_and_field
from jobfit.facts.dates import Point, find_ranges
from jobfit.facts.headings import heading_of
from jobfit.read import read


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Trayectoria laboral", "work"),
        ("Prácticas profesionales", "work"),
        ("Otros trabajos", "work"),
        ("Antecedentes académicos", "education"),
        ("Habilitações académicas", "education"),
        ("Escolaridad:", "education"),
        ("Carnés profesionales", "certificates"),
        ("Resumo de qualificações", "skills"),
        ("Línguas estrangeiras", "languages"),
        ("Acerca de mí", "summary"),
        ("Trabalho voluntário", "volunteer"),
        ("Informações complementares", "other"),
    ],
)
def test_a_heading_says_what_stands_under_it(heading: str, kind: str) -> None:
    assert heading_of(heading) == kind


@pytest.mark.parametrize("line", ["mar/19 - fev/21", "Pasteleira (mar/19 a fev/21)", "mar/19 até fev/21"])
def test_a_month_in_letters_may_have_two_figures_of_the_year_behind_a_stroke(line: str) -> None:
    found = find_ranges(line)
    assert [(each.start, each.end) for each in found] == [(Point(2019, 3), Point(2021, 2))]


@pytest.mark.parametrize("line", ["abr/20 – atual", "abril de 2020 até ao momento", "04/2020 a la fecha", "abril 2020 hasta el presente"])
def test_what_goes_on_has_no_end(line: str) -> None:
    (found,) = find_ranges(line)
    assert found.ongoing
    assert found.start == Point(2020, 4)


def test_a_share_is_no_month() -> None:
    assert find_ranges("Metas cumplidas: 9/12 - 11/12 trimestres") == []


def test_a_job_among_other_things_takes_no_line_above_for_its_title() -> None:
    text = """Nuria Solís
        Experiencia laboral
        2010 - 2013 Cocinera, Mesón Alto, Soria
        - Menús del día para noventa personas
        Otros datos
        Instaladora habilitada, carnet en vigor
        Monitora voluntaria de atletismo desde 2014
        """
    found = read_profile(read("cv.txt", data=text.encode())[0], date(2025, 6, 1))
    assert not any("Instaladora" in each.title for each in found.positions)


@pytest.mark.parametrize(
    ("line", "title", "field"),
    [
        ("Pós-graduação (MBA) em Logística, Faculdade do Vale, 2019", "Pós-graduação", "Logística"),
        ("CET de Refrigeração, ATEC, 2019", "CET", "Refrigeração"),
    ],
)
def test_the_name_of_a_course_ends_before_its_subject(line: str, title: str, field: str) -> None:
    assert title_and_field(line) == (title, field)
