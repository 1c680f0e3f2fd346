"""A part of the head comes in; whether it states a place, a kind of employment or other terms comes out, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jobfit.parse.wordlists import pattern
from jobfit.regex import regex
from jobfit.vocabulary import places

_WORD = regex(r"[^\W\d_][\w'’.-]*")
_NAME = regex(r"[A-ZÀ-Þ][\w.'’-]+(?: (?:& |and )?[A-ZÀ-Þ][\w.'’-]+){0,3}")  # of a place, or of two
_PLACES = 0.6
_MOSTLY = 0.5  # share of a part's words that places or terms have to take up


def place_in(text: str) -> str:
    """Return a part that is a place or a way of working ("Leeds", "Austin TX, hybrid", "Remote (US)"); "" where it is more than that."""
    words = _WORD.findall(text)
    if not words or len(words) > 14 or (text[:1].islower() and not pattern("way of working").match(text)):
        return ""
    if (text[-1] == "." and len(words) > 4) or (pattern("organisations").search(text) and "," not in text):
        return ""
    taken = sum(len(_WORD.findall(text[start:end])) for _, _, _, start, end in places.find(text))
    taken += sum(word.isupper() and len(word.strip(".")) == 2 for word in words) if taken else 0  # "DK/SE/NO"
    taken += sum(len(_WORD.findall(found.group())) for found in pattern("way of working").finditer(text))
    small = sum(word.islower() for word in words if not pattern("way of working").fullmatch(word))
    chunks = [chunk.strip(" )") for chunk in re.split(r"[,(/]|\bor\b", text)]
    whole = any(places.country_of(chunk) and len(_WORD.findall(chunk)) <= 2 for chunk in chunks[:3]) and len(words) <= 8
    first = text.startswith(chunks[0]) and any(start == 0 and end >= len(chunks[0]) - 3 for _, _, _, start, end in places.find(text))
    return text if taken and (first or whole or (small <= 4 and taken >= _PLACES * (len(words) - small))) else ""


def is_in_region(text: str) -> bool:
    """Say whether names that need not be known stand before their region ("Corbin, KY", "Perth & Newman WA")."""
    region = next((start for kind, *_, start, end in places.find(text) if kind == "region" and end == len(text)), 0)
    return region > 0 and bool(_NAME.fullmatch(text[:region].rstrip(" ,"))) and not pattern("organisations").search(text)


def has_place(text: str) -> bool:
    """Say whether a part names a known place, and not a way of working alone."""
    return bool(places.find(text))


def place_of(sentence: str) -> str:
    """Return the first place in a sentence, with what follows it after a comma: "Bellevue, Washington"."""
    found = sorted((start, end) for _, _, _, start, end in places.find(sentence))
    if not found:
        return ""
    start, end = found[0]
    for later, last in found[1:]:
        if later - end <= 2:
            end = last
    return sentence[start:end]


def is_terms(text: str) -> bool:
    """Say whether a part states hours, pay, a grade, a date or a kind of employment."""
    found = [match.group() for name in ("employment", "terms") for match in pattern(name).finditer(text)]
    found += re.findall(r"(?<!\w)\d[\d.,/:–-]*(?!\w)", text)
    return bool(found) and len(set(" ".join(found).split())) >= _MOSTLY * len(text.split())


def employment(texts: Iterable[str]) -> str:
    """Return the kinds of employment named, each once, as they are written: "Permanent, full time"."""
    said: dict[str, str] = {}
    for text in texts:
        for match in pattern("employment").finditer(re.sub(r"\([^()]{12,}\)", " ", text.replace("_", " "))):
            said.setdefault(re.sub(r"\W", "", match.group().lower()), match.group())
    return ", ".join(list(said.values())[:3])
