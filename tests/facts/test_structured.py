import textwrap
from dataclasses import replace
from datetime import date

import pytest

from jobfit.errors import NotAProfile
from jobfit.facts import faults, read_profile
from jobfit.facts.export import template, to_json_resume
from jobfit.read import read

AS_OF = date(2025, 6, 1)


def document(text, name="profile.yaml"):
    return read(name, data=textwrap.dedent(text).encode())[0]


def profile(text, name="profile.yaml"):
    return read_profile(document(text, name), AS_OF)


RESUME = """\
    basics:
      name: {name}
      email: {email}
      phone: "{phone}"
      gender: {gender}
      birthDate: {birth}
      maritalStatus: {family}
      label: Baker
      location: {{city: Hull, countryCode: GB, address: {street}}}
      summary: Bakes bread. Pronouns {pronouns}.
    work:
      - name: Crust Ltd
        position: Baker
        startDate: 2019-10
        endDate: 2021-08
        highlights:
          - Baked 300 loaves a night.
          - No experience with pastry yet.
    skills:
      - name: Baking
        keywords: [sourdough, rye]
    citizenship: British
    """
ONE = {
    "name": "Ann Lee",
    "email": "a@b.example",
    "phone": "+44 1",
    "gender": "f",
    "birth": "1990-01-01",
    "family": "married",
    "street": "1 Low St",
    "pronouns": "she/her",
}
TWO = {
    "name": "Bo Wu",
    "email": "x@y.example",
    "phone": "+49 2",
    "gender": "m",
    "birth": "1971-07-09",
    "family": "single",
    "street": "9 Hill Rd",
    "pronouns": "he/him",
}


def test_every_line_is_a_statement_but_contact():
    told = {said.line: said for said in profile(RESUME.format(**ONE)).statements}
    assert [told[n].text for n in (9, 12, 13, 14, 15, 17, 20, 21)] == [
        "Hull, GB",
        "Crust Ltd",
        "Baker",
        "2019-10",
        "2021-08",
        "Baked 300 loaves a night.",
        "Baking",
        "sourdough, rye",
    ]
    assert told[21].listed
    assert told[18].negated
    assert not told[17].negated
    assert told[17].position == 0
    assert told[17].where == "work[0].highlights[0]"
    assert (told[22].source, told[22].text) == ("right", "citizenship: British")
    assert told[10].text == "Bakes bread."
    assert not {2, 3, 4, 5, 6, 7} & told.keys()


def test_who_the_person_is_changes_nothing():
    one, two = profile(RESUME.format(**ONE)), profile(RESUME.format(**TWO))
    assert (one.name, two.name) == ("Ann Lee", "Bo Wu")
    assert one == replace(two, name=one.name)


def test_faults_come_all_at_once_with_path_line_and_remedy():
    broken = document(
        """\
        basics: {name: Ann}
        work:
          - name: A
            startDate: 2019-13
          - name: B
            startDate: 2020-05
            endDate: 2019-01
            highlights: did things
          - name: C
            endDate: 2021-02-30
            startDate: sometime
        """
    )
    found = faults(broken)
    assert [(path, line) for path, line, _ in found] == [
        ("work[0].startDate", 4),
        ("work[1].endDate", 7),
        ("work[1].highlights", 8),
        ("work[2].endDate", 10),
        ("work[2].startDate", 11),
    ]
    assert "no such month" in found[0][2]
    with pytest.raises(NotAProfile) as error:
        read_profile(broken, AS_OF)
    assert all(f"{path} line {line}" in str(error.value) for path, line, _ in found)


def test_the_template_is_valid_and_comes_back_the_same():
    start = read("profile.yaml", data=template().encode())[0]
    assert faults(start) == []
    facts = read_profile(start, AS_OF)
    again = read("profile.yaml", data=to_json_resume(start, facts).encode())[0]
    assert [(said.text, said.where) for said in read_profile(again, AS_OF).statements] == [
        (said.text, said.where) for said in facts.statements
    ]


def test_the_files_own_date_is_today_unless_one_is_given():
    text = "basics: {name: A}\nwork: [{name: X, position: Cook, startDate: 2020-01}]\nmeta: {lastModified: 2024-03}"
    open_end = read_profile(document(text)).positions[0].span
    assert (open_end.ongoing, open_end.months) == (True, 50)
    assert profile(text).positions[0].span.months == 65


def test_rendercv_and_unknown_schemas_are_taken_generically():
    cv = profile(
        """\
        cv:
          name: Ann Lee
          location: Hull, United Kingdom
          sections:
            summary: [Bakes since school.]
            experience:
              - {company: Crust, position: Baker, start_date: 2019-10, end_date: present, highlights: [Night shift lead.]}
            education:
              - {institution: Hull College, area: Baking, degree: Diploma, date: 2019}
            technologies:
              - {label: Ovens, details: "deck, rack"}
        design: {theme: classic}
        """
    )
    assert (cv.name, cv.positions[0].title, cv.positions[0].employer, cv.positions[0].span.months) == ("Ann Lee", "Baker", "Crust", 68)
    assert cv.education[0].institution == "Hull College"
    assert {"Night shift lead.", "Bakes since school."} <= {said.text for said in cv.statements}
    assert "classic" not in {said.text for said in cv.statements}
    assert cv.warnings


def test_minified_json_keeps_its_statements_apart():
    work = '{"name":"X","position":"Cook","startDate":"2020-01","endDate":"2021-01","highlights":["Ran the pass.","Ordered the stock."]}'
    made = profile(
        '{"basics":{"name":"A"},"work":[' + work + '],"skills":[{"name":"Sauces","keywords":["velouté","espagnole"]}]}', "p.json"
    )
    assert {"velouté", "espagnole"} <= {said.text for said in made.statements}
    assert len([said for said in made.statements if said.position == 0]) == 6
