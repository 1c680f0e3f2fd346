"""The leaves of a structured résumé come in; its Profile comes out: JSON Resume, RenderCV or any other schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from jobfit.facts import make
from jobfit.facts.dates import find_ranges, is_present, month_of, parse_point, single_span, to_span
from jobfit.facts.phrases import find, is_leave, is_negated
from jobfit.facts.private import scrub
from jobfit.facts.schema import is_json_resume
from jobfit.facts.tree import Leaf, field_names, keys, leaves, plain
from jobfit.types import Credential, Degree, Document, LanguageSkill, Place, Position, Profile, Span, Statement

GENERIC = "the file is no JSON Resume: its fields were taken as they stand; see what was understood with: jobfit profile"
KINDS = {"work": "work", "projects": "project", "volunteer": "volunteer"}


def own_date(document: Document) -> date | None:
    """Return the date the file itself gives as its last change, the first of the month where it names no day."""
    data = document.data
    if not isinstance(data, Mapping):
        return None
    meta = data.get("meta")
    said = [meta.get(name) for name in ("lastModified", "last_modified", "date")] if isinstance(meta, Mapping) else []
    said += [data.get(name) for name in ("lastModified", "last_modified", "last_updated", "updated")]
    point = next((point for text in said if text and (point := parse_point(str(text)))), None)
    return date(point.year, point.month or 7, 1) if point else None


def read(document: Document, as_of: date | None) -> Profile:
    """Facts of a structured résumé; ``as_of`` None falls back on the file's own date, then on the latest date in it."""
    shown = leaves(document)
    now = month_of(as_of or own_date(document) or date(1, 1, 1))
    entries = _entries(shown)
    if now <= 12:
        now = _latest(shown)
    positions, owner = _positions(entries, now)
    credentials = [*_credentials(shown, entries, now)]
    statements = _statements(shown, owner)
    return Profile(
        path=document.path,
        name=_name(document.data),
        headline=_first_text(shown, "label"),
        positions=positions,
        education=tuple(
            _degree(path, group, now) for path, group in entries.items() if group[0].section == "education" and _is_course(group)
        ),
        credentials=(*credentials, *make.found_credentials(statements, credentials, now)),
        languages=tuple(_languages(shown, entries)),
        places=tuple(_places(shown, entries, positions)),
        statements=statements,
        as_of=now,
        language=document.meta.get("language", ""),
        warnings=(*document.warnings, *([] if is_json_resume(document) else [GENERIC])),
    )


# --- entries and their fields --------------------------------------------------------------------------------------


def _entries(shown: Iterable[Leaf]) -> dict[str, list[Leaf]]:
    """Return the leaves of each record, by its path, in the order of the file."""
    groups: dict[str, list[Leaf]] = {}
    for leaf in shown:
        if leaf.entry:
            groups.setdefault(leaf.entry, []).append(leaf)
    return groups


def _field(group: Iterable[Leaf], *fields: str) -> Leaf | None:
    """Return the first leaf that fills one of the fields, tried in the order given."""
    for name in fields:
        names = field_names(name)
        if leaf := next((leaf for leaf in group if leaf.key in names), None):
            return leaf
    return None


def _text(leaf: Leaf | None) -> str:
    return scrub(leaf.text) if leaf else ""


def _name(data: object) -> str:
    """Return the person's name, from the basics or the top of the file."""
    if not isinstance(data, Mapping):
        return ""
    names = ("name", "fullname", "vollername", "nom", "nombre", "naam", "nome")
    for node in (data.get("basics"), data, *(value for value in data.values() if isinstance(value, Mapping))):
        if isinstance(node, Mapping):
            for key, value in node.items():
                if plain(key) in names and isinstance(value, str):
                    return value.strip()
    return ""


def _first_text(shown: Iterable[Leaf], field: str) -> str:
    names = field_names(field)
    return next((leaf.text for leaf in shown if leaf.section in ("", "basics", "summary") and not leaf.entry and leaf.key in names), "")


def _dates(group: Sequence[Leaf], now: int) -> tuple[Span | None, Leaf | None]:
    """Return the span of a record and the line of its dates."""
    start, end, both = _field(group, "start"), _field(group, "end"), _field(group, "dates")
    if start is None and both is not None:
        found = find_ranges(both.text)
        if not found:
            return None, both
        first = found[0]
        return (single_span(first.start) if first.single and first.start else to_span(first.start, first.end, first.ongoing, now)), both
    if start is None:
        point = parse_point(end.text) if end else None
        return (single_span(point) if point else None), end
    ongoing = end is None or is_present(end.text)
    finish = parse_point(end.text) if end is not None and not ongoing else None
    return to_span(parse_point(start.text), finish, ongoing, now), start


def _latest(shown: Iterable[Leaf]) -> int:
    """Return the latest month any date field names: "today" for a file without a date of its own, read without one."""
    dated = field_names("start") | field_names("end") | field_names("dates")
    points = [point for leaf in shown if leaf.key in dated and (point := parse_point(leaf.text))]
    return max((point.index + 1 for point in points), default=0)


# --- facts ---------------------------------------------------------------------------------------------------------


def _positions(entries: Mapping[str, list[Leaf]], now: int) -> tuple[tuple[Position, ...], dict[str, int]]:
    """Return the positions in the order of the file, and which of them each record is."""
    positions: list[Position] = []
    owner: dict[str, int] = {}
    for path, group in entries.items():
        kind = KINDS.get(group[0].section)
        title, employer = _field(group, "title"), _field(group, "employer")
        named = next((leaf for leaf in group if leaf.key == "name"), None)
        if kind == "project":
            title, employer = named or title, employer
        else:
            employer = employer or named
        if kind is None or (title is None and employer is None) or is_leave(_text(title)) or is_leave(_text(employer)):
            continue
        span, dated = _dates(group, now)
        if span is not None and kind != "project":
            span = make.clipped(span, now)
        owner[path] = len(positions)
        positions.append(
            Position(
                title=_text(title) or _text(employer),
                employer=_text(employer),
                place=_text(_field(group, "place")),
                span=span,
                line=(title or employer or group[0]).line,
                date_line=dated.line if dated else 0,
                lines=tuple(sorted({leaf.line for leaf in group})),
                kind=kind,  # type: ignore[arg-type]
                where=path,
            )
        )
    return tuple(positions), owner


def _is_course(group: Sequence[Leaf]) -> bool:
    return _field(group, "studyType", "area", "institution") is not None


def _degree(path: str, group: Sequence[Leaf], now: int) -> Degree:
    kind, area, school = _field(group, "studyType"), _field(group, "area"), _field(group, "institution")
    span, _ = _dates(group, now)
    best = kind or area or school or group[0]
    end = _field(group, "end")
    return make.degree(
        title=_text(kind),
        field=_text(area),
        institution=_text(school),
        span=span,
        ended=end is not None and not is_present(end.text),
        line=best.line,
        where=path,
        now=now,
    )


def _credentials(shown: Iterable[Leaf], entries: Mapping[str, list[Leaf]], now: int) -> list[Credential]:
    found = []
    for path, group in entries.items():
        if group[0].section == "certificates":
            name = next((leaf for leaf in group if leaf.key in ("name", "title", "certificate", "label")), group[0])
            dated, until = (
                _field(group, "dates", "start"),
                next((leaf for leaf in group if leaf.key.startswith("expir") or leaf.key in ("enddate", "validuntil")), None),
            )
            told = " ".join(leaf.text for leaf in group if leaf.key not in ("name", "issuer") and leaf is not dated)
            ends = f"expires {until.text}" if until else f"{name.text} {told}"
            issued = parse_point(dated.text) if dated else None
            found.append(make.credential(_text(name), _text(_field(group, "issuer")), issued, ends, name.line, path, now))
    bare = [leaf for leaf in shown if leaf.section == "certificates" and not leaf.entry]
    return found + [make.credential(scrub(leaf.text), "", parse_point(leaf.text), leaf.text, leaf.line, leaf.path, now) for leaf in bare]


def _languages(shown: Iterable[Leaf], entries: Mapping[str, list[Leaf]]) -> list[LanguageSkill]:
    found = []
    for path, group in entries.items():
        if group[0].section == "languages":
            name, level = _field(group, "language") or _field(group, "name"), _field(group, "fluency")
            if name is not None:
                found.append(make.language(name.text, level.text if level else "", name.line, path))
    for leaf in shown:
        if leaf.section == "languages" and not leaf.entry:
            raw = re.split(r"[.\[]", leaf.path)[-1]
            text = leaf.text if leaf.path.endswith("]") or leaf.key in ("languages", "language") else f"{raw}: {leaf.text}"
            found += make.languages(text, leaf.line, leaf.path)
    return found


def _places(shown: Sequence[Leaf], entries: Mapping[str, list[Leaf]], positions: Sequence[Position]) -> list[Place]:
    """Where the person lives (from the basics), then where they worked, in the order of the file."""
    home = [
        leaf for leaf in shown if not leaf.entry and leaf.section in ("", "basics") and leaf.key in (*field_names("place"), "countrycode")
    ]
    found = []
    if home:
        words: list[str] = []
        for said in home:
            words += [part for part in scrub(said.text).split(", ") if part not in words]
        text = ", ".join(words)
        code = next((leaf.text.upper() for leaf in home if leaf.key == "countrycode" and len(leaf.text) == 2), "")
        found.append(make.place(text, home[0].line, now=True, where=home[0].path.rpartition(".")[0] or home[0].path, country=code))
    for position in positions:
        leaf = _field(entries[position.where], "place")
        if leaf is not None and position.place:
            code = found[0].country if home and position.place == found[0].text.partition(",")[0] else ""
            found.append(
                make.place(position.place, leaf.line, now=bool(position.span and position.span.ongoing), where=leaf.path, country=code)
            )
    return found


# --- statements ----------------------------------------------------------------------------------------------------


def _statements(shown: Sequence[Leaf], owner: Mapping[str, int]) -> tuple[Statement, ...]:
    lines = {leaf.line for leaf in shown}
    told = _flat(shown) if len(lines) * 4 > len(shown) else list(shown)
    return tuple(statement for leaf in told if (statement := _statement(leaf, owner)) is not None)


def _flat(shown: Sequence[Leaf]) -> list[Leaf]:
    """Leaves of one small mapping written on one line made one ("{language: Igbo, fluency: native}")."""
    merged: list[Leaf] = []
    for leaf in shown:
        last = merged[-1] if merged else None
        parent = leaf.path.rpartition(".")[0]
        if (
            last
            and last.line == leaf.line
            and parent
            and not leaf.path.endswith("]")
            and parent in (last.path, last.path.rpartition(".")[0])
        ):
            text = f"{last.text}, {_told(leaf)}"
            merged[-1] = Leaf(parent, last.key, text, leaf.line, leaf.section, leaf.entry, last.listed and leaf.listed)
        else:
            merged.append(leaf)
    return merged


def _statement(leaf: Leaf, owner: Mapping[str, int]) -> Statement | None:
    if not leaf.entry and leaf.section in ("", "basics") and leaf.key in field_names("name"):
        return None
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


def _known_keys() -> frozenset[str]:
    return _KNOWN or _fill()


_KNOWN: frozenset[str] = frozenset()


def _fill() -> frozenset[str]:
    global _KNOWN
    table = keys()
    names = {name for names in table["fields"].values() for name in names} | {
        name for names in table["sections"].values() for name in names
    }
    _KNOWN = frozenset(names | set(table["plain"]) | {"countrycode"}) - set(table["sections"]["rights"])
    return _KNOWN
