import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from render import LAYOUTS

from jobfit.errors import NotAProfile
from jobfit.facts import faults, own_date, read_profile
from jobfit.facts.export import to_json_resume
from jobfit.facts.timeline import gaps, months, timeline
from jobfit.facts.titles import split
from jobfit.read import read
from jobfit.types import Position, Span

AS_OF = date(2025, 6, 1)
ROOT = Path(__file__).parent.parent.parent


def document(text, name="cv.txt"):
    return read(name, data=textwrap.dedent(text).encode())[0]


def profile(text, name="cv.txt"):
    return read_profile(document(text, name), AS_OF)


def jobs(found):
    return [(each.title, each.employer, each.place, each.span.months) for each in found.positions]


TONGUES = {
    "de": """\
        Erika Beispiel
        Musterstraße 5, 34117 Kassel | erika@post.example | geboren am 03.04.1988 | verheiratet
        Berufserfahrung
        03/2019 – heute: Buchhalterin, Nordlicht Handels GmbH, Kassel
        - Bucht Kreditoren für drei Gesellschaften.
        Januar 2016 bis Februar 2019: Sachbearbeiterin Einkauf, Falke Werke AG
        - Verhandelte Rahmenverträge mit zwölf Lieferanten.
        Ausbildung
        2013 – 2015: Ausbildung zur Industriekauffrau, Berufsschule Kassel
        Sprachkenntnisse
        Deutsch (Muttersprache), Englisch (B2)
        Führerschein
        Klasse B
        """,
    "fr": """\
        Jeanne Exemple
        Lyon, France | jeanne@courriel.example | Née le 03/04/1988
        Expérience professionnelle
        mars 2019 – aujourd'hui : Comptable, Société Rivage, Lyon
        - Tient les comptes de trois filiales.
        de janvier 2016 à février 2019 : Assistante achats, Groupe Falaise
        - A négocié des contrats avec douze fournisseurs.
        Formation
        2013 – 2015 : BTS Comptabilité, Lycée Jules-Verne
        Langues
        Français (langue maternelle), anglais (B2)
        """,
    "es": """\
        Juana Ejemplo
        Zaragoza, España | juana@correo.example | Estado civil: casada
        Experiencia laboral
        marzo de 2019 – actualidad: Contable, Grupo Ribera, Zaragoza
        - Lleva las cuentas de tres filiales.
        enero de 2016 - febrero de 2019: Auxiliar de compras, Talleres Monte S.L.
        - Negoció contratos con doce proveedores.
        Formación académica
        2013 – 2015: Técnico superior en administración, Instituto Goya
        Idiomas
        Español (nativo), inglés (B2)
        """,
    "nl": """\
        Johanna Voorbeeld
        Utrecht, Nederland | johanna@post.example | Geboortedatum: 3 april 1988
        Werkervaring
        maart 2019 – heden: Boekhouder, Rivier Groep, Utrecht
        - Voert de boeken van drie dochters.
        januari 2016 t/m februari 2019: Medewerker inkoop, Duin Handel B.V.
        - Onderhandelde met twaalf leveranciers.
        Opleiding
        2013 – 2015: MBO Financiële administratie, ROC Midden
        Talen
        Nederlands (moedertaal), Engels (B2)
        """,
    "pt": """\
        Joana Exemplo
        Porto, Portugal | joana@correio.example | Data de nascimento: 03/04/1988
        Experiência profissional
        março de 2019 – atualmente: Contabilista, Grupo Ribeira, Porto
        - Trata das contas de três filiais.
        janeiro de 2016 a fevereiro de 2019: Assistente de compras, Oficinas Monte Lda
        - Negociou contratos com doze fornecedores.
        Formação
        2013 – 2015: Técnico de contabilidade, Escola Central
        Línguas
        Português (nativo), inglês (B2)
        """,
}


@pytest.mark.parametrize("tongue", sorted(TONGUES))
def test_five_more_languages_read_as_english_does(tongue):
    found = profile(TONGUES[tongue])
    assert [each.span.months for each in found.positions] == [75, 38]
    assert all(each.title and each.employer and each.title != each.employer for each in found.positions)
    assert len(found.education) == 1
    assert found.education[0].span.months == 24
    assert [each.level for each in found.languages] == ["native", "B2"]
    assert not any(word in said.text for said in found.statements for word in ("@", "1988", found.name.split()[1], "verheiratet", "casada"))
    assert len([said for said in found.statements if said.position is not None]) == 4


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_sample_profiles_in_other_layouts_give_the_same_facts(layout, samples):
    render, name = LAYOUTS[layout]
    spans = courses = tongues = lines = 0
    wanted = [0, 0, 0, 0]
    for data, facts in samples:
        again = read_profile(read(name, data=render(data).encode())[0], AS_OF)
        work = [each.span for each in facts.positions if each.kind == "work"]
        assert len([each for each in again.positions if each.kind == "work"]) == len(work)
        spans += len({each.span for each in again.positions} & set(work))
        courses += len({(each.level, each.span) for each in again.education} & {(each.level, each.span) for each in facts.education})
        tongues += len({(each.code, each.level) for each in again.languages} & {(each.code, each.level) for each in facts.languages})
        told = {said.text for said in again.statements}
        deeds = [text for job in data["work"] for text in job.get("highlights", [])]
        lines += sum(text in told for text in deeds)
        wanted = [a + b for a, b in zip(wanted, (len(set(work)), len(facts.education), len(facts.languages), len(deeds)), strict=True)]
    assert spans == wanted[0]
    assert courses >= 0.95 * wanted[1]
    assert tongues >= 0.95 * wanted[2]
    assert lines >= 0.98 * wanted[3]


@pytest.fixture(scope="module")
def samples():
    from pathlib import Path

    files = sorted((Path(__file__).parent.parent.parent / "profiles").glob("*.yaml"))
    documents = [read(str(path))[0] for path in files]
    return [(each.data, read_profile(each, AS_OF)) for each in documents]


HEADS = [
    ("Baker, Crust Ltd (Hull, UK)\nMay 2019 – April 2021\n- Night bread.", ("Baker", "Crust Ltd", "Hull, UK", 24)),
    ("Crust Ltd    05/2019 - 04/2021\nHead baker · Remote\n• Night bread.", ("Head baker", "Crust Ltd", "Remote", 24)),
    ("2019-05 to 2021-04 | Baker | Crust Ltd\n- Night bread.", ("Baker", "Crust Ltd", "", 24)),
    ("Baker at Crust Ltd, May 2019 to Apr 2021\n- Night bread.", ("Baker", "Crust Ltd", "", 24)),
    ("05/2019 – 04/2021\nBaker, nights\nCrust Ltd\n- Night bread.", ("Baker, nights", "Crust Ltd", "", 24)),
    ("2019 - 2021 Crust Ltd\nRole: Baker\nNight bread.", ("Baker", "Crust Ltd", "", 24)),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_heads_of_jobs(text, expected):
    assert jobs(profile(f"Ann Lee\nWork experience\n{text}\n\nEducation\nDiploma, Hull College, 2018")) == [expected]


def test_a_deed_with_dates_is_no_job_and_wrapped_lines_are_one_statement():
    found = profile("""\
        Ann Lee
        Experience
        Crust Ltd    May 2019 – April 2021
        Baker
        • Ran the autumn trial of the new deck ovens from 2019-09 to 2020-02 and wrote the report that the
          owners took to the bank.
        • One burn since 2019.
        Skills
        Sourdough, rye, costing
        I would like to learn chocolate work.
        """)
    assert len(found.positions) == 1
    told = {said.line: said for said in found.statements}
    assert told[5].text.endswith("took to the bank.")
    assert 6 not in told
    assert (told[9].listed, told[9].negated, told[10].negated) == (True, False, True)


def test_parental_leave_is_no_job():
    found = profile("Ann Lee\nExperience\n2020 – 2021: Parental leave\n2018 – 2020: Baker, Crust Ltd\n- Night bread.\n")
    assert jobs(found) == [("Baker", "Crust Ltd", "", 24)]


def test_rights_licences_and_contact_in_the_top_lines():
    found = profile("""\
        Ann Lee
        Head baker
        Leeds, UK | ann@lee.example | +44 113 496 0000 | British citizen | Driving licence B
        1 Long Street, Leeds
        Profile
        Bakes since school.
        """)
    assert (found.name, found.headline) == ("Ann Lee", "Head baker")
    assert found.places[0].country == "GB"
    assert [each.name for each in found.credentials] == ["Leeds, UK | British citizen | Driving licence B"]
    assert not any("ann@" in said.text or "496" in said.text or "Long Street" in said.text for said in found.statements)


JOB = "Experience\n2018 – 2020: Baker, Crust Ltd\n"
PERSON = "{name}\n{contact}\nLeeds, UK\n{personal}\nProfile\nBakes since school. Pronouns {pronouns}.\n" + JOB


def test_who_the_person_is_changes_nothing():
    one = profile(
        PERSON.format(
            name="Ann Lee", contact="ann@lee.example | 0113 496 0000", personal="Date of birth: 1 May 1990 | married", pronouns="she/her"
        )
    )
    two = profile(
        PERSON.format(
            name="Bo Wu", contact="bo.wu@post.example | +49 30 901820", personal="Date of birth: 7 July 1971 | single", pronouns="he/him"
        )
    )
    assert (one.name, two.name) == ("Ann Lee", "Bo Wu")
    assert one == replace(two, name=one.name)


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "We are looking for a baker. You will bake at night and you have a diploma.\nYour profile: two years at an oven.\nWe offer work.",
        "Wir suchen Sie!\nIhre Aufgaben\n- Backen\nIhr Profil\n- Erfahrung\nWir bieten\n- Lohn\nSie freuen sich auf Ihre neue Stelle.",
    ],
)
def test_what_is_no_profile_is_refused_in_one_sentence(text):
    with pytest.raises(NotAProfile) as error:
        profile(text)
    assert str(error.value).startswith("cv.txt: ")


def test_a_text_written_as_json_resume_gives_the_same_facts():
    first = profile(TONGUES["de"])
    text = to_json_resume(document(TONGUES["de"]), first)
    made = read("cv.yaml", data=text.encode())[0]
    assert faults(made) == []
    again = read_profile(made, AS_OF)
    assert jobs(again) == jobs(first)
    assert [(each.level, each.span, each.finished) for each in again.education] == [
        (each.level, each.span, each.finished) for each in first.education
    ]
    assert [(each.code, each.level) for each in again.languages] == [(each.code, each.level) for each in first.languages]
    assert [each.name for each in again.credentials] == [each.name for each in first.credentials]
    deeds = [
        said.text
        for said in first.statements
        if said.position is not None and said.line not in {each.date_line for each in first.positions}
    ]
    assert set(deeds) <= {said.text for said in again.statements}
    assert yaml.safe_load(text)["basics"]["name"] == "Erika Beispiel"


def test_own_date_of_a_text():
    assert own_date(document("Ann Lee\nStand: Mai 2024\nExperience\n2018 – 2020: Baker")) == date(2024, 5, 1)


def test_overlaps_count_once_and_gaps_show():
    made = [Position("a", span=Span(0, 12)), Position("b", span=Span(6, 18)), Position("c", span=Span(24, 30, ongoing=True)), Position("d")]
    assert timeline(made) == 24
    assert gaps(made) == (Span(18, 24),)
    assert months([]) == 0


@pytest.mark.parametrize("tongue", sorted(TONGUES))
def test_the_language_of_a_profile_is_known_by_its_small_words(tongue):
    told = {
        "de": "Hat mit der Leitung und dem Einkauf die Preise für das Lager auf eine neue Grundlage gestellt.",
        "fr": "A mis en place avec la direction et les achats une nouvelle base pour les prix dans le magasin.",
        "es": "Puso con la dirección y los compradores una nueva base para los precios en el almacén de la casa.",
        "nl": "Heeft met de leiding en het team van inkoop een nieuwe basis voor de prijzen in het magazijn gelegd.",
        "pt": "Criou com a direção e os compradores uma nova base para os preços do armazém e das lojas da casa.",
    }[tongue]
    assert profile(f"{textwrap.dedent(TONGUES[tongue])}\n{told}\n").language == tongue


def test_a_life_in_bare_entries_tells_its_language():
    entries = (
        "Karl Muster\nBerufserfahrung\n05/2015 – heute   Tischler, Holzbau Krumm, Linz\nAusbildung\n2003 – 2006 Lehre, Holzbau Krumm\n"
    )
    assert profile(f"{entries}Sprachen\nEnglisch gut, Italienisch Grundkenntnisse\n").language == "de"


@pytest.mark.parametrize("heading", ["Study", "Where I studied", "Schule und Ausbildung", "Títulos"])
def test_what_was_studied_stands_under_many_headings(heading):
    found = profile(f"Ann Lee\n\nWork\n2015 - 2020  Potter, Kiln Ltd\n\n{heading}\nBSc Chemistry, University of Hull, 2014\n")
    assert [course.level for course in found.education] == ["bachelor"]


def test_too_few_words_name_no_language():
    assert profile("Ann Lee\nSkills\nSAP, Excel, Python\nLanguages\nEnglish\n").language == ""


def test_a_german_cv_without_a_name_in_its_first_line():
    found = profile(
        """\
        Lebenslauf

        Erika Beispiel, Kassel

        Berufserfahrung
        03/2021 – heute   Netztechnikerin, Wohnbau Ahrensfeld eG, Kassel
        - Betreut 80 Rechner
        10/2012 – 06/2013   Studium Physik, Universität Marburg (abgebrochen)
        Ausbildung
        08/2013 – 01/2016   Fachinformatikerin Systemintegration (IHK), Stadtwerke Ahrensfeld; Note 1,9
        2017   ein Jahr zu Fuß mit dem Zelt durch Portugal
        Zertifikate
        AdA-Schein (IHK) 2022; LPIC-2 begonnen, eine von zwei Prüfungen bestanden; ITIL 4 Foundation

        Führerschein B. Hobbys: Rudern, Modellbau
        """
    )
    assert found.name == "Erika Beispiel"
    assert [(each.title, each.employer) for each in found.positions] == [("Netztechnikerin", "Wohnbau Ahrensfeld eG")]
    assert [(each.level, each.institution, each.finished) for each in found.education] == [
        ("bachelor", "Universität Marburg", False),
        ("vocational", "Stadtwerke Ahrensfeld", True),
    ]
    assert [(each.name.partition(",")[0], each.finished) for each in found.credentials][:3] == [
        ("AdA-Schein (IHK) 2022", True),
        ("LPIC-2 begonnen", False),
        ("ITIL 4 Foundation", True),
    ]


@pytest.mark.parametrize(
    ("line", "title", "employer", "place"),
    [
        ("Staff nurse, nights – Leeds, two days a week", "Staff nurse, nights", "", "Leeds, two days a week"),
        ("Staff nurse, St Anne Ward – Colorado Springs, CO", "Staff nurse", "St Anne Ward", "Colorado Springs, CO"),
        ("Draughtsman, Hale & Orme Architects – Montréal", "Draughtsman", "Hale & Orme Architects", "Montréal"),
        ("Hale & Orme Architects | Technician", "Technician", "Hale & Orme Architects", ""),
        ("Analyst, patient logistics, Riverside Hospital – Zürich", "Analyst, patient logistics", "Riverside Hospital", "Zürich"),
        ("Baker | Kiryat Anavim, Israel", "Baker", "", "Kiryat Anavim, Israel"),
        ("Software architect | Ominous. Co., Ltd.", "Software architect", "Ominous. Co., Ltd.", ""),
    ],
)
def test_title_employer_and_place_are_told_apart(line, title, employer, place):
    heads = split([line])
    assert (heads.title, heads.employer, heads.place) == (title, employer, place)


POSTINGS = sorted(path for folder in ("postings", "tests/labelled-real-style/postings") for path in (ROOT / folder).iterdir())


@pytest.mark.parametrize("path", POSTINGS, ids=[path.name for path in POSTINGS])
def test_every_posting_is_refused_as_a_profile(path):
    with pytest.raises(NotAProfile, match="reads like a job posting"):
        read_profile(read(str(path))[0], AS_OF)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee\nI look for a post as a baker. I have baked at home for years and I must say I love it.\nI can start at once.",
        "Skills\nYou name it, I bake it: rye, wheat\nExperience\n2019 - 2021 Baker, Crust Ltd\nWe are looking for staff: I wrote such ads",
        "Ann Lee\nBaker\nEducation\nDiploma in Baking, Hull College\nI must have baked ten thousand loaves.",
    ],
)
def test_a_thin_profile_is_no_posting(text):
    assert profile(text).statements


def test_jobs_under_a_heading_of_their_own_kind_and_to_date():
    found = profile(
        """\
        Ann Lee
        Hull

        PROFILE
        I like old things and the people who look after them.

        ARCHIVE EXPERIENCE

        Records assistant (fixed term), Humber Archive Trust, Hull. Oct 2022 to date
        Lists the papers of two shipping firms.

        TEACHING
        Teacher of History, Westwood Academy, Sept 2013 – July 2020; exams officer from 2016
        Taught years 7 to 13.
        Sept 2020 – Sept 2022: part time study and childcare.
        """
    )
    assert [(each.title, each.span.start, each.span.end) for each in found.positions] == [
        ("Records assistant (fixed term)", 2022 * 12 + 9, 2025 * 12 + 5),
        ("Teacher of History", 2013 * 12 + 8, 2020 * 12 + 7),
    ]
    assert found.positions[1].employer == "Westwood Academy"


def test_jobs_told_in_one_bold_sentence_each():
    found = profile(
        """\
        # Ann Lee

        ## Work

        **Havnelogg ApS, Leeds. Platform engineer, Oct 2020 – Present**

        Runs three clusters and the on-call rota for sixty developers.

        **Humber Council, Hull. System administrator, Feb 2015 – Sep 2020**

        - Looked after 400 servers and their patches, with two colleagues
        """,
        "cv.md",
    )
    assert [(each.title, each.employer, each.place) for each in found.positions] == [
        ("Platform engineer", "Havnelogg ApS", "Leeds"),
        ("System administrator", "Humber Council", "Hull"),
    ]


def test_what_an_employer_does_may_stand_behind_its_name_over_the_dates():
    text = """\
        # Ida Quill

        ## Experience

        **Bookkeeper**, Tarn Castings Ltd (iron and steel castings for pumps, 240 people, owned by its staff since 2004)
        *03/2021 - present*

        * Month end

        **Ledger clerk**, Linden Ltd
        *05/2018 - 02/2021*

        * Invoices
    """
    found = profile(text, "cv.md").positions
    assert [(each.title, each.span.months) for each in found] == [("Bookkeeper", 51), ("Ledger clerk", 34)]


def test_jobs_at_schools_stand_under_a_heading_of_their_own_even_where_the_first_has_no_known_title():
    text = """\
        # Ida Quill
        Leeds

        ### In the classroom

        **Second in History**, Tarn Academy, Leeds - September 2020 to date
        - Key Stage 3 lead

        **Teacher of History**, Linden High School, York - September 2015 to August 2020
        - Debating club

        ### Training

        PGCE, Fell University, 2015
    """
    found = profile(text, "cv.md").positions
    assert [(each.title, each.span.months) for each in found] == [("Second in History", 57), ("Teacher of History", 60)]


def test_a_title_and_an_employer_far_apart_over_their_dates_are_a_job():
    text = f"""\
        Ida Quill
        EXPERIENCE
        Inbound Operations Lead{" " * 40}Tarn Supply Chain Solutions, Groveport OH
        May 2021 - Present
        * Runs the docks

        Forklift Operator{" " * 50}Linden Warehousing, Etna OH
        Aug 2016 - Apr 2021
        * Loads trucks
    """
    assert [each.title for each in profile(text).positions] == ["Inbound Operations Lead", "Forklift Operator"]
