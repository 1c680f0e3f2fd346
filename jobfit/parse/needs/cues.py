"""A requirement's text in, the words in it that point to a type of need (and, for conditions, to a sort) out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jobfit.vocabulary.phrases import Phrases

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that point to a type; ``sort`` is the sub-kind, such as ``travel`` or ``rights`` of a condition."""

    type: str
    sort: str
    start: int
    end: int


@cache
def _phrases() -> Phrases:
    rows = [line.split("\t") for line in (DATA / "cues.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    return Phrases((form, f"{row[0]}:{row[1]}") for row in rows for form in row[2].split("|"))


def find(text: str) -> list[Cue]:
    """Return the cues of ``text`` from left to right."""
    return [Cue(*hit.name.split(":"), hit.start, hit.end) for hit in _phrases().find(text)]
