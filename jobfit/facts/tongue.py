"""The statements of a profile come in; the language that it is written in comes out, by its small words and those of any CV."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from jobfit.facts.dates import DATA
from jobfit.types import Statement
from jobfit.vocabulary.fold import fold

ENOUGH = 4  # small words that must be found; one that several languages have counts for each in part
MARGIN = 1.5  # times as many as of the next language
MOST = 4000  # words that are looked at


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    raw: dict[str, str] = json.loads((DATA / "small_words.json").read_text(encoding="utf-8"))
    known: dict[str, list[str]] = {}
    for code, words in raw.items():
        for word in words.split():
            known.setdefault(fold(word), []).append(code)
    return {word: tuple(codes) for word, codes in known.items()}


def written(statements: Iterable[Statement], stated: str = "") -> str:
    """Return an ISO 639-1 code: the one the file states, else the one whose small words are most; "" where too few tell."""
    if re.match(r"[A-Za-z]{2}(?:[-_]|$)", stated):
        return stated[:2].lower()
    counts: defaultdict[str, float] = defaultdict(float)
    seen, known = 0, _small_words()
    for said in statements:
        words = re.findall(r"[^\W\d_]+", fold(said.text))
        seen += len(words)
        for word in words:
            codes = known.get(word, ())
            for code in codes:
                counts[code] += 1 / len(codes)
        if seen > MOST:
            break
    ranked = [*sorted(counts.items(), key=lambda item: (-item[1], item[0])), ("", 0), ("", 0)]
    (best, many), (_, next_many) = ranked[0], ranked[1]
    return best if many >= ENOUGH and many >= MARGIN * next_many else ""
