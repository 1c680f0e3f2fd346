"""Two rows of a PDF, one under the other, come in; out comes whether the lower one carries the line on, and the line made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.read.build import Draft
from jobfit.read.pdfcells import DATE, Row
from jobfit.read.pdfchars import Piece
from jobfit.regex import regex

GAP = "    "  # what a wide gap on a row becomes
_EDGE = 20.0  # points by which full rows may differ where the right side is ragged
_LONG = 40  # letters; shorter lines are items of their own unless the next begins in the middle of a sentence
_LISTED = 15
_DATES_ALONE = regex(r"\W*(?:[^\W\d]+\.? )?\d{4}\s*[-–—]\s*(?:[^\W\d]+\.? ?)?(?:\d{4})?\s*(?:\([^)]*\))?")
_PITCH = 1.45  # heights of the type from one line of a paragraph to the next, at most
_WORDS = 4
_LABELLED = regex(r"[A-ZÀ-Þ][^:.,;\d]{0,40}:\s+\S")  # an entry of a list: "Databases: MySQL, Oracle"
_ENDS = (":", ".", "!", "?")
# A line does not end on one of these.
_UNFINISHED = frozenset(
    {"and", "or", "the", "of", "in", "to", "with", "for", "a", "an", "by", "on", "at", "from", "und", "oder", "der"}
    | {"die", "von", "mit", "für", "zu", "et", "ou", "de", "des", "du", "la", "le", "les", "en", "pour", "y", "o"}
    | {"el", "los", "con", "para", "e", "da", "do", "van", "het", "een"}
)
# Before one of these a hyphen at the end of a line is the word's own.
_PREFIXES = frozenset(
    {"anti", "back", "client", "cloud", "co", "cross", "customer", "data", "decision", "detail", "e", "end", "event", "ex"}
    | {"fast", "first", "front", "full", "goal", "hands", "high", "inter", "intra", "large", "long", "low", "mid", "multi"}
    | {"non", "object", "off", "on", "open", "part", "post", "pre", "problem", "re", "real", "results", "second", "self"}
    | {"semi", "short", "small", "state", "sub", "team", "test", "third", "time", "to", "up", "so", "by", "user", "vice", "well"}
)


def right_edges(pages: Sequence[Sequence[Row]]) -> dict[tuple[int, int], float]:
    """Return for each page and column where its text ends on the right."""
    ends: dict[tuple[int, int], list[float]] = {}
    for number, page in enumerate(pages):
        for row in page:
            ends.setdefault((number, row.column), []).append(row.pieces[-1].right)
    return {key: _edge(sorted(rights, reverse=True)) for key, rights in ends.items()}


def _edge(rights: Sequence[float]) -> float:
    """Return the furthest end that several rows share; a single row that reaches further is a header or a date."""
    enough = max(2, round(0.08 * len(rights)))
    for right in rights:
        if sum(right - _EDGE <= other <= right for other in rights) >= enough:
            return right
    return rights[0]


def continues(above: Draft, last: Row, draft: Draft, row: Row, edge: float, new_page: bool) -> bool:
    """Say whether the row carries on the line above: it stands close below in the same type, and its first word did not fit there."""
    if not above.text or not draft.text or draft.bullet or len(row.pieces) > 1:
        return False
    first, end = row.pieces[0], last.pieces[-1]
    if abs(first.size - end.size) > 0.06 * end.size or first.bold != end.bold or above.heading != draft.heading:
        return False
    word = draft.text.split(" ", 1)[0]
    prose = above.text.count(" ") >= _WORDS - 1  # a list of lower-case items has shorter lines
    lower = (word[:1].islower() and prose) or above.text.endswith((",", "&", "/", "(")) or above.text.rsplit(" ", 1)[-1] in _UNFINISHED
    if not lower and (_DATES_ALONE.fullmatch(above.text) or _slanted(first) != _slanted(end)):
        return False
    if not lower and _LABELLED.match(above.text) and _LABELLED.match(draft.text):
        return False
    if "@" in word or "://" in word or (above.text.isupper() and not draft.text.isupper()):
        return False
    stops = above.text.endswith(_ENDS) and above.text.count("(") <= above.text.count(")")  # a dot in brackets shortens a word
    if new_page:
        return (lower or end.hyphen) and not stops and len(above.text) >= _LONG
    if (
        last.column != row.column
        or row.y <= last.y
        or row.y - last.y > _PITCH * max(first.size, end.size)
        or not _aligned(above, draft, last, row)
    ):
        return False
    if end.hyphen or stops:
        return end.hyphen
    needed = (len(word) + 1) / max(1, len(first.text)) * (first.right - first.left)
    full = end.right + needed > edge - 0.3 * first.size
    if _flush_right(last, row):
        return full
    listed = above.bullet or re.search(r":\s|,.*,\s", above.text)
    long = _LISTED if listed else _LONG  # an item with a mark or with commas runs on in a narrow column too
    return (full and (lower or len(above.text) >= long)) or (lower and end.right - last.edge > 0.6 * (edge - last.edge))


def _slanted(piece: Piece) -> bool:
    return "ital" in piece.font or "obliq" in piece.font


def _aligned(above: Draft, draft: Draft, last: Row, row: Row) -> bool:
    """Say whether the line below begins under the words above, or under their list mark, or under the last cell of a row."""
    if abs(row.pieces[0].left - last.pieces[-1].left) < 0.8 * row.size or _flush_right(last, row):
        return True
    shift = draft.indent - above.indent
    return len(last.pieces) <= 2 and (-1 <= shift <= 6 if above.bullet else abs(shift) <= 1)


def _flush_right(last: Row, row: Row) -> bool:
    """Say whether the line below ends where the right one of two cells ends, as dates at the right margin do."""
    return len(last.pieces) > 1 and abs(row.pieces[0].right - last.pieces[-1].right) < 1 and row.pieces[0].left > last.pieces[-1].left


def beside_dates(above: Draft, last: Row, row: Row) -> bool:
    """Say whether the line below goes on with the left one of two cells, of which the right one holds dates."""
    return (
        len(last.pieces) == 2
        and GAP in above.text
        and len(last.pieces[1].text) <= _LONG
        and DATE.search(last.pieces[1].text) is not None
        and abs(row.pieces[0].left - last.pieces[0].left) < 0.8 * row.size
    )


def label_apart(drafts: list[Draft], last: Row, row: Row) -> None:
    """Give a bold label its own line where the text beside it runs on over several."""
    if len(last.pieces) != 2 or abs(row.pieces[0].left - last.pieces[1].left) >= 0.8 * row.size:
        return
    label, value = last.pieces
    text = drafts[-1].text
    if label.bold and not value.bold and GAP in text and not drafts[-1].bullet:
        head, _, tail = text.partition(GAP)
        drafts[-1:] = [Draft(head, bold=True, indent=drafts[-1].indent), Draft(tail, indent=drafts[-1].indent)]


def join(above: Draft, below: Draft, hyphen: bool, split: bool, beside: bool = False) -> None:
    """Put the line below behind the line above, or behind its left cell, making a word that was split at the line's end whole."""
    if beside:
        head, _, dates = above.text.rpartition(GAP)
        above.text = f"{head} {below.text}{GAP}{dates}"
        return
    above.text += joint(above.text, below.text, hyphen=hyphen, split=split) + below.text


def joint(above: str, below: str, *, hyphen: bool, split: bool) -> str:
    """Return what joins two lines of one text: a space; where a word runs on, nothing, or the hyphen where it is the word's own.

    ``hyphen`` says that the line above ended on one, ``split`` that words are split at the ends of lines there.
    """
    if not hyphen:
        return "" if above.endswith(("/", "-")) and not above.endswith(" /") else " "
    head = re.split(r"[\s/(-]", above)[-1]
    whole = not split or not below[:1].islower() or head.lower() in _PREFIXES or not head.isalpha()
    return "-" if whole else ""
