"""A text in, the traits it asks for out: each item of a short list by itself, else the text whole."""

from __future__ import annotations

import re

from jobfit.regex import regex
from jobfit.types import Need

_ITEMS = regex(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|&)\s*")
_BETWEEN = regex(r"\b(?:between|zwischen|entre|tussen|both|sowohl)\b", re.IGNORECASE)  # their "and" joins no two items
_HALF = regex(
    r"written|verbal|oral|spoken|(?:eine?n?|une?|an?|schriftlich\w*|mündlich\w*|écrite?|orale?)(?:\s\w+(?<=[er]))?", re.IGNORECASE
)
_MAX_WORDS = 3
_MAX_ITEMS = 5


def read(text: str) -> list[Need]:
    """Return the traits asked for in ``text``."""
    whole = text.strip(" ,;:-*•")
    items = [item.strip(" .") for item in _ITEMS.split(whole.rstrip(".")) if item.strip(" .")]
    parted = not _BETWEEN.search(whole) and not any(_HALF.fullmatch(item) for item in items)
    if parted and 2 <= len(items) <= _MAX_ITEMS and all(len(item.split()) <= _MAX_WORDS for item in items):
        return [Need("trait", item, (item,)) for item in items]
    return [Need("trait", whole, (whole,))]
