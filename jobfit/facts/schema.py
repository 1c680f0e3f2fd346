"""A JSON Resume document comes in; all its faults come out at once, each with path, line and remedy."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from jobfit.facts.dates import DATA, is_present, parse_point
from jobfit.regex import regex

if TYPE_CHECKING:
    from jsonschema import Draft7Validator

    from jobfit.types import Document

ISO = regex(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
DATED = ("startDate", "endDate", "date", "releaseDate")
TYPES: dict[str, tuple[type, ...]] = {"object": (dict,), "array": (list,), "string": (str,), "number": (int, float), "null": (type(None),)}
NAMES = {"object": "fields with values", "array": "a list", "string": "text", "number": "a number", "null": "nothing"}


def is_json_resume(document: Document) -> bool:
    """Say whether structured data uses JSON Resume's own layout."""
    data = document.data
    if not isinstance(data, Mapping):
        return False
    if "jsonresume" in str(data.get("$schema", "")) or isinstance(data.get("basics"), Mapping):
        return True
    return isinstance(data.get("work"), list) and any(isinstance(data.get(key), list) for key in ("education", "skills"))


@cache
def _schema() -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads((DATA / "jsonresume.schema.json").read_text(encoding="utf-8"))
    return schema


@cache
def _validator() -> Draft7Validator:
    from jsonschema import Draft7Validator

    return Draft7Validator(_schema())


def faults(document: Document) -> list[tuple[str, int, str]]:
    """Return all faults as (path, line, what is wrong and what to write), in the order of the lines."""
    found = [*_wrong_types(document), *_wrong_dates(document)]
    return sorted(set(found), key=lambda fault: (fault[1], fault[0], fault[2]))


def fits(value: object, schema: Mapping[str, Any]) -> bool:
    """Say whether all types in ``value`` are those of the schema; it knows only the keywords that this schema uses."""
    schema = _schema()["definitions"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    types = schema.get("type", ())
    kinds = [kind for name in ([types] if isinstance(types, str) else types) for kind in TYPES[name]]
    if kinds and (isinstance(value, bool) or not isinstance(value, tuple(kinds))):
        return False
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return all(fits(part, known[name]) for name, part in value.items() if name in known)
    return not isinstance(value, list) or all(fits(part, schema.get("items", {})) for part in value)


def properties(section: str = "") -> Mapping[str, Any]:
    """Return the fields that JSON Resume knows with their schemas: of the whole document, of the basics, or of a section's entries."""
    known: Mapping[str, Any] = _schema()["properties"]
    if not section:
        return known
    node = known.get(section, {})
    inner: Mapping[str, Any] = (node.get("items") or node).get("properties", {})
    return inner


def _wrong_types(document: Document) -> Iterator[tuple[str, int, str]]:
    if fits(document.data, _schema()):
        return  # which spares importing the validator
    for error in _validator().iter_errors(document.data):
        if error.validator == "type":
            path = _path(error.absolute_path)
            yield (
                path or "(the whole file)",
                _line(document, path),
                f"{_shown(error.instance)}: {_wanted(error.validator_value)} is expected here",
            )


def _path(parts: Iterable[str | int]) -> str:
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _line(document: Document, path: str) -> int:
    return document.data_lines.get(path, 1)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "fields with values" if isinstance(value, Mapping) else f'"{str(value)[:40]}"'


def _wanted(types: str | list[str]) -> str:
    names = [NAMES.get(name, name) for name in ([types] if isinstance(types, str) else types)]
    return names[0]


def _wrong_dates(document: Document) -> Iterator[tuple[str, int, str]]:
    for section, entries in (document.data or {}).items() if isinstance(document.data, Mapping) else ():
        for n, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, Mapping):
                yield from _entry_dates(document, f"{section}[{n}]", entry)


def _entry_dates(document: Document, where: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, int, str]]:
    bad = False
    for key in DATED:
        value = entry.get(key)
        if isinstance(value, str | int) and (wrong := date_fault(str(value).strip())):
            bad = True
            yield f"{where}.{key}", _line(document, f"{where}.{key}"), wrong
    start, end = str(entry.get("startDate") or ""), str(entry.get("endDate") or "")
    if not bad and is_backwards(start, end):
        yield f"{where}.endDate", _line(document, f"{where}.endDate"), f"{end}: ends before startDate {start}; one of the two is wrong"


def is_backwards(start: str, end: str) -> bool:
    """Say whether two dates that can be read stand in the wrong order."""
    first, last = parse_point(start), parse_point(end)
    if first is None or last is None:
        return False
    return last.index < first.index if first.month and last.month else last.year < first.year


def date_fault(text: str) -> str:
    """Say what is wrong with a date, empty where it can be read."""
    if hit := ISO.fullmatch(text):
        year, month, day = int(hit[1]), int(hit[2]), int(hit[3] or 1)
        if not 1 <= month <= 12:
            return f"{text}: no such month; write YYYY-MM with a month from 01 to 12"
        if not 1 <= day <= calendar.monthrange(max(year, 1), month)[1]:
            return f"{text}: no such day; write YYYY-MM-DD or leave the day out"
        return "" if parse_point(text) else f"{text}: no such year; write a year from 1940 to 2069"
    if not text or is_present(text) or parse_point(text):
        return ""
    return f'"{text[:40]}": not a date; write YYYY, YYYY-MM or YYYY-MM-DD'
