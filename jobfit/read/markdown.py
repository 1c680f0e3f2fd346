"""Markdown comes in; the file's own lines come out as a reader sees them: no emphasis marks, with headings, bullets and bold runs known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from jobfit.read import frontmatter
from jobfit.read.build import Draft, document, mended, typed
from jobfit.read.clean import decode, mend
from jobfit.read.fragment import fragment_drafts
from jobfit.read.marks import indent_of, is_rule, split_mark, ticked
from jobfit.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from jobfit.types import Document

_TASK = regex(r"\[[ xX]\]\s+")
_INLINE = (
    (regex(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (regex(r"(\*\*\*|\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (regex(r"<(https?://[^>\s]+)>"), r"\1"),
    (regex(r"</?[A-Za-z][^>]*>"), ""),
)
_LONGEST_UNDERLINED = 80  # a longer "heading" over a rule is a paragraph with a rule below it
_LEAD_BOLD = regex(r"\s*[:：.]?\s*\Z")


def read_markdown(data: bytes, path: str) -> list[Document]:
    """Read one Markdown file; its front matter fills ``meta`` and stays in the lines."""
    return [markdown_document(decode(data, path), path, "md")]


def markdown_document(text: str, path: str, name: str) -> Document:
    """Return the Document of Markdown text; every line keeps its number unless one line of HTML holds several."""
    raw = mended(text)
    taken, meta = frontmatter.split("\n".join(raw))
    body = [""] * taken + [line.expandtabs(4) for line in raw[taken:]]
    rows: list[list[Draft]] = [[Draft("") if n < taken and line.startswith("#") else typed(line)] for n, line in enumerate(raw)]
    for number, drafts in _structured(body):
        if number < len(rows):
            rows[number] = drafts
    return document(path, name, (draft for row in rows for draft in row), meta=meta)


def markdown_drafts(text: str) -> list[Draft]:
    """Return the lines of a piece of Markdown, such as a description inside JSON, without looking for front matter."""
    raw = mended(text)
    rows: list[list[Draft]] = [[typed(line)] for line in raw]
    for number, drafts in _structured([line.expandtabs(4) for line in raw]):
        if number < len(rows):
            rows[number] = drafts
    return [draft for row in rows for draft in row]


def _structured(body: Sequence[str]) -> Iterator[tuple[int, list[Draft]]]:
    """Yield (line from 0, its drafts) for every line that Markdown gives a meaning."""
    tokens = _parser().parse("\n".join(body))
    bullets: dict[int, str] = {}
    heading, row = "", -1
    names: list[str] = []
    for n, token in enumerate(tokens):
        start, end = token.map or (0, 0)
        if token.type == "list_item_open":
            bullets[start] = f"{token.info}{token.markup}"
        elif token.type == "heading_open":
            heading = token.tag[1:] + ("?" if token.markup in ("-", "=") else "")
            if heading.endswith("?"):
                yield end - 1, [Draft("")]
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "tr_open" and token.map:
            row = start
            cells = _cells(tokens, n)
            names = names or cells
            text = " | ".join(ticked(cell, name) for cell, name in zip(cells, names, strict=False) if cell)
            yield row, [Draft(text, indent=indent_of(body[row]))]
        elif token.type in ("table_close", "tbody_open"):
            row = -1
        elif token.type == "table_open":
            names = []
            yield start + 1, [Draft("")]
        elif token.type == "inline" and token.map and not _in_table(tokens, n):
            yield from _inline_lines(token, body[start:end], start, heading, bullets)
        elif token.type == "fence":
            yield start, [Draft("")]
            if is_fence(body[end - 1]):
                yield end - 1, [Draft("")]
        elif token.type == "html_block":
            for offset, drafts in enumerate(fragment_drafts("\n".join(body[start:end]))):
                yield start + offset, drafts


@cache
def _parser() -> MarkdownIt:
    """Return the parser, which keeps nothing of what it parses."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 20}).enable(["table", "strikethrough"]).disable("code")


def is_fence(line: str) -> bool:
    """Say whether the line opens or closes a block of code."""
    return line.strip().startswith(("```", "~~~"))


def _in_table(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n - 1].type in ("td_open", "th_open")


def _cells(tokens: Sequence[Token], start: int) -> list[str]:
    """Return the cells of the row that opens at ``start``."""
    cells = []
    for token in tokens[start + 1 :]:
        if token.type == "tr_close":
            break
        if token.type == "inline":
            cells.append(" ".join(text for text, _ in _runs(token)).strip())
    return cells


def _inline_lines(token: Token, raw: Sequence[str], start: int, heading: str, bullets: dict[int, str]) -> Iterator[tuple[int, list[Draft]]]:
    runs = _runs(token)
    written = [n for n, line in enumerate(raw) if line.strip()]
    if len(runs) != len(written):
        runs = [(_stripped(raw[n]), False) for n in written]
    level = int(heading[0]) if heading and sum(len(text) for text, _ in runs) <= (_LONGEST_UNDERLINED if "?" in heading else 1000) else 0
    for n, (text, bold) in zip(written, runs, strict=True):
        yield start + n, [_draft(text, bold, level, bullets.get(start + n, ""), indent_of(raw[n]))]


def _draft(text: str, bold: bool, level: int, bullet: str, indent: int) -> Draft:
    text = re.sub(r" {2,}", " ", mend(text)).strip()
    if bullet:
        return Draft(_TASK.sub("", text, count=1) if _TASK.match(text) else text, level, bullet, bold, indent)
    if level:
        return Draft(text, level, "", bold, indent)
    if is_rule(text):
        return Draft("", indent=indent)
    mark, rest = split_mark(text)
    return Draft(rest, 0, mark, bold, indent)


def _runs(token: Token) -> list[tuple[str, bool]]:
    """Return each line of an inline token as a reader sees it, and whether all its words are bold."""
    lines: list[list[str]] = [["", ""]]  # all its text, and its text outside bold runs
    depth = 0
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            lines.append(["", ""])
        depth += child.type == "strong_open"
        depth -= child.type == "strong_close"
        text = child.content if child.type in ("text", "code_inline", "image", "text_special") else ""
        if child.type == "html_inline" and child.content.lower().startswith("<br"):
            text = " "
        lines[-1][0] += text
        lines[-1][1] += "" if depth else text
    return [(text, bool(text.strip()) and bool(_LEAD_BOLD.match(plain))) for text, plain in lines]


def _stripped(raw: str) -> str:
    """Take the marks off a line whose inline tokens do not fall into its lines."""
    text = split_mark(raw.strip())[1]
    for pattern, instead in _INLINE:
        text = pattern.sub(instead, text)
    return text
