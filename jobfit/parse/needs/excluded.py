"""A clause in, the stretches of it that it sets aside out: what follows ", not", "rather than" or "instead of"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.regex import regex
from jobfit.vocabulary.patterns import holds
from jobfit.vocabulary.phrases import Hit

_NOT = r"(?:(?:and|und|et|y|e|en)\s+)?(?:not|nicht|non|pas|no|não|niet)"
_ONLY = (
    r"only|just|merely|simply|necessar|limited|yet|always|solely|a\b|an\b|the least|nur|bloß|zwingend|unbedingt|seulement|uniquement"
    r"|forcément|solo|sólo|solamente|necesariamente|apenas|só\b|somente|necessariamente|alleen|per se|enkel"
)
_ASIDE = regex(
    rf"[,(]\s*{_NOT}\s+(?!{_ONLY})"
    r"|\b(?:rather than|instead of|as opposed to|anstatt|statt|anstelle von|plutôt que?|au lieu de?|en lugar de|en vez de"
    r"|em vez de|ao invés de|in plaats van)(?!\w)\s*",
    re.IGNORECASE,
)
# What each match of it begins or is made with: an expression that begins with signs is looked for quickly, and so are words.
_DENIED = regex(r"[,(]\s*(?:\w+\s+)?(?:n|pas)", re.IGNORECASE)
_INSTEAD = (
    *("rather", "instead", "opposed", "statt", "anstelle", "plutôt", "lieu", "en lugar", "en vez", "em vez", "ao invés", "in plaats"),
)
_END = regex(r"[,;:.)–—](?!\w)|\b(?:but|sondern|mais|sino|mas|maar|preferred|required|is|are|would|ist|sind|est|es)\b", re.IGNORECASE)


def kept(text: str, hits: Sequence[Hit], offset: int = 0) -> list[Hit]:
    """Return the hits that ``text`` does not set aside, all where that would leave none; ``offset`` is where ``text`` begins for them."""
    if not hits or not (_DENIED.search(text) or holds(text, _INSTEAD)):
        return list(hits)
    aside = [(found.end(), _end(text, found.end())) for found in _ASIDE.finditer(text)]
    out = [hit for hit in hits if not any(start <= hit.start - offset < end for start, end in aside)]
    return out or list(hits)


def _end(text: str, start: int) -> int:
    found = _END.search(text, start)
    return found.start() if found else len(text)
