"""JSON or JSON Lines comes in; a Document for each posting, or one for a profile, comes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jobfit.read.build import Draft, document, mended, typed
from jobfit.read.clean import decode
from jobfit.read.structure import load_json

if TYPE_CHECKING:
    from jobfit.types import Document

_FEW_LINES = 5


def read_json(data: bytes, path: str) -> list[Document]:
    """Read one JSON file: a posting, a list or board of postings, or a profile."""
    text = decode(data, path)
    content, places = load_json(text, path)
    return [_structured(text, path, content, places)]


def _structured(text: str, path: str, content: object, places: dict[str, int]) -> Document:
    """Return a profile's data with the file's own lines, or pretty-printed ones where the file has but a few."""
    if text.count("\n") < _FEW_LINES:
        text = json.dumps(content, ensure_ascii=False, indent=2)
        content, places = load_json(text, path)
    drafts: list[Draft] = [typed(line) for line in mended(text)]
    return document(path, "json", drafts, data=content, data_lines=places)
