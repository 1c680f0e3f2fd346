"""A requirement's words and a View in, out how well each of its parts is shown by whatever knows it: themes, skills, traits or settings."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from jobfit.match import cues, themes
from jobfit.match.bearing import settings_held
from jobfit.match.skill import credit_of
from jobfit.match.trait import weight_of
from jobfit.match.view import View
from jobfit.regex import regex
from jobfit.vocabulary import skills

_AND = regex(r";|\s(?:and|as well as|plus|und|sowie|et|ainsi que|y|e|&)\s")
_OR = regex(r"\s(?:or|oder|ou)\s|/")
_TRAITS, _SETTINGS = "traits", "settings"
_SHOWN = 0.5  # weight at which a part counts as shown
_MANY = 8


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, ...]:
    """Return the parts of ``text`` that something is known of; a list that leaves a choice is one part."""
    pieces = (part for piece in _AND.split(text) for part in ([piece] if _OR.search(piece) else re.split(r"[,:]", piece)))
    return tuple(islice(filter(_is_known, pieces), _MANY))


def _is_known(piece: str) -> bool:
    return bool(themes.asked(piece) or skills.find(piece) or any(cues.of_role(name, piece, "asks") for name in (_TRAITS, _SETTINGS)))


def _weight(piece: str, view: View) -> float:
    shown = [themes.shown(theme, view).weight for theme in themes.asked(piece)]
    shown += [credit_of(hit.name, view) for hit in skills.find(piece)]
    shown += [weight_of(trait, view) for trait in cues.of_role(_TRAITS, piece, "asks")]
    shown += settings_held(piece, view)
    return max(shown)


def figures(text: str, view: View) -> dict[str, float]:
    """Return the least, mean and best weight of the parts and the share of them that is shown; only their number where none is known."""
    weights = [_weight(piece, view) for piece in _parts(text)]
    if not weights:
        return {"parts": 0.0}
    return {
        "parts": float(len(weights)),
        "part least": min(weights),
        "part mean": sum(weights) / len(weights),
        "part most": max(weights),
        "part shown": sum(w >= _SHOWN for w in weights) / len(weights),
    }
