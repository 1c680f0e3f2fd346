"""LinkedIn's data export, the archive or one of its tables, comes in; a JSON Resume document comes out."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read.clean import decode, mend
from jobfit.read.resume import month, resume_document, statements

if TYPE_CHECKING:
    from jobfit.types import Document

Row = Mapping[str, str]


def _profile(rows: Sequence[Row]) -> dict[str, object]:
    row = rows[0]
    name = " ".join(part for part in (row.get("First Name", ""), row.get("Last Name", "")) if part)
    return {"name": name, "label": row.get("Headline"), "summary": row.get("Summary"), "location": {"city": row.get("Geo Location")}}


def _position(row: Row) -> dict[str, object]:
    return {
        "name": row.get("Company Name"),
        "position": row.get("Title"),
        "location": row.get("Location"),
        **_dates(row),
        "highlights": statements(row.get("Description", "")),
    }


def _education(row: Row) -> dict[str, object]:
    return {
        "institution": row.get("School Name"),
        "studyType": row.get("Degree Name"),
        "startDate": month(row.get("Start Date", "")),
        "endDate": month(row.get("End Date", "")),
        "courses": statements(row.get("Notes", "")) + statements(row.get("Activities", "")),
    }


def _certificate(row: Row) -> dict[str, object]:
    return {
        "name": row.get("Name"),
        "issuer": row.get("Authority"),
        "date": month(row.get("Started On", "")),
        "endDate": month(row.get("Finished On", "")),
    }


def _project(row: Row) -> dict[str, object]:
    return {"name": row.get("Title"), **_dates(row), "highlights": statements(row.get("Description", ""))}


def _volunteer(row: Row) -> dict[str, object]:
    told = {"position": row.get("Role"), "organization": row.get("Company Name"), **_dates(row)}
    return {**told, "summary": row.get("Cause"), "highlights": statements(row.get("Description", ""))}


def _publication(row: Row) -> dict[str, object]:
    return {
        "name": row.get("Name"),
        "publisher": row.get("Publisher"),
        "releaseDate": month(row.get("Published On", "")),
        "summary": row.get("Description"),
    }


def _award(row: Row) -> dict[str, object]:
    return {"title": row.get("Title"), "date": month(row.get("Issued On", "")), "summary": row.get("Description")}


def _dates(row: Row) -> dict[str, object]:
    return {"startDate": month(row.get("Started On", "")), "endDate": month(row.get("Finished On", ""))}


# For each table: the columns that tell it from the others, its part of a JSON Resume, and how a row is read.
_TABLES: dict[str, tuple[frozenset[str], str, Callable[[Row], dict[str, object]]]] = {
    "positions.csv": (frozenset({"Company Name", "Title", "Started On"}), "work", _position),
    "volunteering.csv": (frozenset({"Company Name", "Role"}), "volunteer", _volunteer),
    "education.csv": (frozenset({"School Name", "Degree Name"}), "education", _education),
    "certifications.csv": (frozenset({"Name", "Authority"}), "certificates", _certificate),
    "projects.csv": (frozenset({"Title", "Description", "Url"}), "projects", _project),
    "publications.csv": (frozenset({"Name", "Published On"}), "publications", _publication),
    "honors.csv": (frozenset({"Title", "Issued On"}), "awards", _award),
    "languages.csv": (
        frozenset({"Name", "Proficiency"}),
        "languages",
        lambda row: {"language": row.get("Name"), "fluency": row.get("Proficiency")},
    ),
    "skills.csv": (frozenset({"Name"}), "skills", lambda row: {"name": row.get("Name")}),
}
_PROFILE = "profile.csv"


def read_linkedin(data: bytes, path: str) -> list[Document]:
    """Read the archive, or one table of it; raise ReadError where it is neither."""
    tables = _unpacked(data, path) if data.startswith(b"PK") else {"": data}
    resume: dict[str, object] = {}
    for name, content in tables.items():
        rows = _rows(decode(content, path), path)
        if not rows:
            continue
        if name == _PROFILE or "Headline" in rows[0]:
            resume["basics"] = _profile(rows)
        elif table := _TABLES.get(name) or _by_columns(rows[0]):
            resume[table[1]] = [table[2](row) for row in rows]
    order = ["basics", *(part for _, part, _ in _TABLES.values())]
    return [resume_document(path, "linkedin", {part: resume[part] for part in order if part in resume})]


def _unpacked(data: bytes, path: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = {name.rsplit("/", 1)[-1].lower(): archive.getinfo(name) for name in archive.namelist()}
            found = {name: entry for name, entry in sorted(wanted.items()) if name == _PROFILE or name in _TABLES}
            if sum(entry.file_size for entry in found.values()) > settings.MAX_FILE_BYTES:
                raise ReadError(
                    f"this export unpacks to more than {settings.MAX_FILE_BYTES} bytes", path=path, hint="give the tables you need"
                )
            return {name: archive.read(entry) for name, entry in found.items()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise ReadError("this archive is broken", path=path, hint="download the export again") from error


def _rows(text: str, path: str) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
        return [{(key or "").strip(): mend_lines(value) for key, value in row.items() if isinstance(value, str)} for row in reader]
    except csv.Error as error:
        raise ReadError(f"this table is broken: {error}", path=path, hint="download the export again") from error


def mend_lines(text: str) -> str:
    """Mend each line of a cell by itself."""
    return "\n".join(mend(line) for line in text.split("\n"))


def _by_columns(row: Row) -> tuple[frozenset[str], str, Callable[[Row], dict[str, object]]] | None:
    return next((table for table in _TABLES.values() if table[0] <= row.keys() and (len(table[0]) > 1 or table[0] == row.keys())), None)
