"""(Requirement, line) pairs in, probabilities out that the line alone leaves it unmet, partly met or met: a small fitted cross-encoder.

The model is all-MiniLM-L6-v2 fine-tuned on graded lines and quantized to eight bits; it ships with the package. Each pair is run by
itself, because the quantization takes its scale from the whole batch: so no neighbour can change a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobfit import settings
from jobfit.encode.checksum import sha256
from jobfit.encode.store import Store, key_of, store_path
from jobfit.errors import ModelError

if TYPE_CHECKING:
    from jobfit.ports import Vectors

MODEL = Path(__file__).parent / "data" / "pairs.onnx"
TOKENIZER = Path(__file__).parent / "data" / "tokenizer.json"
_CLASSES = 3
_MAX_TOKENS = 128


class Pairs:
    """The fitted judge of pairs; nothing is loaded before a pair is missing from the cache."""

    def __init__(self, model: Path = MODEL, tokenizer: Path = TOKENIZER, *, cache: bool = True, threads: int | None = None) -> None:
        if not model.is_file():
            raise ModelError("the fitted judge of pairs is missing", path=str(model), hint="reinstall jobfit")
        self._model, self._tokenizer, self._threads = model, tokenizer, threads
        self._store = Store(store_path()) if cache else None
        self._memo: dict[str, Vectors] = {}
        self._revision = sha256(model)[:16]

    @property
    def name(self) -> str:
        return f"pairs@{self._revision[:8]}"

    def score(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return float32 probabilities of shape (len(pairs), 3), columns unmet, partly, met."""
        import numpy as np

        keys = [key_of("pairs", self._revision, "\0".join(pair)) for pair in pairs]
        wanted = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in self._memo}
        self._memo.update(self._stored(list(wanted)))
        missing = {key: pair for key, pair in wanted.items() if key not in self._memo}
        if missing:
            self._memo.update(self._computed(missing))
        if not keys:
            return np.zeros((0, _CLASSES), dtype=np.float32)
        rows = np.stack([self._memo[key] for key in keys])
        while len(self._memo) > settings.ENCODE_MEMO_TEXTS:
            del self._memo[next(iter(self._memo))]
        return rows

    def _stored(self, keys: list[str]) -> dict[str, Vectors]:
        import numpy as np

        blobs = self._store.get(keys) if self._store else {}
        return {key: np.frombuffer(blob, dtype="<f2").astype(np.float32) for key, blob in blobs.items() if len(blob) == 2 * _CLASSES}

    def _computed(self, missing: dict[str, tuple[str, str]]) -> dict[str, Vectors]:
        """Run the model; figures pass through float16, so that cached and fresh ones are the same bytes."""
        import numpy as np

        session, tokenizer = _open(str(self._model), str(self._tokenizer))
        inputs = tokenizer.encode_batch(list(missing.values()))

        def run(encoded: Any) -> Any:  # noqa: ANN401 - the libraries have no types
            feed = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
            return session.run(None, {name: np.array([values], dtype=np.int64) for name, values in feed.items()})[0][0]

        with ThreadPoolExecutor(self._threads or _processors()) as pool:
            packed = [row.astype("<f2") for row in pool.map(run, inputs)]
        if self._store is not None:
            self._store.put({key: row.tobytes() for key, row in zip(missing, packed, strict=True)})
        return {key: row.astype(np.float32) for key, row in zip(missing, packed, strict=True)}


@cache
def _open(model: str, tokenizer: str) -> Any:  # noqa: ANN401 - the libraries have no types
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    reader = Tokenizer.from_file(tokenizer)
    reader.no_padding()
    reader.enable_truncation(_MAX_TOKENS)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]), reader


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
