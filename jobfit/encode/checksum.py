"""A file in, its SHA-256 out; remembered by size and time of change, so that an unchanged file is hashed once."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from jobfit.encode.folders import cache_folder, locked, write_whole

_MEMORY = "checked.json"


def sha256(path: Path, *, afresh: bool = False) -> str:
    """Return the hexadecimal SHA-256 of a file. ``afresh`` does not trust what is remembered. OSError where it cannot be read."""
    stat = path.stat()
    stamp = [stat.st_size, stat.st_mtime_ns]
    known = _remembered().get(str(path.resolve()))
    if not afresh and isinstance(known, list) and len(known) == 3 and known[:2] == stamp:
        return str(known[2])
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with suppress(OSError):  # a folder that cannot be written costs the time of hashing again
        _remember(str(path.resolve()), [*stamp, digest])
    return digest


def _remembered() -> dict[str, object]:
    try:
        known = json.loads((cache_folder() / _MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(path: str, entry: list[object]) -> None:
    with locked(cache_folder() / "checked.lock"):
        known = {p: e for p, e in _remembered().items() if Path(p).exists()}
        write_whole(cache_folder() / _MEMORY, json.dumps({**known, path: entry}, indent=0).encode())
