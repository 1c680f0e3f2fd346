"""Answers of ``evaluate --predict`` in, text in one format out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jobfit.report import shape
from jobfit.report.safe import dumps, plain

if TYPE_CHECKING:
    from jobfit.pipeline import Answer
    from jobfit.types import Failure


def row(answer: Answer) -> str:
    """Return the line of JSON of one answer."""
    return f"{dumps(shape.answer(answer.id, answer.verdict))}\n"


def _jsonl(answers: Sequence[Answer], failed: Sequence[Failure]) -> str:  # noqa: ARG001 # failures go to standard error
    return "".join(row(answer) for answer in answers)


def _json(answers: Sequence[Answer], failed: Sequence[Failure]) -> str:
    whole = {
        "schema": "jobfit/answers@1",
        "answers": [shape.answer(answer.id, answer.verdict) for answer in answers],
        "failed": shape.failures(failed),
    }
    return f"{dumps(whole)}\n"


def _text(answers: Sequence[Answer], failed: Sequence[Failure]) -> str:  # noqa: ARG001 # failures go to standard error
    return "".join(f"{plain(str(answer.id))}\t{answer.verdict.verdict}\t{plain(answer.verdict.reason)}\n" for answer in answers)


FORMATS: dict[str, Callable[[Sequence[Answer], Sequence[Failure]], str]] = {"text": _text, "json": _json, "jsonl": _jsonl}
