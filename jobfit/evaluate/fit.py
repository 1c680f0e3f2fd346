"""Labelled folders in, the fitted figures of the judge out, with what cross-validation says of them: ``python -m jobfit.evaluate.fit``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.evaluate.forests import figures, fit_output
from jobfit.types import VERDICTS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.ports import Encoder
    from jobfit.types import Match, Profile

    Floats = npt.NDArray[np.float64]

HOME = Path(__file__).parents[2] / "tests" / "labelled"
AS_OF = date(2025, 6, 1)  # "present" in the labelled profiles that carry no date of their own
FOLDS = 6

# Signals that may only raise the probability of a better verdict.
RISING = (
    "cos 1", "cos 2", "cos 3", "cos mean 5", "need cos", "words anywhere", "words one line", "credit ", "said outright", "rights", "place",
    "months 0", "skill", "language", "credential", "education", "equivalent", "closest position",
)  # fmt: skip
_FREE = frozenset({"place known", "place is city", "rights said", "credential known", "credentials held"})


@dataclass(frozen=True)
class Rows:
    """The labelled pairs of all folders, each with its match; ``labels`` are 0 unmet, 1 partly, 2 met."""

    rows: list[dict[str, Any]]
    matches: list[Match]

    @property
    def labels(self) -> npt.NDArray[np.intp]:
        import numpy as np

        return np.array([VERDICTS.index(row["verdict"]) for row in self.rows])

    def groups(self, key: str) -> list[str]:
        """Return each row's posting or profile."""
        return [str(row[key]) for row in self.rows]


def read(folders: Sequence[Path], encoder: Encoder) -> Rows:
    """Match every labelled pair of the folders; a profile that cannot be read is an error."""
    rows, matches = [], []
    for folder in folders:
        for row, match in _matched(folder, encoder):
            rows.append(row)
            matches.append(match)
    return Rows(rows, matches)


def _matched(folder: Path, encoder: Encoder) -> Iterator[tuple[dict[str, Any], Match]]:
    from jobfit.match import match
    from jobfit.parse import requirement

    rows = [json.loads(line) for line in (folder / "labels" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    for name in sorted({row["profile"] for row in rows}):
        mine = [row for row in rows if row["profile"] == name]
        asked = [requirement(row["requirement"], row["kind"], f"r{i}") for i, row in enumerate(mine)]
        yield from zip(mine, match(asked, _profile(folder / "profiles" / name), encoder), strict=True)


def _profile(path: Path) -> Profile:
    from jobfit.facts import read_profile
    from jobfit.read import read as read_file

    return read_profile(read_file(str(path))[0], as_of=AS_OF)


def names_of(matches: Sequence[Match]) -> list[str]:
    """Return the names of all signals seen, in order."""
    return sorted({name for match in matches for name in match.signals})


def table_of(matches: Sequence[Match], names: Sequence[str]) -> Floats:
    """Return the signals as a table, NaN where a match lacks one."""
    import numpy as np

    return np.array([[match.signals.get(name, np.nan) for name in names] for match in matches], dtype=np.float64)


def fit_judge(table: Floats, labels: npt.NDArray[np.intp], names: Sequence[str]) -> dict[str, Any]:
    """Return the judge's forest: one output for "at least partly", one for "met"."""
    rising = [int(name.startswith(RISING) and name not in _FREE) for name in names]
    outputs = [fit_output("at least partly", table, labels >= 1, rising), fit_output("met", table, labels >= 2, rising)]
    return figures(names, outputs, {})


def predict(forest: Mapping[str, Any], table: Floats) -> Floats:
    """Return probabilities of unmet, partly, met, shape (rows, 3)."""
    import numpy as np

    from jobfit.forest import build

    scores = build(forest).scores(table)
    full = np.minimum(scores["met"], scores["at least partly"])
    return np.stack([1 - scores["at least partly"], scores["at least partly"] - full, full], axis=1)


def cross_validated(table: Floats, labels: npt.NDArray[np.intp], names: Sequence[str], groups: Sequence[Sequence[str]]) -> Floats:
    """Return out-of-fold probabilities; with several groupings a test row shares no group of any kind with the rows it is judged by."""
    import numpy as np

    folds = [_folds(group) for group in groups]
    result = np.zeros((len(labels), 3))
    for combination in sorted(set(zip(*folds, strict=True))):
        test = np.array([key == combination for key in zip(*folds, strict=True)])
        train = np.array([all(mine != theirs for mine, theirs in zip(key, combination, strict=True)) for key in zip(*folds, strict=True)])
        result[test] = predict(fit_judge(table[train], labels[train], names), table[test])
    return result


def _folds(group: Sequence[str]) -> list[int]:
    """Deal the groups over the folds, largest first, so that folds come out alike in size."""
    sizes = {name: group.count(name) for name in sorted(set(group))}
    load = [0] * FOLDS
    at = {}
    for name in sorted(sizes, key=lambda n: (-sizes[n], n)):
        at[name] = load.index(min(load))
        load[at[name]] += sizes[name]
    return [at[name] for name in group]


def cuts_of(probabilities: Floats, labels: npt.NDArray[np.intp]) -> tuple[float, float]:
    """Return the two cuts of the expected verdict (0 to 2) with the highest weighted kappa."""
    import numpy as np

    from jobfit.evaluate.figures import weighted_kappa

    expected = probabilities[:, 1] + 2 * probabilities[:, 2]
    best = (-1.0, (0.5, 1.25))
    for low in range(30, 100, 5):
        for high in range(low + 20, 175, 5):
            said = (expected > low / 100).astype(int) + (expected > high / 100)
            table = np.bincount(3 * labels + said, minlength=9).reshape(3, 3).tolist()
            best = max(best, (weighted_kappa(table), (low / 100, high / 100)))
    return best[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the labelled set that ships and on any further folders named, and write the figures."""
    from jobfit.encode import load
    from jobfit.judge import FIGURES

    folders = [HOME, *map(Path, sys.argv[1:] if arguments is None else arguments)]
    data = read(folders, load())
    names = names_of(data.matches)
    table, labels = table_of(data.matches, names), data.labels
    probabilities = cross_validated(table, labels, names, [data.groups("posting")])
    cuts = cuts_of(probabilities, labels)
    forest = fit_judge(table, labels, names) | {"cuts": list(cuts)}
    FIGURES.write_text(json.dumps(forest, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
