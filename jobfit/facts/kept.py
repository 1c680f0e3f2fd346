"""A JSON Resume document that keeps the lines it was read from comes in; its numbered records and their texts come out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jobfit.facts.numbered import MARK, TEXTS
from jobfit.facts.personal import without
from jobfit.facts.private import scrub
from jobfit.types import Document

# The fields of a numbered record that state its facts; any other says something of its own.
FIELDS = frozenset({
    *("name", "position", "organization", "entity", "location", "startDate", "endDate", "heading", "highlights", "title", "text"),
    *("institution", "area", "studyType", "finished", "courses", "issuer", "date", "expires", "language", "fluency", "part"),
    *("line", "dateLine", "lines"),
})  # fmt: skip
BASICS = frozenset({"name", "label", "location", "locations", "summary", "lines"})


def is_numbered(document: Document) -> bool:
    """Say whether a document says of itself that it keeps the lines it was read from."""
    meta = document.data.get("meta") if isinstance(document.data, Mapping) else None
    return isinstance(meta, Mapping) and MARK in meta


@dataclass(slots=True)
class Record:
    """A numbered record: its section, its path and what stands in it; ``owner`` is the position it is."""

    section: str
    path: str
    data: Mapping[str, Any]
    line: int
    owner: int | None = None


@dataclass(slots=True)
class Text:
    """A line that a record keeps: where it stands here, and in the text it was read from."""

    text: str
    line: int
    number: int
    record: Record


class Records:
    """The numbered records of a document; ``rest`` is its data without them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = document.data_lines
        self.records: list[Record] = []
        self.rest: dict[str, Any] = {}
        for name, node in document.data.items():
            self.rest[name] = self._taken(str(name), node)
        self.texts = [text for record in self.records for text in self._texts(record)]
        self.line_of = {text.number: text.line for text in reversed(self.texts)}

    def _taken(self, section: str, node: object) -> object:
        """Return a section without its numbered records; what else stands in them stays."""
        if section == "basics" and isinstance(node, Mapping):
            self.records.append(Record(section, section, node, self._at(section)))
            return {key: value for key, value in node.items() if key not in BASICS}
        if section not in TEXTS or not isinstance(node, list):
            return node
        kept: list[object] = []
        for n, item in enumerate(node):
            if isinstance(item, Mapping) and ("line" in item or "lines" in item):
                path = f"{section}[{n}]"
                self.records.append(Record(section, path, item, self._at(path)))
                kept.append({key: value for key, value in item.items() if key not in FIELDS} or None)
            else:
                kept.append(item)
        return kept

    def _at(self, path: str) -> int:
        return self.places.get(path, 1)

    def _texts(self, record: Record) -> Iterator[Text]:
        """Yield the texts of a record with their numbers; one too many gets the last, so that it stands behind it."""
        numbers = _numbers(record.data.get("lines")) or [number(record.data.get("line"))]
        for n, (text, line) in enumerate(self._written(record)):
            said = without(text, "self" if record.section in ("basics", "notes") else "deed")
            yield Text(scrub(said), line, numbers[min(n, len(numbers) - 1)], record)

    def _written(self, record: Record) -> Iterator[tuple[str, int]]:
        """Yield the texts of a record with the lines on which they stand in this file."""
        if "lines" not in record.data:
            return
        if record.section == "basics":
            first = self._at("basics.summary")
            for n, text in enumerate(str(record.data.get("summary") or "").split("\n")):
                if text.strip():
                    yield text.strip(), first + n
            return
        for field in TEXTS[record.section]:
            value = record.data.get(field)
            if isinstance(value, list):
                yield from ((str(item), self._at(f"{record.path}.{field}[{n}]")) for n, item in enumerate(value) if item)
            elif value:
                yield str(value), self._at(f"{record.path}.{field}")

    def of(self, section: str) -> list[Record]:
        return [record for record in self.records if record.section == section]

    def inside(self, where: str) -> bool:
        """Say whether a path lies in a numbered record."""
        found = re.match(r"\w+\[\d+\]", where)
        return found is not None and any(record.path == found[0] for record in self.records)

    def line(self, record: Record, field: str = "line") -> int:
        """Return the line of this file on which the text stands that a fact was read from, else the record's own."""
        return self.line_of.get(number(record.data.get(field)), record.line)

    def number_above(self, line: int) -> int:
        """Return the number of the text that stands above a line of this file, 0 where none does."""
        texts = sorted((text.line, text.number) for text in self.texts)
        at = bisect_right(texts, (line, 0)) - 1
        return texts[at][1] if at >= 0 else 0


def number(value: object) -> int:
    return int(value) if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"\d{1,9}", value)) else 0


def _numbers(value: object) -> list[int]:
    return [number(each) for each in value] if isinstance(value, list) else []
