"""Cosines of a requirement and its needs with the profile's lines in, the highest of them out: a further line that
has nothing to do with the requirement changes none of these figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobfit.ports import Vectors

NAMES = ("cos 1", "cos 2", "cos 3", "cos mean 5", "need cos min", "need cos mean")


def similarity(whole: Vectors, needs: Sequence[Vectors]) -> dict[str, float]:
    """Return the signals; ``whole`` and each of ``needs`` are arrays of cosines, shape (units,)."""
    import numpy as np

    top = np.sort(whole)[::-1][:5]
    first = [*top[:3].tolist(), 0.0, 0.0, 0.0][:3]
    best = [float(np.maximum.reduce(row)) for row in needs] or [first[0]]
    figures = (*first, float(np.add.reduce(top) / len(top)), min(best), sum(best) / len(best))
    return dict(zip(NAMES, figures, strict=True))
