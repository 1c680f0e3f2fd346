"""The statements of a profile come in; they come out with the keyword lists marked that stand in an entry which tells no deed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from jobfit.facts.tree import field_names, plain
from jobfit.types import Position, Statement

ITEMS = 3
ITEM_WORDS = 2.6  # on average; the parts of a sentence are longer
DEED_WORDS = 4


def is_keywords(text: str) -> bool:
    """Say whether a line only names things one after another, with or without a label: "Tools: Excel, SAP, Jira"."""
    bare = re.sub(r"^[^:,]{2,30}:\s+", "", text.strip())
    items = [item for item in re.split(r"\s*[,;|·•]\s*", bare) if item]
    if sum(bool(re.match(r"\W*\d", item)) for item in items) * 2 >= len(items):  # figures tell something
        return False
    return len(items) >= ITEMS and len(bare.split()) <= ITEM_WORDS * len(items) and not re.search(r"[.!?]$", bare)


def without_deeds(statements: Sequence[Statement], positions: Sequence[Position]) -> tuple[Statement, ...]:
    """Mark as ``listed`` the keyword lists of each job, project or post of which no other line below the heading tells anything."""
    heads = {(n, line) for n, each in enumerate(positions) for line in (each.line, each.date_line)}
    told = {said.position for said in statements if said.position is not None and _tells(said, heads)}
    return tuple(
        replace(said, listed=True) if said.position is not None and said.position not in told and is_keywords(said.text) else said
        for said in statements
    )


def _is_name(field: str) -> bool:
    return "[" not in field and plain(field) in _names()


@cache
def _names() -> frozenset[str]:
    """Return the fields of an entry that only say what it is and where."""
    return field_names("title") | field_names("employer") | field_names("place") | {"name"}


def _tells(said: Statement, heads: set[tuple[int, int]]) -> bool:
    if (said.position or 0, said.line) in heads or _is_name(said.where.rpartition(".")[2]):
        return False
    return len(said.text.split()) >= DEED_WORDS and not is_keywords(said.text)
