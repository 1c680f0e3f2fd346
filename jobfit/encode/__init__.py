"""Texts in, unit vectors out: any sentence-transformers model, its compiled twin, and the cache around either."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jobfit.encode.manage import (
    cache_clear,
    cache_info,
    cache_prune,
    compile_twin,
    model_info,
    remove_twin,
    verify_twin,
)

if TYPE_CHECKING:
    from jobfit.ports import OwnEncoder

__all__ = ["cache_clear", "cache_info", "cache_prune", "compile_twin", "load", "model_info", "remove_twin", "verify_twin"]


def load(model: str | None = None, *, cache: bool = True, threads: int | None = None) -> OwnEncoder:
    """Return the encoder of that name; nothing heavy is loaded before a text is missing from the cache.

    None is the default model; ``"hash"`` the small encoder that needs none; else a folder or a name of the Hugging Face hub.
    ``threads`` bounds the processors used and never changes a vector. The encoder's list ``notices`` holds what the user
    should hear once. Raises ModelError where the model is missing or changed.
    """
    if model == "hash":
        from jobfit.encode.hashing import HashEncoder

        return HashEncoder()
    from jobfit.encode.lazy import LazyEncoder
    from jobfit.encode.source import find
    from jobfit.encode.store import Store, store_path

    # a card may differ in the last places, which must not get into the cache that everybody shares
    kept = cache and os.environ.get("JOBFIT_DEVICE") != "cuda"
    return LazyEncoder(find(model), Store(store_path()) if kept else None, threads)
