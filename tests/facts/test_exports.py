"""What LinkedIn, Europass and RenderCV give is read and scored from the file to the verdict, as the commands do it."""

import io
import zipfile
from datetime import date

import pytest
from reportlab.pdfgen.canvas import Canvas

from jobfit import pipeline
from jobfit.batch import inputs
from jobfit.types import Assessment, Profile

POSTING = """# Pastry cook

## Requirements

- 5+ years of experience as a pastry cook or baker
- German at B2 or better
- A degree in food chemistry or a related field
- Lamination
"""

TABLES = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\nAda,Lorenz,Pastry cook,Bakes since 2014.,Graz\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Torte GmbH,Head pastry cook,Leads six people,Graz,Mar 2022,\nTorte GmbH,Pastry cook,Made laminated dough.,Graz,Mar 2020,Feb 2022\n"
    "Mill & Sons,Baker,Baked at night.,Linz,Jul 2016,Feb 2020\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'University of Graz,2013,2016,,"Bachelor of Science, Food chemistry",\n',
    "Skills.csv": "Name\nLamination\n",
    "Languages.csv": "Name,Proficiency\nGerman,Native or bilingual proficiency\n",
}

RENDERCV = """cv:
  name: Ada Lorenz
  location: Graz, Austria
  email: ada@post.example
  sections:
    experience:
      - company: Torte GmbH
        position: Head pastry cook
        location: Graz, Austria
        start_date: 2022-03
        end_date: present
        highlights: [Leads six people and made the laminated dough.]
      - company: Torte GmbH
        position: Pastry cook
        start_date: 2020-03
        end_date: 2022-02
      - company: Mill & Sons
        position: Baker
        start_date: 2016-07
        end_date: 2020-02
    education:
      - institution: University of Graz
        area: Food chemistry
        degree: BSc
        start_date: 2013-09
        end_date: 2016-06
    skills:
      - label: Baking
        details: Lamination, sourdough
    languages:
      - label: German
        details: native
design:
  theme: classic
"""

JOB = """<WorkExperience><Period><From year="{}" month="--{}"/>{}</Period><Position><Label>{}</Label></Position>
<Activities>&lt;p&gt;Made laminated dough.&lt;/p&gt;</Activities><Employer><Name>{}</Name></Employer></WorkExperience>"""
EUROPASS = f"""<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Ada</FirstName><Surname>Lorenz</Surname></PersonName></Identification>
<WorkExperienceList>{JOB.format(2022, "03", "<Current>true</Current>", "Head pastry cook", "Torte GmbH")}
{JOB.format(2020, "03", '<To year="2022" month="--02"/>', "Pastry cook", "Torte GmbH")}
{JOB.format(2016, "07", '<To year="2020" month="--02"/>', "Baker", "Mill &amp; Sons")}</WorkExperienceList>
<EducationList><Education><Period><From year="2013"/><To year="2016"/></Period><Title>Bachelor of Science in Food chemistry</Title>
<Organisation><Name>University of Graz</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>German</Label></Description></MotherTongue></MotherTongueList>
</Linguistic></Skills></LearnerInfo></SkillsPassport>"""

SIDE = [("Contact", 13), ("ada.lorenz@post.example", 10), ("www.linkedin.com/in/ada-lorenz (LinkedIn)", 10), ("", 9)]
SIDE += [("Top Skills", 13), ("Lamination", 10), ("Sourdough", 10), ("", 9), ("Languages", 13), ("German (Native or Bilingual)", 10)]
MAIN = [("Ada Lorenz", 26), ("Head pastry cook at Torte", 12), ("Graz, Styria, Austria", 12), ("", 20), ("Summary", 15.75)]
MAIN += [("I have baked since 2014 and like mornings. I train apprentices.", 12), ("", 20), ("Experience", 15.75)]
MAIN += [
    ("Torte GmbH", 12),
    ("5 years 4 months", 10.5),
    ("", 8),
    ("Head pastry cook", 11.5),
    ("March 2022 - Present (3 years 4 months)", 10.5),
]
MAIN += [("Graz, Austria", 10.5), ("Leads a brigade of six and writes the menu for four hotels.", 10.5), ("", 8), ("Pastry cook", 11.5)]
MAIN += [("March 2020 - February 2022 (2 years)", 10.5), ("Made the laminated dough for two shops.", 10.5), ("", 8)]
MAIN += [("Mill & Sons", 12), ("Baker", 11.5), ("July 2016 - February 2020 (3 years 8 months)", 10.5), ("Baked at night.", 10.5), ("", 20)]
MAIN += [("Education", 15.75), ("University of Graz", 12), ("Bachelor of Science, Food chemistry · (2013 - 2016)", 10.5)]


def linkedin_pdf():
    """A page as LinkedIn's own "Save to PDF" lays it out: a narrow column first, jobs grouped under their employer."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for x, column in ((22, SIDE), (224, MAIN)):
        y = 748
        for text, size in column:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, text)
            y -= 1.4 * size
    canvas.drawString(300, 20, "Page 1 of 1")
    canvas.save()
    return out.getvalue()


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in TABLES.items():
            file.writestr(name, text)
    return out.getvalue()


EXPORTS = {
    "export.zip": archive(),
    "Positions.csv": TABLES["Positions.csv"].encode(),
    "Profile.pdf": linkedin_pdf(),
    "europass.xml": EUROPASS.encode(),
    "rendercv.yaml": RENDERCV.encode(),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_read_and_scored(name, tmp_path):
    (tmp_path / name).write_bytes(EXPORTS[name])
    (tmp_path / "posting.md").write_text(POSTING, encoding="utf-8")
    options = inputs.Options(as_of=date(2025, 6, 1), model="hash", cache=False)
    (profile,) = pipeline.profiles_all([str(tmp_path / name)], options)
    assert isinstance(profile, Profile)
    assert [(each.title, each.employer) for each in profile.positions] == [
        ("Head pastry cook", "Torte GmbH"),
        ("Pastry cook", "Torte GmbH"),
        ("Baker", "Mill & Sons"),
    ]
    assert [each.span.start for each in profile.positions] == [2022 * 12 + 2, 2020 * 12 + 2, 2016 * 12 + 6]
    if name != "Positions.csv":
        assert profile.name == "Ada Lorenz"
        assert [(each.level, each.field, each.institution) for each in profile.education] == [
            ("bachelor", "Food chemistry", "University of Graz")
        ]
        assert [(each.code, each.level) for each in profile.languages] == [("de", "native")]
    (result,) = pipeline.score([str(tmp_path / "posting.md")], [str(tmp_path / name)], options)
    assert isinstance(result, Assessment)
    verdicts = {verdict.requirement.type: verdict for verdict in result.verdicts}
    assert verdicts["experience"].verdict in ("met", "partly")
    assert "8 y 1" in verdicts["experience"].reason
