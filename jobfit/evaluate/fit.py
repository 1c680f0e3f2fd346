"""Labelled folders in, the fitted figures of the judge and of the ranking of lines out, with what cross-validation says of them.

``python -m jobfit.evaluate.fit [FOLDER...]`` fits on the labelled set that ships and on any further folders of the same layout.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.evaluate.figures import macro_f1, same_words, weighted_kappa
from jobfit.evaluate.forests import figures, fit_mean
from jobfit.types import VERDICTS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.match.view import Unit
    from jobfit.ports import Encoder
    from jobfit.types import Match, NeedType, Profile, Requirement

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.intp]

HOME = Path(__file__).parents[2] / "tests" / "labelled"
SHIPPED = (HOME, HOME.with_name("labelled-real-style"))  # the first is what is measured on
LINED = HOME.with_name("labelled-lines")  # postings with the classes of their lines alone
TYPED = HOME.with_name("needs")  # requirements with their type alone
AS_OF = date(2025, 6, 1)  # "present" in the labelled profiles that carry no date of their own
FOLDS = 6
LEAST_PARTLY, MET = "at least partly", "met"

# Signals that may only raise the probability of a better verdict.
RISING = (
    "cos 1", "cos 2", "cos 3", "cos mean 5", "need cos", "words anywhere", "words one line", "credit ", "said outright", "rights", "place",
    "months 0", "skill", "language", "credential", "education", "equivalent", "closest position", "pattern", "deed ", "exp ",
    "named months", "trait least", "trait mean", "trait most", "trait top", "trait lines", "trait likely",
    "setting asked", "need theme", "part least", "part mean", "part most", "part shown",
    "theme alike", "theme expected", "theme least", "theme mean", "theme most", "theme top", "theme lines", "theme likely", "theme months",
)  # fmt: skip
_FREE = frozenset({
    "place known", "place is city", "rights said", "credential known", "credentials held", "patterns asked", "exp rest words",
})  # fmt: skip

# Many small trees over few signals each: that carries over best to postings that no fit has seen.
_JUDGE = {"max_iter": 120, "max_leaf_nodes": 12, "max_features": 0.2}

# The ranking of lines is small: it runs over every line of a profile for every requirement.
_RANKING = {"max_iter": 120, "learning_rate": 0.08, "max_leaf_nodes": 16, "min_samples_leaf": 40, "max_features": 0.3}


@dataclass(frozen=True)
class Item:
    """A labelled pair with its match and, where evidence is labelled, the figures of every line with whether it is the evidence."""

    row: Mapping[str, Any]
    match: Match
    lines: Sequence[Mapping[str, float]] = ()
    decides: Sequence[bool] = ()
    units: Sequence[Unit] = field(default=(), repr=False)


@dataclass(frozen=True)
class Items:
    """All labelled pairs of some folders."""

    items: Sequence[Item]

    @property
    def labels(self) -> Ints:
        """0 unmet, 1 partly, 2 met."""
        import numpy as np

        return np.array([VERDICTS.index(item.row["verdict"]) for item in self.items], dtype=np.intp)

    def groups(self, key: str) -> list[str]:
        """Return each pair's posting or profile."""
        return [str(item.row[key]) for item in self.items]

    def names(self) -> list[str]:
        """Return the names of all signals seen, in order."""
        return sorted({name for item in self.items for name in item.match.signals})

    def table(self, names: Sequence[str]) -> Floats:
        """Return the signals, shape (pairs, names), NaN where a match lacks one."""
        import numpy as np

        return np.array([[item.match.signals.get(name, np.nan) for name in names] for item in self.items], dtype=np.float64)


def read(folders: Sequence[Path], encoder: Encoder) -> list[Items]:
    """Match every labelled pair of the folders, the type of each requirement taken from a fit that has not seen its posting."""
    from jobfit.evaluate.types import held_out_types, read_examples

    examples = [example for folder in (*folders, TYPED) for example in read_examples(folder)]
    found = []
    for folder in folders:
        rows = rows_of(folder)
        types = held_out_types(examples, {row["posting"] for row in rows})
        found.append(
            Items([item for name in sorted({row["profile"] for row in rows}) for item in _items(folder, name, rows, types, encoder)])
        )
    return found


def with_lines(folders: Sequence[Path]) -> list[Path]:
    """Return those of the folders that label lines of postings."""
    return [folder for folder in folders if any((folder / "labels").glob("*.lines.tsv"))]


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """Return the labelled pairs of a folder."""
    return [json.loads(line) for line in (folder / "labels" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]


def profile_of(path: Path) -> Profile:
    """Return the profile in a labelled folder's file."""
    from jobfit.facts import read_profile
    from jobfit.read import read as read_file

    return read_profile(read_file(str(path))[0], as_of=AS_OF)


def _items(folder: Path, name: str, rows: Sequence[Mapping[str, Any]], types: Mapping[Any, NeedType], encoder: Encoder) -> list[Item]:
    from jobfit.match import find, prepare, signals
    from jobfit.match.lines import line_signals
    from jobfit.types import Match

    mine = [row for row in rows if row["profile"] == name]
    asked = [_asked(row, types[row["posting"], row["requirement"]]) for row in mine]
    seen, near = prepare(asked, profile_of(folder / "profiles" / name), encoder)
    items = []
    for row, requirement in zip(mine, asked, strict=True):
        found = find(requirement, seen, near)
        matched = Match(requirement, (), found, signals(requirement, found, seen, near))
        item = Item(row, matched)
        if row["verdict"] != "unmet" and row.get("evidence_text"):
            lines = line_signals(requirement, found, seen, near)
            item = replace(item, lines=lines, decides=[is_evidence(row, unit) for unit in seen.units], units=seen.units)
        items.append(item)
    return items


def _asked(row: Mapping[str, Any], sort: NeedType) -> Requirement:
    from jobfit.parse import requirement
    from jobfit.parse.needs import read_needs

    item = requirement(row["requirement"], row["kind"])
    kind, needs = read_needs(item.text, row["kind"], sort)
    return replace(item, type=kind, needs=needs)


def is_evidence(row: Mapping[str, Any], unit: Unit) -> bool:
    """Tell whether a line is one of the labelled ones: by its number in a YAML file, else by its words."""
    if row["profile"].endswith((".yaml", ".yml")) and unit.statement.line in row["evidence"]:
        return True
    return same_words(unit.statement.text, row["evidence_text"])


# --- the judge -----------------------------------------------------------------------------------------------------


def fit_judge(table: Floats, labels: Ints, names: Sequence[str]) -> dict[str, Any]:
    """Return the judge's forest: one output for "at least partly", one for "met"."""
    rising = [int(name.startswith(RISING) and name not in _FREE) for name in names]
    outputs = [fit_mean(name, table, labels >= least, rising, _JUDGE) for least, name in enumerate((LEAST_PARTLY, MET), 1)]
    return figures(names, outputs, {})


def predict(forest: Mapping[str, Any], table: Floats) -> Floats:
    """Return probabilities of unmet, partly, met, shape (rows, 3)."""
    import numpy as np

    from jobfit.forest import build

    scores = build(forest).scores(table)
    full = np.minimum(scores[MET], scores[LEAST_PARTLY])
    return np.stack([1 - scores[LEAST_PARTLY], scores[LEAST_PARTLY] - full, full], axis=1)


def cross_validated(
    table: Floats, labels: Ints, names: Sequence[str], groups: Sequence[Sequence[str]], extra: tuple[Floats, Ints]
) -> Floats:
    """Return out-of-fold probabilities; with several groupings a test row shares no group of any kind with the rows it is judged by.

    ``extra`` is a table with labels that every fold is fitted on besides.
    """
    import numpy as np
    from joblib import Parallel, delayed

    keys = list(zip(*(folds(group) for group in groups), strict=True))

    def held_out(combination: Sequence[int]) -> tuple[npt.NDArray[np.bool_], Floats]:
        test = np.array([key == combination for key in keys])
        train = np.array([all(mine != theirs for mine, theirs in zip(key, combination, strict=True)) for key in keys])
        forest = fit_judge(np.vstack([table[train], extra[0]]), np.concatenate([labels[train], extra[1]]), names)
        return test, predict(forest, table[test])

    result = np.zeros((len(labels), 3))
    for test, part in Parallel(n_jobs=-1)(delayed(held_out)(combination) for combination in sorted(set(keys))):
        result[test] = part
    return result


def folds(group: Sequence[str]) -> list[int]:
    """Deal the groups over the folds, largest first, so that folds come out alike in size."""
    sizes = {name: group.count(name) for name in sorted(set(group))}
    load = [0] * FOLDS
    at = {}
    for name in sorted(sizes, key=lambda n: (-sizes[n], n)):
        at[name] = load.index(min(load))
        load[at[name]] += sizes[name]
    return [at[name] for name in group]


def said_by(probabilities: Floats, cuts: tuple[float, float]) -> Ints:
    """Return the verdicts (0 to 2) that the two cuts of the expected verdict give."""
    import numpy as np

    expected = probabilities[:, 1] + 2 * probabilities[:, 2]
    verdicts: Ints = ((expected > cuts[0]).astype(np.intp)) + (expected > cuts[1])
    return verdicts


def cuts_of(probabilities: Floats, labels: Ints) -> tuple[float, float]:
    """Return the two cuts of the expected verdict (0 to 2) with the highest weighted kappa and macro-F1, on average.

    Kappa alone is flat over a wide range of cuts, and its top moves with chance; F1 keeps the cuts from giving half credit too freely.
    """
    tried = [(low / 100, high / 100) for low in range(30, 100, 5) for high in range(low + 20, 175, 5)]
    tables = {cuts: confusion(labels, said_by(probabilities, cuts)) for cuts in tried}
    return max(tried, key=lambda cuts: weighted_kappa(tables[cuts]) + macro_f1(tables[cuts]))


def confusion(labels: Ints, said: Ints) -> list[list[int]]:
    """Return the table of labels against verdicts."""
    import numpy as np

    table: list[list[int]] = np.bincount(3 * labels + said, minlength=9).reshape(3, 3).tolist()
    return table


# --- the ranking of lines ------------------------------------------------------------------------------------------


def fit_ranking(items: Sequence[Item]) -> dict[str, Any]:
    """Return the forest that tells evidence from the other lines of a profile.

    Where several lines decide a requirement, they count as one together: naming any of them first is right.
    """
    import numpy as np

    from jobfit.match.candidates import OUTPUT

    judged = [item for item in items if any(item.decides)]
    names = sorted({name for item in judged for line in item.lines for name in line})
    table = np.array([[line.get(name, np.nan) for name in names] for item in judged for line in item.lines], dtype=np.float64)
    labels = np.array([d for item in judged for d in item.decides])
    weights = np.array([1 / sum(item.decides) if d else 1.0 for item in judged for d in item.decides])
    return figures(names, [fit_mean(OUTPUT, table, labels, [0] * len(names), _RANKING, weights)], {})


def held_out_lines(items: Items, more: Sequence[Item] = ()) -> dict[int, Unit]:
    """Return by place, for each item with labelled evidence, the line that a ranking which has not seen its posting puts first.

    Every ranking is fitted on ``more`` besides.
    """
    from jobfit.forest import build
    from jobfit.match.candidates import OUTPUT

    fold = folds(items.groups("posting"))
    first: dict[int, Unit] = {}
    for out in range(FOLDS):
        ranking = build(fit_ranking([*(item for item, mine in zip(items.items, fold, strict=True) if mine != out), *more]))
        for n, (item, mine) in enumerate(zip(items.items, fold, strict=True)):
            if mine == out and item.lines:
                first[n] = item.units[int(ranking.scores(ranking.rows(item.lines))[OUTPUT].argmax())]
    return first


def cross_validated_ranking(items: Items) -> float:
    """Return the share of labelled evidence ranked first by rankings that have not seen the posting."""
    hits = [is_evidence(items.items[n].row, unit) for n, unit in held_out_lines(items).items()]
    return round(sum(hits) / max(1, len(hits)), 3)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit all that ships: types, where items open, classes of lines, map of themes, judge and ranking; print what is held out says."""
    from jobfit.encode import load
    from jobfit.evaluate import openings, themespace
    from jobfit.evaluate.lines import fit_lines
    from jobfit.evaluate.types import fit_types
    from jobfit.judge import FIGURES
    from jobfit.match.candidates import FIGURES as LINES
    from jobfit.parse.needs.cues import DATA

    folders = [*SHIPPED, *map(Path, sys.argv[1:] if arguments is None else arguments)]
    fit_types([*folders, TYPED], DATA / "types.json")
    lined = with_lines([*folders, LINED])
    openings.write(openings.fit(openings.lists(lined)))
    fit_lines(lined, DATA.parents[1] / "data" / "lines.json")
    encoder = load()
    themespace.write(encoder)
    own, *more = read(folders, encoder)
    judge, held_out = fit_held_out(own, more)
    note = {"fitted on": provenance(folders), "held out": held_out | {"evidence first": cross_validated_ranking(own)}}
    _write(FIGURES, note | judge)
    _write(LINES, note | fit_ranking([item for items in (own, *more) for item in items.items]))
    print(json.dumps(note, indent=1))  # noqa: T201 - a fit says how good it is
    return 0


def fit_held_out(own: Items, more: Sequence[Items]) -> tuple[dict[str, Any], dict[str, float]]:
    """Return the judge fitted on everything, its cuts chosen on postings held out, and its weighted kappa on held-out pairs of ``own``."""
    import numpy as np

    everything = Items([item for items in (own, *more) for item in items.items])
    names = everything.names()
    table, labels = everything.table(names), everything.labels
    none = (np.empty((0, len(names))), np.empty(0, dtype=np.intp))
    held_out = cross_validated(table, labels, names, [everything.groups("posting")], none)
    cuts = cuts_of(held_out, labels)
    size = len(own.items)
    extra = (table[size:], labels[size:])
    both = cross_validated(table[:size], labels[:size], names, [own.groups("posting"), own.groups("profile")], extra)
    agreement = {"by posting": held_out[:size], "by posting and profile": both}
    kappas = {f"weighted kappa {k}": round(weighted_kappa(confusion(labels[:size], said_by(p, cuts))), 3) for k, p in agreement.items()}
    return fit_judge(table, labels, names) | {"cuts": list(cuts)}, kappas


def provenance(folders: Sequence[Path]) -> list[dict[str, Any]]:
    """Return what a fit was made of: each folder's name, its labelled pairs and the hash of their labels."""
    from hashlib import sha256

    whole = [(folder, rows_of(folder)) for folder in folders]
    return [
        {"folder": folder.resolve().name, "pairs": len(rows), "sha256": sha256(json.dumps(rows).encode()).hexdigest()[:16]}
        for folder, rows in whole
    ]


def _write(path: Path, forest: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(forest, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
