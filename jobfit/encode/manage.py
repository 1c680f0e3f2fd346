"""What `jobfit model` and `jobfit cache` show and do; each function returns plain values and prints nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit import settings
from jobfit.errors import JobfitError, ModelError

if TYPE_CHECKING:
    from jobfit.encode.source import Source


def model_info(name: str | None = None) -> dict[str, Any]:
    """Describe a model: ``name model folder revision dimension verified twin``; its weights are hashed afresh.

    ``twin`` holds ``present intact folder bytes difference refused``. Raises ModelError where the model is missing or changed.
    """
    if name == "hash":
        return {"name": "hash@1", "model": "hash", "folder": None, "revision": "1", "dimension": 256, "verified": True, "twin": None}
    from jobfit.encode.source import find

    source = find(name, afresh=True)
    return {
        "name": source.label,
        "model": source.name,
        "folder": str(source.folder),
        "revision": source.revision,
        "dimension": source.dimension or None,
        # only the default's hash is known beforehand; any other model is what its files are
        "verified": True if source.name == settings.DEFAULT_MODEL else None,
        "twin": _twin_info(source),
    }


def compile_twin(name: str | None = None) -> dict[str, Any]:
    """Make the twin of a model anew and return what ``model_info`` says of it. Raises ModelError where it cannot be made or kept."""
    from jobfit.encode import twin
    from jobfit.encode.export import NoTwin, make_twin
    from jobfit.encode.folders import locked
    from jobfit.encode.original import Original

    source = _compilable(name)
    try:
        made = make_twin(Original(source))
        with locked(twin.lock_of(source)):
            twin.keep(source, made)
    except NoTwin as reason:
        raise ModelError(
            f"the model {source.label} has no twin: {reason}", hint="it runs under sentence-transformers, only slower"
        ) from None
    except OSError as error:
        raise ModelError("the twin could not be written", path=str(twin.folder_of(source)), hint=error.strerror or "") from None
    return model_info(name)


def verify_twin(name: str | None = None) -> dict[str, Any]:
    """Hash the twin's files and compare its vectors with the original's: ``name ok difference reason``."""
    from jobfit.encode import twin
    from jobfit.encode.export import CHECK_TEXTS, TOLERANCE, compare
    from jobfit.encode.original import Original

    source = _compilable(name)
    note = twin.read_note(source)
    if note is None or note.refused:
        return {"name": source.label, "ok": False, "difference": None, "reason": note.refused if note else "there is no twin yet"}
    if not twin.intact(source, note, afresh=True):
        return {"name": source.label, "ok": False, "difference": None, "reason": "its files are not those that were written"}
    difference = compare(Original(source), twin.open_kept(source, note, None).encode(CHECK_TEXTS))
    ok = difference <= TOLERANCE
    return {"name": source.label, "ok": ok, "difference": difference, "reason": "" if ok else "it differs from the original"}


def remove_twin(name: str | None = None) -> bool:
    """Delete the twin of a model; true where there was one."""
    from jobfit.encode import twin

    source = _compilable(name)
    try:
        return twin.remove(source)
    except OSError as error:
        raise ModelError("the twin could not be removed", path=str(twin.folder_of(source)), hint=error.strerror or "") from None


def cache_info() -> dict[str, Any]:
    """Describe the cache: ``folder path entries bytes max_bytes twins problem postings``, the first of these of the vectors.

    ``entries`` is None where a file cannot be read; ``postings`` holds ``path entries bytes max_bytes problem`` of the postings.
    """
    from jobfit.encode.folders import cache_folder
    from jobfit.encode.store import postings_path, store_path

    return {
        "folder": str(cache_folder()),
        **_described(store_path(), settings.CACHE_MAX_BYTES),
        "twins": sorted(p.name for p in (cache_folder() / "twins").glob("*") if p.is_dir()),
        "postings": _described(postings_path(), settings.POSTINGS_MAX_BYTES),
    }


def _described(path: Path, max_bytes: int) -> dict[str, Any]:
    from jobfit.encode.store import connect

    entries, problem = 0, ""
    try:
        if path.is_file():
            with closing(connect(path)) as link:
                entries = int(link.execute("SELECT count(*) FROM vectors").fetchone()[0])
    except (sqlite3.Error, OSError) as error:
        problem = str(error)
    size = _bytes_of(path.parent, f"{path.name}*")
    return {"path": str(path), "entries": None if problem else entries, "bytes": size, "max_bytes": max_bytes, "problem": problem}


def cache_clear(*, twins: bool = False) -> int:
    """Delete all cached vectors and postings, and the compiled twins too where asked; return how many bytes that freed."""
    import shutil

    from jobfit.encode.folders import cache_folder
    from jobfit.encode.store import delete, postings_path, store_path

    paths, compiled = (store_path(), postings_path()), cache_folder() / "twins"
    size = sum(_bytes_of(path.parent, f"{path.name}*") for path in paths) + (_bytes_of(compiled, "**/*") if twins else 0)
    try:
        for path in paths:
            delete(path)
        if twins and compiled.is_dir():
            shutil.rmtree(compiled)
    except OSError as error:
        raise JobfitError("the cache could not be deleted", path=str(cache_folder()), hint=error.strerror or "") from None
    return size


def cache_prune(max_bytes: int = settings.CACHE_MAX_BYTES) -> int:
    """Drop the least recently used vectors and postings beyond a size each, give the room back; return how many vectors went."""
    from jobfit.encode.store import postings_path, store_path

    _pruned(postings_path(), min(max_bytes, settings.POSTINGS_MAX_BYTES))
    return _pruned(store_path(), max_bytes)


def _pruned(path: Path, max_bytes: int) -> int:
    from jobfit.encode.store import connect, prune_rows

    if not path.is_file():
        return 0
    try:
        with closing(connect(path)) as link:
            gone = prune_rows(link, max_bytes)
            link.execute("VACUUM")
    except (sqlite3.Error, OSError) as error:
        raise JobfitError(f"the cache could not be pruned: {error}", path=str(path), hint="jobfit cache clear starts it anew") from None
    return gone


def _compilable(name: str | None) -> Source:
    from jobfit.encode.source import find

    if name == "hash":
        raise ModelError("the encoder 'hash' is no model and needs no twin")
    return find(name)


def _twin_info(source: Source) -> dict[str, Any]:
    from jobfit.encode import twin

    note = twin.read_note(source)
    present = note is not None and not note.refused
    return {
        "present": present,
        "intact": twin.intact(source, note, afresh=True) if present and note else None,
        "folder": str(twin.folder_of(source)),
        "bytes": _bytes_of(twin.folder_of(source), "*"),
        "difference": note.difference if present and note else None,
        "refused": note.refused if note else "",
    }


def _bytes_of(folder: Path, pattern: str) -> int:
    return sum(p.stat().st_size for p in folder.glob(pattern) if p.is_file()) if folder.is_dir() else 0
