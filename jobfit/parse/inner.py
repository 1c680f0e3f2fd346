"""A text without line breaks comes in; where headings and the names of a form's fields stand in it comes out."""

from __future__ import annotations

import re
from functools import lru_cache

from jobfit.parse import openings
from jobfit.parse.headings import ASKING, heading_class, heading_share, normal
from jobfit.parse.wordlists import grouped, listed, pattern
from jobfit.regex import regex

_ENDS = ".!?:;)-–—•"
_ASKING = (*ASKING, "duty")
_FEW_FIELDS = 2
_MOSTLY = 0.6
_WORDS = 7  # of a heading at most
_TOKEN = regex(r"\S+")
_OPENS = regex(r"[$€£“\"¿¡(A-ZÀ-Þ0-9\-–—•·*●▪■➢➤✓✔◦‣⁃∙]")  # what may follow a heading without a colon
# A name with a capital behind one of these may end an item: "English and Spanish", "in Houston".
_AND = (
    "and",
    "or",
    "und",
    "oder",
    "et",
    "ou",
    "y",
    "o",
    "e",
    "en",
    "of",
    "in",
    "at",
    "for",
    "with",
    "für",
    "mit",
    "bei",
    "de",
    "à",
    "em",
    "con",
    "com",
    "met",
)


def inner_headings(text: str) -> list[tuple[int, int]]:
    """Find known headings inside a blob: capitals, a phrase with a colon, or a capitalised phrase where a sentence begins."""
    tokens = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
    out: list[tuple[int, int]] = []
    n = 0
    while n < len(tokens):
        most = min(_WORDS, len(tokens) - n) if text[tokens[n][0]].isupper() else 0
        size = next((k for k in range(most, 0, -1) if _is_inner(text, tokens, n, k)), 0)
        if size:
            apart = tokens[n + size : n + size + 1] and text[slice(*tokens[n + size])] == ":"  # as French has it
            size += bool(apart)
            out.append((tokens[n][0], tokens[n + size - 1][1]))
        n += size or 1
    return out


def _is_inner(text: str, tokens: list[tuple[int, int]], n: int, size: int) -> bool:
    begin, end = tokens[n][0], tokens[n + size - 1][1]
    phrase = text[begin:end]
    last = text[slice(*tokens[n + size - 1])]
    if phrase[-1] in ".,;!" or not any(sign.isalnum() for sign in last):
        return False
    if re.search(r"[.!?;:]\s", phrase):
        return False
    kind, exact = heading_class(phrase)
    if not kind:
        return False
    colon = phrase.endswith(":") or re.match(r" :\s", text[end:]) is not None
    if colon and size <= 6 and phrase.count(":") <= 1 and (_mostly_known(phrase) or phrase.startswith("About ")):
        return True
    if phrase.upper() == phrase and len(phrase) >= 6 and size >= 2:
        return _shouted_run(text, tokens, n, size)
    if not exact and not _made_up(phrase):
        return False
    after = text[end:].lstrip()
    return colon or ((not after or _OPENS.match(after) is not None) and _stands(text[:begin].rstrip(), phrase, kind))


def _mostly_known(phrase: str) -> bool:
    """Say whether a phrase is made of known headings, or mostly so, and of no word before one ("Word Mandatory skills:")."""
    share = heading_share(phrase)
    return not _trails(phrase) and (share == 1 or (share >= _MOSTLY and heading_share(phrase.partition(" ")[2]) < 1))


def _trails(phrase: str) -> bool:
    """Say whether the first words belong to the item before ("Active security clearance Even better:"), the others being a heading."""
    words = phrase.split()
    return any(
        heading_class(" ".join(words[n:]))[1] and heading_class(" ".join(words[:n]))[0] not in ("required", "nice")
        for n in range(1, len(words) - 1)
    )


def _shouted_run(text: str, tokens: list[tuple[int, int]], n: int, size: int) -> bool:
    """Say whether the tokens are a whole run of capitals, with ordinary text on one side at least."""
    run = [text[slice(*token)].strip("'’:&/") for token in tokens[n : n + size]]
    if not all(word.replace("'", "").replace("’", "").isalpha() or not word for word in run) or len(run[0]) < 2 or len(run[-1]) < 2:
        return False
    around = [text[slice(*tokens[k])] for k in (n - 1, n + size) if 0 <= k < len(tokens)]
    return not any(len(word) >= 3 and word.isalpha() and word.isupper() for word in around)


def _made_up(phrase: str) -> bool:
    """Say whether a phrase is made of known headings alone ("Requisitos e qualificações"), written in one way."""
    words = phrase.split()
    linked = [word.lower() in listed("links") for word in words]
    same = len({word.isupper() for word, link in zip(words, linked, strict=True) if not link}) == 1
    return len(words) >= 2 and not (linked[0] or linked[-1]) and same and heading_share(phrase) == 1 and not _trails(phrase)


def _stands(before: str, phrase: str, kind: str) -> bool:
    """Say whether a known heading inside a text, with a capital after it, titles what follows rather than belongs to its sentence."""
    starts = not before or before[-1] in _ENDS
    count = len(phrase.split())
    if count >= 2:
        goes_on = kind in _ASKING and pattern("addressed").match(phrase)  # "You are Master of …"
        return not goes_on or all(word[0].isupper() for word in phrase.split())
    alone = pattern("headings alone").fullmatch(phrase) is not None
    return (starts and kind in ("required", "nice")) or (alone and (starts or _ends_an_item(before)))


def _ends_an_item(before: str) -> bool:
    """Say whether an item may end here: not at a comma or a word that links, nor inside a run of words with capitals."""
    tokens = before.split()
    if not tokens:
        return True
    last = tokens[-1]
    if last.lower() in listed("links") or last[-1] == ",":
        return False
    if openings.form(last) in ("small", "digit", "sign") or openings.inside(tokens[-4:])[-1] != "no":
        return True
    run = next((n for n, token in enumerate(reversed(tokens)) if openings.form(token) == "small" or not token[-1].isalnum()), len(tokens))
    above = tokens[-run - 1] if run < len(tokens) else "•"
    return above.lower() in _AND or not above[-1].isalnum()


def field_starts(sentence: str) -> list[int]:
    """Return where names of fields begin ("Role Welder Location Ottumwa Duration 6 months"); none unless there are several."""
    tokens = list(_TOKEN.finditer(sentence))
    words = [token[0] for token in tokens]
    found = []
    for n, token in enumerate(tokens):
        size = next((k for k in (2, 1) if normal(" ".join(words[n : n + k])) in _field_names()), 0)
        value = words[n + size] if size and n + size < len(words) else ""
        links = n > 0 and (words[n - 1].lower() in listed("links") or words[n - 1][-1] == ",")
        if value and token[0][0].isupper() and not links and (openings.may_open(value) or value[0] in "$€£"):
            found.append(token.start())
    return found if len(found) >= _FEW_FIELDS else []


@lru_cache(maxsize=1)
def _field_names() -> frozenset[str]:
    return frozenset(
        normal(name) for name in (*grouped("fields")["title"], *grouped("fields")["location"], *listed("fields without a colon"))
    )
