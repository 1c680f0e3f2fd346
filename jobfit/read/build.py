"""Draft lines in reading order come in; a bounded Document comes out, its lines numbered from 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read.clean import mend
from jobfit.read.marks import indent_of, is_lone_mark, is_rule, split_mark
from jobfit.types import Document, Line

_MANY = 10  # lines
_MOST = 0.6


@dataclass(slots=True)
class Draft:
    """A line before it has its number; ``text`` holds no mark where ``bullet`` is set."""

    text: str
    heading: int = 0
    bullet: str = ""
    bold: bool = False
    indent: int = 0


def typed(raw: str, fakes: frozenset[str] = frozenset()) -> Draft:
    """Return a line as it was typed: indent counted, mark taken off, drawn rules blank."""
    indent, text = indent_of(raw), raw.strip()
    if is_rule(text):
        return Draft("", indent=indent)
    if text.startswith("|") and text.endswith("|"):  # a table drawn in text
        cells = (cell.strip() for cell in text.split("|"))
        return Draft(" | ".join(cell for cell in cells if cell and not is_rule(cell)), indent=indent)
    mark, rest = split_mark(text, fakes)
    return Draft(rest, bullet=mark, indent=indent)


def document(
    path: str,
    name: str,
    drafts: Iterable[Draft],
    *,
    meta: Mapping[str, str] | None = None,
    data: object = None,
    data_lines: Mapping[str, int] | None = None,
    warnings: Iterable[str] = (),
) -> Document:
    """Return the Document with its lines numbered; raise ReadError where there are too many or none holds a word."""
    said = list(warnings)
    kept = _not_all_bold(_trimmed(_lone_marks_moved(list(drafts))))
    if len(kept) > settings.MAX_LINES:
        raise ReadError(
            f"the file has {len(kept)} lines, more than the {settings.MAX_LINES} that are read", path=path, hint="give one document a file"
        )
    if not any(draft.text for draft in kept):
        raise ReadError("the file holds no text", path=path, hint="give a file with words in it")
    lines = tuple(Line(n, _cut(d.text, n, said), d.heading, d.bullet, d.bold, d.indent) for n, d in enumerate(kept, 1))
    return Document(path, name, lines, dict(meta or {}), data, dict(data_lines or {}), tuple(said))


def _cut(text: str, number: int, said: list[str]) -> str:
    if len(text) <= settings.MAX_LINE_CHARS:
        return text
    said.append(f"line {number} is longer than {settings.MAX_LINE_CHARS} characters and was cut there")
    return text[: settings.MAX_LINE_CHARS]


def _trimmed(drafts: list[Draft]) -> list[Draft]:
    """Drop the blank lines at the end, which change no number."""
    end = len(drafts)
    while end and not drafts[end - 1].text:
        end -= 1
    return drafts[:end]


def _not_all_bold(drafts: list[Draft]) -> list[Draft]:
    """Take the bold off where most of the text has it, so that it tells nothing apart."""
    size, bold = sum(len(draft.text) for draft in drafts), sum(len(draft.text) for draft in drafts if draft.bold)
    if len(drafts) >= _MANY and bold > _MOST * size:
        for draft in drafts:
            draft.bold = False
    return drafts


def _lone_marks_moved(drafts: list[Draft]) -> list[Draft]:
    """Give a mark that stands alone on its line to the next line with words."""
    mark, indent = "", 0
    for draft in drafts:
        if not draft.bullet and is_lone_mark(draft.text):
            mark, indent = draft.text, draft.indent
            draft.text = ""
        elif draft.text:
            if mark and not draft.bullet:
                draft.bullet, draft.indent = mark, indent
            mark = ""
    return drafts


def mended(text: str) -> list[str]:
    """Return the lines of ``text``, each mended by itself, so that no line depends on its neighbours."""
    return [mend(line) for line in text.split("\n")]
