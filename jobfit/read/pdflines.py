"""The rows of a PDF's pages come in; lines come out: page furniture gone, split words whole, glyphs mended, headings known by size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from jobfit.read.build import Draft
from jobfit.read.clean import mend
from jobfit.read.glyphs import mended_words
from jobfit.read.marks import is_rule, split_mark
from jobfit.read.pdfcells import Row

_GAP = "    "  # what a wide gap on a row becomes
_MARGIN = 0.12  # of the rows of a page: there repeated lines are furniture
_WHEN = r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?"
_OF = r"\d{1,3}\s*(?:/|of|von|sur|de|van)\s*\d{1,3}"
_PRINTED = re.compile(rf"(?:https?://|file://|www\.)\S+\s+{_OF}\Z|{_WHEN}\b.*|{_OF}\s+{_WHEN}\Z", re.IGNORECASE)
_PAGE_NUMBER = re.compile(rf"(?:page|seite|página|pagina|p\.)?\s*-?\s*(?:{_OF}|\d{{1,3}})\s*-?\Z", re.IGNORECASE)
_LARGER = 1.15  # times the body's size: a heading
_LONGEST_HEADING = 90
_MOST_HEADINGS = 4
_EDGE = 20.0  # points by which full rows may differ where the right side is ragged
_LONG = 40  # letters; shorter lines are items of their own unless the next begins in the middle of a sentence
_ENDS = (":", ".", "!", "?")
_UNFINISHED = frozenset(
    {
        "and",
        "or",
        "the",
        "of",
        "in",
        "to",
        "with",
        "for",
        "a",
        "an",
        "by",
        "on",
        "at",
        "from",
        "und",
        "oder",
        "der",
        "die",
        "von",
        "mit",
        "für",
        "zu",
    }
    | {
        "et",
        "ou",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "en",
        "pour",
        "y",
        "o",
        "el",
        "los",
        "con",
        "para",
        "e",
        "da",
        "do",
        "van",
        "het",
        "een",
    }
)
_PREFIXES = frozenset(
    {"anti", "back", "client", "cloud", "co", "cross", "customer", "data", "decision", "detail", "e", "end", "event", "ex"}
    | {"fast", "first", "front", "full", "goal", "hands", "high", "inter", "intra", "large", "long", "low", "mid", "multi"}
    | {"non", "object", "off", "on", "open", "part", "post", "pre", "problem", "re", "real", "results", "second", "self"}
    | {"semi", "short", "small", "state", "sub", "team", "test", "third", "time", "to", "up", "so", "by", "user", "vice", "well"}
)
_FAKE_MARKS = re.compile(r"(?:[§ØüŸ¾Ãþðv{]|o)(?=\s+\S)")


def lines_of(pages: Sequence[Sequence[Row]], typeset: bool) -> tuple[list[Draft], list[str]]:
    """Return the drafts of all pages and what is to be said about the text; ``typeset``: TeX made it and splits words at line ends."""
    kept = [_without_furniture(rows, _repeated(pages), number, len(pages)) for number, rows in enumerate(pages)]
    rows = [row for page in kept for row in page]
    body = _body_size(rows)
    fakes = _fake_marks(rows)
    split = typeset or sum(row.pieces[-1].hyphen for row in rows) > 0.05 * len(rows)
    edges = _right_edges(kept)
    drafts: list[Draft] = []
    last: Row | None = None
    for number, page in enumerate(kept):
        for row in page:
            draft = _draft(row, body, fakes)
            if last is not None and drafts and _continues(drafts[-1], last, draft, row, edges.get((number, row.column), 0.0)):
                _label_apart(drafts, last, row)
                _join(drafts[-1], draft, last.pieces[-1].hyphen, split)
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


def _draft(row: Row, body: float, fakes: frozenset[str]) -> Draft:
    text = row.pieces[0].text
    for before, after in zip(row.pieces, row.pieces[1:], strict=False):
        gap = after.left - before.right
        text += ("" if gap < 0.12 * after.size and not before.text.endswith(" ") else " " if gap < 1.5 * after.size else _GAP) + after.text
    text = mend(text).strip()
    indent = max(0, round((row.pieces[0].left - row.edge) / (0.5 * body)))
    if is_rule(text):
        return Draft("", indent=indent)
    mark, rest = split_mark(text)
    if not mark and text[:1] in fakes and _FAKE_MARKS.match(text):
        mark, rest = "•", text[1:].strip()
    bold = all(piece.bold for piece in row.pieces if any(sign.isalnum() for sign in piece.text))
    large = row.size >= _LARGER * body and len(rest) <= _LONGEST_HEADING and not mark and any(sign.isalpha() for sign in rest)
    large = large and not rest[:1].islower() and not rest.endswith((".", ",", ";"))
    level = 0 if not large else 1 if row.size >= 1.6 * body else 2
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


def _fake_marks(rows: Sequence[Row]) -> frozenset[str]:
    """Return the letters that stand for list marks because their symbol font has no Unicode: the same one opens several rows."""
    opened = Counter(row.pieces[0].text[:1] for row in rows if _FAKE_MARKS.match(" ".join(piece.text for piece in row.pieces)))
    return frozenset(sign for sign, count in opened.items() if count >= (3 if sign.isascii() and sign.isalpha() else 2))


def _apart(last: Row | None, row: Row, body: float) -> bool:
    """Say whether a blank line belongs before the row: another column or page, or a step much wider than a line."""
    if last is None:
        return False
    return last.column != row.column or row.y < last.y or row.y - last.y > 1.75 * max(body, min(row.size, last.size))


def _right_edges(pages: Sequence[Sequence[Row]]) -> dict[tuple[int, int], float]:
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


def _continues(above: Draft, last: Row, draft: Draft, row: Row, edge: float) -> bool:
    """Say whether the row carries on the line above: it stands close below in the same type, and its first word did not fit there."""
    if not above.text or not draft.text or draft.bullet or len(row.pieces) > 1:
        return False
    first, end = row.pieces[0], last.pieces[-1]
    if abs(first.size - end.size) > 0.06 * end.size or first.bold != end.bold or above.heading != draft.heading:
        return False
    word = draft.text.split(" ", 1)[0]
    lower = word[:1].islower() or above.text.endswith((",", "&", "/", "(")) or above.text.rsplit(" ", 1)[-1] in _UNFINISHED
    if row.y <= last.y:  # over to the next column or page
        return (lower or end.hyphen) and not above.text.endswith(_ENDS) and len(above.text) >= _LONG
    if last.column != row.column or row.y - last.y > 1.65 * max(first.size, end.size) or not _aligned(above, draft, last, row):
        return False
    if end.hyphen or above.text.endswith(_ENDS):
        return end.hyphen
    needed = (len(word) + 1) / max(1, len(first.text)) * (first.right - first.left)
    full = end.right + needed > edge - 0.3 * first.size
    return (full and (lower or len(above.text) >= _LONG)) or (lower and end.right - last.edge > 0.6 * (edge - last.edge))


def _aligned(above: Draft, draft: Draft, last: Row, row: Row) -> bool:
    """Say whether the line below begins under the words above, or under their list mark, or under the last cell of a row."""
    if abs(row.pieces[0].left - last.pieces[-1].left) < 0.8 * row.size:
        return True
    shift = draft.indent - above.indent
    return len(last.pieces) <= 2 and (-1 <= shift <= 6 if above.bullet else abs(shift) <= 1)


def _label_apart(drafts: list[Draft], last: Row, row: Row) -> None:
    """Give a bold label its own line where the text beside it runs on over several."""
    if len(last.pieces) != 2 or abs(row.pieces[0].left - last.pieces[1].left) >= 0.8 * row.size:
        return
    label, value = last.pieces
    text = drafts[-1].text
    if label.bold and not value.bold and _GAP in text and not drafts[-1].bullet:
        head, _, tail = text.partition(_GAP)
        drafts[-1:] = [Draft(head, bold=True, indent=drafts[-1].indent), Draft(tail, indent=drafts[-1].indent)]


def _join(above: Draft, below: Draft, hyphen: bool, split: bool) -> None:
    """Put the line below behind the line above, making a word that was split at the line's end whole."""
    if not hyphen:
        above.text += ("" if above.text.endswith(("/", "-")) else " ") + below.text
        return
    head = re.split(r"[\s/(-]", above.text)[-1]
    whole = not split or not below.text[:1].islower() or head.lower() in _PREFIXES or not head.isalpha()
    above.text += ("-" if whole else "") + below.text


def _repeated(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    """Return the rows, their digits masked, that stand in the margins of most pages."""
    seen: Counter[str] = Counter()
    for rows in pages:
        seen.update({_masked(row) for row in _marginal(rows)})
    return frozenset(text for text, count in seen.items() if text and count >= max(2, 0.6 * len(pages)))


def _marginal(rows: Sequence[Row]) -> list[Row]:
    return [*_head(rows), *_foot(rows)]


def _head(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.y)[: _margin(rows)]


def _foot(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.y)[-_margin(rows) :] if rows else []


def _margin(rows: Sequence[Row]) -> int:
    return max(2, round(_MARGIN * len(rows)))


def _masked(row: Row) -> str:
    return re.sub(r"\d+", "#", " ".join(piece.text for piece in row.pieces)).strip().lower()


def _without_furniture(rows: Sequence[Row], repeated: frozenset[str], page: int, pages: int) -> list[Row]:
    """Leave out page numbers, print headers and what is repeated, but for the head of the first page."""
    edge, foot = {id(row) for row in _marginal(rows)}, {id(row) for row in _foot(rows)}
    kept = []
    for row in rows:
        text = " ".join(piece.text for piece in row.pieces).strip()
        number = _PAGE_NUMBER.match(text) and (pages > 1 or "/" in text or " " in text)
        if id(row) in edge and (_PRINTED.match(text) or number or ((page or id(row) in foot) and _masked(row) in repeated)):
            continue
        kept.append(row)
    return kept


def _said(drafts: Sequence[Draft]) -> list[str]:
    text = "".join(draft.text for draft in drafts)
    letters = sum(sign.isalpha() for sign in text)
    lost = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    if lost > 0.03 * max(1, letters):
        return ["the PDF's fonts do not say which letters they show; the text may be garbled"]
    return []
