"""A document's lines come in; rows come out, wrapped lines joined to the item or sentence they continue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from jobfit.parse.clean import plain, split_mark
from jobfit.parse.headings import heading_class
from jobfit.regex import regex
from jobfit.types import Line

_EMOJI = regex("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]")
_LIST_EMOJI = "✓✔✅☑☐❖★☆➢➤➔➜🔹🔸"
_FIELD = regex(r"[^\W\d][^:：.,]{1,30}[:：]\s")
_LONG = 50  # characters that a line broken inside a sentence has at least
_STRAY = regex(r"[,;.)]\s*\w")  # no line begins like this unless it was broken off the one above
_OPEN = ("and", "or", "of", "in", "with", "und", "oder", "mit", "von", "et", "ou", "de", "avec", "y", "o", "con", "e", "com", "en", "met")
_TORN = 2  # such lines on a page that show it to be torn
_MANY = 12  # rows of a page of which it can be said that it is spaced
_MOST_GAPS = 0.6  # share of the gaps between rows that are as wide as usual
_CELLS = " | "
_WIDEST = 140  # a text whose lines all stay below this many characters may be wrapped by hand or by a page


@dataclass(frozen=True, slots=True)
class Row:
    """One typed line or several joined: text without mark, first and last line number, and what the markup said."""

    text: str
    line: int
    end_line: int
    mark: str = ""
    indent: int = 0
    level: int = 0
    bold: bool = False
    blank_before: bool = False
    decorated: bool = False
    spaced: bool = False


def rows(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of a document in order; blank lines only show as ``blank_before``."""
    raw = _decorations(_raw(lines))
    width = _wrap_width(raw)
    torn = sum(bool(_STRAY.match(row.text)) for row in raw) >= _TORN or sum(map(_first_word, raw, raw[1:])) > _TORN
    out: list[Row] = []
    for row, after in zip(raw, [*raw, None][1:], strict=True):
        if out and (_continues(out[-1], row, width, lines) or (torn and (_torn(out[-1], row) or _inside(out[-1], row, after)))):
            out[-1] = _joined(out[-1], row)
        else:
            out.append(row)
    return _spaced(out)


def _spaced(found: list[Row]) -> list[Row]:
    """Mark the rows of a page that has a blank line after every line: there, one tells nothing of the line below it."""
    gaps = [row.line - above.end_line for above, row in pairwise(found)]
    usual = median(gaps) if len(gaps) >= _MANY else 1
    if usual < 2 or sum(gap >= usual for gap in gaps) < _MOST_GAPS * len(gaps):
        return found
    return [*found[:1], *(replace(row, spaced=gap <= usual) for gap, row in zip(gaps, found[1:], strict=True))]


def _raw(lines: Sequence[Line]) -> list[Row]:
    out: list[Row] = []
    blank = True
    for line in lines:
        text, mark = plain(line.text), line.bullet
        if not mark:
            mark, text = split_mark(text) if not line.heading and not _starts_like_number(text) else ("", text)
        if not text or not any(sign.isalnum() for sign in text):
            blank = blank or not text
            continue
        out.append(Row(text, line.number, line.number, mark, line.indent, line.heading, line.bold, blank))
        blank = False
    return out


def _starts_like_number(text: str) -> bool:
    """A year, an amount or a single letter at the start is no list mark unless the reader saw one."""
    return bool(re.match(r"\(?[\dA-Za-z](?!\u20e3)", text))


def _decorations(raw: list[Row]) -> list[Row]:
    """An emoji that starts one line only adorns it; one that starts several in a row is their list mark."""
    out = []
    for n, row in enumerate(raw):
        alone = all(other.mark[:1] != row.mark[:1] for other in raw[max(0, n - 1) : n] + raw[n + 1 : n + 2])
        adorns = _EMOJI.search(row.mark) and (row.mark[:1] not in _LIST_EMOJI or (row.mark[:1] in "✅🔹🔸★☆" and len(row.text) < 60))
        out.append(replace(row, mark="", decorated=True) if alone and adorns else row)
    return out


def _wrap_width(raw: list[Row]) -> int:
    """Return the width the text is wrapped at, 0 where its lines run free."""
    lengths = sorted(len(row.text) + row.indent for row in raw)
    if len(lengths) < 8 or lengths[-1] > _WIDEST or not any(_goes_on(row) for row in raw):
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    full = sum(length >= 0.8 * width for length in lengths)
    return width if width >= 50 and full >= 0.2 * len(lengths) else 0


def _goes_on(row: Row) -> bool:
    """Say whether a line begins within a sentence, or in a script that has no capitals to tell it by."""
    return not (row.mark or row.level or row.text[0].isupper() or row.text[0].isdigit())


def _continues(above: Row, row: Row, width: int, lines: Sequence[Line]) -> bool:
    """Say whether ``row`` is the rest of the row above it."""
    if row.blank_before and not _broken(above, row):
        return False
    if row.mark or row.level or above.level or row.decorated or "|" in row.text[:2] or "|" in above.text[:2]:
        return False
    if _CELLS in row.text and _CELLS in above.text:  # two rows of a table, however full they are
        return False
    last = lines[above.end_line - 1].text.strip() if above.end_line <= len(lines) else above.text
    if (row.bold and not above.bold) or _FIELD.match(row.text[:60]):
        return False
    small = row.text[0].islower() or row.text[0] in ",;)&"
    open_end = above.text[-1] not in ".!?:;"
    if small and (open_end or width) and not heading_class(above.text)[1]:
        return above.text[-1] not in ":" and (bool(above.mark) or len(above.text) > 25)
    if not width or heading_class(row.text)[1] or heading_class(above.text)[1] or _FIELD.match(row.text):
        return False
    first_word = row.text.split(" ", 1)[0]
    no_room = len(last) + above.indent + len(first_word) + 1 > width - 3
    return (
        no_room
        and above.text[-1] != ":"
        and (len(last) > 0.75 * width)
        and not (above.text[-1] in ".!?;" and above.mark and row.indent <= above.indent and not open_end and _looks_new(row))
    )


def _broken(above: Row, row: Row) -> bool:
    """Say whether a blank line stands inside a sentence, as some pages of PDF have it after every line."""
    return row.text[0].islower() and above.text[-1] not in ".!?:;" and len(above.text) >= _LONG and not above.level


def _torn(above: Row, row: Row) -> bool:
    """Say whether a page that broke its lines at every link or emphasis has broken one here."""
    if row.mark or row.level or above.level or row.blank_before or above.text[-1] in ".!?:":
        return False
    return row.text[0].islower() or row.text[0] == "(" or bool(_STRAY.match(row.text))


def _first_word(row: Row, after: Row) -> bool:
    """Say whether a line is the first word of the sentence below it, as a page has it that breaks after emphasis."""
    return (
        len(row.text.split()) == 1
        and row.text[0].isupper()
        and row.text[-1].isalpha()
        and after.text[0].islower()
        and not (row.mark or row.level or after.mark or after.blank_before)
    )


def _inside(above: Row, row: Row, after: Row | None) -> bool:
    """Say whether a short line on a torn page is an emphasis inside the sentence that the line above began and the one below ends."""
    if row.mark or row.level or above.level or row.blank_before or above.text[-1] in ".!?:;":
        return False
    ends = after is not None and not after.blank_before and not after.mark and _breaks_off(after.text) and len(row.text) <= _LONG
    last = above.text.split()[-1]
    return (ends and (last[0].islower() or last[-1] == ",")) or last.lower() in _OPEN


def _breaks_off(text: str) -> bool:
    return text[0].islower() or bool(_STRAY.match(text))


def _looks_new(row: Row) -> bool:
    return row.text[0].isupper() and len(row.text) < 50


def _joined(above: Row, row: Row) -> Row:
    glue = "" if (re.search(r"\w-$", above.text) and row.text[0].islower()) or _STRAY.match(row.text) else " "
    return replace(above, text=above.text + glue + row.text, end_line=row.end_line)
