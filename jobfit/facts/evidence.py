"""The leaves of a structured résumé come in; its statements come out, each a line that can serve as evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from jobfit.facts.phrases import find, is_negated
from jobfit.facts.private import scrub
from jobfit.facts.tree import Leaf, field_names, keys
from jobfit.types import Statement


def statements(shown: Sequence[Leaf], owner: Mapping[str, int]) -> tuple[Statement, ...]:
    lines = {leaf.line for leaf in shown}
    told = [leaf for leaf in shown if not _names_person(leaf)]
    told = _flat(told) if len(lines) * 4 > len(shown) else told
    return tuple(statement for leaf in told if (statement := _statement(leaf, owner)) is not None)


def _flat(shown: Sequence[Leaf]) -> list[Leaf]:
    """Leaves of one small mapping written on one line made one ("{language: Igbo, fluency: native}")."""
    merged: list[Leaf] = []
    texts = Counter(leaf.path for leaf in shown)  # more than one: the lines of a text
    for leaf in shown:
        last = merged[-1] if merged else None
        parent = leaf.path.rpartition(".")[0]
        if (
            last
            and last.line == leaf.line
            and parent
            and not leaf.path.endswith("]")
            and max(texts[leaf.path], texts[last.path]) < 2
            and parent in (last.path, last.path.rpartition(".")[0])
        ):
            first = last.text if last.path == parent else _told(last)
            key = last.key if last.key in _known_keys() else "text"  # its words stand in the text now
            merged[-1] = Leaf(parent, key, f"{first}, {_told(leaf)}", leaf.line, leaf.section, leaf.entry, last.listed and leaf.listed)
        else:
            merged.append(leaf)
    return merged


def _names_person(leaf: Leaf) -> bool:
    """Say whether a leaf is the person's own name; what a list of no known section holds has names of its own."""
    of_list = leaf.section == "" and "[" in re.sub(r"^\[\d+\]|\[\d+\]$", "", leaf.path)
    return not leaf.entry and leaf.section in ("", "basics") and leaf.key in field_names("name") and not of_list


def _statement(leaf: Leaf, owner: Mapping[str, int]) -> Statement | None:
    text = scrub(_told(leaf))
    if not text:
        return None
    source = keys()["sources"].get(leaf.section, "other")
    if not leaf.entry and leaf.section in ("", "basics") and leaf.key in (*field_names("place"), "countrycode"):
        source = "place"
    elif source in ("other", "summary") and len(text.split()) < 12 and find("rights", text):
        source = "right"
    listed = leaf.listed or (leaf.section in ("skills", "interests") and len(text.split()) < 5)
    position = owner.get(leaf.entry)
    return Statement(
        text, leaf.line, leaf.path, source, listed and position is None, leaf.section == "wishes" or is_negated(text), position
    )


def _told(leaf: Leaf) -> str:
    """Return a leaf in words: the value alone where its key only says what it is, else with the key before it."""
    if leaf.path.endswith("]") or leaf.key in _known_keys():
        return leaf.text
    raw = re.sub(r"\[\d+\]$", "", leaf.path).rsplit(".", 1)[-1]
    name = re.sub(r"[_-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", raw)).strip()
    if leaf.section == "skills":
        return name if re.fullmatch(r"[\d./% ]+", leaf.text) else f"{name}: {leaf.text}" if not leaf.listed else leaf.text
    return f"{name}: {leaf.text}"


@cache
def _known_keys() -> frozenset[str]:
    """Return the keys that only say what their value is; those of rights are told, since "Canadian" alone says nothing."""
    table = keys()
    names = {name for names in table["fields"].values() for name in names} | {
        name for names in table["sections"].values() for name in names
    }
    return frozenset(names | set(table["plain"]) | {"countrycode"}) - set(table["sections"]["rights"])
