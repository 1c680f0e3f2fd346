"""Texts in, their content words out as crude stems, and the share of one text's words that another holds."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from jobfit.vocabulary.fold import fold

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_STEM = 6


@cache
def _stop() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "data" / "stopwords.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=20_000)
def content(text: str) -> frozenset[str]:
    """Return the stems (first six letters, folded) of the words that carry meaning, in any of the languages read."""
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text)) if word not in _stop() and (len(word) > 2 or not word.isalpha()))


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return the share of ``part``'s words found in ``whole``, 0 to 1; 0 where there is nothing to look for."""
    return len(part & whole) / len(part) if part else 0.0
