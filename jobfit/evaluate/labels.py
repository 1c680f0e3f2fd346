"""A JSON Lines file of requirements with the verdicts a reader gave them in, checked pairs out, or every fault of the file at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from jobfit import settings
from jobfit.errors import DataError
from jobfit.types import KINDS, NEED_TYPES, VERDICTS, Kind

_SHOWN = 20  # faults in one message; a file of the wrong kind has one a line
_OWN = ("id", "requirement", "kind", "profile", "verdict", "type", "evidence", "evidence_text", "posting")


@dataclass(frozen=True, slots=True)
class Pair:
    """A requirement and a profile, with what a reader said of them where the file is labelled.

    ``id`` is the row's own, or its line number; ``profile`` the path where the file was found. ``evidence`` are line numbers of the
    profile, ``evidence_text`` their text. ``extra`` holds the row's other plain values, to group by. Empty text: not said.
    """

    id: str | int
    line: int
    requirement: str
    kind: Kind
    profile: str
    verdict: str = ""
    type: str = ""
    posting: str = ""
    evidence: tuple[int, ...] = ()
    evidence_text: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


def read_pairs(path: str | Path, *, labelled: bool = False, faulty: list[str] | None = None) -> list[Pair]:
    """Read a file of pairs; ``labelled`` asks for a verdict in every row. Raises DataError with every fault and its line.

    Where a list is given as ``faulty``, the faults are put on it instead and their rows left out, as long as any row is sound.
    A profile's path is taken from the working folder, and if it is not there from the file's own folder or ``../profiles`` beside it.
    """
    source = Path(path)
    pairs: list[Pair] = []
    faults: list[str] = []
    seen: dict[str | int, int] = {}
    missing: set[str] = set()
    for number, text in _lines(source):
        row, wrong = _row(text)
        wrong = wrong or _faults(row, labelled)
        where = _profile(str(row.get("profile", "")), source) if not wrong else None
        if not wrong and where is None and row["profile"] not in missing:
            missing.add(row["profile"])  # said once, however many rows name it
            wrong = [f"there is no profile {row['profile']!r}"]
        if not wrong and seen.setdefault(row.get("id", number), number) != number:
            wrong = [f"the id {row.get('id', number)!r} is that of line {seen[row.get('id', number)]} already"]
        faults += [f"line {number}: {fault}" for fault in wrong]
        if not wrong and where is not None:
            pairs.append(_pair(row, number, where))
    if faults and faulty is not None and pairs:
        faulty += faults
    elif faults:
        raise DataError(_all(faults), path=str(source), hint='a row holds "requirement", "kind", "profile" and, if labelled, "verdict"')
    if not pairs:
        raise DataError("the file holds no rows", path=str(source))
    return pairs


def _lines(source: Path) -> Iterator[tuple[int, str]]:
    try:
        if source.stat().st_size > settings.MAX_FILE_BYTES:
            raise DataError(f"the file is larger than {settings.MAX_FILE_BYTES:,} bytes", path=str(source), hint="split it")
        data = source.read_bytes()
    except OSError as error:
        raise DataError(f"the file cannot be read: {error.strerror}", path=str(source)) from None
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield number, line.decode("utf-8", "surrogateescape")


def _row(text: str) -> tuple[dict[str, Any], list[str]]:
    try:
        text.encode("utf-8")
        row = json.loads(text)
    except UnicodeEncodeError:
        return {}, ["the text is not UTF-8"]
    except (ValueError, RecursionError) as error:
        return {}, [f"this is not JSON: {error}"]
    return (row, []) if isinstance(row, dict) else ({}, ["a row must be a JSON object"])


def _faults(row: Mapping[str, Any], labelled: bool) -> list[str]:
    """Return what is wrong with a row, all of it."""
    wrong = [f'"{name}" must be a text that is not empty' for name in ("requirement", "profile") if not _is_text(row.get(name))]
    wrong += _not_among(row, "kind", KINDS, needed=True)
    wrong += _not_among(row, "verdict", VERDICTS, needed=labelled)
    wrong += _not_among(row, "type", NEED_TYPES, needed=False)
    if not isinstance(row.get("id", 0), str | int) or isinstance(row.get("id"), bool):
        wrong.append('"id" must be a text or a whole number')
    if not isinstance(row.get("posting", ""), str):
        wrong.append('"posting" must be a text')
    for name, kind, said in (("evidence", int, "line numbers"), ("evidence_text", str, "texts")):
        held = row.get(name, [])
        if not isinstance(held, list) or not all(isinstance(item, kind) and not isinstance(item, bool) for item in held):
            wrong.append(f'"{name}" must be a list of {said}')
    return wrong


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _not_among(row: Mapping[str, Any], name: str, allowed: tuple[str, ...], *, needed: bool) -> list[str]:
    value = row.get(name)
    if value is None and not needed:
        return []
    return [] if isinstance(value, str) and value in allowed else [f'"{name}" must be one of {", ".join(allowed)}']


def _profile(named: str, source: Path) -> str | None:
    for place in (Path(named), source.parent / named, source.parent / ".." / "profiles" / named):
        try:
            if place.is_file():
                return str(place)
        except (OSError, ValueError):  # a name too long, or with a zero in it
            return None
    return None


def _pair(row: Mapping[str, Any], number: int, profile: str) -> Pair:
    return Pair(
        id=row.get("id", number),
        line=number,
        requirement=row["requirement"],
        kind=cast("Kind", row["kind"]),
        profile=profile,
        verdict=row.get("verdict") or "",
        type=row.get("type") or "",
        posting=row.get("posting", ""),
        evidence=tuple(row.get("evidence", ())),
        evidence_text=tuple(row.get("evidence_text", ())),
        extra={name: str(value) for name, value in row.items() if name not in _OWN and isinstance(value, str | int | float)},
    )


def _all(faults: list[str]) -> str:
    more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    return f"{len(faults)} fault{'s' * (len(faults) != 1)}: {'; '.join(faults[:_SHOWN])}{more}"
