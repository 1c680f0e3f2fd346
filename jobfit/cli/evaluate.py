"""``jobfit evaluate``: labelled rows in, agreement figures or the bare verdicts out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from jobfit.cli import gather, options, output

Rows = Annotated[Path, typer.Argument(metavar="PAIRS.jsonl", help="Rows of id, requirement, kind, profile and, to be compared, verdict.")]
Predict = Annotated[bool, typer.Option("--predict", help="Print the verdict on each row instead of figures.")]
EvaluateFormat = Annotated[Literal["text", "json", "jsonl"], typer.Option("--format", "-f", help="How to print the result.")]


def command(
    pairs: Rows,
    predict: Predict = False,
    format_name: EvaluateFormat = "text",
    output_file: options.Output = None,
    as_of: options.AsOf = None,
    model: options.Model = None,
    no_cache: options.NoCache = False,
) -> None:
    """Measure agreement with labels: accuracy, macro-F1, weighted kappa, calibration, by requirement type."""
    from jobfit import pipeline
    from jobfit.cli.questions import read
    from jobfit.report.answer import row

    if not predict or format_name != "jsonl":
        raise typer.BadParameter("only --predict --format jsonl is there yet")
    chosen = gather.options([], as_of=as_of, model=model, no_cache=no_cache)
    answers = pipeline.predict(read(pairs), chosen)
    raise typer.Exit(output.streamed(answers, lambda answer: row(answer.id, answer.verdict), output_file))
