"""The contracts an extension fills: a Reader, an Encoder, a PairJudge, a Format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.types import Assessment, Document, Failure

    Vectors = npt.NDArray[np.float32]


class Reader(Protocol):
    """Bytes of one file to its documents (one, but for formats that hold many)."""

    def __call__(self, data: bytes, path: str) -> list[Document]: ...


class Encoder(Protocol):
    """Texts to unit vectors."""

    @property
    def name(self) -> str:
        """The model's name with its revision, as results and the cache key show it."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), dimension); equal texts give equal vectors."""
        ...


class PairJudge(Protocol):
    """(Requirement, line) pairs to probabilities that the line alone leaves it unmet, partly met or met."""

    @property
    def name(self) -> str:
        """The model's name with its revision."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return float32 probabilities of shape (len(pairs), 3), columns unmet, partly, met."""
        ...


class Format(Protocol):
    """Assessments to the text of one output format."""

    def __call__(self, results: Sequence[Assessment], failed: Sequence[Failure], options: Mapping[str, object]) -> str: ...
