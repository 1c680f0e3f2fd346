"""The rows of a PDF's pages come in; lines come out: page furniture gone, split words whole, glyphs mended, headings known by size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jobfit.read.build import Draft
from jobfit.read.clean import mend
from jobfit.read.glyphs import mended_words
from jobfit.read.marks import fake_marks, is_rule, split_mark
from jobfit.read.pdfcells import Row
from jobfit.read.pdffurniture import without_furniture
from jobfit.read.pdfjoin import GAP, beside_dates, continues, join, label_apart, right_edges

_LARGER, _TITLE = 1.15, 1.6  # times the body's size: a heading, one of the highest level
_LOWER = 0.88  # times the size of the largest heading below those: one of a level below it
_LONGEST_HEADING = 90
_MOST_HEADINGS = 4


def lines_of(pages: Sequence[Sequence[Row]], typeset: bool) -> tuple[list[Draft], list[str]]:
    """Return the drafts of all pages and what is to be said about the text; ``typeset``: TeX made it and splits words at line ends."""
    kept = without_furniture(pages)
    rows = [row for page in kept for row in page]
    body = _body_size(rows)
    lower = _LOWER * max((row.size for row in rows if _LARGER * body <= row.size < _TITLE * body), default=0.0)
    fakes = fake_marks(" ".join(piece.text for piece in row.pieces) for row in rows)
    split = typeset or sum(row.pieces[-1].hyphen for row in rows) > 0.05 * len(rows)
    edges = right_edges(kept)
    drafts: list[Draft] = []
    last: Row | None = None
    for number, page in enumerate(kept):
        for row in page:
            draft = _draft(row, body, lower, fakes)
            if (
                last is not None
                and drafts
                and continues(drafts[-1], last, draft, row, edges.get((number, row.column), 0.0), row is page[0])
            ):
                label_apart(drafts, last, row)
                join(drafts[-1], draft, last.pieces[-1].hyphen, split, beside_dates(drafts[-1], last, row))
            elif draft.text:
                drafts += [Draft(""), draft] if _apart(last, row, body) else [draft]
            last = row
    _without_running_headings(drafts)
    mended = mended_words([draft.text for draft in drafts])
    for draft, text in zip(drafts, mended, strict=True):
        draft.text = text
    return drafts, _said(drafts)


def _body_size(rows: Sequence[Row]) -> float:
    """Return the size in which most letters are set."""
    letters: Counter[float] = Counter()
    for row in rows:
        for piece in row.pieces:
            letters[round(piece.size * 2) / 2] += len(piece.text)
    return max(letters, key=lambda size: (letters[size], -size)) if letters else 10.0


def _draft(row: Row, body: float, lower: float, fakes: frozenset[str]) -> Draft:
    text = row.pieces[0].text
    for before, after in zip(row.pieces, row.pieces[1:], strict=False):
        gap = after.left - before.right
        text += ("" if gap < 0.12 * after.size and not before.text.endswith(" ") else " " if gap < 1.5 * after.size else GAP) + after.text
    text = mend(text).strip()
    indent = max(0, round((row.pieces[0].left - row.edge) / (0.5 * body)))
    if is_rule(text):
        return Draft("", indent=indent)
    mark, rest = split_mark(text, fakes)
    bold = all(piece.bold for piece in row.pieces if any(sign.isalnum() for sign in piece.text))
    large = row.size >= _LARGER * body and len(rest) <= _LONGEST_HEADING and not mark and any(sign.isalpha() for sign in rest)
    large = large and not rest[:1].islower() and not rest.endswith((".", ",", ";"))
    level = 0 if not large else 1 if row.size >= _TITLE * body else 2 if row.size >= lower else 3
    return Draft(rest, level, mark, bold, indent)


def _without_running_headings(drafts: Sequence[Draft]) -> None:
    """Take the level off lines that are large but follow one another, as running text does and headings do not."""
    run: list[Draft] = []
    for draft in [*(draft for draft in drafts if draft.text), Draft("")]:
        if run and draft.heading != run[-1].heading:
            if len(run) >= _MOST_HEADINGS and not all(one.bold for one in run):
                for one in run:
                    one.heading = 0
            run = []
        if draft.heading:
            run.append(draft)


def _apart(last: Row | None, row: Row, body: float) -> bool:
    """Say whether a blank line belongs before the row: another column or page, or a step much wider than a line."""
    if last is None:
        return False
    return last.column != row.column or row.y < last.y or row.y - last.y > 1.75 * max(body, min(row.size, last.size))


def _said(drafts: Sequence[Draft]) -> list[str]:
    text = "".join(draft.text for draft in drafts)
    letters = sum(sign.isalpha() for sign in text)
    lost = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    if lost > 0.03 * max(1, letters):
        return ["the PDF's fonts do not say which letters they show; the text may be garbled"]
    return []
