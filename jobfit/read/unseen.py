"""The hidden texts of a file come in; the sentence that tells the person of them comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTERS = 12  # fewer are an accident of layout
_SHOWN = 60


def unseen(texts: Iterable[str]) -> list[str]:
    """Return what to say of text that is in the file but that nobody sees; nothing of a few letters."""
    found = [" ".join(text.split()) for text in texts]
    text = " ".join(part for part in found if part)
    if len(re.findall(r"[^\W_]", text)) < _LETTERS:
        return []
    words = len(text.split())
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
    return [f'hidden text was left out ({words} words nobody sees on the page): "{cut}"']
