"""A Profile in, its View out: the lines that can be evidence, each with the words around it, the skills it names and the time it covers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, ParamSpec, TypeVar

from jobfit.match.words import Shares, content
from jobfit.types import Position, Profile, Statement
from jobfit.vocabulary import skills
from jobfit.vocabulary.claims import claimed, is_learning, refused

Asked = ParamSpec("Asked")
Made = TypeVar("Made")

# Parts of a profile whose short entries are read as one: the studyType, area and dates of a degree say one thing together.
_ENTRIES = frozenset({"education", "certificate", "language", "skill", "publication", "award", "interest"})
_TAUGHT = frozenset({"education", "certificate"})
_DEED_SOURCES = frozenset({"work", "project", "volunteer", "publication", "award"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of evidence: those of its words that claim something, the same in context (title, employer, dates), and what it names."""

    statement: Statement
    text: str
    context: str
    deed: bool
    skills: frozenset[str]
    implied: frozenset[str]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Firsts:
    """The place of the first unit for each skill: that does something with it, that implies it by a deed, that tells of a course or paper
    in it, that names or implies it.
    """

    used: dict[str, int]
    implied: dict[str, int]
    taught: dict[str, int]
    named: dict[str, int]
    listed: dict[str, int]


_SHOWS: tuple[Callable[[Unit], frozenset[str]], ...] = (
    lambda u: u.skills if u.deed else frozenset(),
    lambda u: u.implied if u.deed else frozenset(),
    lambda u: u.skills | u.implied if u.statement.source in _TAUGHT else frozenset(),
    lambda u: u.skills,
    lambda u: u.skills | u.implied,
)


@dataclass(frozen=True)
class View:
    """A profile as matching sees it; built once for all requirements."""

    profile: Profile
    units: tuple[Unit, ...] = field(default=())
    denied: tuple[Unit, ...] = field(default=())  # what lines deny or hope for: it can contradict at most
    made: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)  # what steps have made of it, for ``once``

    @cached_property
    def by_line(self) -> dict[int, Unit]:
        """The first unit of each line; a line that only denies stands here too."""
        found: dict[int, Unit] = {}
        for unit in (*self.units, *self.denied):
            found.setdefault(unit.statement.line, unit)
        return found

    @cached_property
    def numbers(self) -> dict[int, list[int]]:
        """The places of each line's units."""
        found: dict[int, list[int]] = {}
        for number, unit in enumerate(self.units):
            found.setdefault(unit.statement.line, []).append(number)
        return found

    def place(self, line: int) -> int:
        """Return how far down a line stands, for what comes first; a line that is no unit stands below all."""
        return self.numbers[line][0] if line in self.numbers else len(self.units)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Skills shown by something done, with all they imply."""
        return frozenset().union(*(u.skills | u.implied for u in self.units if u.deed))

    @cached_property
    def listed(self) -> frozenset[str]:
        """Skills named anywhere, with all they imply."""
        return frozenset().union(*(u.skills | u.implied for u in self.units))

    @cached_property
    def months(self) -> int:
        """Months of paid work, overlaps once."""
        return covered(p for p in self.profile.positions if p.kind == "work")

    @cached_property
    def texts(self) -> list[str]:
        """What the encoder is asked for."""
        return list(dict.fromkeys(t for u in self.units for t in (u.text, u.context)))

    @cached_property
    def deed_places(self) -> list[int]:
        """The places of the units that tell of something done."""
        return [number for number, unit in enumerate(self.units) if unit.deed]

    @cached_property
    def deeds_of(self) -> dict[str, set[int]]:
        """The places of the units that do something with each skill, or imply it by what they do."""
        found: dict[str, set[int]] = {}
        for number in self.deed_places:
            for name in self.units[number].skills | self.units[number].implied:
                found.setdefault(name, set()).add(number)
        return found

    @cached_property
    def first(self) -> Firsts:
        """The first unit to show each skill, by how it shows it."""
        return Firsts(*({name: n for n, u in reversed([*enumerate(self.units)]) for name in names(u)} for names in _SHOWS))

    @cached_property
    def words(self) -> Shares:
        """The content words of each unit's own text."""
        return Shares([content(u.text) for u in self.units])

    @cached_property
    def words_around(self) -> Shares:
        """The content words of each unit in its context."""
        return Shares([content(u.context) for u in self.units])

    @cached_property
    def words_of_deeds(self) -> Shares:
        """The content words of each unit that tells of something done."""
        return Shares([content(u.text) for u in self.units if u.deed])


def once(step: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """Have a step that asks nothing but a view, or a name and a view of it, run once for each: a profile is matched with many postings.

    What it returns must not be changed. The names must be few, since all are kept as long as the view, which is the last argument.
    """

    @wraps(step)
    def kept(*asked: Asked.args, **none: Asked.kwargs) -> Made:
        known: dict[Any, Made] = asked[-1].made  # type: ignore[attr-defined]
        key = (step, *asked[:-1])
        if key not in known:
            known[key] = step(*asked, **none)
        return known[key]

    return kept


def covered(positions: object) -> int:
    """Months that the positions with dates cover, overlaps once."""
    spans = sorted(p.span for p in positions if p.span is not None)  # type: ignore[attr-defined]
    total, end = 0, -1
    for span in spans:
        total += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return total


def view(profile: Profile) -> View:
    """Return the profile's view; units stand in the order of the profile, and so does what their lines deny."""
    said = _distinct(profile.statements)
    entries: dict[str, list[Statement]] = {}
    for statement in said:
        if (key := _entry(statement)) and not statement.negated:
            entries.setdefault(key, []).append(statement)
    units = [_unit(profile, s, claimed(s.text), entries.get(_entry(s), [])) for s in said if not s.negated and claimed(s.text)]
    denied = [_unit(profile, s, text, []) for s in said if (text := refused(s.text) or s.text * s.negated)]
    return View(profile, tuple(units), tuple(denied))


def _distinct(statements: tuple[Statement, ...]) -> list[Statement]:
    """Return the lines without those said again: hidden or not, they add nothing, the first of their kind stands for all."""
    once = {(s.text.strip(), s.position, s.listed): s for s in reversed(statements) if s.text.strip()}
    return [s for s in statements if once.get((s.text.strip(), s.position, s.listed)) is s]


def _entry(statement: Statement) -> str:
    """The entry that a short leaf is read with; "" where lines stand alone."""
    return entry_of(statement.where) if statement.source in _ENTRIES else ""


def entry_of(where: str) -> str:
    """Return the entry a place in a profile belongs to: ``education[0]`` for ``education[0].area``; "" for a place in none."""
    found = re.match(r"[^\[]*\[\d+\]", where)
    return found[0] if found else ""


def _unit(profile: Profile, statement: Statement, text: str, entry: list[Statement]) -> Unit:
    position = profile.positions[statement.position] if statement.position is not None else None
    heading = position is not None and statement.line in (position.line, position.date_line)
    own = frozenset(hit.name for hit in skills.find(text))
    implied = frozenset().union(*(skills.implied(name) for name in own))
    deed = statement.source in _DEED_SOURCES and not statement.listed and not statement.negated and not is_learning(text)
    return Unit(statement, text, context(text, position, entry, heading), deed, own, implied, heading)


def context(text: str, position: Position | None, entry: list[Statement], heading: bool) -> str:
    """The line as a reader sees it: with the title, employer and dates of its position, or with the rest of its short entry."""
    if position is not None:
        head = ", ".join(part for part in (position.title, position.employer, dates(position)) if part)
        return head if heading else f"{head}: {text}" if head else text
    if len(entry) > 1 and len(text) < 120:
        return "; ".join(dict.fromkeys(claimed(s.text) for s in entry))[:400]
    return text


def dates(position: Position) -> str:
    """The position's months as ``2019-10 to 2021-08``; "" where it has none."""
    if position.span is None:
        return ""
    last = position.span.end - 1
    end = "present" if position.span.ongoing else f"{last // 12}-{last % 12 + 1:02d}"
    return f"{position.span.start // 12}-{position.span.start % 12 + 1:02d} to {end}"
