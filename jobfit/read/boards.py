"""Parsed JSON comes in; the postings in it come out, each as its meta fields and the lines that a reader would see."""

from __future__ import annotations

import re
from html import unescape

from jobfit.read.build import Draft
from jobfit.read.clean import mend
from jobfit.read.html import html_drafts
from jobfit.read.jobmeta import Fields, first_name, stated, workplace
from jobfit.read.jobparts import generic_parts, of_a_board, parts_of
from jobfit.regex import regex

_ESCAPED = regex(r"&(?:amp;)*lt;\s*/?\s*(?:p|div|ul|li|br|h\d|strong|span|b)\b", re.IGNORECASE)
_PROFILE_KEYS = frozenset({"basics", "cv", "education", "work", "resume", "candidate", "work_experience", "workExperience", "experiences"})
_LISTS = ("jobs", "offers", "postings", "positions", "vacancies", "results", "content", "items", "data", "job", "offer", "posting", "hits")
_MAX_WRAPPERS = 4
_ASKING_KEY = regex(r"require|qualif|must|nice to|responsib|dut(?:y|ies)|anforder|exig|requisit", re.IGNORECASE)
_MIN_TEXT = 100


def postings_in(data: object, depth: int = 0) -> list[Fields]:
    """Return every posting that the JSON holds, in its order; nothing where it is something else."""
    if isinstance(data, list):
        found = [postings_in(entry, depth + 1) for entry in data] if depth < _MAX_WRAPPERS else []
        return [posting for entry in found for posting in entry]
    if not isinstance(data, dict) or _PROFILE_KEYS & data.keys():
        return []
    if embedded := job_postings(data):
        return embedded
    if of_a_board(data):
        return [data]
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
    meta = stated(fields)
    drafts = [Draft(meta["title"], heading=1)] if "title" in meta else []
    drafts += [Draft(meta[name]) for name in ("company", "location", "employment_type") if name in meta]
    way = workplace(fields)
    drafts += [Draft(way)] if way and way.lower() not in meta.get("location", "").lower() else []
    for heading, body in parts_of(fields):
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


def _is_posting(fields: Fields) -> bool:
    if not first_name(fields, "title", "jobTitle", "job_title", "position", "name", "role"):
        return False
    parts = list(generic_parts(fields))
    asks = any(body and _ASKING_KEY.search(key) for key, body in parts)
    return asks or sum(len(body) if isinstance(body, str) else sum(map(len, body)) for _, body in parts) >= _MIN_TEXT
