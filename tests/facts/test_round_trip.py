"""A profile in free text written as JSON Resume and scored again: the same facts, verdicts, probabilities and words of evidence."""

import json
import re
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from blocks import blocks_of
from pages import markdown, pdf, word

from jobfit.encode import load
from jobfit.facts import faults, read_profile
from jobfit.facts.export import to_json_resume
from jobfit.judge import judge_all
from jobfit.match import match
from jobfit.parse import requirement
from jobfit.read import read
from jobfit.report.months import issued

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2025, 6, 1)
FILES = sorted((ROOT / "profiles").glob("*.yaml"))
# Each sample in two formats; Word's files are slow to make and to read.
CASES = [(path, "md", "one_column") for path in FILES]
CASES += [(path, "pdf", ("two_columns", "latex", "sidebar")[n % 3]) for n, path in enumerate(FILES)]
CASES += [(path, "docx", "one_column") for path in FILES[2::9]]
MAKERS = {"md": markdown, "pdf": pdf, "docx": word}
ASKED = [
    "5+ years of experience as a baker or pastry cook",
    "At least three years in purchasing",
    "Degree in food technology or a related field",
    "Fluent German (C1) and good English",
    "HACCP certificate",
    "Driving licence class B",
    "Python and SQL",
    "Willing to work shifts",
    "Based in Hull or willing to move",
    "Right to work in the UK",
    "Team leadership",
    "Accuracy and good communication",
]
TEXTS = {
    "years only.txt": """\
        Rowan Aske
        Baker | Hull, United Kingdom | British citizen
        rowan@post.example

        Experience
        since 2019 Head baker, Crust & Crumb Ltd, Hull
        - Leads a night shift of six
        - Cut flour waste by 12 %
        2014 - 2018 Baker, Millhouse Bakery, Leeds
        - Made laminated dough for four shops
        Summer 2013  Kitchen help, Harbour Hotel
        Education
        2014 Diploma in Baking, Hull College
        BSc Food Science (not finished), University of Leeds, 2011 - 2013
        Skills
        Lamination, sourdough, HACCP, rostering
        Languages
        English (native), German B1
        Full driving licence, class B
        """,
    "columns mixed.md": """\
        # Ana Ribas Pons

        Comercial de alimentación · Zaragoza, España

        ## Formación
        **Grado en Administración de Empresas**, Universidad de Zaragoza, 2009 – 2013

        ## Experiencia
        ### Jefa de compras — Aceites del Ebro S.L.
        03/2019 – actualidad · Zaragoza
        - Negocié contratos por 2,4 M€ al año con 30 proveedores.
        - Llevé un equipo de cuatro personas.

        ### Comercial — Frutas Moncayo S.A.
        2013 – 02/2019
        - Abrí la cartera de hostelería, de 0 a 85 clientes.

        ## Otra formación
        Curso de seguridad alimentaria, 2016
        Certificado APPCC, 2017, válido hasta 2027

        ## Idiomas
        Español nativo, inglés C1, alemán B2

        ## Varios
        Disponible para viajar y para trabajar a turnos.
        Permiso de conducir B.
        """,
    "no headings.txt": """\
        Jonas Wiebe
        Einkäufer in Kassel, seit 2016 im Lebensmittelhandel.
        Einkäufer, Nordfrucht GmbH, Kassel, 04/2016 - heute
        - Verhandelt Jahresverträge über 3 Mio. €
        - "Zwei: Azubis" geführt # und geprüft
        Kaufmann im Einzelhandel, Markt Fröhlich KG, 2012 - 2016
        - Bestellwesen und Inventur
        Deutsch Muttersprache, Englisch B2
        Umzug möglich, Schichtarbeit ja
        """,
    "awkward.html": """\
        <html lang="en"><body>
        <h1>Mo Tarr</h1><p>Data analyst, Leeds</p><h2>Skills</h2><ul><li>- Python: pandas, SQL</li><li>null</li>
        <li>1. first: "quoted", it's # not a comment</li><li>yes</li><li>2019</li></ul><h2>Work</h2><h3>Analyst, Loom &amp; Co</h3>
        <p>May 2020 &ndash; present</p><ul><li>Built a <b>forecast</b> of 40 lines&#9;with SQL &amp; Python &#128640;</li>
        <li>@home: [x] {y}</li>
        </ul><h3>Clerk, Quay Ltd</h3><p>2018 &ndash; 2016</p><ul><li>Kept the ledger.</li><li>Kept the ledger.</li></ul>
        <h2>Education</h2><p>MSc Statistics, University of Leeds, expected 2026</p><h2>Languages</h2><p>English</p></body></html>
        """,
}


@pytest.fixture(scope="module")
def encoder():
    return load("hash")


@pytest.fixture(scope="module")
def labelled():
    found = {}
    for line in (ROOT / "tests" / "labelled" / "labels" / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["profile"], {})[row["requirement"], row["kind"]] = None
    return {name: [requirement(text, kind, f"r{n}") for n, (text, kind) in enumerate([*rows][::5])] for name, rows in found.items()}


def again(document, profile, as_of=AS_OF):
    """Return the profile that the YAML gives which it was written as."""
    text = to_json_resume(document, profile)
    made = read("profile.yaml", data=text.encode())[0]
    assert faults(made) == []
    return read_profile(made, as_of)


def facts(profile):
    """All that a profile says, but for where it says it."""
    found = {
        name: [replace(each, line=0, where="", **({"date_line": 0, "lines": ()} if name == "positions" else {})) for each in told]
        for name in ("positions", "education", "credentials", "languages", "places", "statements")
        for told in [getattr(profile, name)]
    }
    return found | {name: getattr(profile, name) for name in ("name", "headline", "as_of", "language")}


def results(profile, asked, encoder):
    """Verdict, probabilities, evidence and reasons, but for the numbers of the lines."""
    return [
        (
            verdict.verdict,
            verdict.probability,
            [(each.text, each.score) for each in verdict.evidence],
            bare(verdict.reason),
            [(need.verdict, bare(need.reason), [each.text for each in need.evidence]) for need in verdict.needs],
            verdict.signals,
        )
        for verdict in judge_all(match(asked, profile, encoder))
    ]


def bare(reason):
    return re.sub(r"\blines? [\d, ]*\d", "line N", reason)


@pytest.mark.parametrize(("path", "kind", "layout"), CASES, ids=[f"{path.stem}-{kind}-{layout}" for path, kind, layout in CASES])
def test_a_sample_laid_out_as_a_page_scores_the_same(path, kind, layout, labelled, encoder):
    data = MAKERS[kind](blocks_of(read(str(path))[0].data, layout), layout)
    document = read(f"cv.{kind}", data=data)[0]
    first = read_profile(document, AS_OF)
    second = again(document, first)
    assert facts(second) == facts(first)
    asked = labelled[path.name]
    assert results(second, asked, encoder) == results(first, asked, encoder)


def scores_the_same(document, as_of, encoder):
    """Demand that the profile, written and read again, gives the same facts and results."""
    first = read_profile(document, as_of)
    assert first.positions
    second = again(document, first, as_of)
    assert facts(second) == facts(first)
    asked = [requirement(text, "required", f"r{n}") for n, text in enumerate(ASKED)]
    assert results(second, asked, encoder) == results(first, asked, encoder)


@pytest.mark.parametrize("as_of", [AS_OF, None])
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_scores_the_same(name, as_of, encoder):
    document = read(name, data=textwrap.dedent(TEXTS[name]).encode())[0]
    scores_the_same(document, as_of, encoder)


def test_the_day_of_present_can_be_another_one_than_that_of_the_writing():
    document = read("cv.txt", data=textwrap.dedent(TEXTS["years only.txt"]).encode())[0]
    written = again(document, read_profile(document, AS_OF), date(2027, 1, 1))
    assert facts(written) == facts(read_profile(document, date(2027, 1, 1)))


def test_dates_keep_the_precision_that_was_said():
    text = textwrap.dedent(TEXTS["years only.txt"])
    document = read("cv.txt", data=text.encode())[0]
    made = read("cv.yaml", data=to_json_resume(document, read_profile(document, AS_OF)).encode())[0].data
    assert [(each.get("startDate"), each.get("endDate")) for each in made["work"]][:2] == [("2019", None), ("2014", "2018")]
    assert [(each.get("startDate"), each.get("endDate")) for each in made["education"]] == [(None, "2014"), ("2011", "2013")]


def test_a_year_alone_stays_a_year_of_a_licence():
    text = textwrap.dedent(TEXTS["columns mixed.md"]).replace(
        "Permiso de conducir B.", "## Certificados\n- Certificado de alérgenos, mayo de 2017\n- Carné de carretillero, 2022"
    )
    document = read("cv.md", data=text.encode())[0]
    profile = read_profile(document, AS_OF)
    made = read("cv.yaml", data=to_json_resume(document, profile).encode())[0].data
    assert {each["name"]: each["date"] for each in made["certificates"]} == {
        "Certificado APPCC, 2017, válido hasta 2027": "2017",
        "Certificado de alérgenos, mayo de 2017": "2017-05",
        "Carné de carretillero, 2022": "2022",
    }
    assert {each.name: issued(each) for each in profile.credentials} == {each["name"]: each["date"] for each in made["certificates"]}


def test_each_line_is_quoted_from_where_it_stands_in_the_yaml():
    document = read("cv.md", data=textwrap.dedent(TEXTS["columns mixed.md"]).encode())[0]
    text = to_json_resume(document, read_profile(document, AS_OF))
    lines = text.split("\n")
    profile = read_profile(read("cv.yaml", data=text.encode())[0], AS_OF)
    for said in profile.statements:
        assert said.text in lines[said.line - 1], said
    for each in (*profile.education, *profile.positions, *profile.languages):
        assert each.line in {said.line for said in profile.statements}


def test_what_a_person_corrects_and_adds_is_read():
    document = read("cv.txt", data=textwrap.dedent(TEXTS["years only.txt"]).encode())[0]
    text = to_json_resume(document, read_profile(document, AS_OF))
    text = text.replace("position: Head baker", "position: Bakery manager").replace("startDate: '2014'", "startDate: 2013-11")
    text = text.replace("  - Leads a night shift of six\n", "  - Leads a night shift of six\n  - Trained four apprentices\n")
    text = text.replace("languages:\n", "languages:\n- {language: Polish, fluency: A2}\n")
    text = text.replace("volunteer:", "unused:").replace(
        "education:\n", "education:\n- {institution: York College, studyType: HND, endDate: 2010}\n"
    )
    text = text.replace("work:\n", "work:\n- {name: Oven Ltd, position: Baker, startDate: 2025-01, highlights: [Opened a shop]}\n")
    profile = read_profile(read("cv.yaml", data=text.encode())[0], AS_OF)
    titles = [each.title for each in profile.positions]
    assert titles[:2] == ["Baker", "Bakery manager"]
    assert (2013 * 12 + 10) in [each.span.start for each in profile.positions]
    said = {each.text: each.position for each in profile.statements}
    assert said["Trained four apprentices"] == said["Leads a night shift of six"] == titles.index("Bakery manager")
    assert said["Opened a shop"] == 0
    assert ("pl", "A2") in [(each.code, each.level) for each in profile.languages]
    assert "York College" in [each.institution for each in profile.education]
