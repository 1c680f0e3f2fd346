"""Folders of labelled requirements in, the fitted weights of the type classifier out, with its accuracy on postings left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.parse.needs.kinds import BUCKETS, features
from jobfit.types import NEED_TYPES, NeedType

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_STEPS = 127  # weights are kept as whole numbers of this many steps either way
_STRENGTH = 0.1  # more fits the postings by heart and gains nothing on others
_FOLDS = 6
_POSTING_WEIGHT = 3.0  # requirements as they stand in postings, against those written alone, which are shorter and plainer
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
        found.setdefault(("", text), Example(text, kind, ""))
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
    weights, bias = fit(examples)
    out.write_text(json.dumps(_packed(weights, bias), separators=(",", ":")) + "\n", encoding="utf-8")
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
        weights, bias = fit([example for example in examples if example.group not in out])
        guessed |= {(item.group, item.text): predict(weights, bias, item.text) for item in examples if item.group in out}
    return guessed


def predict(weights: npt.NDArray[np.float64], bias: npt.NDArray[np.float64], text: str) -> NeedType:
    """Return the type of ``text`` by weights of shape (types, buckets)."""
    total = bias.copy()
    for bucket, value in features(text).items():
        total += value * weights[:, bucket]
    return NEED_TYPES[int(total.argmax())]


def fit(examples: Sequence[Example]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return weights of shape (types, buckets) and a bias of shape (types,) by logistic regression."""
    from sklearn.linear_model import LogisticRegression

    matrix = _matrix([example.text for example in examples])
    model = LogisticRegression(C=_STRENGTH, max_iter=400, random_state=0)
    model.fit(matrix, [NEED_TYPES.index(example.type) for example in examples], sample_weight=[example.weight for example in examples])
    return model.coef_, model.intercept_


def _matrix(texts: Sequence[str]) -> Any:  # noqa: ANN401 - scipy ships no types
    from scipy.sparse import csr_matrix

    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for text in texts:
        row = features(text)
        columns += row.keys()
        values += row.values()
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(texts), BUCKETS))


def _packed(weights: npt.NDArray[np.float64], bias: npt.NDArray[np.float64]) -> dict[str, Any]:
    """Round the weights to whole steps and leave out buckets without any."""
    scale = float(abs(weights).max()) / _STEPS
    rows = (weights / scale).round().astype(int).T
    kept = {str(bucket): row.tolist() for bucket, row in enumerate(rows) if row.any()}
    return {"scale": round(scale, 6), "bias": [round(float(value), 4) for value in bias], "weights": kept}
