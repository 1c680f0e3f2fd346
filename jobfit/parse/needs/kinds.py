"""A requirement's text in, its type out: a fitted linear classifier over hashed words and what the vocabulary finds in the text."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from jobfit.parse.needs import cues
from jobfit.parse.needs.marks import marks
from jobfit.regex import regex
from jobfit.types import NEED_TYPES, NeedType
from jobfit.vocabulary import signs
from jobfit.vocabulary.fold import fold

_WORD = regex(r"[^\W_]+(?:[+#]+)?|[$€£%&+]")
_SIGNS = "+#$%&"  # besides letters and digits, what words of plain text hold
_MAX_CHARS = 1500
_DIGITS = regex(r"\d+")
_WORDS = 3.0  # what all words of a text weigh together


def type_of(text: str) -> NeedType:
    """Return the type that decides the verdict on ``text``, which is clean of layout (see ``clean``)."""
    scored = scores(text)
    return max(NEED_TYPES, key=lambda kind: scored[kind])


def scores(text: str) -> dict[NeedType, float]:
    """Return the classifier's score of each type; the greatest wins, they sum to nothing in particular."""
    model = _model()
    weights, scale = model.weights, model.scale
    named = _named(text)
    rows = map(weights.get, map(zlib.crc32, map(str.encode, named)))  # by the keys of the names, in the quickest way
    weighed = [(value * scale, row) for value, row in zip(named.values(), rows, strict=True) if row]
    totals = list(model.bias)
    for n, total in enumerate(totals):
        for value, row in weighed:
            total += value * row[n]
        totals[n] = total
    return dict(zip(NEED_TYPES, totals, strict=True))


@dataclass(frozen=True, slots=True)
class _Model:
    """One bias a type and, for each key, one weight a type, to be multiplied by ``scale``."""

    bias: Sequence[float]
    weights: Mapping[int, Sequence[float]]
    scale: float


@cache
def _model() -> _Model:
    data = json.loads((cues.DATA / "types.json").read_text(encoding="utf-8"), parse_int=float)  # whole numbers multiply more slowly
    return _Model(data["bias"], {int(key): row for key, row in data["weights"].items()}, data["scale"])


def features(text: str) -> dict[int, float]:
    """Return hashed features of ``text``: key to value, words weighted so that long texts do not outvote short ones."""
    return {key(name): value for name, value in _named(text).items()}


def _named(text: str) -> dict[str, float]:
    text = text[:_MAX_CHARS]
    return _worded(text) | {"!" + name: value for name, value in marks(text).items()}


def _worded(text: str) -> dict[str, float]:
    words = words_of(text)
    counted = Counter(words + [f"{a} {b}" for a, b in pairwise(words)] + _pieces(words))
    norm = sum(value * value for value in counted.values()) ** 0.5 or 1.0
    return {name: _WORDS * count / norm for name, count in counted.items()}


def words_of(text: str) -> list[str]:
    """Return the folded words of ``text`` that count as features, numbers as 0."""
    folded = fold(text)
    if signs.has_digit(folded):
        folded = _DIGITS.sub("0", folded)
    return signs.words(folded) if folded.isascii() and not any(sign in folded for sign in _SIGNS) else _WORD.findall(folded)


def _pieces(words: list[str]) -> list[str]:
    """Return the beginnings and ends of longer words, which carry compounds and inflections."""
    return [piece for word in words if len(word) > 5 for piece in (word[:5] + "~", "~" + word[-4:])]


def key(name: str) -> int:
    """Return the number that a feature goes by, so that the fitted weights spell out no labelled text."""
    return zlib.crc32(name.encode())
