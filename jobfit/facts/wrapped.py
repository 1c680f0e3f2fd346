"""The lines of a free-text résumé come in; whole lines come out, those that the margin broke joined again and blank ones dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jobfit.facts.dates import find_ranges, is_bare
from jobfit.facts.headings import PAPERS, by_words, heading_of, squeeze
from jobfit.facts.private import is_private
from jobfit.regex import regex
from jobfit.types import Line

MOJIBAKE_DASH = regex("ï¼[\u200b\x8d]?")  # a full-width dash read in the wrong encoding
ENTRIES = ("education", "certificates", "languages", "awards")  # parts in which each line is mostly one of a list
MOST = 25  # lines of one statement
TOP = 8  # lines above the first heading that stand each for itself: name, title, addresses
DATES = 60  # letters; a longer line is never dates alone
CELL = regex(r"\S.{1,28}?\s{4,}\S")  # the first of a row, the next far off
LOGO = " logo"
WRAPPED = 60  # shorter lines are rarely broken by the margin


@dataclass(slots=True)
class Whole:
    """A line with the lines that continue it; ``gap`` says that blank lines stand before it."""

    number: int
    text: str
    bullet: str = ""
    heading: int = 0
    bold: bool = False
    indent: int = 0
    gap: bool = False
    last: int = 0
    tail: str = ""


def joined(lines: Sequence[Line]) -> list[Whole]:
    """Join each line with those that the margin broke off it, and drop blank ones."""
    wholes: list[Whole] = []
    gap, top, width, kind = False, True, _width(lines), ""
    reach = min(max((len(line.text) for line in lines), default=0), width * 3 // 2)
    logos = _logos(lines)
    dates = {line.number for line in lines if len(line.text) <= DATES and is_bare(line.text)}
    for line in lines:
        text = MOJIBAKE_DASH.sub("－", line.text.strip())
        if not re.search(r"\w", text) or line.number in logos:
            gap = gap or not text
            continue
        last = wholes[-1] if wholes else None
        kind = ("certificates" if squeeze(text) in PAPERS else heading_of(text) or (by_words(text) if text.isupper() else "")) or kind
        top = top and len(wholes) < TOP and not heading_of(text)
        if (
            last is not None
            and not gap
            and not top
            and line.number == last.last + 1
            and not (last.gap and line.number + 1 in dates)  # employer and title over their dates
            and _continues(last, line, text, width, reach)
            and not (kind in ENTRIES and _own_entry(last, text, reach))
            and line.number - last.number < MOST
        ):
            last.text = f"{last.text[:-1]}{text}" if re.search(r"[a-zß-ÿ]-$", last.text) and text[0].islower() else f"{last.text} {text}"
            last.last, last.tail = line.number, text
        else:
            wholes.append(Whole(line.number, text, line.bullet, line.heading, line.bold, line.indent, gap, line.number, text))
        gap = False
    if sum(whole.gap for whole in wholes) * 5 > len(wholes) * 3:  # where nearly all lines stand apart the gaps tell nothing
        for whole in wholes:
            whole.gap = False
    return wholes


def _logos(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are the words of a picture, as where a page was copied: "Acme Ltd logo" over "Acme Ltd · Full-time"."""
    pictures = [n for n, line in enumerate(lines) if line.text.endswith(LOGO)]
    return {lines[n].number for n in pictures if any(lines[n].text.removesuffix(LOGO) in below.text for below in lines[n + 1 : n + 3])}


def _own_entry(last: Whole, text: str, reach: int) -> bool:
    """Say whether a line of a list of courses or papers is the next of them.

    It opens in capitals below one that ends in a date, or that had room for its first word, or holds columns.
    """
    if last.bullet or not re.match(r"[A-ZÀ-Þ\d]", text):
        return False
    above, own = find_ranges(last.tail), find_ranges(text)
    dated = bool(above and own) or any(each.at <= 2 for each in own) or any(each.to >= len(last.tail.rstrip(" .)")) for each in above)
    room = len(last.tail) + 1 + len(text.split()[0]) < reach * 17 // 20
    return dated or room or re.search(r"\S\s{3,}\S", f"{last.tail} {text}") is not None


def _width(lines: Iterable[Line]) -> int:
    """Return the length at which the margin breaks lines: nearly the longest, a few strays left out."""
    lengths = sorted(len(line.text) for line in lines if line.text.strip())
    return lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)] if lengths else 0


def _continues(last: Whole, line: Line, text: str, width: int, reach: int) -> bool:
    """Say whether a line goes on with the sentence of the one before it; ``reach`` is how far lines go at most, some strays apart."""
    if line.bullet or line.heading or last.heading or line.bold != last.bold or heading_of(text) or heading_of(last.tail):
        return False
    if (" | " in text and " | " in last.tail) or (CELL.match(text) and CELL.match(last.tail)):  # rows of a table
        return False
    tail, full = last.tail, len(last.tail) > max(WRAPPED // 2, width * 2 // 3)
    if re.match(r"[a-zà-öø-ÿ(]", text) and not re.search(r"[.!?:]$", tail):
        return len(tail) > 25 and not _dated(text) and not is_private(text)
    if last.bullet and line.indent > last.indent and not _dated(text) and " | " not in text:
        return not re.search(r"[.!?]$", tail) or full
    if re.search(r"[,&]$|\b(?:and|or|of|the|a|in|to|for|with|und|der|die|mit|et|de|la|y|en|e|van)$", tail):
        return full and not _dated(text) and not _dated(tail)
    if re.match(r"[A-ZÀ-Þ]", text) and not last.bullet and len(tail) + 1 + len(text.split()[0]) < reach * 4 // 5:
        return False  # the margin left room for the first word
    return full and not re.search(r"[.!?:;]$", tail) and not _dated(text) and not _dated(tail) and not _listing(tail) and not _listing(text)


def _listing(text: str) -> bool:
    """Say whether a line is one entry of a labelled list ("Databases: MySQL, Oracle")."""
    return re.match(r"[^:.]{3,40}:\s", text) is not None


def _dated(text: str) -> bool:
    return any(not found.single for found in find_ranges(text))
