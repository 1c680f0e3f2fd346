"""Plain text comes in; its own lines come out, list marks set apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jobfit.read.build import Draft, document, mended, typed
from jobfit.read.clean import decode
from jobfit.read.marks import fake_marks
from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.types import Document

_UNDERLINE = regex(r"\s*(?:={3,}|-{3,}|~{3,})\s*\Z")
_MARKDOWN = regex(r"^#{1,6} \S|^\*\*[^*]+\*\*|^[-*] \[[ x]\] ", re.MULTILINE)


def read_text(data: bytes, path: str) -> list[Document]:
    """Read plain text; text that uses Markdown's marks is read as Markdown."""
    text = decode(data, path)
    if len(_MARKDOWN.findall(text)) >= 2:
        from jobfit.read.markdown import markdown_document

        return [markdown_document(text, path, "txt")]
    return [document(path, "txt", text_drafts(text))]


def text_drafts(text: str) -> list[Draft]:
    """Return one draft a line; a short line over a drawn rule is a heading."""
    raw = mended(text)
    fakes = fake_marks(line.strip() for line in raw)
    drafts = [typed(line.expandtabs(4), fakes) for line in raw]
    for number in range(1, len(raw)):
        above = drafts[number - 1]
        if _UNDERLINE.match(raw[number]) and above.text and not above.bullet and len(above.text) <= 80:
            above.heading = 1 if "=" in raw[number] else 2
    return drafts
