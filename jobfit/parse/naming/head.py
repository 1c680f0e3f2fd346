"""A Document comes in; the lines of its head come out, each cut into the parts that its own separators show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobfit.parse.clean import plain, split_mark
from jobfit.parse.headings import heading_class
from jobfit.parse.wordlists import pattern
from jobfit.regex import regex
from jobfit.types import Document, Line
from jobfit.vocabulary import places

SEPARATOR = regex(r"\s+(?:[|·•‖›»>–—]|-{1,2})\s+|\s*\t\s*|\s{3,}|\s*\|\s*|\s+[|·/]\s*\Z|\.\s+")
_PARTED = regex(r"[|·•‖›»>–—/\t.-]|\s{3}")  # each separator holds one of these
_SIGNS = regex("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+")
_NOISE = regex(r"\W*\Z|(?:\w+:\s*)?<?https?://\S+>?\Z|!\[.*\]\(.*\)\Z")
_URL = regex(r"\s+https?://\S+\Z")
_HEAD = 25  # lines from the top in which a page names itself
_LONGEST = 150  # a longer line is prose, of which only what stands before a dash is looked at
_PART = 80
_SECTIONS = ("required", "default", "nice", "duty")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A short line near the top: its text, its order among them, the markup's heading level, its parts with the separators before."""

    text: str
    order: int
    level: int
    listed: bool
    parts: tuple[tuple[str, str], ...]


def head_lines(document: Document) -> list[HeadLine]:
    """Return the first short lines of the page, without marks, emoji, links and images; a mail's subject is the first of them."""
    out: list[HeadLine] = []
    subject = [Line(0, document.meta["title"])] if document.format == "eml" and "title" in document.meta else []
    for n, line in enumerate((*subject, *document.lines)):
        raw = (line.text if line.text.isascii() else _SIGNS.sub(" ", line.text)).strip(" *_#=~")
        if not raw or _NOISE.match(line.text.strip()) or _NOISE.match(raw):
            continue
        mark, rest = split_mark(raw)
        rest = _URL.sub("", rest) if "://" in rest else rest
        rest = re.sub(r"^\[[^\]]*\]\s*(?=[^\s(])", "", rest)
        dashed = [part for part in re.split(r"\s+[-–—]\s+", rest)[:5] if len(part) <= _PART] if len(rest) > _LONGEST and n <= 2 else [rest]
        for text in dashed:
            out.append(HeadLine(plain(text), len(out), line.heading, bool(mark or line.bullet), tuple(_parts(text))))
        if len(out) >= _HEAD:
            break
    return out


def opening(lines: Sequence[HeadLine]) -> Sequence[HeadLine]:
    """Return the lines before the first heading over requirements or duties."""
    ends = (n for n, line in enumerate(lines) if n and heading_class(line.text)[0] in _SECTIONS and len(line.text) < 50)
    return lines[: next(ends, len(lines))]


def _parts(text: str) -> list[tuple[str, str]]:
    """Return (separator, part) pairs; a full stop parts only a line of short parts ("Data Analyst. Baltkarg, Rotterdam. Hybrid.")."""
    out, at, sign = [], 0, ""
    stops = list(SEPARATOR.finditer(text)) if _PARTED.search(text) else []
    sentences = re.split(r"(?<=[a-z]{3})\.\s+(?=[A-Z])", text) if "." in text else [text]
    if not (2 <= len(sentences) <= 4 and all(len(sentence.split()) <= 6 for sentence in sentences)):
        stops = [found for found in stops if "." not in found.group()]
    for found in stops:
        if _joins(text, found.start(), found.end()):
            continue
        out.append((sign, text[at : found.start()]))
        at, sign = found.end(), found.group().strip() or "\t"
    out.append((sign, text[at:]))
    return [(sign, part) for sign, raw in out if (part := plain(raw).strip(" *_|,;"))]


def _joins(text: str, start: int, end: int) -> bool:
    """Say whether a dash joins a way of working to its place ("Remote – US only")."""
    way = any(found.end() == start for found in pattern("way of working").finditer(text))
    return way and "|" not in text[start:end] and any(at == end for *_, at, _ in places.find(text))
