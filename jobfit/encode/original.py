"""A model folder in, the model as sentence-transformers runs it out: the reference for the twin, and the way for every other model."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jobfit.encode.quiet import quiet
from jobfit.errors import ModelError

if TYPE_CHECKING:
    from jobfit.encode.source import Source
    from jobfit.ports import Vectors


class Original:
    """sentence-transformers on the processor, one text at a time, so that no text's vector depends on its neighbours."""

    def __init__(self, source: Source) -> None:
        with quiet():
            self.model = _load(str(source.folder), source.name, local=True)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 vectors of shape (len(texts), dimension)."""
        import numpy as np

        with quiet():
            rows = self.model.encode(list(texts), batch_size=1, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)


def fetch(name: str) -> None:
    """Download a model of the hub by its name, with the progress bars that a long wait deserves."""
    if os.environ.get("HF_HUB_OFFLINE", "").lower() in ("1", "on", "yes", "true"):
        raise ModelError(f"the model {name!r} is not on this machine, and HF_HUB_OFFLINE forbids to fetch it", hint="give its folder")
    _reach()
    with quiet():
        _load(name, name, local=False)


def _reach() -> None:
    """Ask the hub for anything at all: its own client tries for more than a minute before it says that there is no network."""
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    hub = os.environ.get("HF_ENDPOINT") or "https://huggingface.co"
    try:
        with urlopen(Request(hub, method="HEAD"), timeout=10):  # noqa: S310 - the user's own setting, or https
            pass
    except HTTPError:
        pass  # it answers
    except (URLError, OSError, ValueError) as error:
        said = getattr(error, "reason", error)
        raise ModelError(f"the model is not on this machine and {hub} cannot be reached: {said}", hint="give the model's folder") from None


def _load(place: str, name: str, *, local: bool) -> Any:  # noqa: ANN401 - the library has no types
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as progress

    if local:
        progress.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(place, device="cpu", local_files_only=local)
    except Exception as error:  # the library raises a dozen kinds for a model that is missing or broken
        said = " ".join(str(error).split())[:200]
        hint = "reinstall it or name another with --model" if local else "check the name and the network, or give a folder"
        raise ModelError(f"the model {name!r} could not be loaded: {said}", hint=hint) from error
    return model.eval()
