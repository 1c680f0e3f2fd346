"""A file of results from a run that was stopped in, what of it stands out: which inputs need no second look, and where to go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit.errors import JobfitError

if TYPE_CHECKING:
    from jobfit.batch.inputs import Options


@dataclass(frozen=True, slots=True)
class Standing:
    """``done`` are the names of inputs whose results are whole; they end at byte ``size``. ``lowest`` is the lowest fit among them."""

    done: frozenset[str]
    size: int
    lowest: float | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    posting: str
    fit: float


def standing(path: Path, postings: Sequence[str], profiles: Sequence[str], options: Options) -> Standing:
    """Read what stands in the file; the results of the last input are left out, for they may not be whole.

    Raises JobfitError where the file holds something else, or was made by another model, version or profile.
    """
    lines = list(_lines(path, _expected(profiles, options))) if path.exists() else []
    if not lines:
        return Standing(frozenset(), 0, None)
    owners = _owners(postings, options)
    strange = next((line.posting for line in lines if line.posting not in owners), None)
    if strange is not None:
        raise JobfitError(f"holds results of {strange}, which is not among the postings", path=str(path), hint="give the same postings")
    last = owners[lines[-1].posting]
    size = next(line.start for line in lines if owners[line.posting] == last)
    kept = [line for line in lines if owners[line.posting] != last]
    if kept and kept[-1].start > size:
        raise JobfitError("its results are not in the order of the postings", path=str(path), hint="start a new file")
    return Standing(frozenset(owners[line.posting] for line in kept), size, min((line.fit for line in kept), default=None))


def _owners(postings: Sequence[str], options: Options) -> _Owners:
    """Return which input each posting's path in the results comes from."""
    from jobfit.batch.inputs import inputs
    from jobfit.types import Failure

    names = {name: item.name for item in inputs(postings, options) if not isinstance(item, Failure) for name in item.names()}
    return _Owners(names)


class _Owners(dict[str, str]):
    """Finds ``page.txt#2`` under ``page.txt`` where a file turned out to hold several postings."""

    def __missing__(self, path: str) -> str:
        base, sign, _ = path.rpartition("#")
        if not sign:
            raise KeyError(path)
        return self[base]

    def __contains__(self, path: object) -> bool:
        try:
            return bool(self[str(path)])
        except KeyError:
            return False


def _expected(profiles: Sequence[str], options: Options) -> tuple[frozenset[str], str, str]:
    from jobfit import __version__
    from jobfit.batch.inputs import files
    from jobfit.encode import load

    named = frozenset(path for path in files(profiles) if isinstance(path, str))
    return named, load(options.model, cache=False).name, __version__


def _lines(path: Path, expected: tuple[frozenset[str], str, str]) -> Iterator[_Line]:
    """Yield the whole lines; what stands after the last of them was cut off when the run was stopped."""
    start = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            yield _line(line, start, number, path, expected)
            start += len(line)


def _line(line: bytes, start: int, number: int, path: Path, expected: tuple[frozenset[str], str, str]) -> _Line:
    try:
        row: Any = json.loads(line)
        posting, profile = str(row["posting"]["path"]), row["profile"]["path"]
        made = row["model"], row["jobfit"]
        fit = -1.0 if row["fit"] is None else float(row["fit"])
    except (ValueError, KeyError, TypeError):
        raise JobfitError("is no result of score", path=str(path), line=number, hint="name a file that score wrote as jsonl") from None
    profiles, *now = expected
    if profile not in profiles or made != tuple(now):
        raise JobfitError("was made with another profile, model or version of jobfit", path=str(path), line=number, hint="name a new file")
    return _Line(start, posting, fit)
