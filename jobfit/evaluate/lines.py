"""Labelled postings come in; the line model's figures, and how far its classes agree with the labels of unseen postings, come out."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from jobfit.errors import DataError, JobfitError
from jobfit.parse.features import Features, line_features
from jobfit.parse.model import LineModel
from jobfit.parse.page import Page, page
from jobfit.parse.piece import Piece
from jobfit.parse.requirements import items
from jobfit.parse.sections import Place
from jobfit.read import read
from jobfit.types import LINE_CLASSES

STRENGTH = 0.08  # C of the regression: chosen by cross-validation over postings
MIN_POSTINGS = 5  # a feature counts once it is seen in so many postings, which leaves out the names of employers
_LEAST_WEIGHT = 0.004
EXAMPLE_WEIGHT = 0.25  # of a requirement written on its own, beside a line of a posting
# Folders of postings written to be hard ask in odder places than real ones do; at full weight they cost precision on real postings.
FOLDER_WEIGHTS = {"labelled-lines": 0.5, "labelled-real-style": 0.5}
_OF_A_PAGE = (
    "section",
    "parent",
    "before",
    "after",
    "retold",
    "mark",
    "titled",
    "prose",
    "bold",
    "level",
    "above",
    "below",
    "near",
    "position",
    "place line",
    "silent",
    "share",
    "person",
    "top",
)  # what such a text has none of
_LABELS = {"required": "required", "nice": "nice"}
_WHOLE = 0.75  # share of a unit's words from which a piece is the unit
_ASKS, _ASKS_NOT = 0.2, 0.05  # how likely a part of a unit must ask for something to keep its label, or to lose it
Bag = Counter[str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A posting's pages with its labelled units: each unit's words and label, in order; ``weight`` is what a line counts in a fit."""

    name: str
    pages: tuple[Page, ...]
    units: tuple[tuple[Bag, str], ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a fit; ``unsure`` where the label is that of a paragraph of which the piece is a part."""

    features: Features
    label: str
    weight: float
    posting: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class LineFigures:
    """Agreement with the labels: macro-F1 of required, nice and neither, and what was found; ``items`` holds each posting's, as words."""

    units: int
    macro_f1: float
    found_precision: float
    found_recall: float
    kind_accuracy: float
    by_posting: Mapping[str, float]
    items: Mapping[str, Sequence[Bag]] = field(default_factory=dict)

    def has(self, posting: str, requirement: str) -> bool:
        """Tell whether a posting's requirement was found as an item, whole or nearly so."""
        wanted = bag(requirement)
        return any(matches(wanted, item) for item in self.items[posting])


def load(folder: Path) -> list[Labelled]:
    """Read a labelled folder: ``labels/*.lines.tsv``, ``units/*.units.tsv`` and ``postings/`` (or that of the checkout it lies in)."""
    labels = sorted((folder / "labels").glob("*.lines.tsv"))
    if not labels:
        raise DataError("the folder holds no labels/*.lines.tsv", path=str(folder), hint="name a labelled folder")
    found = (_labelled(folder, path) for path in labels)
    return [one for one in found if one is not None]


def _labelled(folder: Path, path: Path) -> Labelled | None:
    name = path.name.removesuffix(".lines.tsv")
    posting = next((p for p in (folder / "postings" / name, folder.parents[1] / "postings" / name) if p.exists()), None)
    if posting is None:
        raise DataError(f"there is no posting {name} beside its labels", path=str(path))
    texts = {int(n): text for n, text in _rows(folder / "units" / f"{name}.units.tsv")}
    units = tuple((bag(texts[int(n)]), label) for n, label in _rows(path) if int(n) in texts)
    try:
        pages = tuple(page(document) for document in read(str(posting)))
    except JobfitError:
        pages = ()
    return Labelled(name, pages, units, FOLDER_WEIGHTS.get(folder.name, 1.0))


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.strip():
            first, _, rest = row.partition("\t")
            yield first, rest if "units" in path.name else rest.split("\t")[0]


def bag(text: str) -> Bag:
    """Return the words of ``text`` with their counts."""
    return Counter(word.lower() for word in re.findall(r"[\w+#]+", text))


def overlap(one: Bag, other: Bag) -> tuple[float, float, int]:
    """Return the share of each bag found in the other, and the number of common words."""
    both = sum((one & other).values())
    return both / max(1, sum(one.values())), both / max(1, sum(other.values())), both


def matches(unit: Bag, item: Bag) -> bool:
    """Say whether the unit is part of the item or the item part of the unit; short units must be most of the item."""
    in_unit, in_item, both = overlap(unit, item)
    if sum(unit.values()) <= 3:
        return in_unit > 0.99 and in_item >= 0.5
    return in_unit >= 0.75 or (in_item >= 0.8 and both >= 3) or (in_unit >= 0.5 and in_item >= 0.5)


def piece_units(labelled: Labelled) -> list[tuple[Page, int, int]]:
    """Give each piece, by its page and place on it, the number of the unit it shares most words with, the nearest where several do."""
    out: list[tuple[Page, int, int]] = []
    for one in labelled.pages:
        total = max(1, len(one.pieces))
        for n, piece in enumerate(one.pieces):
            unit = _nearest(piece, n / total, labelled.units)
            if unit is not None:
                out.append((one, n, unit))
    return out


def _nearest(piece: Piece, position: float, units: Sequence[tuple[Bag, str]]) -> int | None:
    mine, best, found = bag(piece.text), (0.0, 0.0), None
    for n, (unit, _) in enumerate(units):
        in_piece, in_unit, both = overlap(mine, unit)
        if both and max(in_piece, in_unit) >= 0.6:
            rank = (round(in_piece * in_unit + 0.3 * max(in_piece, in_unit), 2), -abs(position - n / len(units)))
            if rank > best:
                best, found = rank, n
    return found


def _rows_of(labelled: Labelled) -> list[_Row]:
    """Return the rows of a fit; a sentence of a paragraph that is labelled as a whole may be another than the one that asks."""
    placed = piece_units(labelled)
    texts: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one, n, unit in placed:
        texts[id(one), unit].add(one.pieces[n].text)
    out = []
    for one, n, unit in placed:
        words, label = labelled.units[unit]
        piece = one.pieces[n]
        part = len(texts[id(one), unit]) > 1 and overlap(bag(piece.text), words)[1] < _WHOLE
        features = {name: value for name, value in one.features[n].items() if value}
        out.append(_Row(features, label, labelled.weight, labelled.name, label in _LABELS and part and not piece.heading))
    return out


def examples(folder: Path) -> list[Features]:
    """Read the features of requirements written on their own (``lines/*.jsonl``, key ``requirement``); none where the folder has none."""
    found = []
    for path in sorted((folder / "lines").glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            features = line_features([Piece(json.loads(row)["requirement"], 1, 1)], [Place()])[0]
            found.append(
                {name: value for name, value in features.items() if value and not name.startswith(_OF_A_PAGE) and " in " not in name}
            )
    return found


def fit_model(found: Sequence[Labelled], alone: Sequence[Features] = ()) -> LineModel:
    """Fit the regression on labelled postings and on requirements that stand alone; deterministic.

    It is fitted twice: the second time also on those sentences of paragraphs labelled as a whole that the first fit is sure of.
    """
    rows = [row for one in found for row in _rows_of(one)]
    sure = [row for row in rows if not row.unsure]
    first = _fitted(sure, alone)
    return _fitted(sure + [told for row in rows if row.unsure and (told := _told(row, first))], alone)


def _told(row: _Row, model: LineModel) -> _Row | None:
    """Return an unsure row with the label that the model lets it have, None where that stays open."""
    chance = model.probabilities(row.features)
    asked = chance["required"] + chance["nice"]
    return row if asked > _ASKS else replace(row, label="other") if asked < _ASKS_NOT else None


def _fitted(rows: Sequence[_Row], alone: Sequence[Features]) -> LineModel:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.features:
            seen[name].add(row.posting)
    kept = [
        {name: value for name, value in features.items() if len(seen[name]) >= MIN_POSTINGS}
        for features in (*(row.features for row in rows), *alone)
    ]
    labels = [row.label for row in rows] + ["required"] * len(alone)
    weights = [row.weight for row in rows] + [EXAMPLE_WEIGHT] * len(alone)
    table = DictVectorizer(sort=True)
    fitted = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(table.fit_transform(kept), labels, sample_weight=weights)
    order = [list(fitted.classes_).index(name) for name in LINE_CLASSES]
    figures: dict[str, tuple[float, ...]] = {}
    for column, name in enumerate(table.get_feature_names_out()):
        weighed = tuple(round(float(fitted.coef_[k][column]), 3) for k in order)
        if max(map(abs, weighed)) >= _LEAST_WEIGHT:
            figures[str(name)] = weighed
    return LineModel(tuple(round(float(fitted.intercept_[k]), 3) for k in order), figures)


def fit_lines(data_dirs: Sequence[Path], out: Path) -> LineModel:
    """Fit the line model on all labelled folders and write its figures as JSON."""
    model = fit_model([one for folder in data_dirs for one in load(folder)], [row for folder in data_dirs for row in examples(folder)])
    out.write_text(as_json(model), encoding="utf-8")
    return model


def as_json(model: LineModel) -> str:
    """Return the figures as JSON, one feature a line."""
    rows = ",\n".join(f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(list(row))}" for name, row in sorted(model.weights.items()))
    head = f' "classes": {json.dumps(list(LINE_CLASSES))},\n "bias": {json.dumps(list(model.bias))},\n "weights": {{\n'
    return "{\n" + head + rows + "\n }\n}\n"


def found_items(labelled: Labelled, model: LineModel) -> list[tuple[str, Bag]]:
    """Return the items found in a posting: whether they are ``required`` or ``nice``, and their words."""
    return [(item.kind, bag(item.text)) for one in labelled.pages for item in items(one.pieces, one.places, one.classes(model))]


def said(labelled: Labelled, found: Sequence[tuple[str, Bag]]) -> list[tuple[str, str]]:
    """Return (label, answer) for each unit, both ``required``, ``nice`` or ``no``, by the items found."""
    out: list[tuple[str, str]] = []
    for unit, label in labelled.units:
        fits = [(overlap(unit, mine)[2], -overlap(mine, unit)[0], kind) for kind, mine in found if matches(unit, mine)]
        out.append((_LABELS.get(label, "no"), max(fits, key=lambda fit: fit[:2])[2] if fits else "no"))
    return out


def added_up(answers: Mapping[str, Sequence[tuple[str, str]]]) -> LineFigures:
    """Add up the answers of all postings."""
    pairs = [pair for rows in answers.values() for pair in rows]
    f1 = []
    for name in ("required", "nice", "no"):
        hit = sum(gold == answer == name for gold, answer in pairs)
        f1.append(2 * hit / max(1, sum((gold == name) + (answer == name) for gold, answer in pairs)))
    both = [(gold, answer) for gold, answer in pairs if gold != "no" and answer != "no"]
    by = {name: sum(gold == answer for gold, answer in rows) / max(1, len(rows)) for name, rows in answers.items()}
    return LineFigures(
        len(pairs),
        sum(f1) / 3,
        len(both) / max(1, sum(answer != "no" for _, answer in pairs)),
        len(both) / max(1, sum(gold != "no" for gold, _ in pairs)),
        sum(gold == answer for gold, answer in both) / max(1, len(both)),
        by,
    )


def cross_validate_lines(data_dirs: Sequence[Path], further: Sequence[Path] = (), folds: int = 6) -> LineFigures:
    """Measure on postings that the model was not fitted on: each fold of ``data_dirs`` with the rest and all of ``further`` as data."""
    own = [one for folder in data_dirs for one in load(folder)]
    more = [one for folder in further for one in load(folder)]
    alone = [row for folder in (*data_dirs, *further) for row in examples(folder)]
    found: dict[str, list[tuple[str, Bag]]] = {}
    for fold in range(folds):
        model = fit_model([one for n, one in enumerate(own) if n % folds != fold] + more, alone)
        found.update({one.name: found_items(one, model) for n, one in enumerate(own) if n % folds == fold})
    figures = added_up({one.name: said(one, found[one.name]) for one in own})
    return replace(figures, items={name: [words for _, words in those] for name, those in found.items()})
