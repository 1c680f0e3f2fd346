"""A structured profile of another schema written as JSON Resume and scored again: the same facts, verdicts and words of evidence."""

import textwrap

import pytest
from test_exports import EXPORTS
from test_round_trip import AS_OF, again, facts, scores_the_same

from jobfit.encode import load
from jobfit.facts import read_profile
from jobfit.facts.export import to_json_resume
from jobfit.read import read

RENDERCV = """\
    cv:
      name: Ada Lorenz
      headline: Pastry cook
      location: Graz, Austria
      email: ada@post.example
      phone: +43 660 1234567
      social_networks:
        - network: GitHub
          username: ada-lorenz
      sections:
        about_me:
          - Bakes since 2014 and likes mornings.
          - Looks for a kitchen with apprentices, in Styria.
        experience:
          - company: Torte & Company Bakery of Graz
            position: Head pastry cook
            location: Graz, Austria
            start_date: 2022-03
            end_date: present
            summary: Runs the cold kitchen.
            highlights:
              - Leads six people and made the **laminated dough**.
              - "Planned: costs, rosters # and menus"
          - company: Torte GmbH
            position: Pastry cook
            start_date: 2020-03
            end_date: 2022-02
            highlights: [Made laminated dough., Baked bread.]
          - {company: Mill & Sons, position: Baker, date: 2016 to 2020, highlights: [Baked at night.]}
        courses_i_taught:
          - name: Sugar work for beginners
            date: 2023
            summary: Twelve evenings.
        education:
          - institution: University of Graz
            area: Food chemistry
            degree: BSc
            start_date: 2013-09
            end_date: 2016-06
            highlights: [Thesis on gluten.]
        certifications:
          - bullet: HACCP, 2021
          - label: Master pastry cook
            details: 2019, Chamber of Styria
        skills:
          - label: Baking
            details: Lamination, sourdough
        kitchen_tools:
          - Pacojet
          - Combi steamer
        languages:
          - label: German
            details: native
          - label: English
            details: B2
        publications:
          - title: Bread at altitude
            authors: ["*Ada Lorenz*", B. Other]
            date: 2018-05
            journal: Dough
    design:
      theme: classic
    """
GERMAN = """\
    vorname: Jonas
    nachname: Wiebe
    beruf: Einkäufer
    geburtsdatum: 1988-03-04
    anschrift:
      - Feldweg 3
      - 34117 Kassel
    beschreibung: |
      Einkäufer im Lebensmittelhandel.
      - Verhandelt gern.
    stationen:
      - firma: Nordfrucht GmbH
        stelle: Einkäufer
        von: 04/2016
        bis: heute
        aufgaben:
          - Verhandelt Jahresverträge über 3 Mio. €
          - Führt zwei Azubis
      - firma: Markt Fröhlich KG
        stelle: Kaufmann im Einzelhandel
        zeitraum: 2012 - 2016
    vereine:
      - firma: Sportverein Kassel
        stelle: Trainer
        von: etwa 2018
    ausbildung:
      - schule: Berufsschule Kassel
        abschluss: Kaufmann im Einzelhandel
        bis: 2012
    kenntnisse:
      Software: [SAP MM, Excel]
      Handel:
        - Einkauf
        - Preisverhandlung
    sprachen: [Deutsch (Muttersprache), Englisch B2]
    führerschein: Klasse B
    schichtarbeit: ja
    """
JSON = """\
    {
      "person": {"full_name": "Rowan Aske", "email": "r@post.example", "title": "Baker", "city": "Hull", "remote": true, "age": 41},
      "updated": "2024-11",
      "profile": "Bakes bread for hotels.\\nWants to lead a team.",
      "jobs": [
        {"employer": "Crust Ltd", "role": "Head baker", "from": "2019-02", "to": "present", "tasks": ["Leads a night shift", "Cut waste"]},
        {
          "employer": "Millhouse Bakery",
          "role": "Baker",
          "from": "Summer 2014",
          "to": "2018",
          "tasks": [
            "Made laminated dough for four shops"
          ]
        }
      ],
      "internships": [
        {
          "employer": {"name": "Harbour Hotel", "city": "Hull"},
          "role": "Kitchen help",
          "when": "2013",
          "tasks": "Peeled potatoes.\\nWashed the dishes."
        }
      ],
      "studies": {
        "school": "Hull College",
        "degree": "Diploma in Baking",
        "year": 2014
      },
      "skills": ["Lamination", "Sourdough", "HACCP"],
      "languages": {"English": "native", "German": "B1"},
      "licences": ["Driving licence, class B"],
      "right to work": "British citizen",
      "extra": {"shifts": true, "travel": "up to 20 %"}
    }
    """
FILES = {name: data for name, data in EXPORTS.items() if not name.endswith(".pdf")}
FILES |= {name: textwrap.dedent(text).encode() for name, text in {"cv.yaml": RENDERCV, "lebenslauf.yaml": GERMAN, "cv.json": JSON}.items()}


@pytest.fixture(scope="module")
def encoder():
    return load("hash")


def exported(name):
    document = read(name, data=FILES[name])[0]
    return read("made.yaml", data=to_json_resume(document, read_profile(document, AS_OF)).encode())[0].data


@pytest.mark.parametrize("as_of", [AS_OF, None])
@pytest.mark.parametrize("name", FILES)
def test_a_structured_profile_scores_the_same(name, as_of, encoder):
    document = read(name, data=FILES[name])[0]
    scores_the_same(document, as_of, encoder)


def test_the_fields_have_the_names_of_json_resume():
    made = exported("cv.yaml")
    assert made["basics"] == {"name": "Ada Lorenz", "label": "Pastry cook", "location": "Graz, Austria"}
    assert [(each["name"], each["position"], each.get("startDate")) for each in made["work"]] == [
        ("Torte & Company Bakery of Graz", "Head pastry cook", "2022-03"),
        ("Torte GmbH", "Pastry cook", "2020-03"),
        ("Mill & Sons", "Baker", None),
    ]
    assert [(each["institution"], each["area"], each["studyType"]) for each in made["education"]] == [
        ("University of Graz", "Food chemistry", "BSc")
    ]
    assert [(each["language"], each["fluency"]) for each in made["languages"]] == [("German", "native"), ("English", "B2")]
    german = exported("lebenslauf.yaml")["work"]
    assert [(each["name"], each["position"], each.get("startDate"), each.get("endDate")) for each in german] == [
        ("Nordfrucht GmbH", "Einkäufer", "04/2016", "heute"),
        ("Markt Fröhlich KG", "Kaufmann im Einzelhandel", None, None),
    ]


def test_what_must_not_be_scored_is_not_written():
    for name in FILES:
        document = read(name, data=FILES[name])[0]
        text = to_json_resume(document, read_profile(document, AS_OF))
        assert not [word for word in ("@post", "660", "1988", "Feldweg", "34117", "41", "classic") if word in text]


def test_the_entries_of_a_custom_section_keep_their_names():
    said = {each.text: each.source for each in read_profile(read("cv.yaml", data=FILES["cv.yaml"])[0], AS_OF).statements}
    assert said["Sugar work for beginners"] == said["Pacojet"] == "other"


def test_values_that_share_a_line_with_the_name_are_told():
    said = [each.text for each in read_profile(read("cv.json", data=FILES["cv.json"])[0], AS_OF).statements]
    assert said[0] == "Baker, Hull, remote: True"
    assert "English: native, German: B1" in said
    assert not any("Rowan" in text for text in said)


def test_dates_that_json_resume_would_refuse_keep_their_own_names():
    text = """\
        jobs:
        - {firm: Oven Ltd, role: Baker, from: 2019-05, to: 2018-02}
        - {firm: Mill Ltd, role: Clerk, from: after school, to: 2015}
        evenings:
        - {name: Sugar work, date: each winter}
        """
    document = read("cv.yaml", data=textwrap.dedent(text).encode())[0]
    first = read_profile(document, AS_OF)
    assert len(first.positions) == 2
    assert facts(again(document, first)) == facts(first)


@pytest.mark.parametrize("text", ["- {name: Rowan Aske, town: Hull}", "person:\n- name: Rowan Aske\n", "name: [Rowan, Aske]"])
def test_the_persons_name_is_told_from_no_list(text):
    heading = "" if text.startswith("- ") else "\njobs:"
    more = f"{heading}\n- {{firm: Oven Ltd, role: Baker, from: 2019}}\n"
    profile = read_profile(read("cv.yaml", data=(text + more).encode())[0], AS_OF)
    assert any("Oven Ltd" in said.text for said in profile.statements)
    assert not any("Aske" in said.text for said in profile.statements)
