"""Parsed JSON of a posting comes in; its meta fields and the lines a reader would see come out.

One function a board returns the parts of its text in reading order, each as (heading, HTML or text); ``BOARDS`` is tried in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from jobfit.read.build import Draft
from jobfit.read.clean import mend
from jobfit.read.html import html_drafts

Fields = Mapping[str, object]
Part = tuple[str, str | list[str]]

_ESCAPED = re.compile(r"&(?:amp;)*lt;\s*/?\s*(?:p|div|ul|li|br|h\d|strong|span|b)\b", re.IGNORECASE)
_PROFILE_KEYS = frozenset({"basics", "cv", "education", "work", "resume", "candidate", "work_experience", "workExperience", "experiences"})
_LISTS = ("jobs", "offers", "postings", "positions", "vacancies", "results", "content", "items", "data", "job", "offer", "posting", "hits")
_MAX_WRAPPERS = 4
_URLS = ("absolute_url", "hostedUrl", "jobUrl", "careers_url", "postingUrl", "url", "shortlink", "job_url", "applyUrl", "link")
_TYPES = ("employmentType", "employment_type", "typeOfEmployment", "employment_type_code", "job_type", "type", "commitment")
_TYPE_NAMES = ("employment type", "time type", "job type", "contract type")


def postings_in(data: object, depth: int = 0) -> list[Fields]:
    """Return every posting that the JSON holds, in its order; nothing where it is something else."""
    if isinstance(data, list):
        found = [postings_in(entry, depth + 1) for entry in data] if depth < _MAX_WRAPPERS else []
        return [posting for entry in found for posting in entry]
    if not isinstance(data, dict) or _PROFILE_KEYS & data.keys():
        return []
    if embedded := job_postings(data):
        return embedded
    for key in _LISTS:
        if isinstance(data.get(key), (list, dict)) and depth < _MAX_WRAPPERS and (inner := postings_in(data[key], depth + 1)):
            return inner
    return [data] if _is_posting(data) else []


def job_postings(data: object) -> list[Fields]:
    """Return the schema.org JobPostings of JSON-LD, those in lists and under ``@graph`` too."""
    if isinstance(data, list):
        return [posting for entry in data for posting in job_postings(entry)]
    if not isinstance(data, dict):
        return []
    kinds = data.get("@type")
    if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
        return [data]
    return job_postings(
        [data[key] for key in ("@graph", "mainEntity", "itemListElement", "item") if isinstance(data.get(key), (dict, list))]
    )


def posting_lines(fields: Fields, path: str) -> tuple[dict[str, str], list[Draft]]:
    """Return the meta and the lines of one posting: its title as heading, place and kind of work, then its parts."""
    meta = _meta(fields)
    drafts = [Draft(meta["title"], heading=1)] if "title" in meta else []
    drafts += [Draft(meta[name]) for name in ("company", "location", "employment_type") if name in meta]
    workplace = _workplace(fields)
    drafts += [Draft(workplace)] if workplace and workplace.lower() not in meta.get("location", "").lower() else []
    for heading, body in _parts(fields):
        drafts += _part_lines(heading, body, path)
    return meta, drafts


def _part_lines(heading: str, body: str | list[str], path: str) -> list[Draft]:
    if isinstance(body, list):
        lines = [Draft(" ".join(mend(_plain(entry)).split()), bullet="-") for entry in body]
    else:
        lines = html_drafts(_unescaped(body), path)
    lines = [line for line in lines if line.text or not line.bullet]
    if not any(line.text for line in lines):
        return []
    first = next(line for line in lines if line.text)
    headed = (not first.bullet and (first.heading or first.bold)) or first.text.strip(" :").lower() == heading.strip(" :").lower()
    head = [Draft(mend(heading).strip(), heading=2)] if heading and not headed else []
    return [Draft(""), *head, *lines]


def _plain(entry: str) -> str:
    return re.sub(r"<[^>]+>", " ", unescape(entry)) if "<" in entry or "&" in entry else entry


def _unescaped(body: str) -> str:
    """Undo HTML that was escaped once or twice too often."""
    for _ in range(3):
        if not _ESCAPED.search(body):
            break
        body = unescape(body)
    return body


def _meta(fields: Fields) -> dict[str, str]:
    meta = {
        "title": _first(fields, "title", "name", "text", "jobTitle", "job_title", "position"),
        "company": _first(fields, "company_name", "companyName", "hiringOrganization", "company", "organization", "employer"),
        "location": _location(fields),
        "employment_type": _employment(fields),
        "url": _first(
            fields, "absolute_url", "hostedUrl", "jobUrl", "careers_url", "postingUrl", "url", "shortlink", "job_url", "applyUrl", "link"
        ),
        "language": _first(fields, "language", "inLanguage", "lang")[:2].lower(),
    }
    return {name: " ".join(mend(unescape(value)).split()) for name, value in meta.items() if value.strip()}


def _first(fields: Fields, *keys: str) -> str:
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


def _workplace(fields: Fields) -> str:
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
    if text := _first(
        fields, "employmentType", "employment_type", "typeOfEmployment", "employment_type_code", "job_type", "type", "commitment"
    ):
        return text.replace("_", " ")
    metadata = fields.get("metadata")
    for entry in metadata if isinstance(metadata, list) else ():
        if isinstance(entry, dict) and str(entry.get("name", "")).lower() in _TYPE_NAMES:
            return _name(entry.get("value"))
    return ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _greenhouse(fields: Fields) -> Iterator[Part]:
    yield "", _text(fields.get("content"))


def _lever(fields: Fields) -> Iterator[Part]:
    yield "", _text(fields.get("description")) or _text(fields.get("descriptionPlain"))
    lists = fields.get("lists")
    for entry in lists if isinstance(lists, list) else ():
        if isinstance(entry, dict):
            yield _text(entry.get("text")), f"<ul>{_text(entry.get('content'))}</ul>"
    yield "", _text(fields.get("additional")) or _text(fields.get("additionalPlain"))


def _ashby(fields: Fields) -> Iterator[Part]:
    yield "", _text(fields.get("descriptionHtml")) or _text(fields.get("descriptionPlain"))


def _described(fields: Fields) -> Iterator[Part]:
    """Recruitee, Workable and their like: the description, then the parts beside it that it does not already hold."""
    full = _text(fields.get("description")) or _text(fields.get("full_description"))
    yield "", full
    for key in ("requirements", "benefits", "highlight"):
        part = _text(fields.get(key))
        if part and part[:200] not in full:
            yield key.capitalize(), part
    places = fields.get("locations")
    notes = [_text(place.get("note")) for place in places if isinstance(place, dict)] if isinstance(places, list) else []
    yield "Location", [note for note in dict.fromkeys(notes) if note]


def _smartrecruiters(fields: Fields) -> Iterator[Part]:
    ad = fields.get("jobAd")
    sections = ad.get("sections") if isinstance(ad, dict) else None
    for section in sections.values() if isinstance(sections, dict) else ():
        if isinstance(section, dict):
            yield _text(section.get("title")), _text(section.get("text"))


_SCHEMA_PARTS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
    ("physicalRequirement", "Physical requirements"),
    ("eligibilityToWorkRequirement", "Eligibility to work"),
)


def _schema_org(fields: Fields) -> Iterator[Part]:
    full = _text(fields.get("description"))
    yield "", full
    if len(full) < 400:  # fuller descriptions say it all themselves, and the fields only repeat them in codes
        for key, heading in _SCHEMA_PARTS:
            value = fields.get(key)
            yield heading, value if isinstance(value, str) else _strings(value)


def _job_schema(fields: Fields) -> Iterator[Part]:
    """JSON Resume's job schema."""
    yield "", _text(fields.get("description"))
    for key in ("responsibilities", "qualifications"):
        yield key.capitalize(), _strings(fields.get(key))
    yield "Skills", _skills(fields.get("skills"))
    yield "Experience", _text(fields.get("experience"))


def _skills(value: object) -> list[str]:
    lines = []
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            words = ", ".join(_strings(entry.get("keywords")))
            name = ", ".join(text for text in (_text(entry.get("name")), _text(entry.get("level"))) if text)
            lines.append(f"{name}: {words}" if name and words else name or words)
        elif isinstance(entry, str):
            lines.append(entry)
    return lines


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [text for entry in value for text in _strings(entry)]
    if isinstance(value, dict):
        return [
            text for key in ("name", "text", "title", "description", "credentialCategory", "value") for text in _strings(value.get(key))
        ][:3]
    return []


_TEXT_KEY = re.compile(
    r"desc|body|content|text|html|detail|summar|about|overview|responsib|dut(?:y|ies)|task|requirement|qualif|skill|experience|education|must|nice|prefer"
    r"|bonus|benefit|perk|offer|profile|mission|anforder|aufgabe|profil|poste|exig|requisit|role|what|who|you|key|essential|desir|eligib|licen|language",
    re.IGNORECASE,
)


_ASKING_KEY = re.compile(r"require|qualif|must|nice to|responsib|dut(?:y|ies)|anforder|exig|requisit", re.IGNORECASE)
_MIN_TEXT = 100


def _generic(fields: Fields) -> Iterator[Part]:
    """Any other JSON: the fields that hold prose or lists of texts, in their order, each under its own name."""
    said: list[str] = []
    for key, value in fields.items():
        heading = "" if re.search(r"desc|body|content|html|text", key, re.IGNORECASE) else _spoken(key)
        if isinstance(value, str) and (len(value) >= 120 or (_TEXT_KEY.search(key) and " " in value.strip())):
            words = re.sub(r"<[^>]+>|\W+", "", unescape(value))
            if not any(words in other or other in words for other in said):
                said.append(words)
                yield heading, value
        elif isinstance(value, list) and _TEXT_KEY.search(key):
            yield heading, _skills(value) if key == "skills" else _strings(value)
        elif isinstance(value, dict) and _TEXT_KEY.search(key) and not {"city", "country", "min", "max"} & value.keys():
            for heading_inside, part in _generic(value):
                yield heading_inside or heading, part


def _spoken(key: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", key).strip().lower()
    return words[:1].upper() + words[1:]


BOARDS: tuple[tuple[frozenset[str], Callable[[Fields], Iterator[Part]]], ...] = (
    (frozenset({"@type", "description"}), _schema_org),
    (frozenset({"content", "absolute_url"}), _greenhouse),
    (frozenset({"content", "internal_job_id"}), _greenhouse),
    (frozenset({"lists", "text"}), _lever),
    (frozenset({"categories", "text"}), _lever),
    (frozenset({"descriptionHtml"}), _ashby),
    (frozenset({"jobAd"}), _smartrecruiters),
    (frozenset({"qualifications", "responsibilities", "title"}), _job_schema),
    (frozenset({"description", "requirements", "careers_url"}), _described),
    (frozenset({"description", "requirements", "shortcode"}), _described),
    (frozenset({"full_description"}), _described),
)


def _parts(fields: Fields) -> Iterator[Part]:
    reader = next((reader for keys, reader in BOARDS if keys <= fields.keys()), _generic)
    parts = list(reader(fields))
    return iter(parts if any(body for _, body in parts) else list(_generic(fields)))


def _is_posting(fields: Fields) -> bool:
    if any(keys <= fields.keys() for keys, _ in BOARDS):
        return True
    if not _first(fields, "title", "jobTitle", "job_title", "position", "name", "role"):
        return False
    parts = list(_generic(fields))
    asks = any(body and _ASKING_KEY.search(key) for key, body in parts)
    return asks or sum(len(body) if isinstance(body, str) else sum(map(len, body)) for _, body in parts) >= _MIN_TEXT
