"""Each piece's chances come in; the chances evened out a little over the items of its list come out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from jobfit.parse.model import Probabilities
from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place

_WEIGHT = 0.1  # of the other items beside the piece itself
_FEWEST = 3  # items that make a list
_LEAST = 1e-4  # a chance counts as no smaller


def evened(found: Sequence[Piece], where: Sequence[Place], chances: Sequence[Probabilities]) -> list[Probabilities]:
    """Return the chances with each item's weighed against those of the others of its list; headings and sentences stay as they are."""
    keys = [(place.number, bool(piece.mark), piece.heading or piece.prose) for piece, place in zip(found, where, strict=True)]
    logs: list[Probabilities] = [{name: math.log(max(value, _LEAST)) for name, value in chance.items()} for chance in chances]
    sizes = Counter(keys)
    sums: dict[tuple[int, bool, bool], Probabilities] = {}
    for key, log in zip(keys, logs, strict=True):
        total = sums.setdefault(key, dict.fromkeys(log, 0.0))
        for name, value in log.items():
            total[name] += value
    return [
        chance if key[2] or sizes[key] < _FEWEST else _weighed(log, sums[key], sizes[key])
        for key, log, chance in zip(keys, logs, chances, strict=True)
    ]


def _weighed(log: Probabilities, total: Probabilities, size: int) -> Probabilities:
    powers = {name: math.exp((1 - _WEIGHT) * own + _WEIGHT * (total[name] - own) / (size - 1)) for name, own in log.items()}
    whole = sum(powers.values())
    return {name: power / whole for name, power in powers.items()}
