"""A paragraph comes in; its sentences come out."""

from __future__ import annotations

import re

from jobfit.parse.wordlists import listed
from jobfit.regex import regex

_END = regex(r"(?<=[.!?。！？])[\"'”’)\]]*\s+(?=[\"'“‘(\[¿¡]?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я0-9\u3040-\u9fff\uac00-\ud7af])|(?<=[。！？])(?=\S)")
_ABBREVIATION = regex(
    r"(?:\b(?:"
    + "|".join(map(re.escape, listed("abbreviations")))
    + r")|\b[A-Z]|\b(?:zum|am|ab|vom|bis|der|die|das|dem|den|im) \d{1,2})\.$",
    re.IGNORECASE,
)

_ASIDE = 60  # letters to the end of a remark in brackets


def sentences(text: str) -> list[str]:
    """Cut a paragraph at its sentence ends, abbreviations and initials apart."""
    out: list[str] = []
    start = 0
    for found in _END.finditer(text):
        before = text[start : found.start()].rstrip("\"'”’)] ")
        if _ABBREVIATION.search(before[-12:]) and not before.endswith(("etc.", "Etc.")):
            continue
        if _within_brackets(text[start : found.end()], text[found.end() : found.end() + _ASIDE]):
            continue
        out.append(text[start : found.end()].strip())
        start = found.end()
    out.append(text[start:].strip())
    return [sentence for sentence in out if sentence]


def _within_brackets(before: str, after: str) -> bool:
    """Say whether a remark in brackets is open, and soon closed: "(est. 1987)"."""
    return before.count("(") > before.count(")") and ")" in after.partition("(")[0]
