"""Vectors of texts in, cosines of a text with a unit out: of its words alone or of its words in context, whichever is nearer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobfit.match.view import Unit
from jobfit.types import Need, NeedMatch

if TYPE_CHECKING:
    from jobfit.match.themespace import Told
    from jobfit.ports import Vectors


class Lines:
    """The vectors of a profile's units by one encoder: of their words alone and in context, each of shape (units, dimension)."""

    def __init__(self, vectors: Mapping[str, Vectors], units: tuple[Unit, ...], model: str = "") -> None:
        """``model`` is the name of the encoder that made the vectors, "" for none that is known."""
        import numpy as np

        self.model = model
        self.told: Told | None = None  # what they tell of the themes of work
        self.index = {id(unit): n for n, unit in enumerate(units)}
        self.found: dict[Need, NeedMatch] = {}  # what the rules have found for needs
        self.plain: Vectors = np.stack([vectors[u.text] for u in units]) if units else np.zeros((0, 1), np.float32)
        self.context: Vectors = np.stack([vectors[u.context] for u in units]) if units else np.zeros((0, 1), np.float32)


class Near:
    """The cosines of one run's texts; a text that was not encoded is near to nothing."""

    def __init__(self, vectors: Mapping[str, Vectors], units: tuple[Unit, ...], lines: Lines | None = None) -> None:
        """``lines`` are those of ``units`` where they are at hand; else ``vectors`` holds theirs too."""
        self.lines = lines = lines or Lines(vectors, units)
        self._vectors, self._plain, self._context, self._index = vectors, lines.plain, lines.context, lines.index
        self._rows: dict[str, Vectors] = {}
        self._bare: dict[str, Vectors] = {}
        self._figures: dict[str, list[float]] = {}

    def vector(self, text: str) -> Vectors | None:
        """Return the vector of ``text``, shape (dimension,); None where it was not encoded."""
        return self._vectors.get(text)

    def row(self, text: str) -> Vectors:
        """Cosines of ``text`` with every unit, shape (units,), each the nearer of the two readings."""
        if text not in self._rows:
            import numpy as np

            vector, plain = self._vectors.get(text), self.plain(text)
            self._rows[text] = plain if vector is None else np.maximum(plain, self._context @ vector)
        return self._rows[text]

    def plain(self, text: str) -> Vectors:
        """Cosines of ``text`` with the bare words of every unit, shape (units,)."""
        if text not in self._bare:
            import numpy as np

            vector = self._vectors.get(text)
            self._bare[text] = self._plain @ vector if vector is not None else np.zeros(len(self._plain), np.float32)
        return self._bare[text]

    def place(self, unit: Unit) -> int:
        """Return how far down in the view a unit stands."""
        return self._index[id(unit)]

    def cosine(self, text: str, unit: Unit) -> float:
        """Cosine of ``text`` with one unit, −1 to 1."""
        return self.figures(text)[self._index[id(unit)]]

    def figures(self, text: str) -> list[float]:
        """Return what ``row`` does, as plain numbers; not to be changed."""
        if text not in self._figures:
            self._figures[text] = self.row(text).tolist()
        return self._figures[text]
