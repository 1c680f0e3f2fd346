"""A need and a View in, out whether what the profile counts, or how long ago it was, falls short of a size or a recency asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from jobfit.match import cues
from jobfit.match.view import Unit, View, once
from jobfit.regex import regex
from jobfit.types import Need, Position
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.sizes import money, number_of, people

_ENOUGH = 0.9  # of the size asked for, which is as good as all of it
_LEADING = frozenset({("leadership", "shows"), ("leadership", "likely"), ("mentoring", "shows")})
_RECENT = 60  # months that "recent" goes back where no number is named
_SINCE = regex(
    r"\b(?:last|past|previous|letzten|vergangenen|ultimos|ultimas|afgelopen)\s(?P<number>\d{1,2}|two|three|four|five|ten|zwei|drei|funf|dos|tres|"
    r"cinco|dois|twee|drie)\s(?:years|yrs|jahren?|anos|jaar)\b|\b(?P<before>\d{1,2}|deux|trois|cinq)\sdernieres annees\b|"
    r"\brecent\b(?:\s[\w-]+){0,3}\sexperience\b|\bexperience\b.{0,20}\brecent\b|\bexperiencia reciente\b|\bexperience recente\b"
)


def fewer(need: Need, view: View) -> bool:
    """Say whether the profile names sizes of the kind asked for, people led or sums of money, but none that reaches the one asked for."""
    led, sum_asked = _asked(need.text)
    if led:
        return 0 < _most_led(view) < _ENOUGH * led
    return sum_asked > 0 and 0 < _most_money(view) < _ENOUGH * sum_asked


@lru_cache(maxsize=4096)
def _asked(text: str) -> tuple[int, float]:
    """Return how many people are to be led at least, and how much money the text names; nought where it asks for none."""
    folded = fold(text)
    led = people(folded)[0]
    leads = led and ("leadership" in cues.of_role("traits", text, "asks") or "leading people" in cues.of_role("themes", text, "asks"))
    return led if leads else 0, money(folded)


@lru_cache(maxsize=4096)
def window(need: Need) -> int:
    """Return how many months back the experience may lie, 0 where nothing is said of it."""
    found = _SINCE.search(fold(need.text))
    if found is None:
        return 0
    years = found["number"] or found["before"]
    return 12 * number_of(years) if years else _RECENT


def is_past(months: int, positions: Sequence[Position], view: View) -> bool:
    """Say whether all of the positions, the dates of which are known, ended more than so many months ago."""
    ends = [position.span.end for position in positions if position.span is not None]
    return len(ends) == len(positions) > 0 and max(ends) < view.profile.as_of - months


@once
def _most_led(view: View) -> int:
    return max(
        (people(fold(unit.text))[1] for unit in view.units if _is_own(unit) and _LEADING & cues.found("traits", unit.text)), default=0
    )


@once
def _most_money(view: View) -> float:
    return max((money(fold(unit.text)) for unit in view.units if _is_own(unit)), default=0.0)


def _is_own(unit: Unit) -> bool:
    """Say whether a line tells of the person, not of the employer beside a title."""
    return not unit.heading and (unit.deed or unit.statement.source == "summary")
