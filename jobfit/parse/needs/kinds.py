"""A requirement's text in, its type out: a fitted linear classifier over hashed words and what the vocabulary finds in the text."""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import cast

from jobfit.parse.needs import cues
from jobfit.types import NEED_TYPES, NeedType
from jobfit.vocabulary import amounts, credentials, degrees, languages, places, skills
from jobfit.vocabulary.fold import fold

BUCKETS = 2**13
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?|[$€£%&+]")
_MAX_CHARS = 1500
_DIGITS = re.compile(r"\d+")
# "you've led", "has built", "habe geleitet", "avez mené": something done, which is experience more often than skill.
_PERFECT = re.compile(
    r"\b(?:have|has|had|having|'ve|habe|hast|haben|hat|avez|as|ayant|haber|has|have ever)\s+(?:\w+ly\s+|already\s+)?"
    r"(?:\w{2,}(?:ed|en)|led|built|run|taught|sold|held|kept|won|spent|made|done|put|\w+ado|\w+ido|ge\w+[tn]|\w+e)\b"
)
_OPENING = re.compile(r"^[\W\d_]*(?:(?:you|we|ein|eine|a|an|the)\s+)?(\w+)")


def type_of(text: str) -> NeedType:
    """Return the type that decides the verdict on ``text``."""
    scored = scores(text)
    return max(NEED_TYPES, key=lambda kind: scored[kind])


def scores(text: str) -> dict[NeedType, float]:
    """Return the classifier's score of each type; the greatest wins, they sum to nothing in particular."""
    model = _model()
    totals = list(cast("list[float]", model["bias"]))
    weights = cast("dict[str, list[int]]", model["weights"])
    scale = cast("float", model["scale"])
    for bucket, value in features(text).items():
        row = weights.get(str(bucket))
        if row:
            totals = [total + value * weight * scale for total, weight in zip(totals, row, strict=True)]
    return dict(zip(NEED_TYPES, totals, strict=True))


@cache
def _model() -> dict[str, object]:
    return cast("dict[str, object]", json.loads((cues.DATA / "types.json").read_text(encoding="utf-8")))


def features(text: str) -> dict[int, float]:
    """Return hashed features of ``text``: bucket to value, words weighted so that long texts do not outvote short ones."""
    text = text[:_MAX_CHARS]
    words = _words(text)
    counted = Counter(words + [f"{a} {b}" for a, b in pairwise(words)] + _pieces(words))
    norm = sum(value * value for value in counted.values()) ** 0.5 or 1.0
    hashed: dict[int, float] = {}
    for name, count in counted.items():
        hashed[_bucket(name)] = hashed.get(_bucket(name), 0.0) + 3.0 * count / norm
    for name, value in marks(text).items():
        hashed[_bucket("!" + name)] = hashed.get(_bucket("!" + name), 0.0) + value
    return hashed


def _words(text: str) -> list[str]:
    return [_DIGITS.sub("0", word) for word in _WORD.findall(fold(text))]


def _pieces(words: list[str]) -> list[str]:
    """Return the beginnings and ends of longer words, which carry compounds and inflections."""
    return [piece for word in words if len(word) > 5 for piece in (word[:5] + "~", "~" + word[-4:])]


def _bucket(name: str) -> int:
    return zlib.crc32(name.encode()) % BUCKETS


def marks(text: str) -> dict[str, float]:
    """Return what the vocabulary finds in ``text`` as named features, mostly 1.0 or a share of the text's length."""
    found: dict[str, float] = {}
    length = max(1, len(text.strip(" -*•.")))
    hits = skills.find(text)
    found["skills"] = min(4, len(hits)) / 2
    found["skill share"] = 2 * sum(hit.end - hit.start for hit in hits) / length
    for hit in hits[:8]:
        found["skill kind " + skills.kind(hit.name)] = 1.0
    for hit in credentials.find(text)[:4]:
        found["credential " + credentials.kind(hit.name)] = 1.0
        found["credential share"] = 2 * (hit.end - hit.start) / length
    for level, _, _ in degrees.find(text)[:4]:
        found["degree"] = 1.0
        found["degree " + level] = 1.0
    found["fields"] = min(3, len(degrees.fields_of(text))) / 2
    found |= _language_marks(text) | _amount_marks(text) | _place_marks(text, length) | _cue_marks(text)
    folded = fold(text)
    found["perfect"] = 2.0 if _PERFECT.search(folded) else 0.0
    opening = _OPENING.search(folded)
    if opening:
        found["opens " + opening[1]] = 0.7
        found["opens ~" + opening[1][-3:]] = 0.7
    found["words " + _size(len(text.split()))] = 1.0
    return found


def _language_marks(text: str) -> dict[str, float]:
    found = languages.find(text)
    level = any(item.level for item in found)
    return {"language": 1.0, "language level": float(level), "languages": min(3, len(found)) / 2} if found else {}


def _amount_marks(text: str) -> dict[str, float]:
    found = amounts.find(text)
    return {"amount": 1.0, "amount first": float(found[0].start < 30)} if found else {}


def _place_marks(text: str, length: int) -> dict[str, float]:
    found = places.find(text)
    marks = {"place " + kind: 1.0 for kind, _, _, _, _ in found}
    return marks | ({"place share": 2 * sum(end - start for _, _, _, start, end in found) / length} if found else {})


def _cue_marks(text: str) -> dict[str, float]:
    found = cues.find(text)
    counted = Counter(cue.type for cue in found)
    marks = {f"cue {kind}": min(3, count) / 1.5 for kind, count in counted.items()}
    marks |= {f"sort {cue.sort}": 1.0 for cue in found if cue.type == "condition"}
    if found:
        marks["first cue " + found[0].type] = 1.0
    return marks


def _size(words: int) -> str:
    return next(name for limit, name in ((3, "few"), (7, "some"), (14, "many"), (30, "more"), (10**9, "most")) if words <= limit)
