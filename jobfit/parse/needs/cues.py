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
def _rows(name: str) -> tuple[tuple[str, str], ...]:
    """Return (label, form) of each form in a data file whose last cell lists forms and whose other cells make the label."""
    rows = [line.split("\t") for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    return tuple((":".join(row[:-1]), form) for row in rows for form in row[-1].split("|"))


@cache
def _phrases(name: str) -> Phrases:
    return Phrases((form, label) for label, form in _rows(name))


def find(text: str) -> list[Cue]:
    """Return the cues of ``text`` from left to right."""
    return [_cue(hit.name, hit.start, hit.end) for hit in _phrases("cues").find(text)]


def _cue(label: str, start: int, end: int) -> Cue:
    kind, sort = label.split(":")
    return Cue(kind, sort, start, end)


def markers(text: str) -> list[tuple[str, int, int]]:
    """Return (role, start, end) of the words that steer a list: example, alike, either, wish, wished, taught, equivalent, or depth."""
    return [(hit.name, hit.start, hit.end) for hit in _phrases("markers").find(text)]
