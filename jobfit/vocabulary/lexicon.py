"""Rows of names in; where a text names them, what each shows by itself, what comes near it and how it is written out.

A row is: name (its lower case is the canonical name), aliases, what it implies, families (members stand in for each other in part), kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from jobfit.regex import regex
from jobfit.vocabulary.graph import Graph
from jobfit.vocabulary.phrases import Hit, Phrases, bare
from jobfit.vocabulary.tables import parts

COLUMNS = 5
# In Romance names the word in front takes the plural, and an adjective with it: "notes de frais", "rapprochements bancaires".
_HEADED = regex(r"([^\W\d_]{4,}+(?<![sxzSXZ]))( (?:de|du|des|del|do|da|dos|das|en|à|au|aux|para|por) .+| d['’].+)")
_QUALIFIED = regex(r"([^\W\d_]{5,}+(?<![sxz])) ([^\W\d_]{4,})")
_ADJECTIVES = (
    "aire", "ique", "elle", "ée", "ive", "euse", "ale", "ario", "aria", "ário", "ária", "ico", "ica", "íco", "íca", "ivo", "iva",
    "ante", "ente", "inte", "ínte", "ado", "ada", "ido", "ida",
)  # fmt: skip


class Lexicon:
    """Names with their aliases and relations; of two rows of one name the first stands. Built when first asked."""

    def __init__(self, rows: Iterable[tuple[str, ...]], stops: Sequence[str]) -> None:
        """``stops``: phrases that hide what they cover."""
        self._rows: dict[str, tuple[str, ...]] = {}
        for row in rows:
            self._rows.setdefault(bare(row[0]).lower(), row)
        self._stops = stops

    @cached_property
    def _phrases(self) -> Phrases:
        forms = [(row[0], name) for name, row in self._rows.items()]
        forms += [(alias, name) for name, row in self._rows.items() for alias in parts(row[1])]
        forms += [(plural, name) for form, name in forms if " " in form and (plural := _plural(form))]
        return Phrases([(stop, "") for stop in self._stops] + forms)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self._implies, lambda: {name: list(parts(row[3])) for name, row in self._rows.items()})

    def _implies(self, name: str) -> Iterable[str]:
        row = self._rows.get(name)
        return (part.lower() for part in parts(row[2])) if row else ()

    def names(self) -> tuple[str, ...]:
        """Return all canonical names, in the order of the rows."""
        return tuple(self._rows)

    def find(self, text: str) -> list[Hit]:
        """Return the names in ``text`` from left to right, longest match, whole words only."""
        return self._phrases.find(text)

    def implied(self, name: str) -> frozenset[str]:
        """Return what ``name`` (canonical, lower case) shows by itself; one way."""
        return self._graph.implied(name)

    def siblings(self, name: str) -> frozenset[str]:
        """Return what transfers to ``name`` in part: the others of its families."""
        return self._graph.siblings(name)

    def label(self, name: str) -> str:
        """Return how ``name`` is written for a reader; unknown names come back as they are."""
        row = self._rows.get(name)
        return bare(row[0]) if row else name

    def kind(self, name: str) -> str:
        """Return the row's kind; empty where the name is unknown."""
        row = self._rows.get(name)
        return row[4] if row else ""


def _plural(form: str) -> str:
    """Return the plural of a Romance name of several words, "" of any other: elsewhere only the last word takes one."""
    if form.endswith(_ADJECTIVES) and (found := _QUALIFIED.fullmatch(form)):
        return f"{found[1]}s {found[2]}s"
    return f"{found[1]}s{found[2]}" if (found := _HEADED.fullmatch(form)) else ""
