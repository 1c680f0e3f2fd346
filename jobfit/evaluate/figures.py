"""Labels beside what jobfit said in, the agreement of the two out: accuracy, F1, kappa, calibration, evidence, each with an interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jobfit.errors import DataError
from jobfit.regex import regex
from jobfit.types import VERDICTS, Evidence, Verdict

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.evaluate.labels import Pair

Interval = tuple[float, float]
Table = list[list[int]]  # [label][said], both in the order of VERDICTS

BINS = 10
RESAMPLES = 1000
LEVEL = 0.95
_WORD = regex(r"[\w+#]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair with the answer to it. ``said`` None: no answer came, which counts as wrong whatever the label is.

    ``probability`` is the one given to the verdict said, ``hit`` whether the first line shown is a labelled one (None: none is labelled).
    """

    pair: Pair
    said: str | None
    probability: float | None = None
    hit: bool | None = None
    type: str = ""

    @property
    def known(self) -> str:
        """The verdict that counts: silence is ``unmet``, a missing answer is wrong and never lucky."""
        if self.said is None:
            return "met" if self.pair.verdict == "unmet" else "unmet"
        return "unmet" if self.said == "unjudged" else self.said

    def value(self, name: str) -> str | None:
        """Return the row's value of a field to group by; None where it has no such field."""
        if name == "type":
            return self.type or "not said"
        if name == "said":
            return self.said or "no answer"
        if name in ("kind", "posting", "profile", "verdict"):
            return str(getattr(self.pair, name)) or "not said"
        return self.pair.extra.get(name)


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers given with a probability from ``low`` to ``high``: how many, their mean probability, and the share that was right."""

    low: float
    high: float
    rows: int
    probability: float
    right: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How far the answers agree with the labels; None where no row bears on a figure.

    ``confusion`` counts by label and then by verdict. ``wrongly_met`` is the share of those labelled unmet that were called met,
    ``evidence_hit`` the share of right lines in first place, over the ``evidence_rows`` that are labelled met or partly, were called so,
    and have labelled lines. ``calibration_error`` is the expected one over ``bins``. ``intervals`` holds a 95 % interval for each figure.
    """

    rows: int
    missed: int
    confusion: Mapping[str, Mapping[str, int]]
    accuracy: float
    macro_f1: float
    f1: Mapping[str, float]
    weighted_kappa: float
    wrongly_met: float | None
    evidence_hit: float | None
    evidence_rows: int
    calibration_error: float | None
    bins: tuple[Bin, ...] = ()
    intervals: Mapping[str, Interval] = field(default_factory=dict)


def row_of(pair: Pair, verdict: Verdict | None) -> Row:
    """Lay a verdict beside its label."""
    if verdict is None:
        return Row(pair, None, type=pair.type)
    counted = "unmet" if verdict.verdict == "unjudged" else verdict.verdict
    return Row(
        pair, verdict.verdict, verdict.probability.get(counted), evidence_hit(pair, verdict.evidence), pair.type or verdict.requirement.type
    )


def rows_of(pairs: Iterable[Pair], verdicts: Mapping[str | int, Verdict]) -> list[Row]:
    """Lay verdicts, by the pairs' ids, beside their labels; a pair without one got no answer."""
    return [row_of(pair, verdicts.get(pair.id)) for pair in pairs]


def evidence_hit(pair: Pair, evidence: Sequence[Evidence]) -> bool | None:
    """Tell whether the first line shown is a labelled one, by its number or its words; None where no line is labelled."""
    if not pair.evidence_text:
        return None
    if not evidence:
        return False
    if evidence[0].line in pair.evidence:
        return True
    return same_words(evidence[0].text, pair.evidence_text)


def same_words(text: str, labelled: Iterable[str]) -> bool:
    """Tell whether a line is one of the labelled ones: it holds 0.6 of its words, or 0.8 of its own at least three stand in it."""
    shown = words(text)
    size = sum(shown.values())
    for each in map(words, labelled):
        both = sum((each & shown).values())
        if both / max(1, sum(each.values())) >= 0.6 or (both / max(1, size) >= 0.8 and size >= 3):
            return True
    return False


def words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text))


def figures(rows: Sequence[Row], *, resamples: int = RESAMPLES, seed: int = 0) -> Figures:
    """Return the figures of some rows, with intervals from ``resamples`` draws (0: none) of whole postings, or of rows without one.

    Raises DataError where there is no row or a row has no label.
    """
    if not rows:
        raise DataError("there is no labelled row to compare with")
    for row in rows:
        if row.pair.verdict not in VERDICTS:
            raise DataError('the row has no "verdict" to compare with', line=row.pair.line, hint="--predict needs no labels")
    counts = [sum(column) for column in zip(*map(_counts, rows), strict=True)]
    table = _table(counts)
    return Figures(
        rows=len(rows),
        missed=sum(row.said is None for row in rows),
        confusion={gold: dict(zip(VERDICTS, line, strict=True)) for gold, line in zip(VERDICTS, table, strict=True)},
        accuracy=accuracy(table),
        macro_f1=macro_f1(table),
        f1=dict(zip(VERDICTS, f1_each(table), strict=True)),
        weighted_kappa=weighted_kappa(table),
        wrongly_met=wrongly_met(table),
        evidence_hit=_evidence_hit(counts),
        evidence_rows=int(counts[_EVIDENCE]),
        calibration_error=_calibration_error(counts),
        bins=tuple(_bins(counts)),
        intervals=_intervals(rows, resamples, seed) if resamples else {},
    )


def by(rows: Iterable[Row], name: str, *, resamples: int = RESAMPLES, seed: int = 0) -> dict[str, Figures]:
    """Return the figures of each group of rows with the same value of a field, in the order of the values.

    The fields are ``type kind posting profile verdict said`` and whatever else the labelled file's rows hold. Raises DataError
    where no row has the field.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        value = row.value(name)
        groups.setdefault("not said" if value is None else value, []).append(row)
    if set(groups) <= {"not said"}:
        raise DataError(f"no row has a field {name!r} to group by")
    return {value: figures(groups[value], resamples=resamples, seed=seed) for value in sorted(groups)}


# --- from a table of counts to a figure ---------------------------------------------------------------------------


def accuracy(table: Table) -> float:
    return sum(table[i][i] for i in range(len(table))) / _total(table)


def f1_each(table: Table) -> list[float]:
    """Return F1 of each verdict; 0 for one that is neither labelled nor said."""
    columns = [sum(column) for column in zip(*table, strict=True)]
    return [2 * table[i][i] / max(1, sum(table[i]) + columns[i]) for i in range(len(table))]


def macro_f1(table: Table) -> float:
    each = f1_each(table)
    return sum(each) / len(each)


def weighted_kappa(table: Table) -> float:
    """Return kappa with quadratic weights: 1 is agreement, 0 what chance would give; 1 where chance alone cannot err."""
    rows, columns, total = [sum(line) for line in table], [sum(column) for column in zip(*table, strict=True)], _total(table)
    places = [(i, j) for i in range(len(table)) for j in range(len(table))]
    seen = sum((i - j) ** 2 * table[i][j] for i, j in places)
    chance = sum((i - j) ** 2 * rows[i] * columns[j] / total for i, j in places)
    return 1 - seen / chance if chance else 1.0


def wrongly_met(table: Table) -> float | None:
    """Return the share of those labelled unmet that were called met."""
    unmet = sum(table[VERDICTS.index("unmet")])
    return table[VERDICTS.index("unmet")][VERDICTS.index("met")] / unmet if unmet else None


def _total(table: Table) -> int:
    return sum(map(sum, table))


# --- a row as counts: the table, then evidence, then the bins; counts of rows add up to the counts of a set ----------

_TABLE = len(VERDICTS) ** 2
_EVIDENCE, _HITS, _FIRST_BIN = _TABLE, _TABLE + 1, _TABLE + 2


def _counts(row: Row) -> list[float]:
    counts = [0.0] * (_FIRST_BIN + 3 * BINS)
    counts[VERDICTS.index(row.pair.verdict) * len(VERDICTS) + VERDICTS.index(row.known)] = 1
    if row.pair.verdict != "unmet" and row.said in ("met", "partly") and row.hit is not None:
        counts[_EVIDENCE], counts[_HITS] = 1, row.hit
    if row.said is not None and row.probability is not None:
        place = _FIRST_BIN + 3 * min(BINS - 1, int(row.probability * BINS))
        counts[place : place + 3] = [1, row.probability, row.known == row.pair.verdict]
    return counts


def _table(counts: Sequence[float]) -> Table:
    size = len(VERDICTS)
    return [[int(n) for n in counts[i * size : (i + 1) * size]] for i in range(size)]


def _evidence_hit(counts: Sequence[float]) -> float | None:
    return counts[_HITS] / counts[_EVIDENCE] if counts[_EVIDENCE] else None


def _bins(counts: Sequence[float]) -> Iterable[Bin]:
    for place in range(BINS):
        rows, probability, right = counts[_FIRST_BIN + 3 * place : _FIRST_BIN + 3 * place + 3]
        if rows:
            yield Bin(place / BINS, (place + 1) / BINS, int(rows), probability / rows, right / rows)


def _calibration_error(counts: Sequence[float]) -> float | None:
    """Return the mean distance of probability and share right, each bin weighing as its rows."""
    bins = list(_bins(counts))
    return sum(b.rows * abs(b.probability - b.right) for b in bins) / sum(b.rows for b in bins) if bins else None


_FIGURES: Mapping[str, Callable[[Sequence[float]], float | None]] = {
    "accuracy": lambda counts: accuracy(_table(counts)),
    "macro_f1": lambda counts: macro_f1(_table(counts)),
    "weighted_kappa": lambda counts: weighted_kappa(_table(counts)),
    "wrongly_met": lambda counts: wrongly_met(_table(counts)),
    "evidence_hit": _evidence_hit,
    "calibration_error": _calibration_error,
}


def _intervals(rows: Sequence[Row], resamples: int, seed: int) -> dict[str, Interval]:
    """Draw postings with replacement and return the middle 95 % of each figure; rows of one posting err together."""
    import numpy as np

    sums = _by_posting(rows)
    if len(sums) < 2:
        return {}
    random = np.random.default_rng(seed)
    drawn = [(np.bincount(random.integers(len(sums), size=len(sums)), minlength=len(sums)) @ sums).tolist() for _ in range(resamples)]
    found: dict[str, Interval] = {}
    for name, figure in _FIGURES.items():
        values = [value for counts in drawn if (value := figure(counts)) is not None]
        if len(values) > resamples // 2:
            low, high = np.quantile(values, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
            found[name] = (float(low), float(high))
    return found


def _by_posting(rows: Sequence[Row]) -> npt.NDArray[np.float64]:
    import numpy as np

    sums: dict[str | int, list[float]] = {}
    for place, row in enumerate(rows):
        key = row.pair.posting or place
        counts = _counts(row)
        sums[key] = [a + b for a, b in zip(sums[key], counts, strict=True)] if key in sums else counts
    return np.array(list(sums.values()))
