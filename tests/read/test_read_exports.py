import io
import zipfile

import pytest

from jobfit.errors import ReadError
from jobfit.read import read

TABLES = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\nAda,Baker,Pastry cook,Bakes since 2014.,Graz\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Torte,Pastry cook,"- Kneads dough\n- Leads two apprentices",Graz,Sep 2021,\nMill,Baker,,Linz,Jul 2016,Aug 2021\n',
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nTrade school Graz,2013,2016,,Apprenticeship,\n",
    "Skills.csv": "Name\nLamination\n",
    "Languages.csv": "Name,Proficiency\nGerman,Native or bilingual proficiency\n",
    "Ad_Targeting.csv": "x\ny\n",
}


def archive(tables):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in tables.items():
            file.writestr(name, text)
    return out.getvalue()


def document(data, name):
    (found,) = read(name, data=data if isinstance(data, bytes) else data.encode())
    return found


def test_a_linkedin_archive_becomes_a_json_resume_with_lines():
    found = document(archive(TABLES), "export.zip")
    assert found.format == "linkedin"
    assert found.data["basics"] == {
        "name": "Ada Baker",
        "label": "Pastry cook",
        "summary": "Bakes since 2014.",
        "location": {"city": "Graz"},
    }
    first, second = found.data["work"]
    assert first == {
        "name": "Torte",
        "position": "Pastry cook",
        "location": "Graz",
        "startDate": "2021-09",
        "highlights": ["Kneads dough", "Leads two apprentices"],
    }
    assert (second["startDate"], second["endDate"]) == ("2016-07", "2021-08")
    assert found.data["languages"] == [{"language": "German", "fluency": "Native or bilingual proficiency"}]
    line = found.lines[found.data_lines["work[0].highlights[1]"] - 1]
    assert (line.bullet, line.text) == ("-", "Leads two apprentices")


def test_one_table_of_the_export_is_known_by_its_columns():
    assert [work["name"] for work in document(TABLES["Positions.csv"], "Positions.csv").data["work"]] == ["Torte", "Mill"]
    with pytest.raises(ReadError, match="no position"):
        document("Name,Price\nBread,3\n", "prices.csv")


def test_other_archives_are_refused():
    with pytest.raises(ReadError, match="archive"):
        document(archive({"a.txt": "x"}), "export.zip")


PASSPORT = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Ada</FirstName><Surname>Baker</Surname></PersonName></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2021" month="--09"/><Current>true</Current></Period>
<Position><Label>Pastry cook</Label></Position>
<Activities>&lt;ul&gt;&lt;li&gt;Kneads dough&lt;/li&gt;&lt;li&gt;Bakes&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Torte</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2013"/><To year="2016" month="--07"/></Period><Title>Apprenticeship</Title>
<Organisation><Name>Trade school</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>German</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Label>English</Label></Description>
<ProficiencyLevel><Listening>C1</Listening><Writing>B2</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
<Driving><Description><Licence>B</Licence></Description></Driving></Skills></LearnerInfo></SkillsPassport>"""

CANDIDATE = """<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9">
<CandidatePerson><PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Baker</hr:FamilyName></PersonName></CandidatePerson>
<CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>Torte</hr:OrganizationName><PositionHistory>
<PositionTitle>Pastry cook</PositionTitle><EmploymentPeriod><StartDate><hr:FormattedDateTime>2021-09-01</hr:FormattedDateTime></StartDate>
</EmploymentPeriod><oa:Description>Kneads dough</oa:Description></PositionHistory></EmployerHistory></EmploymentHistory>
<PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<CompetencyDimension><Score><hr:ScoreText>B2</hr:ScoreText></Score></CompetencyDimension></PersonCompetency></PersonQualifications>
</CandidateProfile></Candidate>"""


def test_the_old_europass_is_read():
    found = document(PASSPORT, "cv.xml")
    assert found.format == "europass"
    assert found.data["work"] == [
        {"name": "Torte", "position": "Pastry cook", "startDate": "2021-09", "highlights": ["Kneads dough", "Bakes"]}
    ]
    assert found.data["education"] == [
        {"institution": "Trade school", "studyType": "Apprenticeship", "startDate": "2013", "endDate": "2016-07"}
    ]
    assert found.data["languages"] == [{"language": "German", "fluency": "native"}, {"language": "English", "fluency": "B2"}]
    assert found.data["drivingLicence"] == ["B"]


def test_the_new_europass_is_read():
    found = document(CANDIDATE, "cv.xml")
    assert found.data["basics"] == {"name": "Ada Baker"}
    assert found.data["work"] == [{"name": "Torte", "position": "Pastry cook", "startDate": "2021-09", "highlights": ["Kneads dough"]}]
    assert found.data["languages"] == [{"language": "eng", "fluency": "B2"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "entities"),
        ("<SkillsPassport><a>", "not valid XML"),
        ("<x/>", "no Europass"),
        ("<SkillsPassport><LearnerInfo/></SkillsPassport>", "no position"),
    ],
)
def test_other_and_broken_xml_is_refused(text, said):
    with pytest.raises(ReadError, match=said):
        read("cv.xml", as_format="europass", data=text.encode())
