"""German, French, Spanish and Portuguese postings as their authors write them: without bullets, in their own words, in small print."""

from __future__ import annotations

import pytest

from jobfit.parse.cues import has
from jobfit.parse.headings import heading_class
from jobfit.parse.sentences import sentences
from jobfit.parse.titles import numbered
from jobfit.parse.wishes import wish
from jobfit.parse.wrap import Row
from jobfit.read.marks import split_mark


def test_a_spanish_notice_without_a_heading(parsed):
    posting = parsed(
        "TALLERES NOGAL solicita TAPICERO(A) DE MUEBLES para su planta de Celaya.\n\n"
        "Buscamos una persona que tenga secundaria terminada, con 3 años en tapicería y que maneje la máquina recta. "
        "Disponibilidad para rolar turnos. Deseable que sepa cortar piel.\n"
        "Te encargarás de: forrar sillones y reparar cojines.\n"
        "OFRECEMOS: sueldo semanal, prestaciones de ley y comedor.\n"
        "Interesados enviar CV al correo del taller, contratación inmediata."
    )
    assert posting.title == "TAPICERO(A) DE MUEBLES"
    assert posting.company == "TALLERES NOGAL"
    assert [r.kind for r in posting.requirements] == ["required", "required", "nice"]


def test_a_portuguese_notice_of_a_grant(found):
    required, nice = found(
        "# Bolsa de doutoramento em Geologia\n\n"
        "O Instituto de Minas abre concurso para uma bolsa no âmbito do projeto PIRITE, nas seguintes condições:\n\n"
        "Requisitos de admissão: Podem candidatar-se licenciados em Geologia. É condição de admissão a posse de carta de condução.\n\n"
        "Perfil: Pretende-se alguém com bons conhecimentos de cartografia. Constitui fator de preferência a experiência em minas.\n\n"
        "Plano de trabalhos: Recolha de amostras e redação de relatórios.\n\n"
        "Prazo de candidatura: As candidaturas devem ser enviadas até 3 de maio, com carta de motivação e curriculum vitae.",
        "md",
    )
    assert [text.split()[0] for text in required] == ["Podem", "Pretende-se"]
    assert "carta de condução" in required[0]
    assert [text.split()[0] for text in nice] == ["Constitui"]


def test_the_sentences_of_a_long_german_paragraph_stay_whole(found):
    asked = (
        "Gesucht wird jemand mit abgeschlossener Ausbildung zum Schriftsetzer oder vergleichbarem Abschluss, der mindestens drei Jahre "
        "Druckerfahrung mitbringt und schon einmal ein kleines Magazin betreut hat."
    )
    text = (
        "Druckerei Amsel, Stelle als Mediengestalter (m/w/d). Sie arbeiten an zwei Maschinen.\n\n"
        f"Wir sind seit 1974 am Markt und drucken Bücher, Kalender und Plakate für Verlage in der ganzen Region. {asked} "
        "Geboten werden ein sicherer Platz, kurze Wege und ein Zuschuss zur Fahrkarte, dazu Obst und ein Garten hinter dem Haus."
    )
    required, _ = found(text)
    assert required == [asked]


def test_what_follows_a_labelled_paragraph_of_duties_is_no_duty(found):
    required, _ = found(
        "Auxiliar de cocina\n\nRequisitos\n- Un año de experiencia en cocina\n- Buena higiene\n\n"
        "Actividades: pelar, cortar, limpiar el horno y ordenar la cámara.\n\n"
        "Es imprescindible vivir cerca y tener disponibilidad los domingos."
    )
    assert any("vivir cerca" in text for text in required)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Das müssen Sie haben", "required"),
        ("Was du mitbringen solltest", "default"),
        ("Unser Angebot an Sie", "other"),
        ("Prérequis indispensables", "required"),
        ("Et toi dans tout ça ?", "default"),
        ("Les petits plus", "nice"),
        ("Ce qu'on te propose", "other"),
        ("Requisitos imprescindibles", "required"),
        ("¿Qué buscamos?", "default"),
        ("Se valorará positivamente", "nice"),
        ("Requisitos de admissão", "required"),
        ("Quem procuramos", "default"),
        ("Seria um diferencial", "nice"),
        ("Etapas do processo", "other"),
    ],
)
def test_headings_of_four_languages(heading, kind):
    assert heading_class(heading)[0] == kind


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("CNH B? Melhor ainda!", "all"),
        ("Escreva bem e fale melhor ainda", ""),
        ("Si vous connaissez la greffe, tant mieux", "all"),
        ("Si conoces el telar, mucho mejor", "all"),
        ("Wer schon einmal gesponnen hat, umso besser", "all"),
        ("Webstuhl und Spinnrad sind dir idealerweise schon begegnet.", "all"),
        ("Erfahrung am Webstuhl, idealerweise in einer Weberei gesammelt", "part"),
    ],
)
def test_wishes_in_everyday_words(text, wished):
    assert wish(text) == wished


def test_bold_counted_lines_are_headings_whatever_they_say():
    rows = [Row(text, n, n, mark, bold=bool(mark)) for n, (mark, text) in enumerate([
        ("1.", "Lo que dice la ley"), ("", "Un título de grado en Química y el máster que habilita para dar clase."),
        ("2.", "Lo que decimos aquí"), ("", "Paciencia, buen humor y ganas de montar experimentos con los pequeños."),
        ("3.", "Lo demás"), ("", "Un patio con árboles, comedor propio y grupos de veinte."),
    ])]  # fmt: skip
    assert numbered(rows) == {0, 2, 4}


def test_an_ordinal_is_no_list_mark():
    assert split_mark("3.º de Primaria") == ("", "3.º de Primaria")


def test_kinds_of_employment_side_by_side_are_no_heading(found):
    required, _ = found(
        "# Costurera\n\nTaller Mimbre – Cuenca\n\nContrato indefinido Jornada completa Presencial\n\n"
        "Taller con treinta años de oficio solicita costurera:\n"
        "* Un año de experiencia con máquina plana\n* Conocimiento de patronaje\n* Responsable y puntual\n",
        "md",
    )
    assert len([text for text in required if text.split()[0] in ("Un", "Conocimiento", "Responsable")]) == 3


def test_a_wish_in_brackets_leaves_its_sentence_required(found):
    required, nice = found(
        "# Graveur H/F\n\n## Votre profil\n\n"
        "- Outils : le burin n'a aucun secret pour vous (idéalement sur cuivre). Vous maîtrisez impérativement la presse.\n"
        "- Deux ans d'expérience en atelier\n",
        "md",
    )
    assert len(required) == 2
    assert nice == []


def test_points_counted_within_a_line_are_items(found):
    required, nice = found(
        "# Técnico de Arquivo\n\n2. DOS REQUISITOS\n\n"
        "2.1 Curso técnico em Arquivo concluído. 2.2 Experiência mínima de um ano. 2.3 Conhecimento de paleografia.\n\n"
        "3. DOS DIFERENCIAIS\n\n3.1 Graduação em História. 3.2 Conhecimento de restauro.\n\n"
        "4. DA REMUNERAÇÃO\n\n4.1 Salário de R$ 2.000,00. 4.2 Vale-transporte.\n"
    )
    assert [text.split()[0] for text in required] == ["Curso", "Experiência", "Conhecimento"]
    assert [text.split()[0] for text in nice] == ["Graduação", "Conhecimento"]


def test_what_you_have_done_is_asked_for_in_any_order_of_words(found):
    required, _ = found(
        "# Kürschner (m/w/d)\n\nWir nähen seit 1920 Mäntel und Mützen.\n\n"
        "Damit das gelingt, haben Sie nach Ihrer Ausbildung bereits mit Leder gearbeitet und kennen die üblichen Nähte."
    )
    assert len(required) == 1


def test_a_day_of_the_month_ends_no_sentence():
    assert sentences("Wir suchen zum 1. Juli eine Nachfolge. Sie beginnen am 3. Montag.") == [
        "Wir suchen zum 1. Juli eine Nachfolge.",
        "Sie beginnen am 3. Montag.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Paciência e criatividade são indispensáveis.",
        "Zuverlässigkeit ist für Sie selbstverständlich.",
        "La firma está supeditada a un certificado de antecedentes.",
    ],
)
def test_a_sentence_that_insists_asks(found, text):
    begins = "# Luthier (m/f)\n\nAtelier Buchsbaum, Violinbau – luthier – lutería – desde 1950.\n\n"
    required, _ = found(f"{begins}{text}\n\nContact: atelier@example.org, CV, candidature, vaga, puesto, salario, Stelle", "md")
    assert [text] == required


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("A Jabuti é uma empresa de sistemas para bancas de jornal.", "Jabuti"),
        ("Grelinette est une jeune entreprise de jardinage.", "Grelinette"),
        ("En Chirimoya ayudamos a los fruteros a vender.", "Chirimoya"),
        ("Bei Zwirbel, wir sagen es gleich, wird viel gelacht.", "Zwirbel"),
    ],
)
def test_who_says_what_it_is_is_the_employer(parsed, text, company):
    assert parsed(f"# Analista (m/f)\n\n{text}\n\n## Requisitos\n\n- Inglés\n- Excel\n", "md").company == company


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Torno y fresa a nivel avanzado (Excel sería un plus)", "part"),
        ("Sichere Englischkenntnisse, eine weitere Fremdsprache ist willkommen", "part"),
        ("Conhecimento de olaria é bem-vindo", "all"),
    ],
)
def test_a_wish_for_something_named_beside_is_a_part(text, wished):
    assert wish(text) == wished


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Vous aimez le travail du bois", True),
        ("Vous êtes garante du budget de l'atelier", False),
        ("Eres una persona paciente", True),
        ("Eres la voz del taller", False),
        ("Você é responsável pelo forno", False),
    ],
)
def test_who_one_will_be_is_not_who_one_has_to_be(text, demanded):
    assert has("demands", text) is demanded
