"""Where jobfit keeps what it can always make again (vectors, compiled models), and how several processes write there safely."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def cache_folder() -> Path:
    """Return the cache folder: ``$JOBFIT_CACHE_DIR`` where set, else the system's place for a user's caches."""
    named = os.environ.get("JOBFIT_CACHE_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("jobfit", appauthor=False))


def make_folder(folder: Path) -> None:
    """Create the folder for its owner alone: a hash in it still tells whoever guesses the text that it was there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def slug(name: str) -> str:
    """Turn a model's name or path into a file name."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[-80:] or "model"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that no reader ever sees half of it, whenever the writer is stopped."""
    make_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold ``path`` as a lock between processes; where the system has no such locks, the last whole write wins."""
    make_folder(path.parent)
    with path.open("ab") as file:
        try:
            import fcntl
        except ImportError:  # Windows
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)
