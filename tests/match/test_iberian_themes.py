"""Deeds and titles in Spanish and Portuguese, and the themes, settings and occupations that they show."""

from __future__ import annotations

import pytest

from jobfit.match import cues


@pytest.mark.parametrize(
    ("file", "text", "family"),
    [
        ("themes", "Elaboraba los cuadrantes de treinta compañeros", "scheduling staff and shifts"),
        ("themes", "Fecho de caixa e depósito no banco", "cash and till"),
        ("themes", "Emissão de notas fiscais e boletos", "invoices payable and receivable"),
        ("themes", "Cierre contable y conciliación bancaria", "closing the books"),
        ("themes", "Montei quadros elétricos em três prédios", "electrical installation"),
        ("themes", "Mudanças de fralda e banho aos utentes", "personal care and support"),
        ("themes", "Reposición de lineales por la mañana", "filling shelves"),
        ("themes", "Roteirização de vinte caminhões", "dispatch and routes"),
        ("themes", "Dueña de un negocio familiar de comidas", "running a small business"),
        ("themes", "Aulas particulares de reforço escolar", "tutoring"),
        ("settings", "Supermercado El Olivo", "retail setting"),
        ("settings", "Agrupamento de Escolas do Monte", "education setting"),
        ("occupations", "Cozinheira", "cooking"),
        ("occupations", "Peluquera", "beauty"),
        ("occupations", "Conductora de autobús", "driving"),
        ("occupations", "Analista contábil", "accounting"),
    ],
)
def test_a_line_shows_what_it_tells_of(file: str, text: str, family: str) -> None:
    assert family in cues.of_role(file, text, "title" if file == "occupations" else "shows")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Limpieza de datos en una hoja de cálculo", "housekeeping and cleaning"),
        ("She sat down with suppliers", "tax"),
        ("I'd rather ask twice", "research and development"),
        ("A cup of tea for the night shift", "special needs education"),
    ],
)
def test_a_word_of_another_language_shows_nothing(text: str, family: str) -> None:
    assert family not in cues.of_role("themes", text, "shows")
