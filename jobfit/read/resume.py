"""What an export says of a person, as a JSON Resume mapping, comes in; a Document with that as YAML text, data and lines comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import yaml

from jobfit.errors import ReadError
from jobfit.read.build import document, typed
from jobfit.read.structure import load_yaml
from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.types import Document

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WIDE = 100_000  # no line of YAML is folded, so that a value stands on one line
_MARKED = regex(r"\s*(?:\r?\n|<br\s*/?>|</p>|</li>)+\s*[-•*·]?\s*")


def resume_document(path: str, name: str, resume: Mapping[str, object]) -> Document:
    """Return the Document of a JSON Resume mapping, empty parts left out; raise ReadError where nothing is left."""
    kept = full(resume)
    if not isinstance(kept, dict) or not kept:
        raise ReadError("this export holds no position, education or skill", path=path, hint="export it again with these parts")
    text = yaml.dump(kept, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=_WIDE)
    data, places = load_yaml(text, path)
    return document(path, name, [typed(line) for line in text.split("\n")], data=data, data_lines=places)


def full(value: object) -> object:
    """Return the value without empty texts, lists and mappings."""
    if isinstance(value, Mapping):
        return {key: inner for key, one in value.items() if (inner := full(one))}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [inner for one in value if (inner := full(one))]
    return value.strip() if isinstance(value, str) else value


def month(text: str) -> str:
    """Return ``2020-03`` for ``Mar 2020`` and ``2020-3-1``; any other text as it is."""
    if found := re.fullmatch(r"(?:\d{1,2} )?([A-Za-z]{3})[a-z]*\.? (\d{4})", text.strip()):
        name = found.group(1).lower()
        return f"{found.group(2)}-{_MONTHS.index(name) + 1:02}" if name in _MONTHS else text.strip()
    if found := re.match(r"-*(\d{4})-+(\d{1,2})\b", text.strip()):
        return f"{found.group(1)}-{int(found.group(2)):02}"
    return text.strip()


def statements(text: str) -> list[str]:
    """Return the lines of a description, list marks and tags taken off."""
    parts = (re.sub(r"<[^>]+>", " ", part) for part in _MARKED.split(f"\n{text}"))
    return [" ".join(part.split()) for part in parts if part.strip()]
