"""The contracts an extension fills: a Reader, an Encoder, a Format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.types import Document, Failure

    Vectors = npt.NDArray[np.float32]

Result = TypeVar("Result", contravariant=True)


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


class OwnEncoder(Encoder, Protocol):
    """An encoder that a worker process can have of its own."""

    notices: list[str]  # what the user should hear, which only grows

    def at_hand(self, texts: Sequence[str]) -> bool:
        """Tell whether the vectors of these texts need no computing."""
        ...

    def is_light(self) -> bool:
        """Tell whether each process may compute vectors by itself; where not, one should compute them for all."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look; each format takes what concerns it.

    ``width`` is in columns; ``unicode`` false keeps to ASCII; ``details`` adds every report to a ranking; ``explain`` names the one
    requirement to be explained; ``profiles`` says that several profiles were asked for, so that each result names its own.
    """

    width: int = 100
    color: bool = False
    unicode: bool = True
    details: bool = False
    explain: str = ""
    profiles: bool = False


class Format(Protocol[Result]):
    """Results (assessments, postings) and failures to the text of one output format."""

    def __call__(self, results: Sequence[Result], failed: Sequence[Failure], look: Look) -> str: ...
