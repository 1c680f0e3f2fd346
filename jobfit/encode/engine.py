"""A model's source in, what computes its vectors out: its kept twin, a twin made now, or sentence-transformers."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from jobfit.encode import twin
from jobfit.encode.folders import locked

if TYPE_CHECKING:
    from jobfit.encode.lazy import Engine
    from jobfit.encode.source import Source


def open_engine(source: Source, threads: int | None, notices: list[str]) -> Engine:
    """Open the model the fastest way there is. Adds to ``notices`` what the user should know; raises ModelError."""
    ready = _kept(source, threads)
    if ready:
        return ready
    note = twin.read_note(source)
    if note and note.refused and note.tools == twin.tools():
        from jobfit.encode.original import Original

        return Original(source)
    try:
        with locked(twin.lock_of(source)):
            # another process may have made it while this one waited
            return _kept(source, threads) or _made(source, threads, notices)
    except OSError:
        return _made(source, threads, notices)


def has_twin(source: Source) -> bool:
    """Tell whether a twin is kept whose files are those that were written."""
    note = twin.read_note(source)
    return note is not None and not note.refused and twin.intact(source, note)


def _kept(source: Source, threads: int | None) -> Engine | None:
    note = twin.read_note(source)
    if note is None or note.refused or not twin.intact(source, note):
        return None
    try:
        return twin.open_kept(source, note, threads)
    except Exception:  # onnxruntime and tokenizers raise their own kinds; whatever it is, the twin can be made anew
        return None


def _made(source: Source, threads: int | None, notices: list[str]) -> Engine:
    """Compile the twin, keep it where that is possible, and use it at once: first and later runs then give the same bytes."""
    from jobfit.encode.export import NoTwin, make_twin
    from jobfit.encode.original import Original

    original = Original(source)
    try:
        made = make_twin(original)
    except (NoTwin, OSError) as reason:
        notices.append(f"the model {source.name} cannot be compiled ({reason}); it runs under sentence-transformers, which starts slower")
        if isinstance(reason, NoTwin):  # a full disk is no reason to give up for good
            with suppress(OSError):
                twin.keep_refusal(source, str(reason))
        return original
    try:
        twin.keep(source, made)
    except OSError as error:
        notices.append(f"the compiled model could not be kept in {twin.folder_of(source)} ({error.strerror}); every run compiles it anew")
    return twin.TwinEncoder(made.onnx, made.tokenizer, made, threads)
