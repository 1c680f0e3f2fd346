"""A DOM node comes in; the lines that a browser would show come out, with headings, list marks, bold lines and table rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jobfit.read.build import Draft
from jobfit.read.clean import mend
from jobfit.read.dom import attribute, children, every, text_of
from jobfit.read.marks import is_rule, names_grades, split_mark, ticked
from jobfit.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jobfit.read.dom import Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_APART = frozenset({"p", "ul", "ol", "table", "dl", "blockquote", "section", "article", "pre", "hr", "fieldset", "figure", *_HEADINGS})
_BLOCKS = _APART | frozenset(
    {"div", "li", "tr", "td", "th", "dt", "dd", "main", "header", "footer", "body", "center", "details", "summary", "address", "caption"}
    | {"tbody", "thead", "tfoot", "figcaption", "legend", "nav", "aside", "form", "hgroup", "button"}
)
_UNFOLDS = frozenset({"summary", "button"})  # of buttons only those that head a panel get here
_NAME = 60  # letters; the names of columns are shorter
_TWO = 2  # columns, as in a page laid out with headings at the left
_BOLD = frozenset({"b", "strong", *_UNFOLDS})
_BOLD_STYLE = regex(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_IN_CELL = "table, ul, ol, p, div, br, h1, h2, h3, h4, h5, h6"
_SPACE = regex(r"[ \t\r\n\f]+")
_SPACE_BUT_TAB = regex(r"[ \r\n\f]+")
_GAP = "    "
_NOT_BOLD = " \n:：.-–*"


def walk(node: Element, skip: Callable[[Element], bool], *, tabs: bool = False) -> list[Draft]:
    """Return the lines of ``node`` and all below it but what ``skip`` names; blank lines part paragraphs.

    ``tabs``: a tab is a gap that a reader sees (four spaces), not white space of the source.
    """
    writer = _Writer(skip, tabs)
    stack: list[tuple[Element, bool]] = [(node, False)]
    while stack:
        here, leaving = stack.pop()
        if leaving:
            writer.leave(here)
        elif here.tag == "#text":
            writer.say(here.value or "")
        elif not here.tag.startswith(("#", "!")) and not skip(here):
            if here.tag == "table" and here.query_selector("tr") and not here.query_selector("table table"):
                writer.table(here)
                continue
            writer.enter(here)
            stack.append((here, True))
            stack += [(child, False) for child in reversed(children(here))]
    return writer.finished()


class _Writer:
    """The line under way, and what is open around it."""

    def __init__(self, skip: Callable[[Element], bool], tabs: bool) -> None:
        self.skip = skip
        self.tabs = tabs
        self.drafts: list[Draft] = []
        self.runs: list[tuple[str, bool]] = []
        self.bold = self.heading = self.pre = 0
        self.lists: list[list[int | str]] = []  # for each open list the next number, or its mark
        self.mark = ""
        self.gap = False

    def say(self, text: str) -> None:
        if self.pre and "\n" in text:
            for n, line in enumerate(text.split("\n")):
                if n:
                    self.flush()
                self.runs.append((line, bool(self.bold)))
        else:
            self.runs.append(((_SPACE_BUT_TAB if self.tabs else _SPACE).sub(" ", text), bool(self.bold)))

    def enter(self, node: Element) -> None:
        tag = node.tag
        if tag == "br":
            self.flush(broken=True)
        elif tag in _BLOCKS:
            self.flush()
            self.gap = self.gap or (tag in _APART and not (self.mark or (tag in ("ul", "ol") and len(self.lists)))) or tag in _UNFOLDS
        if tag in ("ul", "ol"):
            start = attribute(node, "start") or "1"
            self.lists.append([int(start) if start.isdecimal() and len(start) < 6 else 1] if tag == "ol" else ["-"])
        elif tag == "li":
            self.mark = self._next_mark()
        self.heading = _HEADINGS.get(tag, self.heading)
        self.pre += tag == "pre"
        self.bold += _is_bold(node)

    def _next_mark(self) -> str:
        if not self.lists or isinstance(self.lists[-1][0], str):
            return "-"
        number = self.lists[-1][0]
        self.lists[-1][0] = number + 1
        return f"{number}."

    def leave(self, node: Element) -> None:
        tag = node.tag
        if tag in _BLOCKS:
            self.flush()
            self.gap = self.gap or (tag in _APART and not (tag in ("ul", "ol") and len(self.lists) > 1) and not (tag == "p" and self.lists))
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.mark = ""
        if tag in _HEADINGS:
            self.heading = 0
        self.pre -= tag == "pre"
        self.bold -= _is_bold(node)

    def flush(self, broken: bool = False) -> None:
        """End the line; an empty one that a ``<br>`` ends, or that holds only a hard space, is a blank line."""
        text = "".join(text for text, _ in self.runs)
        runs, self.runs = self.runs, []
        if not text.strip():
            self.gap = self.gap or broken or "\u00a0" in text
            return
        for part in _parted(runs):
            self._write(part)

    def _write(self, runs: list[tuple[str, bool]]) -> None:
        text = self._spaced("".join(text for text, _ in runs))
        if not text or is_rule(text):
            self.gap = True
            return
        self._blank()
        bold = not "".join(text for text, strong in runs if not strong).strip(_NOT_BOLD)
        mark, rest = ("", text) if self.heading else split_mark(text)
        if self.mark and mark and (mark[0].isdigit() or mark[0].isalpha() or mark[0] == "("):
            mark, rest = "", text  # "<li>1. Staatsexamen": the list has its own mark, the number belongs to the words
        indent = 2 * max(0, len(self.lists) - (1 if self.mark or mark else 0))
        self.drafts.append(Draft(rest, self.heading, self.mark or mark, bold, indent))
        self.mark = ""

    def _spaced(self, text: str) -> str:
        if not self.tabs:
            return " ".join(mend(text).split())
        return _GAP.join(" ".join(part.split()) for part in mend(text).split("\t") if part.strip())

    def _blank(self) -> None:
        if self.gap and self.drafts and self.drafts[-1].text:
            self.drafts.append(Draft(""))
        self.gap = False

    def table(self, table: Element) -> None:
        """Write a table row by row; a row whose cells hold several lines is written cell by cell under the column's name.

        A cell with a tick alone says the name of its column.
        """
        self.flush()
        self.gap = True
        names: list[str] = []
        reaching: list[int] = []  # for each cell that reaches down into the rows below, which is one at the left, how many they still are
        for n, row in enumerate(every(table, "tr")):
            cells = [cell for cell in children(row) if cell.tag in ("td", "th") and not self.skip(cell)]
            inside: list[list[Draft]] = [[] for _ in reaching] + [self._cell(cell) for cell in cells]
            reaching = [left - 1 for left in (*reaching, *(_span(cell) for cell in cells)) if left > 1]
            for lines, name in zip(inside, names, strict=False):
                if len(lines) == 1:
                    lines[0].text = ticked(lines[0].text, name)
            if all(len(lines) <= 1 for lines in inside):
                texts = [lines[0].text if lines else "" for lines in inside]
                if len(cells) > 1 and ((n == 0 and _names_columns(texts, inside, cells)) or names_grades(texts)):
                    names = texts
                lines = [lines[0] for lines in inside if lines]
                self._row(lines, [cell.tag == "th" for cell in cells], texts if names_grades(names) else ())
            else:
                self._cells(inside, names)
        self.gap = True

    def _cell(self, cell: Element) -> list[Draft]:
        if cell.query_selector(_IN_CELL):
            return walk(cell, self.skip, tabs=self.tabs)
        text = self._spaced(text_of(cell))
        return [Draft(text, bold=bool(cell.query_selector("b, strong")))] if text else []

    def _row(self, lines: list[Draft], heads: list[bool], columns: Sequence[str]) -> None:
        """Write a row; of a table whose ``columns`` say what is essential the empty cells too, so that each text stays under its name."""
        if not lines:
            return
        self._blank()
        if len(lines) == 1 and not (columns and not columns[0]):
            self.drafts.append(lines[0])
            return
        columns = columns[: max((n + 1 for n, text in enumerate(columns) if text), default=0)]
        text = f"| {' | '.join(columns)} |" if "" in columns else " | ".join(line.text for line in lines)
        self.drafts.append(Draft(text, bold=all(line.bold for line in lines) or (bool(heads) and all(heads))))

    def _cells(self, inside: list[list[Draft]], names: list[str]) -> None:
        for n, lines in enumerate(inside):
            self.gap = True
            if lines:
                self._blank()
            if lines and (n or len(lines) > 1) and n < len(names) and names[n]:
                self.drafts.append(Draft(names[n], bold=True))
            self.drafts += lines

    def finished(self) -> list[Draft]:
        self.flush()
        return self.drafts


def _names_columns(texts: Sequence[str], inside: Sequence[list[Draft]], cells: Sequence[Element]) -> bool:
    """Say whether a first row names columns: in few words, and where there are only two, set apart from what is below."""
    marked = all(cell.tag == "th" for cell in cells) or all(lines[0].bold for lines in inside if lines)
    return max(map(len, texts)) <= _NAME and (len(texts) > _TWO or marked)


def _span(cell: Element) -> int:
    """Return how many rows a cell takes up."""
    said = attribute(cell, "rowspan")
    return int(said) if said.isdecimal() and len(said) < 4 else 1


def _is_bold(node: Element) -> bool:
    return node.tag in _BOLD or bool(_BOLD_STYLE.search(attribute(node, "style")))


def _parted(runs: list[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    """Part a bold run that ends in a colon from the list item behind it on the same line."""
    bold = next((n for n, (text, strong) in enumerate(runs) if text.strip() and not strong), 0)
    head = "".join(text for text, _ in runs[:bold]).strip()
    tail = "".join(text for text, _ in runs[bold:]).strip()
    if head and len(head) < 80 and (head.endswith(":") or tail.startswith(":")) and split_mark(tail.lstrip(": "))[0]:
        return [runs[:bold], [(tail.lstrip(": "), False)]]
    return [runs]
