"""A JSON Lines file of labelled or bare requirements in, the questions of its rows out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jobfit.errors import DataError, ReadError
from jobfit.pipeline import Question
from jobfit.types import KINDS

WANTED = ("requirement", "kind", "profile")


def read(path: Path) -> Iterator[Question]:
    """Yield the row's question for each line that is not blank; raise DataError where one has not the keys."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise ReadError("is not UTF-8 text", path=str(path), hint="a JSON Lines file of questions is expected") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _question(line, str(path), number)


def _question(line: str, path: str, number: int) -> Question:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DataError("is not JSON", path=path, line=number, hint="each line is one JSON object") from error
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in WANTED) or row["kind"] not in KINDS:
        raise DataError(
            "is not a question", path=path, line=number, hint=f"it needs id, {', '.join(WANTED)}; kind is one of {', '.join(KINDS)}"
        )
    return Question(row.get("id", number), row["requirement"], row["kind"], row["profile"])
