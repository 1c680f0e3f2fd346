"""Keys in, cached vectors out: a SQLite file of hashes and float16 vectors that several processes share; it never holds a text."""

from __future__ import annotations

import json
import os
import sqlite3
import time
import weakref
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from jobfit import settings
from jobfit.encode.folders import cache_folder, locked

_FORMAT = 1  # of the table and of how a text becomes a vector; raised, it leaves the old file's rows behind
_WAIT_SECONDS = 10.0
_DAY = 86_400 * 1_000_000
_AFTER_PRUNING = 0.8  # share of the bound that is left, so that not every run prunes
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key TEXT NOT NULL UNIQUE, vector BLOB NOT NULL, used INTEGER NOT NULL)"


def store_path() -> Path:
    return cache_folder() / "embeddings.sqlite3"


def postings_path() -> Path:
    """Return the place of the other cache of this kind, that of postings as they were read."""
    return cache_folder() / "postings.sqlite3"


def key_of(model: str, revision: str, text: str) -> str:
    """Return the hash under which a text's vector is kept."""
    whole = "\0".join((str(_FORMAT), model, revision, text)).encode("utf-8", "replace")
    return blake2b(whole, digest_size=16).hexdigest()


class Store:
    """The cache. What goes wrong with it costs speed and never the result; it is said once, in ``notices``."""

    def __init__(self, path: Path, max_bytes: int = settings.CACHE_MAX_BYTES) -> None:
        self.path, self.max_bytes = path, max_bytes
        self.notices: list[str] = []
        self._usable, self._restarted = True, False
        self._link: sqlite3.Connection | None = None
        self._process = 0

    def get(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the vectors there are, by key, all in one query."""
        if not keys or not self._usable or not self.path.is_file():
            return {}
        try:
            rows = (
                self._open()
                .execute("SELECT key, vector, used FROM vectors WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),))
                .fetchall()
            )
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            return {}
        self._touch([key for key, _, used in rows if used < _now() - _DAY])
        return {key: blob[4:] for key, blob, _ in rows if _sound(blob)}

    def put(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors by key, and drop the least recently used where the file would grow too large."""
        if not vectors or not self._usable:
            return
        rows = [(key, zlib.crc32(vector).to_bytes(4, "big") + vector, _now()) for key, vector in vectors.items()]
        try:
            link = self._open()
            link.execute("BEGIN IMMEDIATE")
            with link:
                link.executemany("INSERT OR REPLACE INTO vectors (key, vector, used) VALUES (?, ?, ?)", rows)
                prune_rows(link, self.max_bytes)
        except (sqlite3.Error, OSError) as error:
            self._failed(error)

    def _touch(self, keys: Sequence[str]) -> None:
        """Note that these are in use; to the day is fine enough for what goes first, and spares most runs a write."""
        if keys:
            with suppress(sqlite3.Error, OSError):
                self._open().execute(
                    "UPDATE vectors SET used = ? WHERE key IN (SELECT value FROM json_each(?))", (_now(), json.dumps(list(keys)))
                )

    def _open(self) -> sqlite3.Connection:
        if self._link is None or self._process != os.getpid():  # a connection must not cross a fork
            self._link, self._process = connect(self.path), os.getpid()
            weakref.finalize(self, _close, self._link, self._process)
        return self._link

    def _failed(self, error: Exception) -> None:
        """Start a damaged file anew; with any other trouble do without the cache for the rest of the run."""
        if is_damage(error) and not self._restarted:
            self._link, self._restarted = None, True
            self.notices.append(f"the cache {self.path} was damaged and has been started anew")
            with suppress(OSError):
                delete(self.path)
                return
        self._usable = False
        self.notices.append(f"the cache {self.path} cannot be used ({error}); vectors are computed afresh")


def connect(path: Path) -> sqlite3.Connection:
    """Open the cache, made where there is none; only for reading where the folder cannot be written."""
    try:
        if not path.exists():
            _create(path)
        link = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        if not link.execute("SELECT 1 FROM sqlite_master WHERE name = 'vectors'").fetchone():
            _create(path)  # another process is only just making it, or was stopped while it did
    except (sqlite3.OperationalError, OSError):
        if not path.is_file() or os.access(path.parent, os.W_OK):
            raise
        # a folder that cannot be written cannot hold the files that WAL needs, so nobody else writes either
        return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    link.execute("PRAGMA synchronous = NORMAL")
    return link


def _create(path: Path) -> None:
    with locked(path.with_suffix(".lock")), closing(sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)) as link:
        link.execute("PRAGMA journal_mode = WAL")
        link.execute(_TABLE)
    path.chmod(0o600)


def prune_rows(link: sqlite3.Connection, max_bytes: int) -> int:
    """Delete the least recently used rows where the pages in use exceed the bound; return how many went."""
    pages, free, size = (int(link.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size"))
    used = (pages - free) * size
    if used <= max_bytes:
        return 0
    rows = int(link.execute("SELECT count(*) FROM vectors").fetchone()[0])
    surplus = rows - int(rows * _AFTER_PRUNING * max_bytes / used)
    return link.execute("DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used, key LIMIT ?)", (surplus,)).rowcount


def _close(link: sqlite3.Connection, process: int) -> None:
    """Close at the latest when the program ends, which folds the log into the file; a forked child leaves that to its parent."""
    if process == os.getpid():
        link.close()


def delete(path: Path) -> None:
    """Remove the cache's files; a process that has them open goes on with them to its end."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def is_damage(error: Exception) -> bool:
    """Tell a damaged file from one that is locked, full or not ours to write."""
    damaged = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
    return isinstance(error, sqlite3.DatabaseError) and (getattr(error, "sqlite_errorname", "") or "").startswith(damaged)


def _sound(blob: bytes) -> bool:
    return len(blob) > 4 and zlib.crc32(blob[4:]) == int.from_bytes(blob[:4], "big")


def _now() -> int:
    """Microseconds: what one run wrote later goes later."""
    return time.time_ns() // 1000
