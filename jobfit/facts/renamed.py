"""The data of a résumé of any schema comes in; the same texts in the same order come out under the names of JSON Resume.

Only names change, and only where the new one says the same to a reader: what has no such name keeps the one it has, so that
each line keeps its words, its section and its facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jobfit.facts.schema import date_fault, fits, is_backwards, properties
from jobfit.facts.tree import ADDRESS, SECTIONS, field_names, guess, is_hidden, keys, plain, section_in, town_in
from jobfit.types import Profile

WRAPPERS = ("basics", "summary")  # sections in which others may stand
# For each section the names of JSON Resume and the fields, as the tables of names hold them, that they stand for.
NAMES: Mapping[str, Mapping[str, str]] = {
    "basics": {"label": "label", "location": "place"},
    "work": {"position": "title", "name": "employer", "location": "place", "startDate": "start", "endDate": "end"},
    "volunteer": {"position": "title", "organization": "employer", "startDate": "start", "endDate": "end"},
    "projects": {"name": "title", "entity": "employer", "startDate": "start", "endDate": "end"},
    "education": {"institution": "institution", "area": "area", "studyType": "studyType", "startDate": "start", "endDate": "end"},
    "certificates": {"issuer": "issuer"},
    "languages": {"language": "language", "fluency": "fluency"},
}
# Names that the reader takes for the field's own only where the section has them.
ALSO: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "languages": {"language": ("name", "label"), "fluency": ("details",)},
    "skills": {"name": ("label",)},
    "certificates": {"name": ("title", "certificate", "label")},
    "awards": {"title": ("name",)},
}
DATED = {"startDate": "start", "endDate": "end", "date": "dates", "releaseDate": "dates"}  # what else the reader takes for them
SPARE = ("text", "content", "notes", "body", "points")  # names that say nothing, for what JSON Resume's own name does not allow


def renamed(data: object, profile: Profile) -> dict[str, Any]:
    """Return the data under JSON Resume's names; it validates, and the reader takes it as it took ``data``."""
    made = _Renaming(profile.name)
    made.wrapper(data if isinstance(data, Mapping) else {"entries": data}, "", "")
    return made.out


class _Renaming:
    """One pass over the data; ``out`` is the new document, ``open`` the wrapper at its end with the section it stands for."""

    def __init__(self, name: str) -> None:
        self.basics: dict[str, Any] = {"name": name} if name else {}
        self.out: dict[str, Any] = {"basics": self.basics}
        self.open: tuple[str, dict[str, Any]] = ("basics", self.basics)

    def wrapper(self, node: Mapping[object, object], name: str, section: str) -> None:
        """Place all that stands in a mapping which is no section itself."""
        if section == "basics" and self.open[1] is self.basics and len(self.basics) < 2 and isinstance(node, dict):
            self.out["basics"] = self.basics = type(node)(self.basics)  # in the look it had
            self.open = ("basics", self.basics)
        for raw, value in node.items():
            key = plain(raw)
            if key in ADDRESS:
                if value := _towns(value):
                    self.keep(str(raw), value, section or "basics", name)
            elif not is_hidden(key, section, value) and not (section in ("", "basics") and _is_name(key, value)):
                self.place(str(raw), value, name, section)

    def place(self, key: str, value: object, name: str, section: str) -> None:
        said = section_in(key, value)
        found = said or _guessed(value)
        if isinstance(value, Mapping) and (found in WRAPPERS or (not found and _opens(value))):
            name, section = ("", "") if plain(key) == SECTIONS and section == "basics" else (key if found else name, found or section)
            self.wrapper(value, name, section)
        elif found and found not in WRAPPERS:
            self.section(key, value, found, guessed=not said)
        else:
            self.keep(key, value, section, name)

    def section(self, key: str, value: object, found: str, guessed: bool) -> None:
        """Put a section under JSON Resume's name, or another of its own where it does not fit there.

        One that is known only by the fields of its entries keeps these where it keeps its own name.
        """
        names = [found] if found in properties() else []
        own = guessed and found in self.out
        value = _entries("" if own else found, value) if isinstance(value, list) else public(value, found)
        self.put([*names, key, *keys()["sections"].get(found, ())], value)

    def keep(self, key: str, value: object, section: str, name: str) -> None:
        """Put what is no section where it stood: in the wrapper at the end, in a new one, or at the top."""
        value = _entries("", value) if isinstance(value, list) else public(value, section)
        is_home = plain(key) in field_names("place") and isinstance(value, str)
        if section not in WRAPPERS and not (is_home or plain(key) in field_names("label")):
            self.put([key], value)
            return
        section = section or "basics"
        kind, inside = self.open
        if kind != section:
            inside = {}
            self.put([name or section, *keys()["sections"][section]], inside)
            self.open = (section, inside)
        new = next((new for new, field in NAMES["basics"].items() if plain(key) in field_names(field) and new not in inside), key)
        inside[_free(inside, [new, key, *SPARE], value, properties("basics"))] = value

    def put(self, names: Iterable[str], value: object) -> None:
        self.out[_free(self.out, [*names], value, properties())] = value
        self.open = ("", {})


def _entries(section: str, values: list[object]) -> list[object]:
    return type(values)(record(section, each) if isinstance(each, Mapping) else public(each, section) for each in values)


def record(section: str, entry: Mapping[object, object]) -> Mapping[str, object]:
    """Return an entry of a section under JSON Resume's names, without its private fields."""
    own = {str(key): public(value, section) for key, value in entry.items() if not is_hidden(plain(key), section, value)}
    if section == "references":
        own = {key: value for key, value in own.items() if plain(key) != "name"}
    new = _new_names(section, own)
    known = properties(section) if section else {}
    made: dict[str, object] = {}
    for key, value in own.items():
        name = new.get(key, key)
        made[_free(made, [name, *_others(name, key), *SPARE], value, known, own.keys() - {key})] = value
    return type(entry)(made) if isinstance(entry, dict) else made


def _new_names(section: str, own: Mapping[str, object]) -> dict[str, str]:
    """Return the fields that get another name: the only one for its field, whose new name is free."""
    found: dict[str, str] = {}
    for new, field in [*NAMES.get(section, {}).items(), *((new, "") for new in ALSO.get(section, {}))]:
        names = field_names(field) if field else frozenset[str]()
        named = [key for key in own if plain(key) in names]
        for other in () if named else ALSO.get(section, {}).get(new, ()):
            named = named or [key for key in own if plain(key) == other]
        taken = {plain(key) for key in _all_keys(own) if key not in named} & {plain(new), *names}
        if len(named) == 1 and not taken and named[0] not in found and isinstance(own[named[0]], str):
            found[named[0]] = new
    return found


def _all_keys(node: object) -> Iterator[str]:
    """Yield the names of all fields, those of the containers within included."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield str(key)
            yield from _all_keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from _all_keys(value)


def _others(name: str, key: str) -> list[str]:
    """Return what else a field may be called: as it was, or another name that the reader takes for the same."""
    same = [other for names in keys()["fields"].values() if plain(name) in names for other in names]
    return [*([DATED[name]] if name in DATED else []), key, *same]


def _free(inside: Mapping[str, object], names: list[str], value: object, known: Mapping[str, Any], others: Iterable[str] = ()) -> str:
    """Return the first name that is not taken and under which JSON Resume allows the value."""
    for name in names:
        dated = name in DATED and isinstance(value, str) and (date_fault(value) or _ends_early(inside, name, value))
        if name not in inside and name not in others and not dated and (name not in known or fits(value, known[name])):
            return name
    return next(f"{names[-1]}{n}" for n in range(2, len(inside) + 3) if f"{names[-1]}{n}" not in inside)


def _ends_early(inside: Mapping[str, object], name: str, value: str) -> bool:
    other = {"startDate": "endDate", "endDate": "startDate"}.get(name, "")
    dates = {name: value, other: str(inside.get(other) or "")}
    return bool(other) and is_backwards(dates["startDate"], dates["endDate"])


def public(value: object, section: str) -> object:
    """Return a value without the private fields in it, its look kept."""
    if isinstance(value, Mapping):
        kept: dict[str, object] = {}
        for key, each in value.items():
            if plain(key) in ADDRESS:
                each = _towns(each)
            elif is_hidden(plain(key), section, each):
                continue
            kept[str(key)] = public(each, section)
        return type(value)(kept) if isinstance(value, dict) else kept
    return type(value)(public(each, section) for each in value) if isinstance(value, list) else value


def _is_name(key: str, value: object) -> bool:
    """Say whether a field is the person's name: text, in one part or several."""
    parts = value if isinstance(value, list) else [value]
    return key in field_names("name") and not any(isinstance(each, Mapping | list) for each in parts)


def _towns(value: object) -> object:
    """Return of an address the lines that name a town, without its code."""
    if isinstance(value, list):
        return [town for each in value if (town := town_in(each))]
    return town_in(value)


def _guessed(value: object) -> str:
    """Return the section of a list all of whose records are of one."""
    if not isinstance(value, list) or not value or not all(isinstance(each, Mapping) for each in value):
        return ""
    found = {guess(each) for each in value}
    return found.pop() if len(found) == 1 else ""


def _opens(value: Mapping[object, object]) -> bool:
    """Say whether a mapping of no known name holds sections."""
    return not guess({str(key): None for key in value}) and any(
        isinstance(each, Mapping | list) and (section_in(key, each) or _guessed(each)) for key, each in value.items()
    )
