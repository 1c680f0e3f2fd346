"""A run of words without line breaks comes in; the items it was made of come out, by the fitted figures in data/openings.json."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

from jobfit.parse.wordlists import listed
from jobfit.vocabulary import credentials, degrees, languages, places, skills

MOST = 130  # characters of an item on average; where the parts are longer, the run was a sentence
_LEAST = 0.5  # how likely a word must open an item
_LISTED = 0.38  # the same in a text that is a list
_LONGEST = 6_000  # characters of a run that are read
_NOUNS = 2  # the density of capitals from which on a text has them on its nouns, so that the endings of other words tell
_INFLECTED = ("em", "es", "er", "ige", "che", "ene")  # endings of German words that a noun follows
_EDGES = "()[]\"“”'’.,;:!?*"
_KNOWN = (("s", skills), ("d", degrees), ("l", languages), ("p", places), ("c", credentials))


@dataclass(frozen=True, slots=True)
class Figures:
    """A logistic regression over features that a word has or has not."""

    bias: float
    weights: Mapping[str, float]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Figures:
        return cls(float(data["bias"]), data["weights"])

    def chance(self, features: Sequence[str]) -> float:
        """Return how likely a word with these features opens an item."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def shipped() -> Figures:
    """Return the figures that ship with the package."""
    return Figures.of(json.loads(resources.files("jobfit.parse").joinpath("data/openings.json").read_text(encoding="utf-8")))


def parts(text: str, figures: Figures | None = None, *, listed: bool = False) -> list[str]:
    """Cut a run into its items; the run itself where they would be as long as sentences are, or, in no known list, only two."""
    if len(text) > _LONGEST:
        return [text]
    tokens = text.split()
    starts = [n for n, chance in enumerate(chances(tokens, figures)) if chance >= (_LISTED if listed else _LEAST) or not n]
    out = [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]
    return [" ".join(words) for words in out] if len(out) >= (2 if listed else 3) and len(text) <= MOST * len(out) else [text]


def chances(tokens: Sequence[str], figures: Figures | None = None) -> list[float]:
    """Return how likely each word opens an item, those before it taken as they were found; the first does not."""
    known, crowd, fitted = inside(tokens), density(tokens), figures or shipped()
    out, since = [0.0] * len(tokens), 0
    for n in range(1, len(tokens)):
        since += 1
        if may_open(tokens[n]) and not _is_held(tokens[n - 1], crowd):
            out[n] = fitted.chance((*features_at(tokens, n, crowd, known), since_name(since)))
            since = 0 if out[n] >= _LEAST else since
    return out


def features_at(tokens: Sequence[str], n: int, crowd: int, known: Sequence[str]) -> tuple[str, ...]:
    """Return the features of the word at ``n``: itself, its neighbours, their forms, and what the vocabulary knows of them."""
    word, before = tokens[n], tokens[n - 1]
    follows = form(tokens[n + 1]) if n + 1 < len(tokens) else "end"
    mine, theirs = form(word), form(before)
    name, last = _key(word), _key(before)
    return (
        f"word {name}",
        f"before {last}",
        f"form {mine}",
        f"form before {theirs}",
        f"form after {follows}",
        f"forms {theirs} {mine} {follows}",
        f"ends {before[-1] if not before[-1].isalnum() else 'word'}",
        f"crowd {crowd} {theirs} {mine}",
        f"ending before {last[-3:]} {mine}",
        f"ending {name[-2:] if crowd >= _NOUNS else ''} {theirs}",
        f"known {known[n]}",
        f"known {known[n - 1]} {known[n]}",
        f"known {known[n]} {theirs} {follows}",
    )


def since_name(count: int) -> str:
    """Return the feature of so many words since the item began."""
    return f"since {count if count < 7 else 7 + min(3, (count - 7) // 4)}"


def may_open(token: str) -> bool:
    """Say whether a word can open an item: one with a capital or a digit."""
    return form(token) not in ("small", "sign")


def _is_held(before: str, crowd: int) -> bool:
    """Say whether the word before one with a capital belongs with it: a preposition, or an adjective where nouns have capitals."""
    if not before.islower() or not before[-1].isalpha():
        return False
    return before in listed("held to a noun") or (crowd >= _NOUNS and before.endswith(_INFLECTED))


def form(token: str) -> str:
    """Return what a word looks like: sign, digit, capitals, Capital, mixed or small."""
    word = token.strip(_EDGES)
    if not word:
        return "sign"
    if word[0].isdigit():
        return "digit"
    if len(word) > 1 and word.isupper():
        return "capitals"
    if word[0].isupper():
        return "Capital" if len(word) == 1 or word[1:].islower() else "mixed"
    return "small"


def _key(token: str) -> str:
    return token.strip(_EDGES).lower()


def density(tokens: Sequence[str]) -> int:
    """Return, in tenths up to four, how many of the words have a capital, as nouns of German do."""
    raised = sum(form(token) in ("Capital", "mixed") for token in tokens[1:])
    return min(4, 10 * raised // max(1, len(tokens) - 1))


def inside(tokens: Sequence[str]) -> list[str]:
    """Return, a word, whether a known name begins with it, goes on in it, or neither."""
    text = " ".join(tokens)
    at, start = {}, 0
    for n, token in enumerate(tokens):
        at.update(dict.fromkeys(range(start, start + len(token) + 1), n))
        start += len(token) + 1
    found = ["no"] * len(tokens)
    for name, vocabulary in _KNOWN:
        for hit in vocabulary.find(text):
            first, last = (hit.start, hit.end) if hasattr(hit, "start") else hit[-2:]
            for n in range(at[first], at[max(first, last - 1)] + 1):
                found[n] = f"begins {name}" if n == at[first] else "goes on"
    return found
