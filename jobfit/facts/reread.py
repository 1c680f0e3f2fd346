"""A JSON Resume document that keeps the lines it was read from comes in; the Profile that those lines told comes out.

What a person has added since, in JSON Resume's own way, is read as in any other such document; it stands after what it was put under.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from jobfit.facts import make, structured
from jobfit.facts.asof import own_date
from jobfit.facts.dates import is_present, parse_point
from jobfit.facts.kept import Record, Records, Text, number
from jobfit.facts.named import is_blank
from jobfit.facts.numbered import SECTIONS
from jobfit.facts.private import scrub
from jobfit.facts.spans import month_of, single_span, to_span
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


def read(document: Document, as_of: date | None) -> Profile:
    """Facts of such a document; ``as_of`` None falls back on the date that it gives."""
    told = Records(document)
    rest = structured.read(replace(document, data=told.rest), as_of)
    when = as_of or own_date(document)
    now = month_of(when) if when else rest.as_of or month_of(date.min)
    return _Facts(told, now).profile(rest)


class _Facts:
    """What the numbered records of a document say."""

    def __init__(self, told: Records, now: int) -> None:
        self.told, self.now = told, now

    def profile(self, rest: Profile) -> Profile:
        """Return the facts, those of ``rest`` behind them."""
        now = self.now
        positions, owners = self._positions(rest)
        statements = self._statements(rest, owners)
        said = [place for record in self.told.records if record.section == "basics" for place in self._homes(record)]
        own = [each for each in rest.credentials if not self.told.inside(each.where)]
        credentials = [*(self._credential(record) for record in self.told.of("certificates")), *own]
        basics: Mapping[str, Any] = self.told.document.data.get("basics") or {}
        meta = self.told.document.data["meta"]
        return Profile(
            path=self.told.document.path,
            name=str(basics.get("name") or ""),
            headline=str(basics.get("label") or ""),
            positions=positions,
            education=(
                *(self._degree(record) for record in self.told.of("education")),
                *(each for each in rest.education if not self.told.inside(each.where)),
            ),
            credentials=(*credentials, *make.found_credentials(statements, credentials, now)),
            languages=(
                *(self._language(record) for record in self.told.of("languages")),
                *(each for each in rest.languages if not self.told.inside(each.where)),
            ),
            places=(*said, *(place for place in rest.places if place.where.startswith("basics")), *_job_places(positions)),
            statements=statements,
            as_of=now,
            language=written(statements, str(meta.get("language") or "")),
            warnings=tuple(said for said in rest.warnings if said != structured.GENERIC),
        )

    def _positions(self, rest: Profile) -> tuple[tuple[Position, ...], dict[int, int]]:
        """Return the positions in the order of their lines, and which of them each of the rest is."""
        jobs = [record for record in self.told.records if record.section in SECTIONS]
        found: list[tuple[int, Position, Record | int]] = [(number(job.data.get("line")), self._position(job), job) for job in jobs]
        added = [(n, each) for n, each in enumerate(rest.positions) if not self.told.inside(each.where)]
        found += [(self.told.number_above(each.line), each, n) for n, each in added]
        found.sort(key=lambda item: item[0])
        owners: dict[int, int] = {}
        for n, (_, _, source) in enumerate(found):
            if isinstance(source, Record):
                source.owner = n
            else:
                owners[source] = n
        return tuple(position for _, position, _ in found), owners

    def _position(self, record: Record) -> Position:
        data, kind = record.data, SECTIONS[record.section]
        title = "name" if kind == "project" else "position"
        employer = {"project": "entity", "volunteer": "organization"}.get(kind, "name")
        span = self._span(data)
        lines = sorted(text.line for text in self.told.texts if text.record is record)
        dated = self.told.line(record, "dateLine") if "dateLine" in data else self.told.line(record) if span else 0
        return Position(
            title=_word(data, title) or _word(data, employer),
            employer=_word(data, employer),
            place=_word(data, "location"),
            span=make.clipped(span, self.now) if span else None,
            line=self.told.line(record),
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

    def _degree(self, record: Record) -> Degree:
        data = record.data
        end = _word(data, "endDate")
        ended = bool(end) and not is_present(end)
        made = make.degree(
            _word(data, "studyType"),
            _word(data, "area"),
            _word(data, "institution"),
            self._span(data),
            ended,
            self.told.line(record),
            record.section,
            self.now,
        )
        return replace(made, finished=_truth(data["finished"])) if "finished" in data else made

    def _credential(self, record: Record) -> Credential:
        data = record.data
        name, issued = _word(data, "name"), parse_point(_word(data, "date"))
        made = make.credential(name, _word(data, "issuer"), issued, name, self.told.line(record), record.section, self.now)
        if "expires" in data:
            ends = parse_point(_word(data, "expires"))
            made = replace(made, expires=ends.index if ends else None)
        return replace(made, finished=_truth(data["finished"]) is not False) if "finished" in data else made

    def _language(self, record: Record) -> LanguageSkill:
        name, level = _word(record.data, "language"), _word(record.data, "fluency")
        found = tongues.find(name)
        return LanguageSkill(
            found[0].code if found else "", name, tongues.level_of(level) if level else "", self.told.line(record), record.section
        )

    def _homes(self, record: Record) -> Iterator[Place]:
        first, more = record.data.get("location"), record.data.get("locations")
        for each in [first, *(more if isinstance(more, list) else [])]:
            if isinstance(each, Mapping) and _word(each, "city"):
                line = self.told.line_of.get(number(each.get("line")), record.line)
                yield make.place(_word(each, "city"), line, True, "basics", _word(each, "countryCode").upper())

    # --- statements ------------------------------------------------------------------------------------------------

    def _statements(self, rest: Profile, owners: Mapping[int, int]) -> tuple[Statement, ...]:
        """Return the texts in the order of their numbers, each of the rest behind the one that stands above it here."""
        found = [(text.number, self._statement(text)) for text in self.told.texts if text.text]
        for each in rest.statements:
            inside = next((record for record in self.told.records if each.where.startswith(f"{record.path}.")), None)
            owner = inside.owner if inside else owners.get(each.position) if each.position is not None else None
            found.append((self.told.number_above(each.line), replace(each, position=owner)))
        found.sort(key=lambda item: item[0])
        return tuple(said for _, said in found)

    def _statement(self, text: Text) -> Statement:
        record = text.record
        source = SOURCES.get(record.section, "summary") if record.section != "notes" else _word(record.data, "part") or "other"
        return make.statement(text.text, text.line, record.section, source, record.owner)


def _job_places(positions: Sequence[Position]) -> Iterator[Place]:
    for each in positions:
        if each.kind == "work" and each.place and not is_blank(each.place):
            yield make.place(each.place, each.line, bool(each.span and each.span.ongoing), each.where)


def _word(data: Mapping[str, Any], field: str) -> str:
    value = data.get(field)
    return scrub(value.strip()) if isinstance(value, str) else ""


def _truth(value: object) -> bool | None:
    return {"true": True, "yes": True, "false": False, "no": False}.get(str(value).strip().lower())
