"""A piece's text comes in; the in-line marks it holds (a wish, a must, a negation, a condition, pay …) come out, from data/cues.json."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import resources

_LONGEST = 2_000  # marks are looked for in so many characters of a piece


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data = json.loads(resources.files("jobfit.parse").joinpath("data/cues.json").read_text(encoding="utf-8"))
    return {cue: re.compile("|".join(p for group in languages.values() for p in group), re.IGNORECASE) for cue, languages in data.items()}


@lru_cache(maxsize=8192)
def find(cue: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the cue stands in ``text``, as (start, end) pairs in order."""
    return tuple(found.span() for found in _patterns()[cue].finditer(text[:_LONGEST].replace("’", "'")) if found.end() > found.start())


def has(cue: str, text: str) -> bool:
    """Say whether the cue stands anywhere in ``text``."""
    return bool(find(cue, text))
