"""An input's bytes in, the postings that were read from them before out: a cache that lies beside the vectors'.

What is kept holds for the bytes, the name and the role, and for this very program: a change of any of its files or of what is
installed beside it makes everything anew. Only postings are kept, never a profile.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit import settings
from jobfit.types import Document, Duty, Failure, Need, Posting, Requirement

if TYPE_CHECKING:
    from jobfit.encode.store import Store

_PARTS = ("read", "parse", "vocabulary", "batch", ".")  # the folders of the program that decide what is read
_INSIDE: dict[type, dict[str, type]] = {Posting: {"requirements": Requirement, "duties": Duty}, Requirement: {"needs": Need}}
_KINDS: tuple[type, ...] = (Posting, Requirement, Need, Duty)
_NAMES: dict[type, tuple[str, ...]] = {kind: tuple(field.name for field in fields(kind)) for kind in _KINDS}
_INSIDE_AT: dict[type, tuple[type | None, ...]] = {kind: tuple(_INSIDE.get(kind, {}).get(name) for name in _NAMES[kind]) for kind in _KINDS}


def key_of(content: bytes, name: str, role: str) -> str:
    """Return the hash under which what was read is kept."""
    head = "\0".join((_program(), name, role, "")).encode("utf-8", "surrogateescape")
    return blake2b(head + content, digest_size=16).hexdigest()


@cache
def _program() -> str:
    """Return a hash of the state of this program's files and of the folder that packages are installed in."""
    here = Path(__file__).parent.parent
    found = sorted(path for part in _PARTS for path in (here / part).glob("**/*" if part != "." else "*.py"))
    packages = [Path(path) for path in sys.path if path.endswith("-packages")]
    stats = [(str(path), path.stat()) for path in [*found, *packages] if path.exists()]
    state = repr([(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats if "__pycache__" not in name])
    return blake2b(f"{sys.version}\0{state}".encode("utf-8", "replace"), digest_size=16).hexdigest()


@cache
def _store(path: Path) -> Store:
    from jobfit.encode.store import Store

    return Store(path, settings.POSTINGS_MAX_BYTES)


def _here() -> Store:
    from jobfit.encode.store import postings_path

    return _store(postings_path())


def recall(key: str) -> list[Posting | Failure]:
    """Return the postings kept under the key; nothing where there are none, or they cannot be read."""
    blob = _here().get([key]).get(key)
    try:
        return [_made(Posting, row) for row in json.loads(zlib.decompress(blob))] if blob else []
    except (ValueError, TypeError, zlib.error):
        return []


def keep(key: str, found: Sequence[Posting | Failure | Document]) -> None:
    """Keep what was read, if it is postings and nothing else."""
    if found and all(isinstance(one, Posting) for one in found):
        text = json.dumps([_plain(one) for one in found], ensure_ascii=True, separators=(",", ":"))
        _here().put({key: zlib.compress(text.encode(), 1)})


def _plain(value: Any) -> Any:  # noqa: ANN401 # whatever a posting holds
    if isinstance(value, _KINDS):
        return [_plain(getattr(value, name)) for name in _NAMES[type(value)]]
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _made(kind: type, row: list[Any]) -> Any:  # noqa: ANN401 # one of the kinds above
    if len(row) != len(_NAMES[kind]):
        raise ValueError("another shape")
    lists = [at for at, value in enumerate(row) if type(value) is list]
    for at in lists:
        inside = _INSIDE_AT[kind][at]
        row[at] = tuple(row[at]) if inside is None else tuple([_made(inside, one) for one in row[at]])
    return kind(*row)
