"""A paragraph comes in; its sentences, or the items and headings of a text without line breaks, come out."""

from __future__ import annotations

import re

from jobfit.parse.headings import heading_class, heading_share
from jobfit.parse.wordlists import listed

_END = re.compile(r"(?<=[.!?。！？])[\"'”’)\]]*\s+(?=[\"'“‘(\[¿¡]?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я0-9\u3040-\u9fff\uac00-\ud7af])|(?<=[。！？])(?=\S)")
_ABBREVIATION = re.compile(r"(?:\b(?:" + "|".join(map(re.escape, listed("abbreviations"))) + r")|\b[A-Z])\.$", re.IGNORECASE)
_PART = re.compile(r"\s+[-–—•·*●▪]\s+(?=\S)")
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=\s))(?:\(?\d{1,2}[.)])\s+(?=[A-ZÀ-Þ])")
_TOKEN = re.compile(r"\S+")
_STARTER = re.compile(r"(?<=[a-z0-9)+])\s+(?=" + "|".join(listed("item starts")) + ")")
MIN_BLOB = 350


def sentences(text: str) -> list[str]:
    """Cut a paragraph at its sentence ends, abbreviations and initials apart."""
    out: list[str] = []
    start = 0
    for found in _END.finditer(text):
        before = text[start : found.start()].rstrip("\"'”’)] ")
        if _ABBREVIATION.search(before[-12:]) and not before.endswith(("etc.", "Etc.")):
            continue
        out.append(text[start : found.end()].strip())
        start = found.end()
    out.append(text[start:].strip())
    return [sentence for sentence in out if sentence]


def cut_blob(text: str) -> list[tuple[str, bool, str]]:
    """Cut a text without line breaks into (part, is a heading, list mark): at headings, then at list marks, then at sentences."""
    out: list[tuple[str, bool, str]] = []
    start = 0
    for begin, end in _inner_headings(text):
        out += _items(text[start:begin])
        out.append((text[begin:end].strip(" :-–—•"), True, ""))
        start = end
    return out + _items(text[start:])


def _items(text: str) -> list[tuple[str, bool, str]]:
    """Cut the text between two headings: at ``-`` or bullets where there are two or more, at numbers, else at sentences."""
    text = text.strip(" \t:")
    if not text:
        return []
    for pattern, mark in ((_PART, "-"), (_NUMBERED, "1.")):
        places = list(pattern.finditer(text))
        if len(places) >= 2 or (len(places) == 1 and pattern.match(" " + text)):
            parts = [part.strip() for part in pattern.split(text)]
            lead = not pattern.match(text) and not re.match(r"[-–—•·*●▪]\s", text)
            return [
                (p.lstrip("-–—•·*●▪ "), False, mark if n or not lead or len(p) < 160 else "")
                for n, p in enumerate(parts)
                if p.strip("-–—•·*●▪ ")
            ]
    return [(part, False, "") for sentence in sentences(text) for part in _run_on(sentence)]


def _run_on(sentence: str) -> list[str]:
    """Cut a long run of items with nothing between them where a new item plainly starts."""
    if len(sentence) < 160:
        return [sentence]
    parts = [part.strip() for part in _STARTER.split(sentence)]
    return parts if len(parts) >= 3 else [sentence]


def _inner_headings(text: str) -> list[tuple[int, int]]:
    """Find known headings inside a blob: capitals, a phrase with a colon, or a capitalised phrase where a sentence begins."""
    tokens = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
    out: list[tuple[int, int]] = []
    n = 0
    while n < len(tokens):
        size = next((k for k in range(min(7, len(tokens) - n), 0, -1) if _is_inner(text, tokens, n, k)), 0)
        if size:
            out.append((tokens[n][0], tokens[n + size - 1][1]))
        n += size or 1
    return out


def _is_inner(text: str, tokens: list[tuple[int, int]], n: int, size: int) -> bool:
    begin, end = tokens[n][0], tokens[n + size - 1][1]
    phrase = text[begin:end]
    last = text[slice(*tokens[n + size - 1])]
    if not phrase[0].isupper() or phrase[-1] in ".,;!" or not any(sign.isalnum() for sign in last):
        return False
    kind, exact = heading_class(phrase)
    if not kind:
        return False
    if phrase.endswith(":") and size <= 6 and phrase.count(":") == 1 and (heading_share(phrase) >= 0.6 or phrase.startswith("About ")):
        return True
    shouted = phrase.upper() == phrase and len(phrase) >= 6
    if shouted and size >= 2:
        return _shouted_run(text, tokens, n, size)
    if not exact:
        return False
    if phrase.endswith(":"):
        return True
    before = text[:begin].rstrip()
    starts = not before or before[-1] in ".!?:;)-–—•"
    after = text[end : end + 3].strip()
    opens = bool(after) and (after[0].isupper() or after[0].isdigit() or after[0] in "-–—•*·")
    titled = size >= 2 and all(word[0].isupper() or len(word) <= 3 or not word[0].isalpha() for word in phrase.split())
    return opens and (starts if not titled else True) and (titled or shouted or (size == 1 and starts and kind in ("required", "nice")))


def _shouted_run(text: str, tokens: list[tuple[int, int]], n: int, size: int) -> bool:
    """Say whether the tokens are a whole run of capitals, with ordinary text on one side at least."""
    run = [text[slice(*token)].strip("'’:&/") for token in tokens[n : n + size]]
    if not all(word.replace("'", "").replace("’", "").isalpha() or not word for word in run) or len(run[0]) < 2 or len(run[-1]) < 2:
        return False
    around = [text[slice(*tokens[k])] for k in (n - 1, n + size) if 0 <= k < len(tokens)]
    return not any(len(word) >= 3 and word.isalpha() and word.isupper() for word in around)
