"""The fields that open a Markdown file between two ``---`` come in; the fields that a Document's meta names come out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jobfit.regex import regex

NAMES = {
    "title": ("title", "job_title", "jobtitle", "position", "role", "poste", "stelle", "puesto"),
    "company": ("company", "company_name", "companyname", "employer", "organization", "organisation", "org"),
    "location": ("location", "locations", "place", "city", "ort", "lieu"),
    "employment_type": ("employment_type", "employmenttype", "job_type", "jobtype", "commitment", "contract", "contract_type", "type"),
    "url": ("url", "link", "source_url", "job_url", "absolute_url", "apply_url", "canonical"),
    "language": ("language", "lang", "locale"),
}
_FIELD = regex(r"([A-Za-z][\w -]{0,40}):\s*(.*)\Z")


def split(text: str) -> tuple[int, dict[str, str]]:
    """Return how many lines the front matter takes, its two rules counted (0: there is none), and its meta."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() != "---":
        return 0, {}
    end = next((n for n in range(first + 1, min(len(lines), first + 400)) if lines[n].rstrip() in ("---", "...")), 0)
    body = lines[first + 1 : end]
    fields = [_FIELD.match(line) for line in body]
    if not end or not any(fields):
        return 0, {}
    return end + 1, meta_of({found.group(1).strip(): found.group(2) for found in fields if found})


def meta_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return ``title``, ``company`` and the other meta fields that ``fields`` holds as plain text under a usual name."""
    plain = {re.sub(r"[ -]", "_", key).lower(): value for key, value in fields.items()}
    meta = {}
    for name, keys in NAMES.items():
        value = next((plain[key] for key in keys if isinstance(plain.get(key), str) and plain[key].strip()), "")
        value = value.split(" #")[0].strip().strip("\"'").strip()
        if value and "{{" not in value:
            meta[name] = value
    return meta
