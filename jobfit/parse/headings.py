"""A heading's text comes in; the class it gives to the lines under it comes out, from the phrases in data/headings.tsv."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

_PUNCTUATION = re.compile(r"[^\w\s&/'+#-]+", re.UNICODE)
_LIGATURE = re.compile(r"(?<=quali)[^\w\s](?=cation)|(?<=speci)[^\w\s](?=c)|(?<=certi)[^\w\s](?=cat)")
_GENDER = re.compile(r"\((?:[mwfdxhg](?:\s*[/|*]\s*[mwfdxhg]){1,3})\)", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])\s+(?=\w{3})")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FIRST = {"against": 5, "employer": 5, "questions": 5, "nice": 4, "required": 3, "retold": 3}  # what counts before length


def normal(text: str) -> str:
    """Return the heading as the data file spells it: lower case, straight apostrophes, no marks or emoji."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    text = _PUNCTUATION.sub(" ", _GENDER.sub(" ", _LIGATURE.sub("fi", text))).replace("/", " ")
    return " ".join(text.split()).strip("-/& '")


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, str], dict[str, str], dict[str, str], tuple[tuple[str, str], ...]]:
    """Return phrases that are whole headings, those that may stand inside one, those with a free ending, those of unspaced scripts."""
    alone: dict[str, str] = {}
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    text = resources.files("jobfit.parse").joinpath("data/headings.tsv").read_text(encoding="utf-8")
    for row in text.splitlines():
        name, _, phrase = row.partition("\t")
        if not phrase or row.startswith("#"):
            continue
        if phrase.endswith("*"):
            stems.setdefault(normal(phrase[:-1]), name)
        elif phrase.startswith("="):
            alone.setdefault(normal(phrase[1:]), name)
        else:
            whole.setdefault(normal(phrase), name)
    dense = tuple((phrase, name) for phrase, name in whole.items() if _IDEOGRAPH.search(phrase))
    return alone, whole, stems, dense


@lru_cache(maxsize=4096)
def heading_class(text: str) -> tuple[str, bool]:
    """Return the class ("" where no phrase is known) and whether the heading is such a phrase word for word."""
    name = normal(text)
    if not name:
        return "", False
    alone, whole, stems, dense = _phrases()
    name = _NUMBER.sub("", name)
    if name in alone or name in whole:
        return alone.get(name) or whole[name], True
    if _IDEOGRAPH.search(name):
        found = [(len(phrase), kind) for phrase, kind in dense if phrase in name]
        return (max(found)[1], False) if found else ("", False)
    return _contained(name.split(), whole, stems)


def _contained(tokens: list[str], whole: dict[str, str], stems: dict[str, str]) -> tuple[str, bool]:
    """Choose among the phrases inside a heading: an explicit wish or must first, then the longest, then the first."""
    best: tuple[int, int, int] | None = None
    kind, all_of_it = "", False
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + 7) + 1):
            part = " ".join(tokens[start:end])
            found = whole.get(part) or _by_stem(part, stems)
            if found is None:
                continue
            rank = (_FIRST.get(found, 0), end - start, -start)
            if best is None or rank > best:
                best, kind, all_of_it = rank, found, end - start == len(tokens)
    return kind, all_of_it


def _by_stem(part: str, stems: dict[str, str]) -> str | None:
    """Return the class of the stem that ``part`` begins with, only the ending of its last word being free."""
    least = max(part.rfind(" ") + 1, 3)
    return next((stems[part[:n]] for n in range(len(part), least, -1) if part[:n] in stems), None)


@lru_cache(maxsize=4096)
def heading_share(text: str) -> float:
    """Return the share of a heading's words that stand in known phrases, 0 to 1."""
    tokens = normal(text).split()
    _, whole, stems, _ = _phrases()
    known: set[int] = set()
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + 7) + 1):
            part = " ".join(tokens[start:end])
            if part in whole or _by_stem(part, stems):
                known.update(range(start, end))
    loose = sum(token in ("&", "and", "und", "et", "y", "e", "en", "the", "of", "for", "your") for token in tokens)
    return min(1.0, len(known) / max(1, len(tokens) - loose))
