"""A Profile comes in; a JSON Resume document in YAML comes out that, read again, gives the same facts; and a template to start from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import yaml

from jobfit.facts.dates import DATA
from jobfit.facts.numbered import records
from jobfit.facts.renamed import renamed
from jobfit.facts.said import said_month
from jobfit.facts.schema import is_json_resume
from jobfit.facts.tree import leaves

if TYPE_CHECKING:
    from jobfit.types import Document, Profile


MINIFIED = 4  # values on a line from which the file is one that no person has laid out
WIDTH = 1_000_000  # no line is broken: each text stands on one line
HELP = """\
# Correct the fields; add to, change or drop the lines (heading, highlights, courses, summary, text) as you like, and whole entries too.
# line and lines say where things stood in the text that this was read from. They keep the order; a new entry needs none.
"""


def template() -> str:
    """Return a commented JSON Resume document, itself valid."""
    return (DATA / "template.yaml").read_text(encoding="utf-8")


def to_json_resume(document: Document, profile: Profile) -> str:
    """JSON Resume as YAML: a JSON Resume document's own content, or the facts of any other file."""
    read_from_lines = document.data is None
    if read_from_lines:
        data: object = _numbers_flat(records(profile))
    else:
        data = _styled(document.data, "", _Look(document))
        if not is_json_resume(document):
            data = renamed(data, profile) | ({"meta": {"lastModified": said_month(profile.as_of)}} if profile.as_of else {})
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


class _Quoted(str):
    """A text of several lines that is written on one, in quotes."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """The safe dumper, with what stood on one line kept there, so that evidence keeps its words."""


_Dumper.add_representer(_FlowList, lambda dumper, node: dumper.represent_sequence("tag:yaml.org,2002:seq", node, flow_style=True))
_Dumper.add_representer(_FlowMap, lambda dumper, node: dumper.represent_mapping("tag:yaml.org,2002:map", node.items(), flow_style=True))


_Dumper.add_representer(_Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Write a text of several lines as a block, so that each keeps a line of its own."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


class _Look:
    """Where the values of a document stand.

    ``deep``: a container can be one line with containers in it; else these keep it from that, as the file is one that no person laid
    out. ``quoted`` are the texts of several lines that stand on one.
    """

    def __init__(self, document: Document) -> None:
        self.lines = document.data_lines
        self.deep = len(set(self.lines.values())) * MINIFIED > len(self.lines)
        told: dict[str, list[int]] = {}
        for leaf in leaves(document):
            told.setdefault(leaf.path, []).append(leaf.line)
        self.quoted = {path for path, lines in told.items() if len(lines) > 1 and len(set(lines)) == 1}

    def one_line(self, path: str, inner: Mapping[str, object]) -> bool:
        """Say whether a container's values stand on one line together; one value alone keeps the look of its fellows."""
        line = self.lines.get(path)
        return len(inner) > 1 and line is not None and all(self.stands(value, where, line) for where, value in inner.items())

    def stands(self, value: object, path: str, line: int) -> bool:
        """Say whether a value begins and ends on a line."""
        if self.lines.get(path) != line:
            return False
        if isinstance(value, list | Mapping):
            return self.deep and all(self.stands(each, where, line) for where, each in _inner(value, path).items())
        return not isinstance(value, str) or "\n" not in value or path in self.quoted


def _inner(node: list[object] | Mapping[object, object], path: str) -> dict[str, object]:
    """Return the values of a container by their paths."""
    if isinstance(node, list):
        return {f"{path}[{n}]": value for n, value in enumerate(node)}
    return {f"{path}.{key}" if path else str(key): value for key, value in node.items()}


def _styled(node: object, path: str, look: _Look) -> object:
    """Return the data with what stands on one line marked to be written so, scalars as the reader tells them."""
    if isinstance(node, list | Mapping):
        inner = _inner(node, path)
        made = [_styled(value, where, look) for where, value in inner.items()]
        flow = look.one_line(path, inner)
        if isinstance(node, list):
            return _FlowList(made) if flow else made
        named = dict(zip(map(str, node), made, strict=True))
        return _FlowMap(named) if flow else named
    if isinstance(node, str):
        return _Quoted(node) if path in look.quoted else node
    return str(node) if isinstance(node, bool) else node
