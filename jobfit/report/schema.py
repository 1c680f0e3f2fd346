"""The types of the printed JSON in, their JSON Schemas out; nothing is written twice."""

from __future__ import annotations

import inspect
import types
from typing import Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from jobfit.report import shapes

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ROOTS: dict[str, tuple[str, Any]] = {
    "report": ("jobfit/report@1", shapes.ReportShape),
    "posting": ("jobfit/posting@1", shapes.PostingsShape),
    "profile": ("jobfit/profile@1", shapes.ProfileShape),
    "gaps": ("jobfit/gaps@1", shapes.GapsShape),
}
Annotation = Any  # a type, a form such as Literal["a"], or a TypedDict class: typing has no name for them all
SHARES = {"fit", "coverage", "score", "met", "partly", "unmet", "reach"}  # floats of these names are 0 to 1


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of ``report``, ``posting``, ``profile`` or ``gaps``, every object's definition under its name."""
    number, root = ROOTS[name]
    definitions: dict[str, Any] = {}
    whole = object_schema(root, definitions)
    whole["properties"]["schema"] = {"const": number}
    return {"$schema": DIALECT, "$id": number, "title": number, **whole, "$defs": dict(sorted(definitions.items()))}


def object_schema(shape: Annotation, definitions: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of one TypedDict, putting those it names among the definitions."""
    definitions = {} if definitions is None else definitions
    hints = get_type_hints(shape, include_extras=True)
    return {
        "description": inspect.getdoc(shape),
        "type": "object",
        "properties": {key: _value(key, hint, definitions) for key, hint in hints.items()},
        "required": [key for key, hint in hints.items() if get_origin(hint) is not NotRequired],
        "additionalProperties": False,
    }


def _value(key: str, hint: Annotation, definitions: dict[str, Any]) -> dict[str, Any]:
    origin: object = get_origin(hint)
    inner = get_args(hint)
    if origin is NotRequired:
        return _value(key, inner[0], definitions)
    if is_typeddict(hint):
        return _reference(hint, definitions)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is list:
        return {"type": "array", "items": _value(key, inner[0], definitions)}
    if origin is types.UnionType:
        return {"anyOf": [_value(key, part, definitions) for part in inner]}
    return _plain(key, hint)


def _reference(shape: Annotation, definitions: dict[str, Any]) -> dict[str, Any]:
    name = shape.__name__.removesuffix("Shape")
    if name not in definitions:
        definitions[name] = {}  # its place, before what it names asks for it again
        definitions[name] = object_schema(shape, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _plain(key: str, hint: Annotation) -> dict[str, Any]:
    if hint is float:
        return {"type": "number", "minimum": 0, **({"maximum": 1} if key in SHARES else {})}
    if hint is int:
        return {"type": "integer", "minimum": 0}
    return {"type": {str: "string", bool: "boolean", type(None): "null"}[hint]}
