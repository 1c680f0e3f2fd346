"""How a report is to look, handed to every format; each takes what concerns it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from jobfit.types import Failure

Contra = TypeVar("Contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Look:
    """``width`` in columns; ``unicode`` false keeps to ASCII; ``details`` adds all reports to a ranking; ``explain`` names one item."""

    width: int = 100
    color: bool = False
    unicode: bool = True
    details: bool = False
    explain: str = ""


class Format(Protocol[Contra]):
    """Results and failures to the text of one output format."""

    def __call__(self, results: Sequence[Contra], failed: Sequence[Failure], look: Look) -> str: ...
