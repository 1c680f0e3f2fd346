"""A text comes in; the word in it that names an occupation comes out, in the languages and compounds of data/names.json."""

from __future__ import annotations

import re
from functools import lru_cache

from jobfit.parse.wordlists import listed
from jobfit.regex import regex

GENDER = regex(
    r"\s*\(\s*[mwfdxhgiv](?:\s*[/|*,]\s*(?:[mwfdxhgiv]|div|all|diverse?)\b){1,3}\s*\)|(?<!\w)[mfh]/[fhw](?:/[dx])?(?!\w)", re.IGNORECASE
)
_WORD = regex(r"[^\W\d_]+")
_LONGEST = 200  # characters of a line that are looked at
_INFLECTED = 7  # letters that may follow the stem of a word: "enfermer" in "enfermeros", "infirmi" in "infirmières"
_GERMAN = ("in", "innen", "n", "e", "en", "r", "s")
_ONLY_AFTER = {"member": ("team", "crew", "staff")}
_ONLY_BEFORE = {"head": "of"}
_AND = ("&", "+", " and", " und", " et", " y", " en", " e")


@lru_cache(maxsize=1)
def _forms() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Return whole words, stems, ends of compounds with their endings, and words that make of the one before them no occupation."""
    whole = frozenset(listed("occupations"))
    ends = listed("occupation ends")
    return (
        whole | {word + "s" for word in whole},
        listed("occupation stems"),
        (*ends, *(end + ending for end in ends for ending in _GERMAN)),
        frozenset(listed("not an occupation")),
    )


@lru_cache(maxsize=2048)
def occupation(text: str) -> str:
    """Return the last word in ``text`` that names an occupation; "" where none does."""
    words = list(_WORD.finditer(text[:_LONGEST]))
    lower = [word.group().lower() for word in words]
    for n in range(len(words) - 1, -1, -1):
        if lower[n].startswith("partner") and text[: words[n].start()].rstrip().endswith(_AND):
            continue  # "Rowe & Partners" is a firm
        follows = lower[n + 1] if n + 1 < len(words) else ""
        if _names_one(lower[n], lower[n - 1] if n else "", follows) and text[words[n].end() :][:2] not in ("'s", "’s"):
            return words[n].group()
    return ""


def _names_one(word: str, before: str, after: str) -> bool:
    whole, stems, ends, never = _forms()
    if after in never or before.endswith(("@", "www")):
        return False
    if word in _ONLY_AFTER or word in _ONLY_BEFORE:
        return before in _ONLY_AFTER.get(word, ()) or after == _ONLY_BEFORE.get(word)
    if word in whole or word.endswith(ends):
        return True
    return word.startswith(stems) and any(word.startswith(stem) and len(word) - len(stem) <= _INFLECTED for stem in stems)
