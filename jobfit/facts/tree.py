"""The data of a YAML or JSON résumé of any schema comes in; its leaves come out, each with line, path, section and entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jobfit.facts.dates import DATA
from jobfit.facts.headings import heading_of
from jobfit.facts.named import is_place
from jobfit.facts.private import is_private_key
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

if TYPE_CHECKING:
    from jobfit.types import Document

ENTRY_SECTIONS = (
    "work",
    "education",
    "certificates",
    "projects",
    "volunteer",
    "publications",
    "awards",
    "references",
    "languages",
    "skills",
    "interests",
)
ADDRESS = ("address", "adresse", "anschrift", "direccion", "adres", "endereco")
POSTCODE = regex(r"\b[A-Z]{0,2}-?\d{4,6}\b")
SECTIONS = "sections"  # RenderCV's name for what follows the basics
LONG_ITEM = 60  # list items on one line are told together only while each is a word or a short phrase


@dataclass(frozen=True, slots=True)
class Leaf:
    """One scalar of the data, or the short scalars of a list that share a line; ``entry`` is the path of the record it is in."""

    path: str
    key: str
    text: str
    line: int
    section: str
    entry: str
    listed: bool = False


@cache
def keys() -> dict[str, Any]:
    """Return the key names of all known schemas, by what they stand for."""
    loaded: dict[str, Any] = json.loads((DATA / "keys.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _section_of(key: str) -> str:
    return next((name for name, names in keys()["sections"].items() if key in names), "")


@cache
def field_names(field: str) -> frozenset[str]:
    return frozenset(keys()["fields"][field])


def section_in(name: object, value: object) -> str:
    """Return the section that a field of this name opens, "" where none; text under a name of the basics is a summary."""
    nested = isinstance(value, Mapping | list)
    found = _section_of(plain(name)) or (heading_of(str(name)) if nested else "")
    if found in ("basics", "personal"):
        return "basics" if nested else "summary"
    return found


def town_in(part: object) -> str:
    """Return a line of an address without the town's code, "" where it names no town or a street too."""
    text = POSTCODE.sub("", part).strip(" ,") if isinstance(part, str) else ""
    return text if text and not re.search(r"\d", text) and is_place(text) else ""


def plain(key: object) -> str:
    """Return a key as the tables hold it: letters only, lower case, no accents."""
    return re.sub(r"[^a-z]", "", fold(str(key)))


def leaves(document: Document) -> list[Leaf]:
    """Return all leaves that may be shown, in the order of the file; private and machine fields are left out."""
    return list(_Walk(document).walk(document.data, "", "", "", ""))


class _Walk:
    def __init__(self, document: Document) -> None:
        self.places = document.data_lines
        self.lines = document.lines

    def line(self, path: str) -> int:
        return self.places.get(path, 1)

    def walk(self, node: object, path: str, key: str, section: str, entry: str) -> Iterator[Leaf]:
        if isinstance(node, Mapping):
            yield from self.mapping(node, path, section, entry)
        elif isinstance(node, list):
            yield from self.sequence(node, path, key, section, entry)
        elif node is not None and str(node).strip():
            yield from self.scalar(str(node), path, key, section, entry)

    def mapping(self, node: Mapping[str, object], path: str, section: str, entry: str) -> Iterator[Leaf]:
        if not entry:
            section = section if section not in ("", "basics") else guess(node) or section
            entry = path if section in ENTRY_SECTIONS and _is_record(node) else ""
        for name, value in node.items():
            key = plain(name)
            if key in ADDRESS:
                yield from self.address(value, f"{path}.{name}" if path else str(name))
                continue
            if is_hidden(key, section, value) or (key == "name" and section == "references"):
                continue
            found = "" if entry else section_in(name, value) or ("basics" if not path and key in field_names("label") else "")
            inside = "" if key == SECTIONS and section == "basics" else self._inside(found, section)
            yield from self.walk(value, f"{path}.{name}" if path else str(name), key, inside, entry)

    def address(self, value: object, path: str) -> Iterator[Leaf]:
        """Keep of an address the lines that name a town, without its code; the street stays away from the scoring."""
        parts = list(enumerate(value)) if isinstance(value, list) else [(-1, value)]
        for n, part in parts:
            if text := town_in(part):
                where = path if n < 0 else f"{path}[{n}]"
                yield Leaf(where, "city", text, self.line(where), "basics", "")

    @staticmethod
    def _inside(found: str, section: str) -> str:
        """Return a section named within the basics or a wrapper opens; one named within another list does not."""
        return found if found and section in ("", "basics", "summary") else section

    def sequence(self, node: list[object], path: str, key: str, section: str, entry: str) -> Iterator[Leaf]:
        group: list[tuple[str, int]] = []
        for n, item in enumerate(node):
            here = f"{path}[{n}]"
            if isinstance(item, Mapping | list):
                yield from _grouped(group, path, key, section, entry, n - len(group))
                group = []
                yield from self.walk(item, here, key, section, entry)
            elif item is not None and str(item).strip():
                text = str(item).strip()
                if "\n" in text or len(text) > LONG_ITEM:
                    yield from _grouped(group, path, key, section, entry, n - len(group))
                    group = []
                    yield from self.scalar(text, here, key, section, entry)
                    continue
                if group and self.line(here) != group[-1][1]:
                    yield from _grouped(group, path, key, section, entry, n - len(group))
                    group = []
                group.append((text, self.line(here)))
        yield from _grouped(group, path, key, section, entry, len(node) - len(group))

    def scalar(self, text: str, path: str, key: str, section: str, entry: str) -> Iterator[Leaf]:
        line = self.line(path)
        if line < len(self.lines) and re.search(r":\s*[>|][+-]?\d?$", self.lines[line - 1].text):
            line += 1  # a block begins under its sign
        if "\n" not in text.strip():
            yield Leaf(path, key, text.strip(), line, section, entry)
            return
        for part, at in self._located(text, line):
            yield Leaf(path, key, part, at, section, entry)

    def _located(self, text: str, first: int) -> Iterator[tuple[str, int]]:
        """Return the lines of a block of text with the file's lines on which they stand."""
        at = first
        for part in text.split("\n"):
            bare = re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", part).strip()
            if not bare:
                continue
            found = next((n for n in range(at, min(at + 40, len(self.lines) + 1)) if bare in self.lines[n - 1].text), first)
            at = found + 1 if found != first else at
            yield bare, found


def _grouped(group: list[tuple[str, int]], path: str, key: str, section: str, entry: str, first: int) -> Iterator[Leaf]:
    if not group:
        return
    where = f"{path}[{first}]" if len(group) == 1 else path
    listed = section in ("skills", "interests") or key in keys()["list_like"]
    yield Leaf(where, key, ", ".join(text for text, _ in group), group[0][1], section, entry, listed or len(group) > 1)


def is_hidden(key: str, section: str, value: object) -> bool:
    """Say whether a field is left out: a machine's own, or one that must never reach the scoring."""
    if key in keys()["machinery"]:
        return True
    return is_private_key(key) and not (section == "skills" and isinstance(value, list | Mapping))


def _is_record(node: Mapping[str, object]) -> bool:
    """Say whether a mapping is one entry of a section (a job, a course), not a group of entries."""
    return any(not isinstance(value, Mapping | list) for value in node.values())


def guess(node: Mapping[str, object]) -> str:
    """Return the section a record of an unknown list belongs to, by the fields it has; empty where nothing tells."""
    names = {plain(name) for name in node}
    dated = bool(names & field_names("start")) or bool(names & field_names("dates"))
    if names & (field_names("institution") | {"degree", "studytype", "fieldofstudy"}):
        return "education"
    if dated and names & field_names("employer"):
        return "work"
    return "languages" if names >= {"language", "fluency"} else ""
