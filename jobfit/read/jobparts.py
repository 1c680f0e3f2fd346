"""Parsed JSON of a posting comes in; the parts of its text come out in reading order, each as (heading, HTML or text or items).

One function a board; ``BOARDS`` names for each the keys that tell it from the others, and is tried in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from jobfit.read.jobmeta import Fields
from jobfit.regex import regex

Part = tuple[str, str | list[str]]


def parts_of(fields: Fields) -> list[Part]:
    """Return the parts of a posting, read by its board's shape, or by the names of its fields where that gives nothing."""
    reader = next((reader for keys, reader in BOARDS if keys <= fields.keys()), generic_parts)
    parts = list(reader(fields))
    return parts if any(body for _, body in parts) else list(generic_parts(fields))


def of_a_board(fields: Fields) -> bool:
    """Say whether the posting has the shape of a known board."""
    return any(keys <= fields.keys() for keys, _ in BOARDS)


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


_TEXT_KEY = regex(
    r"desc|body|content|text|html|detail|summar|about|overview|responsib|dut(?:y|ies)|task|requirement|qualif|skill|experience|education|must|nice|prefer"
    r"|bonus|benefit|perk|offer|profile|mission|anforder|aufgabe|profil|poste|exig|requisit|role|what|who|you|key|essential|desir|eligib|licen|language",
    re.IGNORECASE,
)


def generic_parts(fields: Fields) -> Iterator[Part]:
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
            for heading_inside, part in generic_parts(value):
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
