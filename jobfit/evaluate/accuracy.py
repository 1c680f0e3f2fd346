"""The labelled set that ships in, the page ``docs/accuracy.md`` out: every figure cross-validated, the floors beside.

``python -m jobfit.evaluate.accuracy`` prints it; a run takes some minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jobfit.evaluate import fit
from jobfit.evaluate.figures import Figures, Row, by, figures
from jobfit.evaluate.figures import evidence_hit as hit
from jobfit.types import VERDICTS, Evidence

if TYPE_CHECKING:
    from jobfit.evaluate.labels import Pair
    from jobfit.evaluate.lines import LineFigures
    from jobfit.ports import Encoder

Hits = Mapping[int, bool | None]  # by the place of a pair, whether the line ranked first for it is a labelled one

_PREFACE = """# Accuracy

Every figure on this page comes from `make accuracy`, which fits everything anew on the labelled set in `tests/labelled` and judges each
part by a fit that has not seen it. What ships is fitted on more; `jobfit evaluate tests/labelled/labels/pairs.jsonl` therefore prints
higher figures, which say nothing about new texts.

The labels are a language model's reading, not a person's: two runs labelled every row without seeing each other, after one written guide,
and a third settled what differed. The first two agree in 0.958 of the verdicts (weighted kappa 0.968) and in 0.995 of the lines. The set is
36 invented postings and 18 invented profiles; real pages are messier, and figures on them are lower. Every fit also sees a second set,
`tests/labelled-real-style`: {postings} other invented postings and {profiles} profiles, written as real ones are.

Weighted kappa has quadratic weights: 1 is agreement, 0 what chance would give. "Wrongly met" is the share of requirements labelled unmet
that were called met. "Evidence first" is the share of verdicts met or partly whose first line is a labelled one; the ranking of lines
is held out by posting in every table. In brackets: the middle 95 % of 1,000 draws of whole postings.
"""


def judged(items: fit.Items, more: fit.Items, groups: Sequence[str], pairs: Sequence[Pair], hits: Hits) -> list[Row]:
    """Return each pair with the verdict of a fit that has seen none of its ``groups`` (posting, profile), and its cuts none of its fold.

    Every fit also sees ``more``, which shares neither postings nor profiles with ``items``.
    """
    import numpy as np

    names, labels = fit.Items([*items.items, *more.items]).names(), items.labels
    table = items.table(names)
    extra = (more.table(names), more.labels)
    held_out = fit.cross_validated(table, labels, names, [items.groups(group) for group in groups], extra)
    fold = np.array(fit.folds(items.groups("posting")))
    said = np.zeros(len(labels), dtype=np.intp)
    for out in range(fit.FOLDS):
        said[fold == out] = fit.said_by(held_out[fold == out], fit.cuts_of(held_out[fold != out], labels[fold != out]))
    return [
        Row(pair, VERDICTS[s], float(p[s]), hits.get(n), type=pair.type)
        for n, (pair, s, p) in enumerate(zip(pairs, said, held_out, strict=True))
    ]


def _hits(items: fit.Items, more: fit.Items, pairs: Sequence[Pair]) -> Hits:
    """Return by place whether the line ranked first is a labelled one, the ranking fitted without the posting."""
    first = fit.held_out_lines(items, more.items)
    return {n: hit(pairs[n], [Evidence(unit.statement.line, unit.statement.text)]) for n, unit in first.items()}


def page(encoder: Encoder) -> str:
    """Return the whole page as Markdown."""
    from jobfit.evaluate.table import comparison, report_markdown

    items, *others = fit.read(fit.SHIPPED, encoder)
    more = fit.Items([item for other in others for item in other.items])
    pairs = [_pair(item.row, n) for n, item in enumerate(items.items)]
    others_pairs = [_pair(item.row, n) for n, item in enumerate(more.items)]
    hits = _hits(items, more, pairs)
    rows = judged(items, more, ["posting"], pairs, hits)
    strict = judged(items, more, ["posting", "profile"], pairs, hits)
    apart = judged(more, items, ["posting", "profile"], others_pairs, _hits(more, items, others_pairs))
    overall, lines = figures(rows), _lines()
    whole = [row if lines.has(row.pair.posting, row.pair.requirement) else replace(row, said=None) for row in strict]
    parts = [
        _PREFACE.format(**{part: len(list((fit.SHIPPED[1] / part).iterdir())) for part in ("postings", "profiles")}),
        "## Verdicts\n\nFolds by posting:",
        report_markdown(overall, {name: by(rows, name) for name in ("type", "kind")}, _floors(pairs, encoder)),
        "Folds by posting and by profile at once, so that a verdict's fit has seen neither:",
        comparison("", {"jobfit": figures(strict)}),
        "The same from end to end: a requirement that the reading of its posting, fitted without it, does not find counts as wrong:",
        comparison("", {"jobfit": figures(whole)}),
        "The second set, `tests/labelled-real-style`, held out in the same way; each row was labelled by one run of a language model:",
        comparison("", {"jobfit": figures(apart)}),
        "## Lines of postings\n\nRequired, nice or neither, for each line; folds by posting. Every fit also sees the second set and"
        " `tests/labelled-lines`: further invented postings, the classes of their lines labelled by one run of a language model.",
        _lines_table(lines),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _pair(row: Mapping[str, object], number: int) -> Pair:
    from jobfit.evaluate.labels import Pair

    return Pair(
        id=number, line=number, requirement=str(row["requirement"]), kind=row["kind"],  # type: ignore[arg-type]
        profile=str(row["profile"]), verdict=str(row["verdict"]), type=str(row["type"]), posting=str(row["posting"]),
        evidence=tuple(row["evidence"]), evidence_text=tuple(row.get("evidence_text", ())),  # type: ignore[arg-type]
    )  # fmt: skip


def _floors(pairs: Sequence[Pair], encoder: Encoder) -> dict[str, Figures]:
    from jobfit.evaluate.floors import floors
    from jobfit.read import read

    lines = {name: read(str(fit.HOME / "profiles" / name))[0].lines for name in sorted({pair.profile for pair in pairs})}
    return {name: figures(rows) for name, rows in floors(pairs, lines, encoder).items()}


def _lines() -> LineFigures:
    from jobfit.evaluate.lines import cross_validate_lines

    return cross_validate_lines([fit.HOME], fit.with_lines([*fit.SHIPPED[1:], fit.LINED]))


def _lines_table(found: LineFigures) -> str:
    head = "| lines | macro-F1 | found: precision | found: recall | kind right among found |\n| ---: | ---: | ---: | ---: | ---: |"
    cells = (found.macro_f1, found.found_precision, found.found_recall, found.kind_accuracy)
    worst = sorted(found.by_posting.items(), key=lambda item: (item[1], item[0]))
    table = "\n".join(f"| {name} | {share:.3f} |" for name, share in worst)
    return (
        f"{head}\n| {found.units} | {' | '.join(f'{cell:.3f}' for cell in cells)} |\n\n| posting | lines right |\n| --- | ---: |\n{table}"
    )


def main() -> int:
    """Print the page."""
    from jobfit.encode import load

    print(page(load()), end="")  # noqa: T201 - its output is the page
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
