"""Names of papers, schools, languages and amounts in Spanish and Portuguese."""

from __future__ import annotations

import pytest

from jobfit.vocabulary import amounts, credentials, degrees, languages, skills


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Operadora de empilhadeira, reciclagem em dia", "forklift licence"),
        ("Carné de carretilla frontal", "forklift licence"),
        ("Curso de trabajos en altura (8 h)", "working at heights certificate"),
        ("Carnet de manipuladora de alimentos", "food hygiene certificate"),
        ("Certificado negativo de delincuentes sexuales", "working with children check"),
        ("CAP de mercancías en vigor", "driver cpc"),
        ("Tarjeta profesional de la construcción", "cscs card"),
        ("Contabilista certificada", "crc registration"),
        ("Licencia de conducir profesional", "driving licence b"),
    ],
)
def test_a_paper_is_known_by_its_own_name(text: str, name: str) -> None:
    assert name in {hit.name for hit in credentials.find(text)}


def test_the_greater_belt_holds_the_lesser() -> None:
    assert "six sigma yellow belt" in credentials.implied("six sigma black belt")


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("Técnica en Cuidados Auxiliares de Enfermería", "vocational", "nursing"),
        ("Tecnicatura en Mecatrónica", "associate", "electrical engineering"),
        ("CET em Refrigeração", "associate", "plumbing"),
        ("Contadora pública", "bachelor", "finance"),
        ("Licenciado en Educación Física", "bachelor", "health"),
        ("Preparatoria", "school", ""),
        ("Especialização em Saúde Pública", "master", "health"),
    ],
)
def test_a_title_has_its_level_and_subject(text: str, level: str, field: str) -> None:
    assert degrees.level_of(text) == level
    assert not field or field in degrees.fields_of(text)


def test_a_code_of_the_scale_goes_before_a_word() -> None:
    assert languages.level_of("A2, aunque leo con fluidez") == "A2"
    assert languages.level_of("fluida") == "C1"


def test_levels_are_read_in_both_languages() -> None:
    found = {item.code: item.level for item in languages.find("Francês: noções básicas; Italiano: intermédio; Alemán: nivel elemental")}
    assert found == {"fr": "A2", "it": "B1", "de": "A2"}


@pytest.mark.parametrize("text", ["al menos un año llevando una ruta", "pelo menos um ano como padeiro", "mínimo un año en cocina"])
def test_a_single_year_is_an_amount(text: str) -> None:
    assert [amount.months for amount in amounts.find(text)] == [12]


def test_the_length_of_a_contract_is_no_experience() -> None:
    assert amounts.find("12 meses de contrato prorrogables") == []


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("conciliaciones bancarias", "bank reconciliation"),
        ("esquemas elétricos", "electrical schematics"),
        ("testes unitários", "unit testing"),
    ],
)
def test_a_skill_is_the_same_in_any_language(spanish: str, english: str) -> None:
    assert {hit.name for hit in skills.find(spanish)} & {hit.name for hit in skills.find(english)}
