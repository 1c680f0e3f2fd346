"""YAML or JSON text comes in; its data and a map from each value's path to its line come out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import yaml

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.regex import regex

Path = tuple[str | int, ...]

_MAX_NODES = 400_000
_OF_A_ROW = {"path", "requirements", "duties", "warnings"}, {"posting", "profile", "fit", "requirements"}
# The closing quote is optional and the repeat possessive, so that broken JSON costs no more time than sound JSON.
_STRING = r'"(?:[^"\\]+|\\.)*+"?'
_TOKEN = regex(rf'{_STRING}|[\[\]{{}},:]|[^\s\[\]{{}},:"]+', re.DOTALL)
_BRACKET = regex(rf"{_STRING}|[\[\]{{}}]", re.DOTALL)


class _Text(yaml.CSafeLoader):
    """A safe loader that leaves every scalar but null as the text it was typed as."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the base class declares it so
        sign: [(tag, pattern) for tag, pattern in pairs if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
        for sign, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def path_text(path: Path) -> str:
    """Return ``work[0].highlights[2]`` for its parts."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def load_yaml(text: str, path: str) -> tuple[object, dict[str, int]]:
    """Return the data with scalars as text, and the lines; raise ReadError with the place where the YAML breaks."""
    loader = _Text(text)
    try:
        _check_events(text, path)
        node = loader.get_single_node()
        if node is None:
            return None, {}
        lines = dict(_yaml_lines(node, path))
        return loader.construct_document(node), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f", column {mark.column + 1}" if mark else ""
        raise ReadError(
            f"this is not valid YAML{place}: {error.problem}", path=path, line=mark.line + 1 if mark else None, hint="mend it there"
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise ReadError(f"this is not valid YAML: {error}", path=path, hint="mend it or save it as text") from error
    finally:
        loader.dispose()


def _check_events(text: str, file: str) -> None:
    """Refuse deep nests before they are composed: the C library recurses there and would end the process."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > settings.MAX_JSON_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else None
            raise ReadError(f"the YAML nests deeper than {settings.MAX_JSON_DEPTH} levels", path=file, line=line, hint="flatten it")


def _yaml_lines(node: yaml.Node, file: str) -> Iterator[tuple[str, int]]:
    """Walk the graph, refusing one that aliases blow up or that nests too deep."""
    stack: list[tuple[Path, yaml.Node]] = [((), node)]
    count = 0
    while stack:
        path, here = stack.pop()
        count += 1
        if count > _MAX_NODES:
            raise ReadError("the YAML repeats itself through aliases beyond all bounds", path=file, hint="write the values out")
        if len(path) > settings.MAX_JSON_DEPTH:
            raise ReadError(f"the YAML nests deeper than {settings.MAX_JSON_DEPTH} levels", path=file, hint="flatten it")
        if path:
            folded = isinstance(here, yaml.ScalarNode) and here.style in ("|", ">")  # its words begin on the line below the sign
            yield path_text(path), here.start_mark.line + (2 if folded else 1)
        if isinstance(here, yaml.SequenceNode):
            stack += [((*path, n), child) for n, child in enumerate(here.value)]
        elif isinstance(here, yaml.MappingNode):
            stack += [((*path, str(key.value)), child) for key, child in here.value]


def load_json(text: str, path: str) -> tuple[object, dict[str, int]]:
    """Return the data and the lines; raise ReadError with line and column where the JSON breaks or nests too deep."""
    data = parse_json(text, path)
    return data, dict(_json_lines(text))


def parse_json(text: str, path: str, first_line: int = 1) -> object:
    """Return the data alone; ``first_line`` is where ``text`` begins in its file. Raises ReadError for what jobfit itself has printed."""
    _check_depth(text, path)
    try:
        data = json.loads(text, strict=False, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        line = error.lineno + first_line - 1
        raise ReadError(f"this is not valid JSON, column {error.colno}: {error.msg}", path=path, line=line, hint="mend it there") from error
    except (RecursionError, ValueError) as error:
        raise ReadError(f"this JSON cannot be read: {error}", path=path, hint="mend it") from error
    if _is_result(data):
        raise ReadError("this is a result of jobfit, which holds less than what it was made from", path=path, hint="give that file")
    return data


def _is_result(data: object) -> bool:
    if not isinstance(data, dict):
        return False
    return str(data.get("schema", "")).startswith("jobfit/") or any(keys <= data.keys() for keys in _OF_A_ROW)


def _check_depth(text: str, path: str) -> None:
    depth = 0
    for found in _BRACKET.finditer(text):
        sign = found.group()
        depth += (sign in "[{") - (sign in "]}")
        if depth > settings.MAX_JSON_DEPTH:
            line = text.count("\n", 0, found.start()) + 1
            raise ReadError(f"the JSON nests deeper than {settings.MAX_JSON_DEPTH} levels", path=path, line=line, hint="flatten it")


def _json_lines(text: str) -> Iterator[tuple[str, int]]:
    """Walk the parts of valid JSON and yield each value's path with the line on which it begins."""
    path: list[str | int] = []
    line, last = 1, 0
    key_next = False
    for found in _TOKEN.finditer(text):
        line, last = line + text.count("\n", last, found.start()), found.start()
        part = found.group()
        if part in "]}" and path:
            path.pop()
            key_next = False
        elif part == ",":
            tail = path[-1]
            key_next = isinstance(tail, str)
            if isinstance(tail, int):
                path[-1] = tail + 1
        elif part == ":":
            key_next = False
        elif key_next and part[0] == '"':
            path[-1] = str(json.loads(part, strict=False))
        else:
            if path:
                yield path_text(tuple(path)), line
            if part in "[{":
                path.append(0 if part == "[" else "")
                key_next = part == "{"
