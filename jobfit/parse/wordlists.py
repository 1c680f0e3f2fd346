"""The name of a word list comes in; its words or patterns come out of data/words.json and data/names.json."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str] | dict[str, list[str]]]:
    data: dict[str, list[str] | dict[str, list[str]]] = {}
    for name in ("words", "names"):
        data |= json.loads(resources.files("jobfit.parse").joinpath(f"data/{name}.json").read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=64)
def listed(name: str) -> tuple[str, ...]:
    """Return a plain list."""
    found = _lists()[name]
    return tuple(found)


def grouped(name: str) -> dict[str, list[str]]:
    """Return a list that is kept in named groups."""
    found = _lists()[name]
    return found if isinstance(found, dict) else {}


@lru_cache(maxsize=32)
def pattern(name: str) -> re.Pattern[str]:
    """Return one pattern that matches any entry of the list as whole words, capitals aside."""
    return re.compile(r"(?<!\w)(?:" + "|".join(listed(name)) + r")(?!\w)", re.IGNORECASE)
