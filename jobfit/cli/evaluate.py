"""``jobfit evaluate``: labelled pairs in, figures of agreement or the bare verdicts out."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated, Literal

import typer

from jobfit.cli import gather, options, output

Rows = Annotated[Path, typer.Argument(metavar="PAIRS.jsonl", help="Rows of id, requirement, kind, profile and, to be compared, verdict.")]
Predict = Annotated[bool, typer.Option("--predict", help="Print the verdict on each row instead of figures; needs no labels.")]
EvaluateFormat = Annotated[
    Literal["text", "json", "jsonl"], typer.Option("--format", "-f", help="How to print the result; jsonl only with --predict.")
]
By = Annotated[
    list[str] | None,
    typer.Option("--by", metavar="FIELD", help="Also group by this field of the rows, such as kind or posting; by type if not given."),
]
Floors = Annotated[bool, typer.Option("--floors", help="Also show three methods that know nothing, for comparison.")]


def command(
    pairs: Rows,
    predict: Predict = False,
    format_name: EvaluateFormat = "text",
    by: By = None,
    floors: Floors = False,
    output_file: options.Output = None,
    as_of: options.AsOf = None,
    model: options.Model = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Measure agreement with labels: accuracy, macro-F1, weighted kappa, calibration, by requirement type."""
    from jobfit import pipeline
    from jobfit.cli.measured import measured, questions
    from jobfit.report.answers import FORMATS, row

    if format_name == "jsonl" and not predict:
        raise typer.BadParameter("jsonl is for --predict: figures are one object (json)", param_hint="--format")
    chosen = gather.options([], as_of=as_of, model=model, no_cache=no_cache, quiet=quiet)
    asked, unread = questions(pairs, labelled=not predict)
    answers = pipeline.predict((question for _, question in asked), chosen)
    if predict:
        status = output.deliver(chain(unread, answers), FORMATS[format_name], output_file, row=row if format_name == "jsonl" else None)
    else:
        found, failed = output.gathered(answers)
        shown = measured(
            [pair for pair, _ in asked], found, by=by or ["type"], floors=floors, options=chosen, as_json=format_name == "json"
        )
        output.write(shown, output_file, people=format_name == "text")
        status = 1 if failed else 0
    raise typer.Exit(status)
