"""A text in, the skills it names out; and of a skill: what it implies, what stands in for it in part, how it is written.

The rows stand in ``data/skills-*.tsv``, as ``lexicon.py`` describes them. To add a skill, add a row; what it implies must be a row too,
and no form may stand in two rows.
"""

from __future__ import annotations

from functools import cache

from jobfit.vocabulary.lexicon import COLUMNS, Lexicon
from jobfit.vocabulary.phrases import Hit
from jobfit.vocabulary.tables import names, rows

__all__ = ["Hit", "find", "implied", "kind", "label", "siblings"]


@cache
def _lexicon() -> Lexicon:
    found = (row for file in names("skills-") for row in rows(file, COLUMNS))
    return Lexicon(found, [row[0] for row in rows("stop-phrases", 1)])


def find(text: str) -> list[Hit]:
    """Return the skills named in ``text`` from left to right, longest match, whole words only."""
    return _lexicon().find(text)


def implied(name: str) -> frozenset[str]:
    """Return the skills that ``name`` (canonical, lower case) shows by itself; one way."""
    return _lexicon().implied(name)


def siblings(name: str) -> frozenset[str]:
    """Return the skills that transfer to ``name`` in part: the others of its families."""
    return _lexicon().siblings(name)


def label(name: str) -> str:
    """Return how ``name`` is written for a reader; unknown names come back as they are."""
    return _lexicon().label(name)


def kind(name: str) -> str:
    """Return what ``name`` is (language, framework, tool, method, subject …); empty where unknown."""
    return _lexicon().kind(name)
