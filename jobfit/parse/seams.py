"""Rows come in; one that lost its line breaks ("great teamYou will …", "• SQL • Python") comes out as the lines it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobfit.parse import openings
from jobfit.parse.blobs import MIN_BLOB
from jobfit.parse.clean import split_mark
from jobfit.parse.headings import heading_share
from jobfit.parse.inner import inner_headings
from jobfit.parse.wrap import Row
from jobfit.regex import regex
from jobfit.vocabulary import skills

# A small letter, a digit or a closing sign right before a word with a capital.
_SEAM = regex(
    r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-Þ][a-zà-öø-ÿ’']|[A-ZÀ-Þ]{2,}(?![a-z])|[A-Z]\s[a-z]|\d+\+?[a-z]{2}|\d+(?:\+\s|\s(?=ye|yrs?\b|jah?|ans\b|añ|mon))[a-zà-ÿ]{2}|[$€£]\d)|(?<=[a-zà-ÿ]:)(?=[\d$€£])|(?<=[)\]!?:.])(?=[A-ZÀ-Þ][\w’']*[\s,:/-])|(?<=\d)(?=[A-ZÀ-Þ][a-zà-ÿ]{2,}\s)"
)
_AFTER_CAPITALS = regex(r"(?<=[A-Z]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]+[\s,:])")  # "CPR/BLSAt least", once the text is known to be torn
_BULLETS = regex(r"(?:^|(?<=\s)|(?<=[a-zà-ÿ.;)]))[•●▪■➢➤✓✔◦‣⁃∙]\s*|(?:^|(?<=\s))·\s+")
_COUNTED = regex(r"(?:^|(?<=[.;:]\s))(\d{1,2}\.\d{1,2}\.?)\s+(?=[A-ZÀ-Þ])")  # "2.1 A diploma. 2.2 A year in a laboratory."
_KNOWN = 0.6  # share of a lead's words that stand in known headings
_TOKEN = regex(r"\S+")
_ADDRESS = regex(r"@|://|www\.|\.(?:com|org|net|io)\b|#")
_NAMED = regex(r"(?:Mc|Mac|De|La|Le|Van|Fitz|O['’])[A-Z]")
_FEWEST = 4  # such places in a row that show it to be torn
_AHEAD = 5  # characters behind a word that show what begins at its end ("need3+ years")
_OFTEN = 400  # characters of the row for each of them, at most


def unfolded(found: Sequence[Row]) -> list[Row]:
    """Return the rows, those of several lines or list items as several of the same line numbers."""
    lines = (line for row in found for line in (_lines(row) if len(row.text) > _OFTEN // 2 else [row]))
    return [item for line in lines for item in _listed(line)]


def _listed(row: Row) -> list[Row]:
    """Cut a line at the bullets in it: behind a bullet, or behind what announces them."""
    counted = list(_COUNTED.finditer(row.text)) if row.text[:1].isdigit() else []
    if len(counted) > 1 and not row.level:
        edges = [*(found.start() for found in counted), len(row.text)]
        return [
            replace(row, text=row.text[found.end() : end].strip(), mark=found[1], blank_before=row.blank_before and not n)
            for n, (found, end) in enumerate(zip(counted, edges[1:], strict=True))
        ]
    lead, *items = _BULLETS.split(row.text)
    same = bool(row.mark) and _BULLETS.match(row.mark) is not None
    listed = bool(items) and all(map(str.strip, items)) and (same or (len(items) >= 2 and _announces(lead.strip())))
    if row.level or not listed or len(row.text) >= MIN_BLOB or any(map(inner_headings, items)):
        return [row]
    first = [replace(row, text=lead.strip())] if lead.strip() else []
    mark = row.mark if same else "•"
    rest = [replace(row, text=item.strip(), mark=mark, blank_before=False) for item in items]
    return [*first, *rest]


def _announces(lead: str) -> bool:
    return not lead or lead.endswith((":", "：")) or heading_share(lead) >= _KNOWN


def _lines(row: Row) -> Iterator[Row]:
    cuts = _cuts(row.text)
    start, mark = 0, row.mark
    for end in (*cuts, len(row.text)):
        text = row.text[start:end].strip()
        if start:
            mark, text = split_mark(text)
        if any(map(str.isalnum, text)):
            yield replace(row, text=text, mark=mark, blank_before=row.blank_before and not start)
        start = end


def _cuts(text: str) -> list[int]:
    """Return where the lines begin after the first; none where the text is not torn."""
    found = list(_within(text, _SEAM))
    if len(found) < max(_FEWEST, len(text) // _OFTEN):
        return []
    return sorted({*found, *_within(text, _AFTER_CAPITALS)})


def _within(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Yield the places inside words that are no addresses and no known names."""
    for token in _TOKEN.finditer(text):
        word = token[0]
        if _ADDRESS.search(word) or _NAMED.match(word):
            continue
        for seam in pattern.finditer(text, token.start() + 1, token.end() + _AHEAD):
            if token.start() < seam.start() < token.end() and not _is_name(word, text, token.start(), seam.start()):
                yield seam.start()


def _is_name(word: str, text: str, start: int, seam: int) -> bool:
    """Say whether a seam lies inside a known name ("JavaScript") or a word that stands more than once."""
    around = text[max(0, start - 20) : start + len(word) + 20]
    shift = start - max(0, start - 20)
    inside = seam - start + shift
    if any(hit.start < inside < hit.end for hit in skills.find(around)):
        return True
    bare = word.strip("()[],.;:!?")
    return openings.form(bare) == "mixed" and text.count(bare) > 1
