"""A Profile comes in; a JSON Resume document in YAML comes out that, read again, gives the same facts; and a template to start from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import yaml

from jobfit.facts.dates import DATA
from jobfit.facts.numbered import kept, only_heads, records
from jobfit.facts.phrases import find
from jobfit.facts.said import said_month
from jobfit.facts.schema import is_json_resume

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jobfit.types import Credential, Degree, Document, Position, Profile, Span, Statement


WIDTH = 1_000_000  # no line is broken: each text stands on one line
HELP = """\
# Correct the fields; add to, change or drop the lines (heading, highlights, courses, summary, text) as you like, and whole entries too.
# line and lines say where things stood in the text that this was read from. They keep the order; a new entry needs none.
"""
LONG = 8  # words above which a line says more than the language or licence that was read from it


def template() -> str:
    """Return a commented JSON Resume document, itself valid."""
    return (DATA / "template.yaml").read_text(encoding="utf-8")


def to_json_resume(document: Document, profile: Profile) -> str:
    """JSON Resume as YAML: a JSON Resume document's own content, or the facts of any other file."""
    read_from_lines = document.data is None
    if read_from_lines:
        data: object = _numbers_flat(records(profile))
    else:
        data = _styled(document.data, "", document.data_lines) if is_json_resume(document) else _data(profile)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False)
    return HELP + text if read_from_lines else text


def _numbers_flat(node: object) -> object:
    """Return the data with the lists of line numbers, and small places, marked to be written on one line."""
    if isinstance(node, list):
        return _FlowList(node) if all(isinstance(each, int) for each in node) else [_numbers_flat(each) for each in node]
    return {key: _numbers_flat(value) for key, value in node.items()} if isinstance(node, dict) else node


class _FlowList(list[object]):
    """A list that is written on one line."""


class _FlowMap(dict[str, object]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """The safe dumper, with what stood on one line kept there, so that evidence keeps its words."""


_Dumper.add_representer(_FlowList, lambda dumper, node: dumper.represent_sequence("tag:yaml.org,2002:seq", node, flow_style=True))
_Dumper.add_representer(_FlowMap, lambda dumper, node: dumper.represent_mapping("tag:yaml.org,2002:map", node.items(), flow_style=True))


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Write a text of several lines as a block, so that each keeps a line of its own."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _styled(node: object, path: str, lines: Mapping[str, int]) -> object:
    """Return the data with the containers marked whose values all stand on the container's own line."""
    if isinstance(node, list):
        places = {f"{path}[{n}]": value for n, value in enumerate(node)}
        made = [_styled(value, where, lines) for where, value in places.items()]
        return _FlowList(made) if _one_line(path, places, lines) else made
    if isinstance(node, Mapping):
        places = {f"{path}.{key}" if path else str(key): value for key, value in node.items()}
        named = {str(key): _styled(value, where, lines) for (key, value), where in zip(node.items(), places, strict=True)}
        return _FlowMap(named) if _one_line(path, places, lines) else named
    return node


def _one_line(path: str, places: Mapping[str, object], lines: Mapping[str, int]) -> bool:
    """Say whether a container's scalars stand on one line together; one value alone in a list keeps the look of its fellows."""
    scalar = all(not isinstance(value, list | Mapping) for value in places.values())
    return len(places) > 1 and scalar and {lines.get(where) for where in places} == {lines.get(path)}


def _data(profile: Profile) -> dict[str, Any]:
    told = list(profile.statements)
    kinds = {"work": "work", "volunteer": "volunteer", "projects": "project"}
    data: dict[str, Any] = {"basics": _basics(profile, told)}
    for section, kind in kinds.items():
        data[section] = [_position(n, each, told) for n, each in enumerate(profile.positions) if each.kind == kind]
    data["education"] = _courses(profile.education, told)
    data["certificates"] = [_certificate(each) for each in profile.credentials]
    data["languages"] = [kept(language=each.name or each.code, fluency=each.level) for each in profile.languages]
    data["skills"] = [{"name": each.text} for each in told if each.source == "skill"]
    data["publications"] = [{"name": each.text} for each in told if each.source == "publication"]
    data["awards"] = [{"title": each.text} for each in told if each.source == "award"]
    data["interests"] = [{"name": each.text} for each in told if each.source == "interest"]
    shown = {each.line for each in profile.credentials} | {each.line for each in profile.languages}
    first = min((each.line for each in profile.education), default=None)
    data["notes"] = [each.text for each in _loose(told, shown, first)]
    data["meta"] = {"lastModified": said_month(profile.as_of)} if profile.as_of else {}
    return {key: value for key, value in data.items() if value}


def _loose(told: Iterable[Statement], shown: set[int], course: int | None) -> list[Statement]:
    """Return what no section of JSON Resume takes: rights, availability, lines of unknown sections or above the first ``course``."""
    sources = ("right", "other", "certificate", "language", "work", "project", "volunteer")
    loose = [
        each
        for each in told
        if each.position is None and each.source in sources and (each.line not in shown or len(each.text.split()) > LONG)
    ]
    early = [each for each in told if each.source == "education" and (course is None or each.line < course)]
    return sorted([*loose, *early], key=lambda each: each.line)


def _basics(profile: Profile, told: Iterable[Statement]) -> dict[str, Any]:
    home = next((place for place in profile.places if place.now), None)
    summary = "\n".join(each.text for each in told if each.source == "summary" and each.text != profile.headline)
    where = kept(city=home.text, countryCode=home.country) if home else None
    return kept(name=profile.name, label=profile.headline, location=where, summary=summary)


def _position(number: int, each: Position, told: Iterable[Statement]) -> dict[str, Any]:
    lines = [said.text for said in told if said.position == number and not only_heads(each, said)]
    if each.kind == "project":
        return kept(name=each.title, entity=each.employer, **dates(each.span), highlights=lines)
    owner = "organization" if each.kind == "volunteer" else "name"
    return kept(**{owner: each.employer}, position=each.title, location=each.place, **dates(each.span), highlights=lines)


def _courses(courses: Iterable[Degree], told: Iterable[Statement]) -> list[dict[str, Any]]:
    """Return the courses, what else the section says kept with the one it stands under."""
    found = list(courses)
    extra: dict[int, list[str]] = {n: [] for n in range(len(found))}
    for said in told:
        owner = max((n for n, each in enumerate(found) if each.line <= said.line), default=None)
        if said.source == "education" and owner is not None and not any(each.line == said.line for each in found):
            extra[owner].append(said.text)
    return [
        kept(institution=each.institution, area=each.field, studyType=_title(each), **dates(each.span), courses=extra[n])
        for n, each in enumerate(found)
    ]


def _title(each: Degree) -> str:
    """Return the name of a course, with the word that it is not finished where another line said so."""
    return f"{each.title}, not finished" if each.finished is False and not find("unfinished", f"{each.title} {each.field}") else each.title


def _certificate(each: Credential) -> dict[str, Any]:
    issued = said_month(each.issued) if each.issued else ""
    return kept(name=each.name, issuer=each.issuer, date=issued)


def dates(span: Span | None) -> dict[str, str]:
    """Return a span as JSON Resume's two dates; the end is the last month included, or none while it goes on."""
    if span is None:
        return {}
    if span.ongoing:
        return {"startDate": said_month(span.start)}
    return {"startDate": said_month(span.start), "endDate": said_month(max(span.start, span.end - 1))}
