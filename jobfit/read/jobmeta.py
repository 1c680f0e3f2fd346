"""Parsed JSON of a posting comes in; the fields that it states outright (title, company, place, kind of work) come out."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape

from jobfit.read.clean import mend

Fields = Mapping[str, object]

_TYPE_NAMES = ("employment type", "time type", "job type", "contract type")


def stated(fields: Fields) -> dict[str, str]:
    """Return the meta fields of a Document, those that are missing left out."""
    meta = {
        "title": first_name(fields, "title", "name", "text", "jobTitle", "job_title", "position"),
        "company": first_name(fields, "company_name", "companyName", "hiringOrganization", "company", "organization", "employer"),
        "location": _location(fields),
        "employment_type": _employment(fields),
        "url": first_name(
            fields, "absolute_url", "hostedUrl", "jobUrl", "careers_url", "postingUrl", "url", "shortlink", "job_url", "applyUrl", "link"
        ),
        "language": first_name(fields, "language", "inLanguage", "lang")[:2].lower(),
    }
    return {name: " ".join(mend(unescape(value)).split()) for name, value in meta.items() if value.strip()}


def first_name(fields: Fields, *keys: str) -> str:
    """Return the first of the fields that holds a text or a named thing."""
    return next((text for key in keys if (text := _name(fields.get(key)))), "")


def _name(value: object) -> str:
    """Return a plain text, or the name of an object, or those of a list."""
    if isinstance(value, str):
        return value if len(value) <= 300 else ""
    if isinstance(value, dict):
        return next((text for key in ("name", "label", "title", "value", "code") if isinstance(text := value.get(key), str) and text), "")
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(text for entry in value if (text := _name(entry))))
    return ""


def _location(fields: Fields) -> str:
    categories = fields.get("categories")
    if isinstance(categories, dict) and (text := _name(categories.get("allLocations")) or _name(categories.get("location"))):
        return text
    for key in ("location", "jobLocation", "locations", "offices", "candidate_location", "job_location"):
        if text := _place(fields.get(key)):
            return text
    parts = (_name(fields.get(key)) for key in ("city", "state", "region", "country"))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _place(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(dict.fromkeys(text for entry in value if (text := _place(entry))))
    if not isinstance(value, dict):
        return _name(value)
    if isinstance(address := value.get("address"), (dict, str)) and address:
        return _place(address)
    if text := _name(value.get("name")) or _name(value.get("location_str")):
        return text
    keys = ("city", "addressLocality", "region", "state", "addressRegion", "country", "addressCountry", "countryCode")
    return ", ".join(dict.fromkeys(text for key in keys if (text := _name(value.get(key)))))


def workplace(fields: Fields) -> str:
    """Return ``Remote``, ``Hybrid`` or what else the posting calls the way of working; empty where it says nothing."""
    if text := _name(fields.get("workplaceType")) or _name(fields.get("workplace_type")):
        return text[:1].upper() + text[1:]
    place = fields.get("location")
    inside = place if isinstance(place, dict) else {}
    if fields.get("hybrid") is True or inside.get("hybrid") is True:
        return "Hybrid"
    remote = (fields.get("remote"), fields.get("isRemote"), inside.get("remote"), inside.get("telecommuting"))
    return "Remote" if True in remote or fields.get("jobLocationType") == "TELECOMMUTE" else ""


def _employment(fields: Fields) -> str:
    categories = fields.get("categories")
    if isinstance(categories, dict) and (text := _name(categories.get("commitment"))):
        return text
    if text := first_name(
        fields, "employmentType", "employment_type", "typeOfEmployment", "employment_type_code", "job_type", "type", "commitment"
    ):
        return text.replace("_", " ")
    metadata = fields.get("metadata")
    for entry in metadata if isinstance(metadata, list) else ():
        if isinstance(entry, dict) and str(entry.get("name", "")).lower() in _TYPE_NAMES:
            return _name(entry.get("value"))
    return ""
