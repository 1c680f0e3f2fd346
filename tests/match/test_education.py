"""Degrees: level, field, state, and years of work in their place."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import education
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.types import Credential, Degree, Need, NeedMatch, Position, Profile, Span, Statement
from jobfit.vocabulary import degrees

NOW = 2025 * 12 + 5


def ask(text: str, *courses: Degree, prose: str = "", close: float = 0.0, **asked: object) -> NeedMatch:
    """Judge a need for a degree; ``close`` is the cosine of the text with a post of six years."""
    job = Position("Planner", "Acme", "", Span(NOW - 72, NOW, ongoing=True), line=20)
    said = [Statement("Planner", 20, "work[0].position", "work", position=0)]
    said += [Statement(f"{c.title}, {c.field}", c.line, "", "education") for c in courses]
    said += [Statement(prose, 40, "", "summary")] if prose else []
    seen = view(Profile("p", positions=(job,), education=courses, statements=tuple(said), as_of=NOW))
    vectors = {t: np.array([close, (1 - close**2) ** 0.5], np.float32) for t in seen.texts}
    near = Near(vectors | {text: np.array([1, 0], np.float32)}, seen.units)
    need = Need("education", text, level=degrees.level_of(text), fields=tuple(sorted(degrees.fields_of(text))))
    return education.look(Need(**{**{f: getattr(need, f) for f in need.__slots__}, **asked}), seen, near)


def course(title: str, field: str, level: str, *, finished: bool | None = True, span: Span | None = None) -> Degree:
    return Degree(title, level, field, "", span, finished, 50, "education[0]")


@pytest.mark.parametrize(
    ("text", "held", "credit"),
    [
        ("Bachelor's degree in biology", course("BSc", "Biology", "bachelor"), 1.0),
        ("Bachelor's degree in biology", course("PhD", "Microbiology", "doctorate"), 1.0),
        ("Master's degree in biology", course("BSc", "Biology", "bachelor"), 0.5),
        ("PhD in biology", course("BSc", "Biology", "bachelor"), 0.0),
        ("Bachelor's degree in biology", course("BA", "Law", "bachelor"), 0.0),
        ("Bachelor's degree in biology", course("BSc", "Chemistry", "bachelor"), 0.5),
        ("Bachelor's degree in biology or a related field", course("BSc", "Chemistry", "bachelor"), 0.85),
        ("Bachelor's degree in a quantitative field", course("BSc", "Physics", "bachelor"), 1.0),
        ("Bachelor's degree in any field", course("BA", "Law", "bachelor"), 1.0),
        ("Bachelor's degree", course("BA", "Law", "bachelor"), 1.0),
        ("High school diploma", course("Diploma", "Nursing", "associate"), 1.0),
        ("Bachelor's degree in accounting", course("Juris Doctor", "Law, with electives in tax", "doctorate"), 0.0),
    ],
)
def test_level_and_field(text: str, held: Degree, credit: float) -> None:
    found = ask(text, held)
    assert found.credit == credit
    assert [e.line for e in found.evidence] == ([50] if credit else [])


def test_a_course_under_way_is_half_and_one_left_is_nothing() -> None:
    assert ask("Bachelor's degree in biology", course("BSc, 96 of 120 credits done", "Biology", "bachelor", finished=None)).credit == 0.5
    assert ask("Bachelor's degree in biology", course("BSc", "Biology", "bachelor", span=Span(NOW - 12, NOW + 20))).credit == 0.5
    assert ask("Bachelor's degree in biology", course("BSc, left after a year", "Biology", "bachelor", finished=False)).credit == 0
    enrolled = course("BSc", "Biology", "bachelor", finished=False)
    assert ask("Currently enrolled in a bachelor's degree in biology", enrolled).credit == 1


@pytest.mark.parametrize(
    "said", ["Estudiante avanzada de Contador Público", "Contadora pública, 30 de 38 materias", "Contador público, carrera trunca"]
)
def test_a_course_of_latin_america_may_be_under_way_or_left(said: str) -> None:
    assert (ask("Bachelor's degree in accounting", prose=said).credit or 0.0) < 1


@pytest.mark.parametrize(("close", "credit"), [(0.8, 0.85), (0.1, 0.0)])
def test_years_in_the_field_stand_in_where_the_text_lets_them(close: float, credit: float) -> None:
    text = "Bachelor's degree in biology or equivalent experience"
    assert ask(text, close=close, equivalent=True).credit == credit
    assert ask(text, close=close).credit == 0


def test_years_of_experience_do_not_name_the_field() -> None:
    assert ask("Bachelor's degree with 5 years of experience in logistics", course("BA", "Law", "bachelor")).credit == 1


def test_a_degree_in_prose_counts_and_teaching_at_a_school_does_not() -> None:
    assert ask("PhD in physics", prose="Physicist, PhD in physics").credit == 1
    assert ask("PhD in physics", prose="Taught PhD students in physics").credit == 0


def test_a_reason_quotes_with_single_spaces() -> None:
    assert "BSc Biology (line 50)" in ask("Bachelor's degree in biology", course("BSc  ", "Biology", "bachelor")).reason


def test_words_that_a_course_goes_on_outweigh_how_its_dates_were_read() -> None:
    going = course("BSc, in progress, evenings", "Biology", "bachelor")
    assert ask("Bachelor's degree in biology", going).credit == 0.5
    assert ask("Bachelor's degree in biology", course("BSc", "Biology", "bachelor")).credit == 1.0


def test_a_line_labelled_as_education_names_a_course_wherever_it_stands() -> None:
    said = Statement("Education: BSc Biology, Aldbury College, 2011-2014. Also a course in weaving.", 30, "work[0]", "work", position=0)
    job = Position("Planner", "Acme", "", Span(NOW - 72, NOW, ongoing=True), line=20)
    seen = view(Profile("p", positions=(job,), statements=(said,), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    text = "Bachelor's degree in biology"
    found = education.look(Need("education", text, level="bachelor", fields=tuple(sorted(degrees.fields_of(text)))), seen, near)
    assert found.credit == 1.0
    assert [e.line for e in found.evidence] == [30]


def test_what_may_stand_in_for_a_degree_asks_for_none() -> None:
    held = course("BA", "Law", "bachelor")
    assert ask("6 years of experience may stand in for the degree", held, level="bachelor").credit is None
    assert ask("Bachelor's degree; 6 years of experience may stand in for it", held, level="bachelor").credit == 1.0


def test_marks_alone_ask_for_no_degree_and_a_language_certificate_is_none() -> None:
    assert ask("A GPA of 3.2 or better", course("BA", "Law", "bachelor")).credit is None
    tongue = course("Staatsexamen Nederlands als tweede taal", "", "master")
    assert ask("Master's degree", tongue).credit == 0.0


def test_a_label_alone_is_no_course() -> None:
    seen = "Ausbildung: betreue seit 2022 die Lehrlinge."
    assert ask("Abgeschlossene Ausbildung", prose=seen, level="vocational").credit == 0.0


def test_a_certificate_of_the_field_without_a_level_is_part() -> None:
    held = course("Certificate, evening course", "Data science", "")
    found = ask("Bachelor's degree in data science", held)
    assert found.credit == 0.5
    assert found.reason.endswith("is of the field, its level not named")
    assert ask("Bachelor's degree in law", held).credit == 0.0


@pytest.mark.parametrize(
    ("text", "held", "credit"),
    [
        ("Educated to degree level, or equivalent experience in falconry law", course("BA", "Philosophy", "bachelor"), 1.0),
        ("Master's degree (MBA, MPH, MS)", course("MSc", "Botany", "master"), 1.0),
        ("Bachelor's degree in statistics or a related quantitative field", course("BSc", "Chemistry", "bachelor"), 0.85),
        ("Master's degree", course("BA", "Philosophy", "bachelor"), 0.2),
        ("Abgeschlossenes Studium des Maschinenbaus", course("BEng", "Mechanical engineering", "bachelor"), 1.0),
        ("Baccalauréat en informatique ou dans une discipline connexe", course("BA", "Philosophy", "bachelor"), 0.0),
    ],
)
def test_what_stands_beside_the_subject_of_a_degree_is_no_subject(text: str, held: Degree, credit: float) -> None:
    found = ask(text, held, fields=tuple(sorted(degrees.fields_asked(text))))
    assert found.credit == credit


def test_a_title_before_a_name_adds_nothing_to_the_degrees_listed() -> None:
    assert ask("Doctorate in theology", course("PhD", "Chemistry", "doctorate"), prose="Ana Roldan, Ph.D.").credit == 0
    assert ask("Doctorate in theology", prose="Ana Roldan, Ph.D.").credit == 0.5


def test_an_instrument_is_no_degree() -> None:
    assert not degrees.find("Ran the GC-MS and the ICP-MS")
    assert not degrees.find("18th edition, BS 7671")


def test_french_levels_by_years_after_school() -> None:
    assert [degrees.level_of(f"Diplôme de niveau Bac+{years}") for years in (2, 3, 5)] == ["associate", "bachelor", "master"]


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("Abgeschlossene Ausbildung zur Pflegefachkraft", "Examinierte Pflegefachfrau, 2019", 0.9),
        ("An award in otter keeping", "Award in otter keeping, 2021", 0.85),
        ("Bachelor's degree in otter keeping", "Award in otter keeping, 2021", 0.0),
    ],
)
def test_a_paper_stands_for_a_training_but_not_for_a_degree(text: str, line: str, credit: float) -> None:
    seen = view(Profile("p", statements=(Statement(line, 9, "", "certificate"),), as_of=NOW))
    near = Near({t: np.zeros(2, np.float32) for t in [*seen.texts, text]}, seen.units)
    need = Need("education", text, level=degrees.level_of(text), fields=tuple(sorted(degrees.fields_asked(text))))
    assert education.look(need, seen, near).credit == credit


def test_a_course_left_contradicts_unless_work_may_stand_in() -> None:
    left = course("BA (left after a year)", "History", "bachelor", finished=False)
    assert ask("Bachelor's degree in history", left).contradicted
    assert not ask("Bachelor's degree in history or equivalent experience", left, equivalent=True).contradicted


def test_years_of_work_are_no_other_paper_unless_in_a_post_of_the_field() -> None:
    asked = {"level": "vocational", "equivalent": True}
    assert ask("Ausbildung in der Logistik oder vergleichbare Qualifikation", close=0.9, **asked).credit == 0
    assert ask("Ausbildung in der Logistik oder vergleichbare Berufserfahrung", close=0.9, **asked).credit == 0.85


@pytest.mark.parametrize(
    ("title", "months", "credit"), [("Diploma (2 years)", 8, 1.0), ("Diploma", 21, 1.0), ("Diploma", 8, 0.5), ("Certificate", 21, 0.5)]
)
def test_a_diploma_of_two_years_is_of_an_associates_level(title: str, months: int, credit: float) -> None:
    held = course(title, "Accounting", "", span=Span(NOW - 90, NOW - 90 + months))
    assert ask("Associate's degree in accounting", held).credit == credit


def test_a_trade_learnt_is_near_to_other_trades_and_not_the_same() -> None:
    trained = course("Ausbildung zum Elektroniker", "", "vocational")
    assert ask("Apprenticeship-trained electrician", trained).credit == 1
    assert ask("Vocational training in electrical engineering", trained).credit == 1
    assert ask("Apprenticeship as a plumber", trained).credit == 0.5
    assert ask("Apprenticeship in hairdressing", trained).credit == 0


@pytest.mark.parametrize(
    ("paper", "credit"),
    [
        ("Fachkraft für Lagerlogistik (IHK)", 1.0),
        ("Kauffrau für Büromanagement", 1.0),
        ("Elektroniker für Betriebstechnik (HWK)", 1.0),
        ("Ausbildereignung (IHK)", 0.0),
        ("Fachkraft für Arbeitssicherheit", 0.0),
    ],
)
def test_a_trade_learnt_needs_no_word_of_training_among_papers(paper: str, credit: float) -> None:
    said = Statement(paper, 12, "certificates[0].name", "certificate")
    seen = view(Profile("p", statements=(said,), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    assert education.look(Need("education", "Abgeschlossene Berufsausbildung", level="vocational"), seen, near).credit == credit


def test_who_has_learnt_a_trade_says_so_in_many_ways() -> None:
    for said in (
        "Gelernter Elektriker mit zwölf Jahren auf Baustellen",
        "Habe eine Lehre zum Tischler gemacht",
        "Umschulung zur Bürokauffrau 2019",
    ):
        assert ask("Abgeschlossene Berufsausbildung", prose=said).credit == 1.0
    assert ask("Abgeschlossene Berufsausbildung", prose="Aktuell in Ausbildung zum Fachinformatiker").credit == 0.5
    assert ask("Abgeschlossene Berufsausbildung", prose="Abgebrochenes Studium der Biologie").credit == 0.0


@pytest.mark.parametrize(
    "said",
    ["Quereinsteiger, keine abgeschlossene Ausbildung", "I have no bachelor's degree but much practice", "Never finished my bachelor"],
)
def test_a_degree_that_is_denied_is_none(said: str) -> None:
    assert ask("Abgeschlossene Berufsausbildung", prose=said).credit == 0.0


@pytest.mark.parametrize(
    ("title", "span", "credit"),
    [
        ("Auszubildende zur Kfz-Mechatronikerin", Span(NOW - 90, NOW - 54), 1.0),
        ("Apprentice electrician", Span(NOW - 90, NOW - 54), 1.0),
        ("Apprentice electrician", Span(NOW - 20, NOW, ongoing=True), 0.5),
        ("Apprentice electrician", Span(NOW - 90, NOW - 86), 0.0),
        ("Apprentice coordinator", Span(NOW - 90, NOW - 54), 0.0),
    ],
)
def test_an_apprenticeship_may_stand_among_the_posts(title: str, span: Span, credit: float) -> None:
    post = Position(title, "Acme", "", span, line=20)
    seen = view(Profile("p", positions=(post,), statements=(Statement(title, 20, "work[0].position", "work", position=0),), as_of=NOW))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    assert education.look(Need("education", "Completed apprenticeship", level="vocational"), seen, near).credit == credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Bäckermeister (HWK), laufender Lehrgang", 0.5),
        ("Bäckermeister (HWK), Prüfung voraussichtlich im Juli", 0.5),
        ("Bäckermeister (HWK), vorzeitig beendet", 0.0),
        ("Bäckermeister (HWK)", 1.0),
    ],
)
def test_german_says_in_its_own_words_that_a_course_runs_or_was_left(line: str, credit: float) -> None:
    assert ask("Abgeschlossene Meisterausbildung im Bäckerhandwerk", prose=line).credit == credit


def test_a_training_of_no_known_field_is_not_any_degree() -> None:
    assert ask("Training in beekeeping", course("MSc", "Midwifery", "master")).credit == 0.2
    assert ask("Kochlehre", course("Bäckerlehre", "", "vocational")).credit == 1
    assert ask("Kochlehre", course("Tischlerlehre", "", "vocational")).credit == 0


def test_a_bare_grado_is_a_bachelors_and_no_middle_one() -> None:
    assert ask("Bachelor's degree in education", course("Grado", "Magisterio", "")).credit == 1
    assert ask("Bachelor's degree in education", course("Grado medio", "Magisterio", "")).credit < 1


def test_a_course_that_runs_is_what_is_asked_for_where_it_should_run() -> None:
    runs = course("Masterstudium", "Statistik", "master", finished=False)
    assert ask("Laufendes Masterstudium der Statistik", runs).credit == 1
    assert ask("Abgeschlossenes Masterstudium der Statistik", runs).credit == 0.5


@pytest.mark.parametrize(
    ("text", "line", "credit"),
    [
        ("GCSE English and Maths at grade C/4 or above", "8 GCSEs including English B and Maths C (2015)", 1.0),
        ("GCSE English and Maths at grade C/4 or above", "6 GCSEs including English C, Maths E (2010)", 0.5),
        ("GCSEs in Maths and English (grade 5)", "GCSE Mathematics (6), English Language 4", 0.5),
        ("GCSE Maths and English", "7 GCSEs, 2012", 1.0),
    ],
)
def test_grades_at_school_by_subject(text: str, line: str, credit: float) -> None:
    assert ask(text, course("GCSEs", line.removeprefix("GCSE "), "school")).credit == credit


def test_a_numbered_qualification_may_stand_among_papers() -> None:
    text = "Level 5 diploma in care leadership (or studying for it)"
    paper = Credential("Level 5 diploma in care leadership, started February 2025", "", None, None, 60, finished=False)
    held = Profile("p", credentials=(paper,), statements=(Statement(paper.name, 60, "certificates[0].name", "certificate"),), as_of=NOW)
    seen = view(held)
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    assert (education.look(Need("education", text, level=degrees.level_of(text)), seen, near).credit or 0) >= 0.8


def test_a_degree_below_the_one_asked_for_falls_short_unless_work_may_stand_in() -> None:
    held = course("BSc", "Biology", "bachelor")
    assert ask("Master's degree in biology", held).short
    assert not ask("Master's degree in biology or equivalent experience", held, equivalent=True).short
    assert not ask("Bachelor's degree in biology", held).short
