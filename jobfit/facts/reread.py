"""A JSON Resume document that keeps the lines it was read from comes in; the Profile that those lines told comes out.

What a person has added since, in JSON Resume's own way, is read as in any other such document; it stands after what it was put under.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jobfit.facts import make, structured
from jobfit.facts.asof import own_date
from jobfit.facts.dates import is_present, parse_point
from jobfit.facts.numbered import MARK, SECTIONS, TEXTS
from jobfit.facts.private import scrub
from jobfit.facts.spans import month_of, single_span, to_span
from jobfit.facts.titles import is_blank
from jobfit.facts.tongue import written
from jobfit.types import Credential, Degree, Document, LanguageSkill, Place, Position, Profile, Span, Statement
from jobfit.vocabulary import languages as tongues

SOURCES = {
    "work": "work",
    "volunteer": "volunteer",
    "projects": "project",
    "education": "education",
    "certificates": "certificate",
    "languages": "language",
    "skills": "skill",
    "publications": "publication",
    "awards": "award",
    "interests": "interest",
}
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


def read(document: Document, as_of: date | None) -> Profile:
    """Facts of such a document; ``as_of`` None falls back on the date that it gives."""
    told = _Numbered(document)
    rest = structured.read(replace(document, data=told.rest), as_of)
    when = as_of or own_date(document)
    return told.profile(rest, month_of(when) if when else rest.as_of or month_of(date.min))


@dataclass(slots=True)
class _Record:
    """A numbered record: its section, its path and what stands in it; ``owner`` is the position it is."""

    section: str
    path: str
    data: Mapping[str, Any]
    line: int
    owner: int | None = None


@dataclass(slots=True)
class _Text:
    """A line that a record keeps: where it stands here, and in the text it was read from."""

    text: str
    line: int
    number: int
    record: _Record


class _Numbered:
    """The numbered records of a document; ``rest`` is its data without them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = document.data_lines
        self.records: list[_Record] = []
        self.rest: dict[str, Any] = {}
        for name, node in document.data.items():
            self.rest[name] = self._taken(str(name), node)
        self.texts = [text for record in self.records for text in self._texts(record)]
        self.line_of = {text.number: text.line for text in reversed(self.texts)}

    def _taken(self, section: str, node: object) -> object:
        """Return a section without its numbered records; what else stands in them stays."""
        if section == "basics" and isinstance(node, Mapping):
            self.records.append(_Record(section, section, node, self._at(section)))
            return {key: value for key, value in node.items() if key not in BASICS}
        if section not in TEXTS or not isinstance(node, list):
            return node
        kept: list[object] = []
        for n, item in enumerate(node):
            if isinstance(item, Mapping) and ("line" in item or "lines" in item):
                path = f"{section}[{n}]"
                self.records.append(_Record(section, path, item, self._at(path)))
                kept.append({key: value for key, value in item.items() if key not in FIELDS} or None)
            else:
                kept.append(item)
        return kept

    def _at(self, path: str) -> int:
        return self.places.get(path, 1)

    def _texts(self, record: _Record) -> Iterator[_Text]:
        """Yield the texts of a record with their numbers; one too many gets the last, so that it stands behind it."""
        numbers = _numbers(record.data.get("lines")) or [_number(record.data.get("line"))]
        for n, (text, line) in enumerate(self._written(record)):
            yield _Text(scrub(text), line, numbers[min(n, len(numbers) - 1)], record)

    def _written(self, record: _Record) -> Iterator[tuple[str, int]]:
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

    # --- facts -----------------------------------------------------------------------------------------------------

    def profile(self, rest: Profile, now: int) -> Profile:
        """Return the facts, those of ``rest`` behind them."""
        self.now = now
        positions, owners = self._positions(rest)
        statements = self._statements(rest, owners)
        said = [place for record in self.records if record.section == "basics" for place in self._homes(record)]
        own = [each for each in rest.credentials if not self._inside(each.where)]
        credentials = [*(self._credential(record) for record in self._of("certificates")), *own]
        basics: Mapping[str, Any] = self.document.data.get("basics") or {}
        meta = self.document.data["meta"]
        return Profile(
            path=self.document.path,
            name=str(basics.get("name") or ""),
            headline=str(basics.get("label") or ""),
            positions=positions,
            education=(
                *(self._degree(record) for record in self._of("education")),
                *(each for each in rest.education if not self._inside(each.where)),
            ),
            credentials=(*credentials, *make.found_credentials(statements, credentials, now)),
            languages=(
                *(self._language(record) for record in self._of("languages")),
                *(each for each in rest.languages if not self._inside(each.where)),
            ),
            places=(*said, *(place for place in rest.places if place.where.startswith("basics")), *_job_places(positions)),
            statements=statements,
            as_of=now,
            language=written(statements, str(meta.get("language") or "")),
            warnings=tuple(said for said in rest.warnings if said != structured.GENERIC),
        )

    def _of(self, section: str) -> list[_Record]:
        return [record for record in self.records if record.section == section]

    def _inside(self, where: str) -> bool:
        """Say whether a path lies in a numbered record."""
        found = re.match(r"\w+\[\d+\]", where)
        return found is not None and any(record.path == found[0] for record in self.records)

    def _line(self, record: _Record, field: str = "line") -> int:
        """Return the line of this file on which the text stands that a fact was read from, else the record's own."""
        return self.line_of.get(_number(record.data.get(field)), record.line)

    def _positions(self, rest: Profile) -> tuple[tuple[Position, ...], dict[int, int]]:
        """Return the positions in the order of their lines, and which of them each of the rest is."""
        jobs = [record for record in self.records if record.section in SECTIONS]
        found: list[tuple[int, Position, _Record | int]] = [(_number(job.data.get("line")), self._position(job), job) for job in jobs]
        added = [(n, each) for n, each in enumerate(rest.positions) if not self._inside(each.where)]
        found += [(self._number_above(each.line), each, n) for n, each in added]
        found.sort(key=lambda item: item[0])
        owners: dict[int, int] = {}
        for n, (_, _, source) in enumerate(found):
            if isinstance(source, _Record):
                source.owner = n
            else:
                owners[source] = n
        return tuple(position for _, position, _ in found), owners

    def _position(self, record: _Record) -> Position:
        data, kind = record.data, SECTIONS[record.section]
        title = "name" if kind == "project" else "position"
        employer = {"project": "entity", "volunteer": "organization"}.get(kind, "name")
        span = self._span(data)
        lines = sorted(text.line for text in self.texts if text.record is record)
        dated = self._line(record, "dateLine") if "dateLine" in data else self._line(record) if span else 0
        return Position(
            title=_word(data, title) or _word(data, employer),
            employer=_word(data, employer),
            place=_word(data, "location"),
            span=make.clipped(span, self.now) if span else None,
            line=self._line(record),
            date_line=dated,
            lines=tuple(lines),
            kind=kind,  # type: ignore[arg-type]
            where=record.section,
        )

    def _span(self, data: Mapping[str, Any]) -> Span | None:
        start, end = parse_point(_word(data, "startDate")), _word(data, "endDate")
        last = None if is_present(end) else parse_point(end)
        if start is None:
            return single_span(last) if last else None
        return to_span(start, last, last is None, self.now)

    def _degree(self, record: _Record) -> Degree:
        data = record.data
        end = _word(data, "endDate")
        ended = bool(end) and not is_present(end)
        made = make.degree(
            _word(data, "studyType"),
            _word(data, "area"),
            _word(data, "institution"),
            self._span(data),
            ended,
            self._line(record),
            record.section,
            self.now,
        )
        return replace(made, finished=_truth(data["finished"])) if "finished" in data else made

    def _credential(self, record: _Record) -> Credential:
        data = record.data
        name, issued = _word(data, "name"), parse_point(_word(data, "date"))
        made = make.credential(name, _word(data, "issuer"), issued, name, self._line(record), record.section, self.now)
        if "expires" in data:
            ends = parse_point(_word(data, "expires"))
            made = replace(made, expires=ends.index if ends else None)
        return replace(made, finished=_truth(data["finished"]) is not False) if "finished" in data else made

    def _language(self, record: _Record) -> LanguageSkill:
        name, level = _word(record.data, "language"), _word(record.data, "fluency")
        found = tongues.find(name)
        return LanguageSkill(
            found[0].code if found else "", name, tongues.level_of(level) if level else "", self._line(record), record.section
        )

    def _homes(self, record: _Record) -> Iterator[Place]:
        first, more = record.data.get("location"), record.data.get("locations")
        for each in [first, *(more if isinstance(more, list) else [])]:
            if isinstance(each, Mapping) and _word(each, "city"):
                line = self.line_of.get(_number(each.get("line")), record.line)
                yield make.place(_word(each, "city"), line, True, "basics", _word(each, "countryCode").upper())

    # --- statements ------------------------------------------------------------------------------------------------

    def _statements(self, rest: Profile, owners: Mapping[int, int]) -> tuple[Statement, ...]:
        """Return the texts in the order of their numbers, each of the rest behind the one that stands above it here."""
        found = [(text.number, self._statement(text)) for text in self.texts if text.text]
        for each in rest.statements:
            inside = next((record for record in self.records if each.where.startswith(f"{record.path}.")), None)
            owner = inside.owner if inside else owners.get(each.position) if each.position is not None else None
            found.append((self._number_above(each.line), replace(each, position=owner)))
        found.sort(key=lambda item: item[0])
        return tuple(said for _, said in found)

    def _statement(self, text: _Text) -> Statement:
        record = text.record
        source = SOURCES.get(record.section, "summary") if record.section != "notes" else _word(record.data, "part") or "other"
        return make.statement(text.text, text.line, record.section, source, record.owner)

    def _number_above(self, line: int) -> int:
        """Return the number of the text that stands above a line of this file, 0 where none does."""
        texts = sorted((text.line, text.number) for text in self.texts)
        at = bisect_right(texts, (line, 0)) - 1
        return texts[at][1] if at >= 0 else 0


def _job_places(positions: Sequence[Position]) -> Iterator[Place]:
    for each in positions:
        if each.kind == "work" and each.place and not is_blank(each.place):
            yield make.place(each.place, each.line, bool(each.span and each.span.ongoing), each.where)


def _word(data: Mapping[str, Any], field: str) -> str:
    value = data.get(field)
    return scrub(value.strip()) if isinstance(value, str) else ""


def _truth(value: object) -> bool | None:
    return {"true": True, "yes": True, "false": False, "no": False}.get(str(value).strip().lower())


def _number(value: object) -> int:
    return int(value) if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"\d{1,9}", value)) else 0


def _numbers(value: object) -> list[int]:
    return [_number(each) for each in value] if isinstance(value, list) else []
