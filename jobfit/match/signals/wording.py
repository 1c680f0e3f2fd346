"""A requirement's words and a View in, signals out: the share of the words the profile holds at all, and in its best single line."""

from __future__ import annotations

from jobfit.match.view import View
from jobfit.match.words import content


def wording(text: str, view: View) -> dict[str, float]:
    """Return the signals of one requirement's text."""
    asked = content(text)
    return {
        "words anywhere": view.words.anywhere(asked),
        "words one line": view.words.best(asked),
        "words": min(40.0, len(asked)) / 40,
    }
