"""A cut-up page comes in; the error that names what it is instead of a posting comes out, or nothing where it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit import settings
from jobfit.errors import NotAPosting
from jobfit.parse.headings import heading_class
from jobfit.parse.likeness import ADDRESSED, address, is_judged, is_like, word_count
from jobfit.parse.page import Page
from jobfit.parse.requirements import Item
from jobfit.parse.wordlists import listed, pattern
from jobfit.regex import regex
from jobfit.types import LineClass, Posting
from jobfit.vocabulary import languages

_LEAST_WORDS = 8
_BLANK = regex(r"\[(?:[XYN]|[^\W\d_][\w /'’-]{2,40})\](?!\()|\{\{[^{}\n]{1,40}\}\}|<[^\W\d_][\w /'’-]{2,40}>|\bXX+\b")
_SIGNS = ("[", "{{", "<", "XX")  # each blank holds one
_HOLDS_ON = regex(rf"(?:{_BLANK.pattern})\W{{0,2}}\w")  # a blank with words behind it, which a mark at the end of an item has not
_LEAST_BLANKS = 2
_VARIED = 0.6  # share of the blanks that differ; marks such as "[E]" or "[interview]" say the same of every item
_BLANKS = 0.5  # share of the items that hold a blank in a template


def refusal(page: Page, kinds: Sequence[LineClass], asked: Sequence[Item], said: Posting) -> NotAPosting | None:
    """Return the error for a page without a usable posting; ``asked`` are the items found on it, ``said`` what it states of the job."""
    text = page.document.text
    count = word_count(text) + (0 if text.isascii() else len(re.findall("[\u3040-\u9fff\uac00-\ud7af]", text)) // 2)
    path = page.document.path

    def error(what: str, hint: str = "save the page that describes the job itself") -> NotAPosting:
        return NotAPosting(what, path=path, hint=hint)

    if len(asked) < 3 and count < 400 and pattern("gone").search(text):
        return error("this is a page that says the posting is gone or not found, not a posting")
    if _is_resume(page):
        return error("this reads like a résumé, not a posting", "give it with --profile")
    if count < _LEAST_WORDS:
        return error("there is too little text here for a posting", f"give the whole description, {_LEAST_WORDS} words or more")
    if _is_unfilled(text, asked):
        return error("this is a template: its blanks in brackets are not filled in", "fill it in")
    if asked and is_judged(page, said.language) and not is_like(page, asked, said):
        return error("this does not read like a posting: too little in it names a job, its employer or who is sought")
    if asked:
        return None
    if said.language and said.language not in settings.LANGUAGES:
        known = ", ".join(map(languages.english_name, settings.LANGUAGES))
        return error(f"no requirement was found in this text in {languages.english_name(said.language)}", f"read in full are {known}")
    if len(pattern("portal").findall(text)) >= 2:
        return error("this is a login, search or portal page, not a posting")
    heads = sum(kind == "heading" for kind in kinds)
    if heads >= 3 and heads >= 0.6 * len(kinds):
        return error("this is a template: headings with nothing under them", "fill it in")
    if (
        not any(heading_class(piece.text)[0] in ("required", "default", "nice", "duty") for piece in page.pieces if piece.heading)
        and count < 150
    ):
        return error(
            "this is a listing without a description: nothing says what the job is or asks for", "give the whole description of the job"
        )
    return error("no requirement was found in this text", "check with jobfit parse --text that the whole description is there")


def _is_unfilled(text: str, asked: Sequence[Item]) -> bool:
    """Say whether half of what is asked for, or several lines where nothing is, hold a blank to fill in ("[Skill 1]", "{{ city }}")."""
    if not any(sign in text for sign in _SIGNS):
        return False
    held = [item.text for item in asked] or [line for line in text.splitlines() if line.strip()]
    blanks = [found[0].lower() for one in held if (found := _BLANK.search(one)) and not heading_class(found[0])[0]]
    inside = sum(_BLANK.match(line.strip(" #*-•")) is not None or _HOLDS_ON.search(line) is not None for line in text.splitlines())
    return inside > 0 and len(set(blanks)) >= max(_LEAST_BLANKS, _VARIED * len(blanks)) and len(blanks) >= _BLANKS * len(held)


def _is_resume(page: Page) -> bool:
    """A résumé is laid out as one, or has periods of employment and a person's headings, and speaks to nobody."""
    document = page.document
    if isinstance(document.data, dict) and ("basics" in document.data or "cv" in document.data):
        return True
    asks = sum(heading_class(piece.text) in (("required", True), ("nice", True), ("duty", True)) for piece in page.pieces if piece.heading)
    if asks > 1 or address(document.text) >= ADDRESSED:
        return False
    periods = len(pattern("period").findall(document.text))
    own = len({heading_key(piece.text) for piece in page.pieces[:400] if len(piece.text) < 50} & set(listed("resume headings")))
    return periods >= 3 or (periods >= 2 and own >= 1) or own >= 4


def heading_key(text: str) -> str:
    """Return a heading's words as the sets here spell them."""
    return " ".join(text.lower().strip(" :#*-").split())
