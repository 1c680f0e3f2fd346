"""A Europass XML file, of the old (SkillsPassport) or the new kind (Candidate), comes in; a JSON Resume document comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read.resume import month, resume_document, statements

if TYPE_CHECKING:
    from jobfit.types import Document

Node = ElementTree.Element

_SKILLS = ("Communication", "Organisational", "JobRelated", "Computer", "Other")


def read_europass(data: bytes, path: str) -> list[Document]:
    """Read one file; raise ReadError where it is broken, declares entities or is another kind of XML."""
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data or "<!ENTITY".encode("utf-16-be") in data:
        raise ReadError("this XML declares entities, which Europass never does", path=path, hint="export it anew")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - entities are refused above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError(f"this is not valid XML: {error}", path=path, hint="export it anew") from error
    for depth, node in _walk(root):
        if depth > settings.MAX_JSON_DEPTH:
            raise ReadError(f"the XML nests deeper than {settings.MAX_JSON_DEPTH} levels", path=path, hint="export it anew")
        if _tag(node) == "LearnerInfo":
            return [resume_document(path, "europass", _passport(node))]
        if _tag(node) == "Candidate":
            return [resume_document(path, "europass", _candidate(node))]
    raise ReadError("this XML is no Europass file", path=path, hint="give a profile in another format")


def _walk(root: Node) -> Iterator[tuple[int, Node]]:
    stack = [(0, root)]
    while stack:
        depth, node = stack.pop()
        yield depth, node
        stack += [(depth + 1, child) for child in reversed(node)]


def _tag(node: Node) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _all(node: Node | None, *path: str) -> list[Node]:
    """Return the nodes below, step by step by their names without namespace."""
    found = [] if node is None else [node]
    for name in path:
        found = [child for one in found for child in one if _tag(child) == name]
    return found


def _one(node: Node | None, *path: str) -> Node | None:
    return next(iter(_all(node, *path)), None)


def _text(node: Node | None, *path: str) -> str:
    found = _one(node, *path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _lines(node: Node | None, *path: str) -> list[str]:
    found = _one(node, *path)
    return statements("".join(found.itertext())) if found is not None else []


def _passport(learner: Node) -> dict[str, object]:
    person, skills = _one(learner, "Identification"), _one(learner, "Skills")
    first, last = _text(person, "PersonName", "FirstName"), _text(person, "PersonName", "Surname")
    return {
        "basics": {"name": f"{first} {last}", "label": _text(learner, "Headline", "Description", "Label"), "location": _place(person)},
        "work": [_work(node) for node in _all(learner, "WorkExperienceList", "WorkExperience")],
        "education": [_education(node) for node in _all(learner, "EducationList", "Education")],
        "languages": _languages(_one(skills, "Linguistic")),
        "skills": [{"name": name, "keywords": said} for name in _SKILLS if (said := _lines(skills, name, "Description"))],
        "drivingLicence": [_text(node) for node in _all(skills, "Driving", "Description", "Licence")],
    }


def _place(node: Node | None) -> dict[str, str]:
    address = _one(node, "ContactInfo", "Address", "Contact")
    return {
        "city": _text(address, "Municipality"),
        "countryCode": _text(address, "Country", "Code"),
        "region": _text(address, "Country", "Label"),
    }


def _period(node: Node) -> dict[str, str]:
    start, end = _one(node, "Period", "From"), _one(node, "Period", "To")
    return {"startDate": _date(start), "endDate": _date(end)}


def _date(node: Node | None) -> str:
    if node is None or not node.get("year"):
        return ""
    return f"{node.get('year')}{month_part(node.get('month', ''))}"


def month_part(text: str) -> str:
    """Return ``-03`` for Europass's ``--03``, nothing where no month is given."""
    digits = text.strip("-")
    return f"-{int(digits):02}" if digits.isdecimal() else ""


def _work(node: Node) -> dict[str, object]:
    employer = _one(node, "Employer")
    return {
        "name": _text(employer, "Name"),
        "position": _text(node, "Position", "Label"),
        "location": ", ".join(part for part in (_place(employer)["city"], _place(employer)["region"]) if part),
        **_period(node),
        "highlights": _lines(node, "Activities"),
    }


def _education(node: Node) -> dict[str, object]:
    title, level = _text(node, "Title"), _text(node, "Level", "Label")
    told = {"institution": _text(node, "Organisation", "Name"), "studyType": title or level, "area": _text(node, "Field", "Label")}
    return {**told, **_period(node), "courses": _lines(node, "Activities")}


def _languages(node: Node | None) -> list[dict[str, str]]:
    native = [
        {"language": _text(one, "Description", "Label"), "fluency": "native"} for one in _all(node, "MotherTongueList", "MotherTongue")
    ]
    foreign = []
    for one in _all(node, "ForeignLanguageList", "ForeignLanguage"):
        levels = sorted(_text(level) for group in _all(one, "ProficiencyLevel") for level in group)
        foreign.append({"language": _text(one, "Description", "Label"), "fluency": levels[0] if levels else ""})
    return native + foreign


def _candidate(root: Node) -> dict[str, object]:
    person, profile = _one(root, "CandidatePerson"), _one(root, "CandidateProfile")
    first, last = _text(person, "PersonName", "GivenName"), _text(person, "PersonName", "FamilyName")
    return {
        "basics": {"name": f"{first} {last}", "summary": _text(profile, "ExecutiveSummary")},
        "work": [
            _job(employer, node)
            for employer in _all(profile, "EmploymentHistory", "EmployerHistory")
            for node in _all(employer, "PositionHistory")
        ],
        "education": [_course(node) for node in _all(profile, "EducationHistory", "EducationOrganizationAttendance")],
        "languages": [
            _competency(node)
            for node in _all(profile, "PersonQualifications", "PersonCompetency")
            if _text(node, "TaxonomyID") == "language"
        ],
        "skills": [{"name": _text(node, "CompetencyName")} for node in _all(profile, "PersonQualifications", "PersonCompetency")],
        "certificates": [{"name": _text(node, "CertificationName")} for node in _all(profile, "Certifications", "Certification")],
    }


def _span(node: Node | None) -> dict[str, str]:
    start, end = _text(node, "StartDate", "FormattedDateTime"), _text(node, "EndDate", "FormattedDateTime")
    return {"startDate": month(start), "endDate": month(end)}


def _job(employer: Node, node: Node) -> dict[str, object]:
    told = {"name": _text(employer, "OrganizationName"), "position": _text(node, "PositionTitle"), "location": _text(node, "City")}
    return {**told, **_span(_one(node, "EmploymentPeriod")), "highlights": _lines(node, "Description")}


def _course(node: Node) -> dict[str, object]:
    told = {"institution": _text(node, "OrganizationName"), "studyType": _text(node, "EducationDegree", "DegreeName")}
    return {**told, **_span(_one(node, "AttendancePeriod")), "courses": _lines(node, "EducationDegree", "OccupationalSkillsCovered")}


def _competency(node: Node) -> dict[str, str]:
    scores = sorted(_text(one, "Score", "ScoreText") for one in _all(node, "CompetencyDimension"))
    return {"language": _text(node, "CompetencyID"), "fluency": next((score for score in scores if score), "native")}
