"""Folders of labelled requirements in, the fitted weights of the type classifier out, with its accuracy on postings left out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.parse.needs.clean import clean
from jobfit.parse.needs.kinds import features
from jobfit.types import NEED_TYPES, NeedType

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_STEPS = 127  # weights are kept as whole numbers of this many steps either way
_STRENGTH = 0.3  # more fits the postings by heart and gains nothing on others
_OFTEN = 2  # texts that a feature has to stand in to get a weight
_FOLDS = 6
_POSTING_WEIGHT = 3.0  # requirements as they stand in postings, against those written alone, which are shorter and plainer
_TYPED_WEIGHT = 2.0  # those written for the weak places of the classifier
_LINE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A requirement with its type; ``group`` is its posting (or its domain, for requirements written alone)."""

    text: str
    type: str
    group: str
    weight: float = 1.0


def read_examples(folder: Path) -> list[Example]:
    """Return the labelled requirements of ``labels/pairs.jsonl``, ``lines/*.jsonl`` and ``typed.tsv`` under ``folder``, each once."""
    found: dict[tuple[str, str], Example] = {}
    for row in _rows(folder / "labels" / "pairs.jsonl"):
        found.setdefault((row["posting"], row["requirement"]), Example(row["requirement"], row["type"], row["posting"], _POSTING_WEIGHT))
    for path in sorted((folder / "lines").glob("*.jsonl")):
        for row in _rows(path):
            found.setdefault(("", row["requirement"]), Example(row["requirement"], row["type"], "", _LINE_WEIGHT))
    typed = folder / "typed.tsv"
    for line in typed.read_text(encoding="utf-8").splitlines()[1:] if typed.is_file() else ():
        text, kind = line.split("\t")
        found.setdefault(("", text), Example(text, kind, "", _TYPED_WEIGHT))
    return list(found.values())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def fit_types(data_dirs: Sequence[Path], out: Path) -> dict[str, float]:
    """Fit on all labelled requirements under ``data_dirs``, write the weights to ``out`` and return the figures.

    The figure ``accuracy`` is on the postings of the first folder, each judged by a fit that has not seen it.
    """
    examples = [example for folder in data_dirs for example in read_examples(folder)]
    first = {example.group for example in read_examples(data_dirs[0]) if example.group}
    accuracy = cross_validate(examples, first)
    out.write_text(json.dumps(_packed(fit(examples)), separators=(",", ":")) + "\n", encoding="utf-8")
    return {"examples": float(len(examples)), "accuracy": accuracy}


def cross_validate(examples: Sequence[Example], groups: set[str]) -> float:
    """Return the accuracy on the postings ``groups``, left out fold by fold; all else is always fitted on."""
    guessed = held_out_types(examples, groups)
    judged = [example for example in examples if example.group in groups]
    return sum(guessed[example.group, example.text] == example.type for example in judged) / max(1, len(judged))


def held_out_types(examples: Sequence[Example], groups: set[str]) -> dict[tuple[str, str], NeedType]:
    """Return the type of each requirement of the postings ``groups`` as a fit that has not seen its posting gives it.

    The shipped weights have seen them all, so that what is fitted or measured on these postings has to take its types from here.
    """
    ordered = sorted(groups)
    guessed: dict[tuple[str, str], NeedType] = {}
    for fold in range(_FOLDS):
        out = set(ordered[fold::_FOLDS])
        weights = fit([example for example in examples if example.group not in out])
        guessed |= {(item.group, item.text): weights.likeliest(item.text) for item in examples if item.group in out}
    return guessed


@dataclass(frozen=True)
class Weights:
    """A fitted classifier: a column of ``table`` (types, features) for each feature's key in ``columns``, and a ``bias`` for each type."""

    columns: dict[int, int]
    table: npt.NDArray[np.float64]
    bias: npt.NDArray[np.float64]

    def likeliest(self, text: str) -> NeedType:
        """Return the type of a requirement's text."""
        total = self.bias.copy()
        for key, value in _features(text).items():
            if key in self.columns:
                total += value * self.table[:, self.columns[key]]
        return NEED_TYPES[int(total.argmax())]


def fit(examples: Sequence[Example]) -> Weights:
    """Fit by logistic regression on the features that stand in several texts."""
    from sklearn.linear_model import LogisticRegression

    rows = [_features(example.text) for example in examples]
    columns = _columns(rows)
    model = LogisticRegression(C=_STRENGTH, max_iter=400, tol=1e-3, random_state=0)
    labels = [NEED_TYPES.index(example.type) for example in examples]
    model.fit(_matrix(rows, columns), labels, sample_weight=[example.weight for example in examples])
    return Weights(columns, model.coef_, model.intercept_)


@lru_cache(maxsize=20_000)
def _features(text: str) -> dict[int, float]:
    """Return the features of a requirement as it stands on the page; the folds of one run ask for them again and again."""
    return features(clean(text))


def _columns(rows: Sequence[Mapping[int, float]]) -> dict[int, int]:
    often = Counter(key for row in rows for key in row)
    return {key: column for column, key in enumerate(sorted(key for key, count in often.items() if count >= _OFTEN))}


def _matrix(rows: Sequence[Mapping[int, float]], columns: Mapping[int, int]) -> Any:  # noqa: ANN401 - scipy ships no types
    from scipy.sparse import csr_matrix

    kept = [[(columns[key], value) for key, value in row.items() if key in columns] for row in rows]
    ends = [0, *accumulate(map(len, kept))]
    cells = [cell for row in kept for cell in row]
    return csr_matrix(([value for _, value in cells], [column for column, _ in cells], ends), shape=(len(rows), len(columns)))


def _packed(weights: Weights) -> dict[str, Any]:
    """Round the weights to whole steps and leave out features without any."""
    scale = float(abs(weights.table).max()) / _STEPS
    rows = (weights.table / scale).round().astype(int).T.tolist()
    kept = {str(key): rows[column] for key, column in weights.columns.items() if any(rows[column])}
    return {"scale": round(scale, 6), "bias": [round(float(value), 4) for value in weights.bias], "weights": kept}
