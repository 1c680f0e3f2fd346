"""A file of pairs in, its questions out; pairs and their answers in, the figures as text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jobfit.batch.inputs import Options
    from jobfit.evaluate.figures import Figures
    from jobfit.evaluate.labels import Pair
    from jobfit.pipeline import Answer, Question
    from jobfit.types import Failure


def questions(path: Path, *, labelled: bool) -> tuple[list[tuple[Pair, Question]], list[Failure]]:
    """Return each pair with the question it asks, and the rows that ask none; with labels raise DataError for such a row."""
    from jobfit.evaluate.labels import read_pairs
    from jobfit.pipeline import Question
    from jobfit.types import Failure

    faulty: list[str] = []
    pairs = read_pairs(path, labelled=labelled, faulty=None if labelled else faulty)
    asked = [(pair, Question(pair.id, pair.requirement, pair.kind, pair.profile)) for pair in pairs]
    return asked, [Failure(str(path), fault) for fault in faulty]


def measured(pairs: Sequence[Pair], answers: Sequence[Answer], *, by: Sequence[str], floors: bool, options: Options, as_json: bool) -> str:
    """Return the figures of the whole set, of each group and of the floors; a pair without answer counts as wrong."""
    from jobfit.evaluate import figures
    from jobfit.evaluate.table import report_dict, report_markdown
    from jobfit.report.safe import dumps

    said = {answer.id: answer.verdict for answer in answers}
    rows = [figures.row_of(pair, said.get(pair.id)) for pair in pairs]
    groups = {name: figures.by(rows, name) for name in by}
    overall, below = figures.figures(rows), _floors(pairs, options) if floors else {}
    return f"{dumps(report_dict(overall, groups, below))}\n" if as_json else report_markdown(overall, groups, below)


def _floors(pairs: Sequence[Pair], options: Options) -> dict[str, Figures]:
    """Return the figures of three methods that know nothing of the matter."""
    from jobfit.batch import inputs
    from jobfit.encode import load
    from jobfit.evaluate import floors
    from jobfit.evaluate.figures import figures

    held = {path: inputs.profile_document(path, options).lines for path in dict.fromkeys(pair.profile for pair in pairs)}
    lines = {path: [line for line in found if line.text.strip()] for path, found in held.items()}
    methods = {
        "always unmet": floors.always_unmet(pairs),
        "shared words": floors.shared_words(pairs, lines),
        "best cosine": floors.best_cosine(pairs, lines, load(options.model, cache=options.cache)),
    }
    return {name: figures(rows) for name, rows in methods.items()}
