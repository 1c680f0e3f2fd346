"""The pieces a posting is cut into on its way from lines to requirements, and the words they are compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.regex import regex
from jobfit.types import Kind
from jobfit.vocabulary import signs

WORD = regex(r"[^\W_][\w+#]*|[^\W_]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, list item, table cell or sentence, with the numbers of its first and last line.

    ``mark`` is the list mark ("" for prose), ``level`` the heading level of the markup (0: none), ``heading`` whether it titles what
    follows. ``prose`` marks a sentence cut from a paragraph, ``fixed`` a class that a table column or an (E)/(D) mark states outright.
    ``block`` counts the paragraphs and lists of the page.
    """

    text: str
    line: int
    end_line: int
    mark: str = ""
    indent: int = 0
    level: int = 0
    bold: bool = False
    heading: bool = False
    prose: bool = False
    fixed: Kind | None = None
    block: int = 0


def words(text: str) -> list[str]:
    """Return the words of ``text``, lower case, in order."""
    if not text.isascii():
        return [word.lower() for word in WORD.findall(text)]
    return WORD.findall(text.lower()) if any(sign in text for sign in "_+#") else signs.words(text.lower())
