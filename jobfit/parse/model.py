"""Sparse features come in; the probability of each line class comes out, by the fitted figures in data/lines.json."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from jobfit.types import LINE_CLASSES, LineClass

Probabilities = dict[LineClass, float]


@dataclass(frozen=True, slots=True)
class LineModel:
    """A multinomial logistic regression: one bias a class and, for each feature, one weight a class, in the order of ``LINE_CLASSES``."""

    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LineModel:
        return cls(tuple(data["bias"]), {name: tuple(row) for name, row in data["weights"].items()})

    def probabilities(self, features: Mapping[str, float]) -> Probabilities:
        """Return a probability for every class; they add up to one."""
        weighed = [(value, row) for name, value in features.items() if value and (row := self.weights.get(name))]
        scores = list(self.bias)
        for n, score in enumerate(scores):
            for value, row in weighed:
                score += row[n] * value
            scores[n] = score
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers)
        return {name: power / total for name, power in zip(LINE_CLASSES, powers, strict=True)}


@lru_cache(maxsize=1)
def shipped() -> LineModel:
    """Return the model whose figures ship with the package."""
    return LineModel.from_json(json.loads(resources.files("jobfit.parse").joinpath("data/lines.json").read_text(encoding="utf-8")))
