"""A piece's text comes in; the in-line marks it holds (a wish, a must, a negation, a condition, pay …) come out, from data/cues.json."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any

from jobfit.vocabulary.patterns import Patterns, Spans

_LONGEST = 2_000  # marks are looked for in so many characters of a piece


@lru_cache(maxsize=1)
def _patterns() -> Patterns:
    return Patterns(lists(), _data("letters.json"))


def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.files("jobfit.parse").joinpath("data", name).read_text(encoding="utf-8"))
    return found


def lists() -> dict[str, list[str]]:
    """Return the expressions of each cue."""
    return {cue: [pattern for group in languages.values() for pattern in group] for cue, languages in _data("cues.json").items()}


def find(cue: str, text: str) -> Spans:
    """Return where the cue stands in ``text``, as (start, end) pairs in order."""
    if len(text) > _LONGEST or not text.isascii():
        text = text[:_LONGEST].replace("’", "'")
    return _patterns().find(cue, text)


def has(cue: str, text: str) -> bool:
    """Say whether the cue stands anywhere in ``text``."""
    return bool(find(cue, text))
