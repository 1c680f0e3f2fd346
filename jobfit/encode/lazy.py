"""Texts in, unit vectors out, from memory, then from the cache, and only for what is left from the model, which is loaded then."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from jobfit import settings
from jobfit.encode.store import Store, key_of
from jobfit.errors import ModelError

if TYPE_CHECKING:
    from jobfit.encode.source import Source
    from jobfit.encode.vectors import Packed
    from jobfit.ports import Vectors


_CHUNK = 2_000  # texts computed before they are kept; a run that is stopped loses no more


class Engine(Protocol):
    """What computes vectors: the twin or the original."""

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class LazyEncoder:
    """An encoder that imports no model library until a text is in neither memory nor cache.

    ``notices`` gathers what the user should hear once; nothing is ever printed from here.
    """

    def __init__(self, source: Source, store: Store | None, threads: int | None = None) -> None:
        self.source, self._store, self._threads = source, store, threads
        self._engine: Engine | None = None
        self._memo: dict[str, Packed] = {}
        self.notices = store.notices if store else []  # one list, which only grows
        self._lock = threading.RLock()

    @property
    def name(self) -> str:
        return self.source.label

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), dimension). Raises ModelError where the model cannot be used."""
        import numpy as np

        from jobfit.encode.vectors import unpack

        plain = [_clean(text) for text in texts]
        with self._lock:
            found = self._found(sorted(set(plain)))
            if not plain:
                return np.zeros((0, self.source.dimension), dtype=np.float32)
            return unpack(np.stack([found[text] for text in plain]))

    def at_hand(self, texts: Sequence[str]) -> bool:
        """Tell whether the vectors of these texts are in memory or in the cache, from where they are taken into memory."""
        plain = {_clean(text) for text in texts}
        missing = {key_of(self.source.name, self.source.revision, text): text for text in sorted(plain - self._memo.keys())}
        with self._lock:
            fresh = self._from_store(missing)
            self._remember(fresh)
        return len(fresh) == len(missing)

    def is_light(self) -> bool:
        """Tell whether this process could compute vectors without making a twin or loading the original."""
        from jobfit.encode.engine import has_twin

        return has_twin(self.source)

    def _found(self, texts: Sequence[str]) -> dict[str, Packed]:
        found = {text: self._memo[text] for text in texts if text in self._memo}
        missing = {key_of(self.source.name, self.source.revision, text): text for text in texts if text not in found}
        fresh = self._from_store(missing)
        # by length, so that each part fills its batches
        rest = dict(sorted(((key, text) for key, text in missing.items() if text not in fresh), key=lambda item: (len(item[1]), item[1])))
        keys = list(rest)
        for start in range(0, len(keys), _CHUNK):
            fresh.update(self._computed({key: rest[key] for key in keys[start : start + _CHUNK]}))
        self._remember(fresh)
        return {**found, **fresh}

    def _from_store(self, missing: dict[str, str]) -> dict[str, Packed]:
        import numpy as np

        if self._store is None:
            return {}
        return {missing[key]: np.frombuffer(blob, dtype="<f2") for key, blob in self._store.get(list(missing)).items()}

    def _computed(self, rest: dict[str, str]) -> dict[str, Packed]:
        import numpy as np

        from jobfit.encode.vectors import pack

        if self._engine is None:
            from jobfit.encode.engine import open_engine

            self._engine = open_engine(self.source, self._threads, self.notices)
        raw = self._engine.encode(list(rest.values()))
        if not np.isfinite(raw).all():
            raise ModelError(f"the model {self.name} gives vectors that are no numbers", hint="reinstall it or name another with --model")
        packed = pack(raw)
        if self._store is not None:
            self._store.put({key: row.astype("<f2").tobytes() for key, row in zip(rest, packed, strict=True)})
        return {text: row.copy() for text, row in zip(rest.values(), packed, strict=True)}

    def _remember(self, fresh: dict[str, Packed]) -> None:
        self._memo.update(fresh)
        with suppress(StopIteration):
            while len(self._memo) > settings.ENCODE_MEMO_TEXTS:  # the oldest first
                del self._memo[next(iter(self._memo))]


def _clean(text: str) -> str:
    """Take off outer space, which no model should see, and what is no character; bound the length as the readers do."""
    text = text.strip()[: settings.MAX_LINE_CHARS]
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
