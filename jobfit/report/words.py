"""Verdicts, shares and counts in, the words and signs that people read out; nothing rests on colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobfit.types import Kind, Posting, Tally, VerdictName

SIGNS: dict[VerdictName, str] = {"met": "✓", "partly": "◐", "unmet": "✗", "unjudged": "?"}
ASCII_SIGNS: dict[VerdictName, str] = {"met": "+", "partly": "~", "unmet": "-", "unjudged": "?"}
KIND_NAMES: dict[Kind, str] = {"required": "Required", "nice": "Nice to have"}


def percent(share: float | None) -> str:
    """Return a share of 0 to 1 as a percentage that is 0 or 100 only when the share is exactly that; a dash for null."""
    if share is None:
        return "–"
    return f"{whole_percent(share)} %"


def whole_percent(share: float) -> int:
    """Return the rounded percentage, kept off 0 and 100 where the share is."""
    if share in (0, 1):
        return int(share) * 100
    return min(99, max(1, round(100 * share)))


def bar(share: float | None, width: int, *, full: str = "█", empty: str = "░") -> str:
    """Return a bar of that many characters, full or empty only when the share is exactly 1 or 0."""
    if share is None:
        return " " * width
    filled = width * int(share) if share in (0, 1) else min(width - 1, max(1, round(width * share)))
    return full * filled + empty * (width - filled)


def counts(tally: Tally) -> str:
    """Return "5 met · 2 partly", leaving out what is zero."""
    said = [f"{number} {name}" for name in SIGNS if (number := getattr(tally, name))]
    return " · ".join(said) or "none"


def name(posting: Posting) -> str:
    """Return what to call a posting: title, company and role as far as known, else its file's name."""
    parts = [posting.title, posting.company, posting.role if posting.role != posting.title else ""]
    return " · ".join(part for part in parts if part) or posting.path.replace("\\", "/").rsplit("/", 1)[-1]


def lines(first: int, last: int) -> str:
    """Return "line 31" or "lines 31–32"."""
    return f"line {first}" if last <= first else f"lines {first}–{last}"


def worth(gain: float) -> str:
    """Return what closing a gap would add to the fit: "+1 point", "+14 points"."""
    points = whole_percent(gain)
    return f"+{points} point{'' if points == 1 else 's'}"


def postings(number: int) -> str:
    """Return "1 posting", "2 postings"."""
    return f"{number} posting{'' if number == 1 else 's'}"


def reach(number: int) -> str:
    """Return "1 reaches", "2 reach"."""
    return f"{number} reach{'es' if number == 1 else ''}"


def ranges(numbers: Sequence[int]) -> str:
    """Return rising numbers with runs drawn together: "1–4, 9, 12–13"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
