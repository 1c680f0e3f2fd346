"""Text in, the same text out without what must never reach the scoring: contact, photo, sex, age, birth, family."""

from __future__ import annotations

import json
import re
from functools import cache

from jobfit.facts.dates import DATA
from jobfit.facts.personal import without
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

EMAIL = regex(r"(?<![\w.+-])(?:mailto:)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
URL = regex(
    r"(?:https?://|www\.)\S+|(?<![\w.-])(?:[\w-]{1,40}\.){0,3}(?:linkedin|github|gitlab|xing|stackoverflow|medium|behance|twitter|facebook|instagram)\.(?:com|org|io|de)\b\S*",
    re.IGNORECASE,
)
PHONE = regex(
    r"(?:tel\s*[:.]?\s*)?(?<![\w.,$€£/-])"
    r"(?:\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}|(?:\(\+?\d{1,4}\)|\+\d|\(?0\d)[\d\s()./-]{5,22}\d)(?!\w)"
)
PRONOUNS = regex(
    r"\(?\b(?:my\s+)?pronouns?\b\s*(?:are|:)?\s*\w+\s?/\s?\w+(?:\s?/\s?\w+)?\)?\.?|\(?\b(?:she|he|they)\s?/\s?(?:her|him|them|they|she|he)(?:\s?/\s?\w+)?\b\)?",
    re.IGNORECASE,
)
AGE = regex(
    r"(?:^|(?<=[|,;(·]))\s*(?:(?:i am |ich bin |age[d:]?:?\s*)\d{2}\b(?:\s*(?:years?(?: old)?|jahre(?: alt)?))?"
    r"|\d{2}\s+(?:years?\s+old|Jahre\s+alt|jaar\s+oud)\b)(?=\s*(?:$|[,;|.)]))",
    re.IGNORECASE,
)
FRAGMENT = regex(r"\s*(?:[|•·¦●∙⋅▪◦◆■❖\uf0b7]|\s{3,}|\t)\s*")


@cache
def _data() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads((DATA / "private.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _keys() -> frozenset[str]:
    return frozenset(_data()["keys"])


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(fold(label)) for label in _data()["labels"]), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\W*(?:\w\s)?(?:{words})\s*(?:[:=]|\s-\s).*"  # a letter alone is what an icon left
        rf"|(?:born (?:on|in|\d)|geboren (?:am|in)|nee? le|nacid[oa] el|nascid[oa] em)\b.*|\W*(?:{words})\W*"
    )


@cache
def _states() -> frozenset[str]:
    return frozenset(fold(state) for state in _data()["states"])


PARTS = regex(r"e?mail|phone|birth|geburt|gender|marital|avatar|photo|headshot|(?:uri|url|link)$")


def is_private_key(key: str) -> bool:
    """Say whether a field of this (normalised) name is kept away from the scoring."""
    return key in _keys() or PARTS.search(key) is not None


def is_private(fragment: str) -> bool:
    """Say whether a fragment of a header line holds nothing but contact or personal data."""
    folded = fold(fragment).strip()
    if _label().fullmatch(folded):
        return True
    return folded.strip(" .") in _states() or without(fragment, "self") == ""


def scrub(text: str) -> str:
    """Return the text without addresses of any kind, pronouns and ages; empty where no word is left."""
    for pattern in (EMAIL, URL, PHONE, PRONOUNS, AGE):
        if pattern.search(text):
            text = re.sub(r"\s{2,}", " ", pattern.sub(" ", text)).strip(" \t|·•,;-–")
    return text if re.search(r"\w", text) else ""
