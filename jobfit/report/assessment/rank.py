"""Assessments in, the same in the order of a ranking out, and the lowest fit among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from jobfit.types import Assessment, Failure, Tally


class HasFit(Protocol):
    """A result with its fit, whatever else it holds."""

    @property
    def fit(self) -> float | None: ...


Scored = TypeVar("Scored", bound=HasFit)


def arranged(results: Sequence[Assessment], by: str, top: int | None = None) -> list[Assessment]:
    """Return the first ``top`` results by ``fit``, ``required``, ``nice`` (best first), ``title`` or ``input`` order.

    What has a knock-out comes after all that has none, and what could not be judged last; equals keep the order of the input.
    """
    ordered = list(results)
    if by == "title":
        ordered.sort(key=lambda result: (result.posting.title.casefold(), result.posting.role.casefold()))
    elif by != "input":
        ordered.sort(key=lambda result: (_value(result, by) is None, bool(result.knockouts), -(_value(result, by) or 0.0)))
    return ordered[:top]


def _value(result: Assessment, by: str) -> float | None:
    if by == "fit":
        return result.fit
    tally: Tally = result.required if by == "required" else result.nice
    return tally.coverage


class Lowest:
    """Watches results go by and remembers the lowest fit; one that is null counts as none at all."""

    def __init__(self) -> None:
        self._fit = 1.0

    def over(self, items: Iterable[Scored | Failure]) -> Iterator[Scored | Failure]:
        """Yield the items unchanged."""
        for item in items:
            if not isinstance(item, Failure):
                self._fit = min(self._fit, -1.0 if item.fit is None else item.fit)
            yield item

    def below(self, percent: float | None) -> bool:
        """Say whether a fit was below that many percent; sums of floats get the benefit of their last bits."""
        return percent is not None and 100 * self._fit < percent - 1e-9
