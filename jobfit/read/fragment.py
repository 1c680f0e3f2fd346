"""HTML inside Markdown comes in; for each of its source lines the lines that a reader sees come out."""

from __future__ import annotations

import re
from html import unescape

from jobfit.read.build import Draft
from jobfit.read.clean import mend
from jobfit.read.marks import split_mark
from jobfit.regex import regex

_PART = regex(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*>|\n", re.DOTALL | re.IGNORECASE)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "section",
        "article",
        "details",
        "summary",
        "blockquote",
        "br",
        "hr",
        "dl",
        "dt",
        "dd",
        "pre",
        "center",
        "main",
    }
)


def fragment_drafts(html: str) -> list[list[Draft]]:
    """Return one list of drafts for each line of ``html`` (one blank draft where nothing is to be read)."""
    rows: list[list[Draft]] = [[]]
    state = _State(rows)
    at = 0
    for part in _PART.finditer(html):
        state.add(html[at : part.start()])
        at = part.end()
        state.lines(part.group().count("\n"))
        if part.group(3):
            state.tag(part.group(3).lower(), bool(part.group(2)))
    state.add(html[at:])
    state.flush()
    return [row or [Draft("")] for row in rows]


class _State:
    """What is open at a place of the fragment; a draft is laid on the source line where its words begin."""

    def __init__(self, rows: list[list[Draft]]) -> None:
        self.rows = rows
        self.text = self.outside = ""
        self.row = 0
        self.heading = self.depth = self.bold = 0
        self.bullet = ""

    def add(self, text: str) -> None:
        if not self.text.strip():
            self.row = len(self.rows) - 1
        self.text += unescape(text)
        self.outside += "" if self.bold else unescape(text)

    def lines(self, count: int) -> None:
        if count:
            self.flush()
        self.rows += [[] for _ in range(count)]

    def tag(self, name: str, closing: bool) -> None:
        if name in ("b", "strong"):
            self.bold = max(0, self.bold + (-1 if closing else 1))
        elif name in ("td", "th"):
            self.add("" if closing or not self.text.strip() else " | ")
        elif name in _BLOCKS:
            self.flush()
            self.depth = max(0, self.depth + (-1 if closing else 1)) if name in ("ul", "ol") else self.depth
            self.heading = int(name[1]) if name[0] == "h" and name[1:].isdecimal() and not closing else 0
            self.bullet = "-" if name == "li" and not closing else ""

    def flush(self) -> None:
        text = mend(" ".join(self.text.split()))
        if text:
            mark, rest = ("", text) if self.heading or self.bullet else split_mark(text)
            draft = Draft(rest, self.heading, self.bullet or mark, not self.outside.strip(" \n:"), 2 * max(0, self.depth - 1))
            self.rows[self.row].append(draft)
            self.bullet = ""
        self.text = self.outside = ""
