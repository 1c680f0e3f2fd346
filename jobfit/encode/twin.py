"""The compiled twin of a model: kept in the cache folder with its hashes, run by onnxruntime, without torch."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit import settings
from jobfit.encode.checksum import sha256
from jobfit.encode.folders import cache_folder, write_whole
from jobfit.encode.quiet import set_environment

if TYPE_CHECKING:
    from jobfit.encode.source import Source
    from jobfit.ports import Vectors

FORMAT = 1  # raised whenever twins must be made anew
_MODEL, _TOKENIZER, _NOTE = "model.onnx", "tokenizer.json", "twin.json"


@dataclass(frozen=True, slots=True)
class Twin:
    """A compiled model as bytes. ``together`` tells that texts of equal length may share a batch without changing a bit."""

    onnx: bytes
    tokenizer: str
    max_tokens: int
    prompt: str = ""
    together: bool = True
    difference: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """What lies beside a kept twin: of which model it is, and the hashes of its files.

    ``refused`` says why there is none, which holds for the versions in ``tools``: others may do better.
    """

    format: int
    model: str
    revision: str
    files: Mapping[str, str]
    max_tokens: int = 0
    prompt: str = ""
    together: bool = True
    difference: float = 0.0
    refused: str = ""
    tools: str = ""


def folder_of(source: Source) -> Path:
    return cache_folder() / "twins" / source.key


def lock_of(source: Source) -> Path:
    return cache_folder() / "twins" / f"{source.key}.lock"


def read_note(source: Source) -> Note | None:
    """Return what is noted of this model's twin; None where nothing is, or it is of another format or revision."""
    try:
        note = Note(**json.loads((folder_of(source) / _NOTE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return note if (note.format, note.model, note.revision) == (FORMAT, source.name, source.revision) else None


def intact(source: Source, note: Note, *, afresh: bool = False) -> bool:
    """Tell whether the twin's files are those that were written."""
    try:
        return set(note.files) == {_MODEL, _TOKENIZER} and all(
            sha256(folder_of(source) / name, afresh=afresh) == digest for name, digest in note.files.items()
        )
    except (OSError, TypeError):
        return False


def keep(source: Source, twin: Twin) -> None:
    """Write the twin, under the caller's lock, the note last, so that what is noted is whole. OSError where that is not possible."""
    contents = {_MODEL: twin.onnx, _TOKENIZER: twin.tokenizer.encode()}
    for leftover in folder_of(source).glob(".*"):  # of a process that was stopped while it wrote
        leftover.unlink(missing_ok=True)
    for name, data in contents.items():
        write_whole(folder_of(source) / name, data)
    files = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    _write_note(
        source,
        Note(FORMAT, source.name, source.revision, files, twin.max_tokens, twin.prompt, twin.together, twin.difference, tools=tools()),
    )


def keep_refusal(source: Source, reason: str) -> None:
    """Note that this model has no twin, so that no later run tries again."""
    _write_note(source, Note(FORMAT, source.name, source.revision, {}, refused=reason, tools=tools()))


def tools() -> str:
    """Return the versions of what makes twins."""
    from importlib.metadata import PackageNotFoundError, version

    found = []
    for name in ("torch", "sentence-transformers", "transformers", "onnx", "onnxruntime"):
        with suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return ", ".join(found)


def _write_note(source: Source, note: Note) -> None:
    write_whole(folder_of(source) / _NOTE, json.dumps(asdict(note), indent=1, sort_keys=True).encode())


def remove(source: Source) -> bool:
    """Delete the twin; true where there was one."""
    there = folder_of(source).is_dir()
    with suppress(FileNotFoundError):
        shutil.rmtree(folder_of(source))
    return there


class TwinEncoder:
    """Runs a twin. Only texts of equal token count share a batch, and each batch runs on one thread:
    no padding, no neighbour and no number of threads can then change a vector.
    """

    def __init__(self, model: bytes | str, tokenizer: str, note: Note | Twin, threads: int | None = None) -> None:
        set_environment()
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False  # it would remember every shape of batch for ever
        self._session = onnxruntime.InferenceSession(model, options, providers=providers())
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(note.max_tokens)
        self._prompt, self._together, self._threads = note.prompt, note.together, threads or _processors()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors of shape (len(texts), dimension), not yet scaled to length 1."""
        import numpy as np

        tokens = [e.ids for e in self._tokenizer.encode_batch([self._prompt + text for text in texts])]
        batches = _batches([len(ids) for ids in tokens], self._together)
        workers = min(self._threads, len(batches))
        if workers > 1:
            with ThreadPoolExecutor(workers) as pool:
                parts = list(pool.map(self._run, ([tokens[i] for i in batch] for batch in batches)))
        else:
            parts = [self._run([tokens[i] for i in batch]) for batch in batches]
        rows = np.empty((len(texts), parts[0].shape[1]), dtype=np.float32)
        for batch, part in zip(batches, parts, strict=True):
            rows[batch] = part
        return rows

    def _run(self, tokens: list[list[int]]) -> Any:  # noqa: ANN401 - the library has no types
        import numpy as np

        return self._session.run(None, {"input_ids": np.array(tokens, dtype=np.int64)})[0]


def providers() -> list[str]:
    """Return what onnxruntime is to compute on: the processor; before it the card, if ``JOBFIT_DEVICE=cuda`` and it is there."""
    found = ["CPUExecutionProvider"]
    if os.environ.get("JOBFIT_DEVICE") == "cuda":
        import onnxruntime

        found = [name for name in ("CUDAExecutionProvider",) if name in onnxruntime.get_available_providers()] + found
    return found


def open_kept(source: Source, note: Note, threads: int | None) -> TwinEncoder:
    """Load the twin from its files."""
    folder = folder_of(source)
    return TwinEncoder(str(folder / _MODEL), (folder / _TOKENIZER).read_text(encoding="utf-8"), note, threads)


def _batches(lengths: Sequence[int], together: bool) -> list[list[int]]:
    """Group places by equal length, longest first, each batch within the bound on tokens."""
    batches: list[list[int]] = []
    room = 0
    for place in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        if not batches or not together or room < lengths[place] or lengths[batches[-1][0]] != lengths[place]:
            batches.append([])
            room = max(settings.ENCODE_BATCH_TOKENS, lengths[place])
        batches[-1].append(place)
        room -= lengths[place]
    return batches


def _processors() -> int:
    """Return how many processors this process may use, fewer where the usual variable asks for fewer."""
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return min(free, int(asked)) if asked.isdecimal() and int(asked) else free
