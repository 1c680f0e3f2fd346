"""An item's text comes in; whether all of it or a part of it is only a wish comes out."""

from __future__ import annotations

import re
from typing import Literal

from jobfit.parse.cues import find, has
from jobfit.parse.piece import words

_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,300}[)\]]")
_CLAUSE = re.compile(r"(?<=[.!?;])\s+|\s+[–—]\s+|;\s*")
_BACK = re.compile(
    r"(?:this|that|these|those|it|they|both|but|not|none|nice|preferred|optional|ideal|great|good to have|an? (?:plus|bonus|asset)"
    r"|das|dies|diese|es|aber|cela|ceci|mais|esto|eso|pero|isso|isto|mas|dit|dat|maar)",
    re.IGNORECASE,
)
_SHORT = 4
Wish = Literal["all", "part", ""]


def wish(text: str) -> Wish:
    """Say how far the text is only wished for: ``all``, ``part`` (the rest is asked for), or not at all."""
    if not has("nice", text):
        return ""
    outside = _BRACKETS.sub(" ", text)
    if not has("nice", outside):
        return "all" if any(_only(inner.strip("()[] ")) for inner in _BRACKETS.findall(text)) else "part"
    if any(has("must", inner) and not has("nice", inner) for inner in _BRACKETS.findall(text)):
        return "part"
    said: list[Wish] = []
    for clause in _CLAUSE.split(outside):
        mine = _clause(clause)
        if mine == "all" and said and (_BACK.match(clause.strip()) or len(words(clause)) < _SHORT):
            said[-1] = "all"
        elif len(words(clause)) >= 2:
            said.append(mine)
    if "" in said or "part" in said:
        return "part"
    return "all" if said else ""


def _only(inner: str) -> bool:
    """Say whether a bracket holds the wish and nothing else."""
    return bool(inner) and not has("soft", inner) and sum(b - a for a, b in find("nice", inner)) >= 0.7 * len(inner)


def _clause(clause: str) -> Wish:
    """A wish for the whole clause, or one that an adverb inside it limits to what follows the adverb."""
    found = find("nice", clause)
    if not found:
        return ""
    if any(not any(a <= start < b for a, b in found) for start, _ in find("must", clause)):
        return "part"
    soft = find("soft", clause)
    if soft and all(any(a <= start < b for a, b in soft) for start, _ in found):
        return "all" if len(words(clause[: soft[0][0]])) <= 2 else "part"
    return "all"
