"""A text in, the licences, certificates, registrations, checks and clearances it names out, with what each includes or comes near.

The rows stand in ``data/credentials.tsv``, as ``lexicon.py`` describes them: the greater licence implies the lesser.
"""

from __future__ import annotations

from functools import cache

from jobfit.vocabulary.lexicon import COLUMNS, Lexicon
from jobfit.vocabulary.phrases import Hit
from jobfit.vocabulary.tables import rows

__all__ = ["Hit", "find", "implied", "kind", "label", "siblings"]


@cache
def _lexicon() -> Lexicon:
    return Lexicon(rows("credentials", COLUMNS), [row[0] for row in rows("stop-credentials", 1)])


def find(text: str) -> list[Hit]:
    """Return the credentials named in ``text`` from left to right."""
    return _lexicon().find(text)


def implied(name: str) -> frozenset[str]:
    """Return the credentials that holding ``name`` includes (C+E includes C, C includes B); one way."""
    return _lexicon().implied(name)


def siblings(name: str) -> frozenset[str]:
    """Return the credentials comparable to ``name``: another body's or country's of the same kind."""
    return _lexicon().siblings(name)


def label(name: str) -> str:
    """Return how ``name`` is written for a reader."""
    return _lexicon().label(name)


def kind(name: str) -> str:
    """Return licence, certificate, registration, check, clearance or driving; empty where unknown."""
    return _lexicon().kind(name)
