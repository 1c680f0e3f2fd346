"""A cut-up page comes in; whether it reads like a posting comes out, from signs that are added up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jobfit import settings
from jobfit.parse.headings import heading_class
from jobfit.parse.naming.occupations import GENDER, occupation
from jobfit.parse.page import Page
from jobfit.parse.requirements import Item
from jobfit.parse.wordlists import pattern
from jobfit.regex import regex
from jobfit.types import Posting

LEAST = 3.5  # the least telling of the labelled postings has 4, the most alike of other texts 3
_LEAST_WORDS = 60
_SECTIONS = ("required", "default", "nice", "duty")
_CODE = regex(r"`|\w\.(?:py|md|txt|json|js|ts|ya?ml|toml|sh|csv|html|cfg)\b|(?<!\S)--?[a-z]\w|[{}<>]|\w\(\)|::|==")
_CODED = -2.0  # the only sign that counts against
_MUCH_CODE = 0.015  # signs of code and files a word, from which on a text is about software and not about a job
ADDRESSED, _MUCH_ADDRESSED = 0.01, 0.03  # share of words such as "you" and "we", which a posting has and a résumé lacks
_MOSTLY_ASKED = 0.35  # share of the pieces that ask for something


def is_judged(page: Page, language: str) -> bool:
    """Say whether a text is long enough, and in a language whose trades and headings are known well enough, to be judged by its signs."""
    known = language in settings.LANGUAGES and page.document.format != "json"
    return known and word_count(page.document.text) >= _LEAST_WORDS


@lru_cache(maxsize=4)
def word_count(text: str) -> int:
    """Return how many words of two letters or more there are."""
    return len(re.findall(r"[^\W_]{2,}" if "_" in text else r"\w{2,}", text))  # the second takes a third of the time


@lru_cache(maxsize=4)
def address(text: str) -> float:
    """Return the share of words such as "you" and "we"."""
    return len(pattern("address").findall(text)) / _tokens(text)


def _tokens(text: str) -> int:
    return max(1, len(re.findall(r"\w+", text)))


def is_like(page: Page, asked: Sequence[Item], said: Posting) -> bool:
    """Say whether the signs are enough; every word is looked at only where the rest leaves that open."""
    return _stated(page, asked, said) + _CODED >= LEAST or likeness(page, asked, said) >= LEAST


def likeness(page: Page, asked: Sequence[Item], said: Posting) -> float:
    """Add up the signs: a title, headings over lists, "you" and "we", employer, place, words of hiring, "(m/f/d)"; code counts against."""
    return _stated(page, asked, said) + _worded(page.document.text)


def _stated(page: Page, asked: Sequence[Item], said: Posting) -> float:
    classed = [(piece.text.lower(), *heading_class(piece.text)) for piece in page.pieces if piece.heading]
    headings = {text for text, kind, exact in classed if exact and kind in _SECTIONS}
    share = len(asked) / max(1, sum(not piece.heading for piece in page.pieces))
    return (
        2.0 * bool(occupation(said.title))
        + 1.5 * min(2, len(headings))
        + bool(said.company)
        + bool(said.location or said.employment_type)
        + 2.0 * (share >= _MOSTLY_ASKED)
    )


def _worded(text: str) -> float:
    addressed = address(text)
    hiring = len({word.lower()[:5] for word in pattern("hiring words").findall(text)})
    return (
        1.0 * (addressed >= ADDRESSED)
        + (addressed >= _MUCH_ADDRESSED)
        + 0.5 * (hiring >= 2)
        + 0.5 * (hiring >= 4)
        + 2.0 * bool(GENDER.search(text))
        + _CODED * (len(_CODE.findall(text)) / _tokens(text) >= _MUCH_CODE)
    )
