"""A Profile read from plain lines comes in; JSON Resume records come out that keep each line whole, with its number in that text.

Beside its fields a record holds ``line``, where its facts were read, and ``lines``, the numbers of the texts that stand in it (``TEXTS``
names their fields, in this order). A record with such numbers states facts by its fields and tells by its texts, as the lines did.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jobfit.facts import make
from jobfit.facts.dates import find_ranges, is_present, parse_point
from jobfit.facts.said import said_dates, said_month
from jobfit.regex import regex
from jobfit.types import Credential, Degree, LanguageSkill, Place, Position, Profile, Statement

MARK = "lines"  # the field of meta that says so of a document
SAYS = "line numbers are those of the text this was read from"
TEXTS: Mapping[str, tuple[str, ...]] = {
    "work": ("heading", "highlights"),
    "volunteer": ("heading", "highlights"),
    "projects": ("heading", "highlights"),
    "education": ("heading", "courses"),
    "certificates": ("name",),
    "languages": ("heading",),
    "skills": ("name",),
    "publications": ("name",),
    "awards": ("title",),
    "interests": ("name",),
    "notes": ("text",),
}
SECTIONS = {"work": "work", "volunteer": "volunteer", "projects": "project"}
PLAIN = {"skills": "skill", "publications": "publication", "awards": "award", "interests": "interest"}
# What a block of YAML can hold as it stands.
_BLOCK = regex("[\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]+")


def records(profile: Profile) -> dict[str, Any]:
    """Return the document: JSON Resume's sections, and ``notes`` for the lines that none of them takes."""
    return _Writing(profile).data()


class _Writing:
    """One pass over the facts; ``free`` are the statements that no record has taken yet."""

    def __init__(self, profile: Profile) -> None:
        self.profile, self.now = profile, profile.as_of
        self.free = dict(enumerate(profile.statements))

    def data(self) -> dict[str, Any]:
        profile = self.profile
        data: dict[str, Any] = {"basics": self.basics()}
        for section, kind in SECTIONS.items():
            data[section] = [self.position(n, each, section) for n, each in enumerate(profile.positions) if each.kind == kind]
        data["education"] = [self.course(n, each) for n, each in enumerate(profile.education)]
        data["certificates"] = [self.credential(each) for each in profile.credentials]
        data["languages"] = [self.language(each) for each in profile.languages]
        for section, source in PLAIN.items():
            field = TEXTS[section][0]
            data[section] = [{field: said.text, "lines": [said.line]} for said in self.free.values() if _is_bare(said, source)]
        data["notes"] = [
            kept(text=said.text, part=_part(said), lines=[said.line]) for said in self.free.values() if not _is_bare(said, *PLAIN.values())
        ]
        when = said_month(profile.as_of) if profile.as_of else ""
        data["meta"] = kept(lastModified=when, language=profile.language) | {MARK: SAYS}
        return {key: value for key, value in data.items() if value}

    def take(self, wanted: Callable[[Statement], bool], position: int | None = None) -> list[Statement]:
        """Return the free statements of a position, or of none, that are wanted, and count them as taken."""
        taken = {n: said for n, said in self.free.items() if said.position == position and wanted(said)}
        for n in taken:
            del self.free[n]
        return list(taken.values())

    def basics(self) -> dict[str, Any]:
        homes = [each for each in self.profile.places if each.now and not self._of_position(each)]
        told = self.take(lambda said: said.source == "summary" and _BLOCK.fullmatch(said.text) is not None)
        return kept(
            name=self.profile.name,
            label=self.profile.headline,
            location=_place(homes[0]) if homes else None,
            locations=[_place(each) for each in homes[1:]],
            summary="\n".join(said.text for said in told),
            lines=[said.line for said in told],
        )

    def _of_position(self, place: Place) -> bool:
        return any((each.line, each.place) == (place.line, place.text) for each in self.profile.positions)

    def position(self, number: int, each: Position, section: str) -> dict[str, Any]:
        told = self.take(lambda _: True, position=number)
        top = [said for said in told if said.line in (each.line, each.date_line) or only_heads(each, said)]
        owner = {"volunteer": "organization", "projects": "entity"}.get(section, "name")
        title = "name" if section == "projects" else "position"
        names = {owner: each.employer, title: each.title}
        dated = next((said.text for said in told if said.line == each.date_line), "")
        return kept(
            **names,
            location=each.place,
            **said_dates(find_ranges(dated), each.span, self.now),
            **_texts(section, top, [said for said in told if said not in top]),
            line=each.line,
            dateLine=each.date_line if each.date_line != each.line else 0,
            lines=[said.line for said in _in_order(told, top)],
        )

    def course(self, number: int, each: Degree) -> dict[str, Any]:
        courses = self.profile.education
        after = min((other.line for other in courses[number + 1 :] if other.line > each.line), default=None)
        first = min(other.line for other in courses) == each.line
        told = self.take(
            lambda said: said.source == "education" and (first or said.line >= each.line) and (after is None or said.line < after)
        )
        top = [said for said in told if said.line <= each.line]
        own = [said for said in self.profile.statements if said.line == each.line]
        ranges = [found for said in [*own, *told] for found in find_ranges(said.text)]
        made = kept(
            institution=each.institution,
            area=each.field,
            studyType=each.title,
            **said_dates(ranges, each.span, self.now, alone=True),
            **_texts("education", top, [said for said in told if said not in top]),
            line=each.line,
            lines=[said.line for said in _in_order(told, top)],
        )
        derived = make.degree(each.title, each.field, each.institution, each.span, bool(made.get("endDate")), 0, "", self.now)
        return made if derived.finished == each.finished else made | {"finished": "unknown" if each.finished is None else each.finished}

    def credential(self, each: Credential) -> dict[str, Any]:
        told = self.take(lambda said: said.source == "certificate" and (said.line, said.text) == (each.line, each.name))
        issued = "" if each.issued is None else said_month(each.issued)
        issued = issued.partition("-")[0] if each.year_only else issued
        made = kept(name=each.name, issuer=each.issuer, date=issued, line=each.line, lines=[said.line for said in told])
        derived = make.credential(each.name, each.issuer, parse_point(issued), each.name, 0, "", self.now)
        if derived.expires != each.expires:
            made["expires"] = said_month(each.expires) if each.expires is not None else "unknown"
        return made if derived.finished == each.finished else made | {"finished": each.finished}

    def language(self, each: LanguageSkill) -> dict[str, Any]:
        told = self.take(lambda said: (said.source, said.line) == ("language", each.line))
        return kept(
            language=each.name or each.code,
            fluency=each.level,
            **_texts("languages", told),
            line=each.line,
            lines=[said.line for said in told],
        )


def _in_order(told: list[Statement], top: list[Statement]) -> list[Statement]:
    return [*top, *(said for said in told if said not in top)]


def _texts(section: str, *groups: list[Statement]) -> dict[str, list[str]]:
    return {field: [said.text for said in group] for field, group in zip(TEXTS[section], groups, strict=False) if group}


def _is_bare(said: Statement, *sources: str) -> bool:
    return said.source in sources and said.position is None


def _part(said: Statement) -> str:
    return "" if said.source == "other" else said.source


def _place(place: Place) -> dict[str, Any]:
    return kept(city=place.text, countryCode=place.country, line=place.line)


def only_heads(each: Position, said: Statement) -> bool:
    """Say whether a line only repeats the job's title, employer, place or dates."""
    rest = said.text
    for found in reversed(find_ranges(rest)):
        rest = f"{rest[: found.at]} {rest[found.to :]}"
    known = set(_words(f"{each.title} {each.employer} {each.place}"))
    return is_present(said.text) or all(word in known for word in _words(rest))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def kept(**fields: object) -> dict[str, Any]:
    """Return the fields that say something."""
    return {key: value for key, value in fields.items() if value}
