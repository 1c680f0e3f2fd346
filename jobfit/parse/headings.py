"""A heading's text comes in; the class it gives to the lines under it comes out, from the phrases in data/headings.tsv."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from jobfit.parse.wordlists import pattern
from jobfit.regex import regex

ASKING = ("required", "nice", "default")  # classes of headings over what is asked for

_PUNCTUATION = regex(r"[^\w\s&/'+#-]+", re.UNICODE)
_PLAIN = bytes(32 if _PUNCTUATION.match(chr(code)) or chr(code) == "/" else code for code in range(128)) + bytes(range(128, 256))
_LIGATURE = regex(r"(?<=quali)[^\w\s](?=cation)|(?<=speci)[^\w\s](?=c)|(?<=certi)[^\w\s](?=cat)")
_GENDER = regex(r"\((?:[mwfdxhg](?:\s*[/|*]\s*[mwfdxhg]){1,3})\)", re.IGNORECASE)
_NUMBER = regex(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])\s+(?=\w{3})")
_IDEOGRAPH = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DEEPEST = 7  # words of the longest phrase that is looked for inside a heading
_SHORTEST = 3  # a stem has more letters
_FIRST = {"against": 5, "employer": 5, "questions": 5, "nice": 4, "required": 3, "retold": 3}  # what counts before length


@lru_cache(maxsize=1024)
def normal(text: str) -> str:
    """Return the heading as the data file spells it: lower case, straight apostrophes, no marks or emoji."""
    if text.isascii():
        text = text.lower().replace("`", "'")
    else:
        text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    if any(stem in text for stem in ("quali", "speci", "certi")):
        text = _LIGATURE.sub("fi", text)
    if "(" in text:
        text = _GENDER.sub(" ", text)
    text = text.encode().translate(_PLAIN).decode() if text.isascii() else _PUNCTUATION.sub(" ", text).replace("/", " ")
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


@dataclass(slots=True)
class _Node:
    """The phrases that begin with the same words: the class of these words alone, further words, and stems of one further word."""

    kind: str = ""
    below: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()  # of the stems, the longest first
    heads: frozenset[str] = frozenset()  # what they begin with, as long as the shortest of them


@lru_cache(maxsize=1)
def _tree() -> _Node:
    """Return the phrases and stems that may stand inside a heading as a tree of their words."""
    _, whole, stems, _ = _phrases()
    root = _Node()
    for phrase, kind in whole.items():
        _at(root, phrase.split()).kind = kind
    for phrase, kind in stems.items():
        *before, last = phrase.split()
        if len(phrase) > _SHORTEST:
            node = _at(root, before)
            node.stems[last] = kind
            node.lengths = tuple(sorted({*node.lengths, len(last)}, reverse=True))
            node.heads = frozenset(stem[: node.lengths[-1]] for stem in node.stems)
    return root


def _at(node: _Node, words: list[str]) -> _Node:
    for word in words:
        node = node.below.setdefault(word, _Node())
    return node


@lru_cache(maxsize=1024)
def heading_class(text: str) -> tuple[str, bool]:
    """Return the class ("" where no phrase is known) and whether the heading is such a phrase word for word."""
    name = normal(text)
    if not name:
        return "", False
    alone, whole, _, dense = _phrases()
    counted = _NUMBER.sub("", name)  # "VI" counts, but "vi" is also Swedish, Danish and Norwegian for "we"
    for one in (name, counted):
        if one in alone or one in whole:
            return alone.get(one) or whole[one], True
    if pattern("stages").fullmatch(name):  # "In your first 90 days": what will have been done by then
        return "other", True
    if _IDEOGRAPH.search(name):
        found = [(len(phrase), kind) for phrase, kind in dense if phrase in name]
        return (max(found)[1], False) if found else ("", False)
    found_inside = _contained(counted.split())
    return found_inside if found_inside[0] or counted == name else _contained(name.split())


def _contained(tokens: list[str]) -> tuple[str, bool]:
    """Choose among the phrases inside a heading: an explicit wish or must first, then the longest, then the first."""
    ranked = [(_FIRST.get(kind, 0), end - start, -start, kind) for start, end, kind in _inside(tokens)]
    if not ranked:
        return "", False
    _, length, _, kind = max(ranked)
    return kind, length == len(tokens)


def _inside(tokens: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, class) of every phrase inside a heading, by words."""
    root = _tree()
    for start in range(len(tokens)):
        node = root
        for end in range(start, min(len(tokens), start + _DEEPEST)):
            token = tokens[end]
            below = node.below.get(token)
            kind = (below.kind if below else "") or (_by_stem(node, token) if node.stems else "")
            if kind:
                yield start, end + 1, kind
            if below is None:
                break
            node = below


def _by_stem(node: _Node, token: str) -> str:
    """Return the class of the longest stem that ``token`` begins with, the words before it standing in full; "" where there is none."""
    if token[: node.lengths[-1]] not in node.heads:
        return ""
    return next((node.stems[token[:length]] for length in node.lengths if token[:length] in node.stems), "")


@lru_cache(maxsize=1024)
def heading_share(text: str) -> float:
    """Return the share of a heading's words that stand in known phrases, 0 to 1."""
    tokens = normal(text).split()
    known: set[int] = set()
    for start, end, _ in _inside(tokens):
        known.update(range(start, end))
    loose = sum(token in ("&", "and", "und", "et", "y", "e", "en", "the", "of", "for", "your") for token in tokens)
    return min(1.0, len(known) / max(1, len(tokens) - loose))
