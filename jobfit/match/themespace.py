"""Vectors of texts in, how likely each theme of work is meant out: for what no phrase of the themes has been written down.

A linear map takes a vector into a space of few dimensions, where each theme has a place; the nearer, the likelier. Both are fitted on
the themes' own phrases (``jobfit.evaluate.themespace``), so they hold for the vectors of one model alone.
"""

from __future__ import annotations

import json
from binascii import a2b_base64
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit.match import cues, themes
from jobfit.match.view import View

if TYPE_CHECKING:
    from jobfit.match.near import Near
    from jobfit.ports import Vectors

FIGURES = Path(__file__).parent / "data" / "themespace.json"


@dataclass(frozen=True)
class Space:
    """The fitted figures: ``turn`` of shape (dimension, few), ``places`` of shape (few, themes), and the themes' numbers.

    ``model`` is the name of the encoder with its revision.
    """

    model: str
    numbers: dict[str, int]
    turn: Vectors
    places: Vectors

    def likely(self, vectors: Vectors) -> Vectors:
        """Return how likely each theme is for each vector, shape (vectors, themes), each row 1 in all; of one vector, shape (themes,)."""
        import numpy as np

        turned = vectors @ self.turn
        length = np.sqrt((turned * turned).sum(axis=-1, keepdims=True))
        raised = np.exp((turned / np.maximum(length, 1e-9)) @ self.places)  # cosines times some ten at most: nothing that could overflow
        shares: Vectors = raised / raised.sum(axis=-1, keepdims=True)
        return shares


@dataclass(frozen=True)
class Told:
    """What a profile's units tell, shape (units, themes): square roots of how likely each theme is, and of that or what phrases show.

    ``shown``, shape (themes,), is what phrases show at best.
    """

    likely: Vectors
    either: Vectors
    shown: Vectors


@cache
def _space() -> Space:
    import numpy as np

    kept = json.loads(FIGURES.read_text(encoding="utf-8"))
    few, names = kept["dimensions"], kept["themes"]
    turn, places = (np.frombuffer(a2b_base64(kept[part]), "<f2").astype(np.float32) for part in ("turn", "places"))
    return Space(kept["model"], {name: n for n, name in enumerate(names)}, turn.reshape(-1, few), places.reshape(few, len(names)))


def figures(text: str, firm: str, view: View, near: Near) -> dict[str, float]:
    """Return the named figures of a requirement's ``text``, whose words without its mere wishes are ``firm``.

    Nothing for a text without a vector, or for vectors of another model than the map was fitted for.
    """
    vector, space = near.vector(text), _space()
    if vector is None or near.lines.model != space.model:
        return {}
    import numpy as np

    told = _told(near, view)
    wanted = space.likely(vector)
    asked = [space.numbers[theme] for theme in themes.asked(firm) if theme in space.numbers]
    roots = np.sqrt(wanted)
    known = told.either[:, asked].sum(axis=1) / len(asked) ** 0.5 if asked else told.either @ roots
    return {
        "theme alike": float((told.likely @ roots).max()),
        "theme expected": float(told.shown @ wanted),
        "theme alike or shown": float(known.max()),
    }


def _told(near: Near, view: View) -> Told:
    """Return what the profile's lines tell, made once for all requirements."""
    if near.lines.told is None:
        import numpy as np

        space = _space()
        likely, shown = space.likely(near.lines.plain), np.zeros((len(view.units), len(space.numbers)), np.float32)
        for row, unit in enumerate(view.units):
            shown[row, [space.numbers[theme] for theme in cues.of_role("themes", unit.text, "shows") if theme in space.numbers]] = 1.0
        near.lines.told = Told(np.sqrt(likely), np.sqrt(np.maximum(likely, shown)), shown.max(axis=0))
    return near.lines.told
