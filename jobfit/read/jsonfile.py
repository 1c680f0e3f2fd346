"""JSON or JSON Lines comes in; a Document for each posting, or one for a profile, comes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read.boards import posting_lines, postings_in
from jobfit.read.build import document, mended, typed
from jobfit.read.clean import decode
from jobfit.read.structure import load_json, parse_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.read.jobmeta import Fields
    from jobfit.types import Document

_FEW_LINES = 5  # a file of so few lines is printed anew, so that a line is something to point at


def read_json(data: bytes, path: str) -> list[Document]:
    """Read one JSON file: a posting, a list or board of postings, or a profile with its data."""
    text = decode(data, path)
    content = parse_json(text, path)
    if isinstance(content, list) and not content:
        raise ReadError("the list in this file is empty", path=path, hint="give a file with a posting or a profile in it")
    return _postings(postings_in(content), path) or [_structured(text, path, content)]


def read_jsonl(data: bytes, path: str) -> list[Document]:
    """Read one JSON value a line; raise ReadError with the line that is broken."""
    found: list[Fields] = []
    others: list[object] = []
    for number, line in enumerate(decode(data, path).split("\n"), 1):
        if not line.strip():
            continue
        content = parse_json(line, path, number)
        inside = postings_in(content)
        found += inside
        others += [] if inside else [content]
        if len(found) + len(others) > settings.MAX_DOCUMENTS:
            raise ReadError(f"the file holds more than {settings.MAX_DOCUMENTS} postings", path=path, hint="split it")
    if others and not found:
        return [_structured(json.dumps(entry), path, entry) for entry in others[:1]] if len(others) == 1 else _plain(others, path)
    return _postings(found, path)


def _postings(found: Sequence[Fields], path: str) -> list[Document]:
    documents = []
    for number, fields in enumerate(found, 1):
        name = path if len(found) == 1 else f"{path}#{number}"
        meta, drafts = posting_lines(fields, path)
        documents.append(document(name, "json", drafts, meta=meta))
    return documents


def _plain(entries: Sequence[object], path: str) -> list[Document]:
    documents = [_structured(json.dumps(entry), path, entry) for entry in entries]
    return [
        type(one)(f"{path}#{number}", one.format, one.lines, one.meta, one.data, one.data_lines, one.warnings)
        for number, one in enumerate(documents, 1)
    ]


def _structured(text: str, path: str, content: object) -> Document:
    """Return a profile's data with the file's own lines, or pretty-printed ones where the file has but a few."""
    if text.strip().count("\n") < _FEW_LINES:
        text = json.dumps(content, ensure_ascii=False, indent=2)
    content, places = load_json(text, path)
    return document(path, "json", [typed(line) for line in mended(text)], data=content, data_lines=places)
