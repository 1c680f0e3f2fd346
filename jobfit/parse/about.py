"""A Document and its pieces come in; title, company, place, employment type and language come out, as the page states them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jobfit import settings
from jobfit.parse.clean import plain
from jobfit.parse.naming.employer import cleaned, employer, worth
from jobfit.parse.naming.evidence import Names
from jobfit.parse.naming.fields import fields
from jobfit.parse.naming.head import HeadLine, head_lines, opening
from jobfit.parse.naming.hiring import hiring
from jobfit.parse.naming.inrun import title_in
from jobfit.parse.naming.occupations import occupation
from jobfit.parse.naming.terms import employment, has_place, is_terms, place_in, place_of
from jobfit.parse.naming.title import Title, clean, from_head
from jobfit.parse.piece import Piece
from jobfit.parse.tongue import tongue
from jobfit.parse.wordlists import listed, pattern
from jobfit.regex import regex
from jobfit.types import Document

_SAMPLES, _SAMPLE_CHARS = 15, 40  # lines whose language is detected, each from so many characters on
_TOP = 12  # lines from the top that may state the place and the kind of employment
_AFTER_NAME = regex(r"[\s,|·•–—-]+([A-ZÀ-Þ][\w'’-]+(?:[ -]+[A-ZÀ-Þ(][\w'’)]+){0,2})\s*(?:$|[|·•–—.]|\(|- )")
_SAID_TOO = 2.5  # weight of a part of the page's title that its text names too
_LABELLED = regex(r"[^\W\d_][\w ]{1,20}?\s((?:[A-ZÀ-Þ][\w'’-]+[ ,]*){1,4})\Z")  # "Standort Neuwied"
_RUN = 200  # characters from which on a first line is running text, title and all
_OPENING = 15  # sentences from the top that may say who is looking for whom


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of the job as a whole; empty where it is silent."""

    title: str = ""
    company: str = ""
    location: str = ""
    employment_type: str = ""


def about(document: Document, found: Sequence[Piece]) -> About:
    """Read the page's own fields: what the format names outright first, then labelled lines, then the lines and sentences at the top."""
    heads = head_lines(document)
    names = Names([line.text for line in document.lines] + [document.meta.get("url", "")])
    said = fields(document)
    sentences = [piece.text[:400] for piece in found[:200] if len(piece.text.split()) >= 5 and not piece.mark][:_OPENING]
    asked, asking, there = hiring(sentences)
    title = _title(document, said, heads, asked, names)
    meta = document.meta
    hints = [(7.0, title.employer)] * bool(title.employer) + [(5.0, asking)] * bool(asking) + _page_hints(document, title, names)
    company = meta.get("company", "") or cleaned(said.get("company", "")) or employer(heads, title, found, names, hints)
    top = opening(heads)[:_TOP]
    return About(
        title.text,
        company,
        meta.get("location", "") or said.get("location", "") or _place(top, title, company, names) or place_of(there),
        _kind(document, said, top),
    )


def _title(document: Document, said: dict[str, str], heads: Sequence[HeadLine], asked: str, names: Names) -> Title:
    page_title = f"{document.meta.get('title', '')} {document.meta.get('page_title', '')}"
    stated = document.meta.get("title", "") if document.data is not None or "company" in document.meta else ""
    titled = any(line.level == 1 and occupation(line.text) for line in opening(heads))  # what a form below calls the role is its kind
    labelled = "" if titled else said.get("title", "")
    for text in (stated, labelled if occupation(labelled) else ""):
        if text and not is_terms(text):
            return clean(text, names)
    head = from_head(opening(heads), page_title, names, asked)
    if head.text:
        return head
    run = next((line.text for line in document.lines if line.text.strip()), "")
    return clean(asked or labelled or document.meta.get("title", "") or (title_in(plain(run)) if len(run) >= _RUN else ""), names)


def _page_hints(document: Document, title: Title, names: Names) -> list[tuple[float, str]]:
    """Take the parts of the page's own title that are not the job's."""
    whole = document.meta.get("page_title", "") or document.meta.get("title", "")
    parts = [part.strip() for part in re.split(r"\s+[|–—·-]\s+|\s+\|\s*", whole)]
    others = [part for part in parts[:4] if part and len(parts) > 1 and title.text.casefold() not in part.casefold()]
    weights = [worth(part, names) or (_SAID_TOO if " " in part and names.says(part) else 0.0) for part in others]
    return [(1.5 + weight, part) for part, weight in zip(others, weights, strict=True) if weight]


def _place(heads: Sequence[HeadLine], title: Title, company: str, names: Names) -> str:
    """Return the place that the head names: a known one, what the title ends in, what follows the employer's name, the way of working.

    A place that is not known has a label before it or lies somewhere by what the text says.
    """
    whole = [part.removeprefix(company).strip(" ,") for line in heads if not line.listed for _, part in line.parts]
    parts = [part for part in whole if part and not occupation(part) and place_in(part)]
    known = next((part for part in parts if has_place(part)), "") or title.place.strip() or _beside(heads, company)
    if known:
        return known
    told = (
        found[1]
        for part in whole
        if (found := _LABELLED.match(part)) and pattern("places of work").fullmatch(part[: found.start(1)].strip())
    )
    return next(told, "") or next((part for part in whole if names.lies_in(part)), "") or (parts[0] if parts else "")


def _beside(heads: Sequence[HeadLine], company: str) -> str:
    """Return the one to three words with capitals that follow the employer's name on its line."""
    for line in heads[:4]:
        at = line.text.find(company) if company else -1
        after = _AFTER_NAME.match(line.text[at + len(company) :]) if at >= 0 else None
        if (
            after
            and not any(map(str.isdigit, after[1]))
            and not is_terms(after[1])
            and not occupation(after[1])
            and after[1].split()[0].lower() not in listed("never an employer")
        ):
            return after[1]
    return ""


def _kind(document: Document, said: dict[str, str], heads: Sequence[HeadLine]) -> str:
    return (
        document.meta.get("employment_type", "")
        or said.get("employment_type", "")
        or employment(line.text for line in heads if not line.listed)
    )


def language(document: Document) -> str:
    """Return the ISO 639-1 code of the page's language, from its format or by detection; "" where neither can say.

    What a page states of a language that is not read in full is no more than what it states of its own menus.
    """
    stated = document.meta.get("language", "")[:2].lower()
    if stated in settings.LANGUAGES:
        return stated
    lines = sorted({line.text for line in document.lines if len(line.text) > _SAMPLE_CHARS}, key=len, reverse=True)[:_SAMPLES]
    return _voted(lines or [document.text[:200].replace("\n", " ")]) or stated


def _voted(lines: Sequence[str]) -> str:
    """Return the language of most lines, the first by its code among equals; lines that can change nothing are not looked at."""
    votes: Counter[str] = Counter()
    for left, line in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
        votes[tongue(line)] += 1
        first, second = (*(count for _, count in votes.most_common(2)), 0)[:2]
        if first > second + left:
            break
    return min(votes, key=lambda code: (-votes[code], code))
