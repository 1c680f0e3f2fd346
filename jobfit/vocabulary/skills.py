"""A text in, the skills it names out; and of a skill: what it implies, what comes near it, how it is written.

The rows stand in ``data/skills-*.tsv``: name (its lower case is the canonical name), aliases, what it implies, families (members stand
in for each other in part), kind. To add a skill, add a row; what it implies must be a row too, and no form may stand in two rows.
"""

from __future__ import annotations

from functools import cache

from jobfit.vocabulary.graph import Graph
from jobfit.vocabulary.phrases import Hit, Phrases, bare
from jobfit.vocabulary.tables import names, parts, rows

__all__ = ["Hit", "find", "implied", "kind", "label", "neighbours", "siblings"]

_COLUMNS = 5  # name, aliases, implies, families, kind


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the rows of all skills files by canonical name; of two rows of one name the first stands."""
    table: dict[str, tuple[str, ...]] = {}
    for file in names("skills-"):
        for row in rows(file, _COLUMNS):
            table.setdefault(bare(row[0]).lower(), row)
    return table


@cache
def _phrases() -> Phrases:
    forms = [(row[0], name) for name, row in _table().items()]
    forms += [(alias, name) for name, row in _table().items() for alias in parts(row[1])]
    stops = [(row[0], "") for row in rows("stop-phrases", 1)]
    return Phrases(stops + forms)


@cache
def _graph() -> Graph:
    table = _table()
    implies = {name: [part.lower() for part in parts(row[2])] for name, row in table.items()}
    return Graph(implies, {name: list(parts(row[3])) for name, row in table.items()})


def find(text: str) -> list[Hit]:
    """Return the skills named in ``text`` from left to right, longest match, whole words only."""
    return _phrases().find(text)


def implied(name: str) -> frozenset[str]:
    """Return the skills that ``name`` (canonical, lower case) shows by itself; one way."""
    return _graph().implied(name)


def siblings(name: str) -> frozenset[str]:
    """Return the skills that transfer to ``name`` in part: the others of its families."""
    return _graph().siblings(name)


@cache
def _fields() -> Graph:
    """Return the wider fields as a graph of their own: their members are only neighbours, which do not stand in for each other."""
    fields: dict[str, list[str]] = {}
    for field, members in rows("neighbours", 2):
        for name in parts(members):
            fields.setdefault(name, []).append(field)
    return Graph({}, fields)


def neighbours(name: str) -> frozenset[str]:
    """Return the skills of the same field of work as ``name``: a weak sign, well below ``siblings``; both ways."""
    return _fields().siblings(name)


def label(name: str) -> str:
    """Return how ``name`` is written for a reader; unknown names come back as they are."""
    row = _table().get(name)
    return bare(row[0]) if row else name


def kind(name: str) -> str:
    """Return what ``name`` is (language, framework, tool, method, subject …); empty where unknown."""
    row = _table().get(name)
    return row[4] if row else ""
