"""A command's words in, its values out, without pydantic: Typer imports it for that, which takes longer than all the rest of the start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup


class _PlainParameters:
    """Gives each parameter of the kinds below its way from words to values; others, and other Typers, keep their own."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 # Typer's own signature
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            descriptor = getattr(parameter, "type_descriptor", None)
            coerce = _coercion(getattr(descriptor, "annotation", None), getattr(descriptor, "parameter_info", None))
            if coerce and hasattr(parameter, "_runtime_param"):
                parameter._runtime_param = _Plain(coerce)
            if parameter.param_type_name == "argument" and get_origin(descriptor and descriptor.annotation) is not Literal:
                parameter.display_type_rich = _no_type  # its name says what it is, not a type of Python
        return parameters


class PlainCommand(_PlainParameters, TyperCommand):
    """A command that starts without pydantic."""


class PlainGroup(_PlainParameters, TyperGroup):
    """A group of commands that starts without pydantic."""


class _Plain:
    """What Typer calls with each parameter's words."""

    def __init__(self, coerce: Callable[[Any], Any]) -> None:
        self._coerce = coerce

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 # Typer's own signature
        """Return the value; raise Typer's usage error where the words are none of the kind."""
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        try:
            return [self._coerce(one) for one in value] if many else self._coerce(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from None


def _no_type(ctx: Any) -> None:  # noqa: ANN401 # Typer's own signature
    """Show no type."""


def _coercion(annotation: object, info: object) -> Callable[[Any], Any] | None:
    if get_origin(annotation) is list:
        return _coercion(get_args(annotation)[0], info)
    if get_origin(annotation) is Literal:
        return lambda value: _choice(value, get_args(annotation))
    if annotation in (int, float):
        return lambda value: _number(value, annotation, getattr(info, "min", None), getattr(info, "max", None))
    if annotation is datetime:
        return lambda value: _date(value, getattr(info, "formats", None) or ["%Y-%m-%d"])
    if annotation is Path:
        return _file
    if annotation is bool:
        return bool  # a flag, which Typer has told from other words already
    return str if annotation is str else None


def _choice(value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise ValueError(f"{value!r} is not one of {', '.join(map(repr, choices))}.")
    return value


def _number(value: object, kind: Any, low: float | None, high: float | None) -> float:  # noqa: ANN401 # int or float
    try:
        number: float = kind(value)
    except (ValueError, OverflowError):
        raise ValueError(f"{value!r} is not a {'whole ' if kind is int else ''}number.") from None
    if not (float("-inf") if low is None else low) <= number <= (float("inf") if high is None else high):
        raise ValueError(
            f"{value!r} is not in the range {'' if low is None else low} to {'' if high is None else high}.".replace(" to .", " up.")
        )
    return number


def _date(value: Any, formats: list[str]) -> datetime:  # noqa: ANN401 # a word, or a default that is a date already
    if isinstance(value, datetime):
        return value
    for form in formats:
        try:
            return datetime.strptime(value, form)
        except ValueError:
            continue
    raise ValueError(f"{value!r} is not a date like 2025-06-30.")


def _file(value: str) -> Path:
    if Path(value).is_dir():
        raise ValueError(f"{value!r} is a folder.")
    return Path(value)
