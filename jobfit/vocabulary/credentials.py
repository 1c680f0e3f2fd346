"""A text in, the licences, certificates, registrations, checks and clearances it names out, with what each includes or comes near."""

from __future__ import annotations

from functools import cache

from jobfit.vocabulary.graph import Graph
from jobfit.vocabulary.phrases import Hit, Phrases, bare
from jobfit.vocabulary.tables import parts, rows

__all__ = ["Hit", "find", "implied", "kind", "label", "siblings"]

_COLUMNS = 5  # name, aliases, implies (the greater licence includes the lesser), families, kind


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("credentials", _COLUMNS):
        table.setdefault(bare(row[0]).lower(), row)
    return table


@cache
def _phrases() -> Phrases:
    forms = [(row[0], name) for name, row in _table().items()]
    forms += [(alias, name) for name, row in _table().items() for alias in parts(row[1])]
    return Phrases([(row[0], "") for row in rows("stop-credentials", 1)] + forms)


@cache
def _graph() -> Graph:
    table = _table()
    implies = {name: [part.lower() for part in parts(row[2])] for name, row in table.items()}
    return Graph(implies, {name: list(parts(row[3])) for name, row in table.items()})


def find(text: str) -> list[Hit]:
    """Return the credentials named in ``text`` from left to right."""
    return _phrases().find(text)


def implied(name: str) -> frozenset[str]:
    """Return the credentials that holding ``name`` includes (C+E includes C, C includes B); one way."""
    return _graph().implied(name)


def siblings(name: str) -> frozenset[str]:
    """Return the credentials comparable to ``name``: another body's or country's of the same kind."""
    return _graph().siblings(name)


def label(name: str) -> str:
    """Return how ``name`` is written for a reader."""
    row = _table().get(name)
    return bare(row[0]) if row else name


def kind(name: str) -> str:
    """Return licence, certificate, registration, check, clearance or driving; empty where unknown."""
    row = _table().get(name)
    return row[4] if row else ""
