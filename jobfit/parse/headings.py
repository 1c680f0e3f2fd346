"""A heading's text comes in; the class it gives to the lines under it comes out, from the phrases in data/headings.tsv."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

CLASSES = ("nice", "against", "required", "employer", "retold", "other", "duty", "default")
_PUNCTUATION = re.compile(r"[^\w\s&/'+#-]+", re.UNICODE)
_LIGATURE = re.compile(r"(?<=quali)[^\w\s](?=cation)|(?<=speci)[^\w\s](?=c)|(?<=certi)[^\w\s](?=cat)")
_GENDER = re.compile(r"\((?:[mwfdxhg](?:\s*[/|*]\s*[mwfdxhg]){1,3})\)", re.IGNORECASE)
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EXPLICIT = {"nice": 4, "against": 5, "employer": 5, "retold": 3, "required": 3, "other": 2, "duty": 2, "default": 2}


def normal(text: str) -> str:
    """Return the heading as the data file spells it: lower case, straight apostrophes, no marks or emoji."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    text = _PUNCTUATION.sub(" ", _GENDER.sub(" ", _LIGATURE.sub("fi", text)))
    return " ".join(text.split()).strip("-/& '")


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, str], dict[str, str], tuple[tuple[str, str], ...]]:
    """Return the whole phrases, the phrases with a free ending, and those in scripts without word spaces."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    text = resources.files("jobfit.parse").joinpath("data/headings.tsv").read_text(encoding="utf-8")
    for row in text.splitlines():
        name, _, phrase = row.partition("\t")
        if not phrase or row.startswith("#"):
            continue
        if phrase.endswith("*"):
            stems.setdefault(normal(phrase[:-1]), name)
        else:
            whole.setdefault(normal(phrase), name)
    dense = tuple((phrase, name) for phrase, name in whole.items() if _IDEOGRAPH.search(phrase))
    return whole, stems, dense


@lru_cache(maxsize=4096)
def heading_class(text: str) -> tuple[str, bool]:
    """Return the class ("" where no phrase is known) and whether the heading is such a phrase word for word."""
    name = normal(text)
    if not name:
        return "", False
    whole, stems, dense = _phrases()
    if name in whole:
        return whole[name], True
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
            found = whole.get(part) or next((stems[part[:n]] for n in range(len(part), 3, -1) if part[:n] in stems), None)
            if found is None:
                continue
            rank = (_EXPLICIT[found] if _EXPLICIT[found] > 2 else 0, end - start, -start)
            if best is None or rank > best:
                best, kind, all_of_it = rank, found, end - start == len(tokens)
    return kind, all_of_it
