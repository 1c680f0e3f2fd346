"""The leaves of a structured résumé come in; its Profile comes out: JSON Resume, RenderCV or any other schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from jobfit.facts import make
from jobfit.facts.asof import own_date
from jobfit.facts.courses import title_and_field
from jobfit.facts.dates import is_present, parse_point
from jobfit.facts.evidence import statements
from jobfit.facts.personal import without
from jobfit.facts.phrases import is_leave, issue
from jobfit.facts.private import scrub
from jobfit.facts.records import by_entry, dates, field, latest, text_of
from jobfit.facts.schema import is_json_resume
from jobfit.facts.spans import month_of
from jobfit.facts.tongue import written
from jobfit.facts.tree import Leaf, field_names, leaves, plain
from jobfit.types import Credential, Degree, Document, LanguageSkill, Place, Position, Profile

GENERIC = "the file is no JSON Resume: its fields were taken as they stand; see what was understood with: jobfit profile"
OF_SELF = ("", "basics", "summary", "other", "interests", "rights")  # sections that speak of the person
KINDS = {"work": "work", "projects": "project", "volunteer": "volunteer"}


def read(document: Document, as_of: date | None) -> Profile:
    """Facts of a structured résumé; ``as_of`` None falls back on the file's own date, then on the latest date in it."""
    shown = [kept for leaf in leaves(document) if (kept := _impersonal(leaf))]
    now = month_of(as_of or own_date(document) or date(1, 1, 1))
    entries = by_entry(shown)
    if now <= 12:
        now = latest(shown)
    positions, owner = _positions(entries, now)
    credentials = [*_credentials(shown, entries, now)]
    told = statements(shown, owner)
    return Profile(
        path=document.path,
        name=_name(document.data),
        headline=_first_text(shown, "label"),
        positions=positions,
        education=tuple(
            _degree(path, group, now) for path, group in entries.items() if group[0].section == "education" and _is_course(group)
        ),
        credentials=(*credentials, *make.found_credentials(told, credentials, now)),
        languages=tuple(_languages(shown, entries)),
        places=tuple(_places(shown, entries, positions)),
        statements=told,
        as_of=now,
        language=written(told, document.meta.get("language", "")),
        warnings=(*document.warnings, *([] if is_json_resume(document) else [GENERIC])),
    )


def _impersonal(leaf: Leaf) -> Leaf | None:
    """Return a leaf without what it says of age, sex or family; None where it says nothing else."""
    text = without(leaf.text, "self" if not leaf.entry and leaf.section in OF_SELF else "deed")
    return (leaf if text == leaf.text else replace(leaf, text=text)) if text else None


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


def _first_text(shown: Iterable[Leaf], name: str) -> str:
    names = field_names(name)
    return next((leaf.text for leaf in shown if leaf.section in ("", "basics", "summary") and not leaf.entry and leaf.key in names), "")


# --- facts ---------------------------------------------------------------------------------------------------------


def _positions(entries: Mapping[str, list[Leaf]], now: int) -> tuple[tuple[Position, ...], dict[str, int]]:
    """Return the positions in the order of the file, and which of them each record is."""
    positions: list[Position] = []
    owner: dict[str, int] = {}
    for path, group in entries.items():
        kind = KINDS.get(group[0].section)
        title, employer = field(group, "title"), field(group, "employer")
        named = next((leaf for leaf in group if leaf.key == "name"), None)
        if kind == "project":
            title, employer = named or title, employer
        else:
            employer = employer or named
        if kind is None or (title is None and employer is None) or is_leave(text_of(title)) or is_leave(text_of(employer)):
            continue
        span, dated = dates(group, now)
        if span is not None and kind != "project":
            span = make.clipped(span, now)
        owner[path] = len(positions)
        positions.append(
            Position(
                title=text_of(title) or text_of(employer),
                employer=text_of(employer),
                place=text_of(field(group, "place")),
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
    return field(group, "studyType", "area", "institution") is not None


def _degree(path: str, group: Sequence[Leaf], now: int) -> Degree:
    kind, area, school = field(group, "studyType"), field(group, "area"), field(group, "institution")
    span, _ = dates(group, now)
    best = kind or area or school or group[0]
    end = field(group, "end")
    title, subject = text_of(kind), text_of(area)
    if title and not subject:
        title, subject = title_and_field(title)
    return make.degree(
        title=title,
        field=subject,
        institution=text_of(school),
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
                field(group, "dates", "start"),
                next((leaf for leaf in group if leaf.key.startswith("expir") or leaf.key in ("enddate", "validuntil")), None),
            )
            told = " ".join(leaf.text for leaf in group if leaf.key not in ("name", "issuer") and leaf is not dated)
            ends = f"expires {until.text}" if until else f"{name.text} {told}"
            issued = parse_point(dated.text) if dated else None
            found.append(make.credential(text_of(name), text_of(field(group, "issuer")), issued, ends, name.line, path, now))
    bare = [leaf for leaf in shown if leaf.section == "certificates" and not leaf.entry]
    return found + [make.credential(scrub(leaf.text), "", issue(leaf.text), leaf.text, leaf.line, leaf.path, now) for leaf in bare]


def _by_key(group: Iterable[Leaf], key: str) -> Leaf | None:
    return next((leaf for leaf in group if leaf.key == key), None)


def _languages(shown: Iterable[Leaf], entries: Mapping[str, list[Leaf]]) -> list[LanguageSkill]:
    found = []
    for path, group in entries.items():
        if group[0].section == "languages":
            name = field(group, "language") or field(group, "name") or _by_key(group, "label")
            level = field(group, "fluency") or _by_key(group, "details")
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
        leaf = field(entries[position.where], "place")
        if leaf is not None and position.place:
            code = found[0].country if home and position.place == found[0].text.partition(",")[0] else ""
            found.append(
                make.place(position.place, leaf.line, now=bool(position.span and position.span.ongoing), where=leaf.path, country=code)
            )
    return found
