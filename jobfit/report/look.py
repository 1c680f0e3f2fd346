"""How a report is to look, handed to every format; each takes what concerns it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jobfit.types import Failure

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Look:
    """``width`` in columns; ``unicode`` false keeps to ASCII; ``details`` adds all reports to a ranking; ``explain`` names one item."""

    width: int = 100
    color: bool = False
    unicode: bool = True
    details: bool = False
    explain: str = ""


Format = Callable[[Sequence[Item], Sequence[Failure], Look], str]
