"""A requirement's words and a View in, signals out: the share of the words the profile holds at all, and in its best single line, that of
the words no file knows, and whether both are in one language.
"""

from __future__ import annotations

from jobfit.match.bearing import unknown, unknown_found
from jobfit.match.tongues import of_text, written
from jobfit.match.view import View
from jobfit.match.words import content


def wording(text: str, view: View) -> dict[str, float]:
    """Return the signals of one requirement's text."""
    asked = content(text)
    rest, rest_words = unknown_found(unknown(text), view)
    theirs, own = of_text(text), written(view)
    named = {"same tongue": float(theirs == own)} if theirs and own else {}
    return named | {
        "words anywhere": view.words.anywhere(asked),
        "words one line": view.words.best(asked),
        "words": min(40.0, len(asked)) / 40,
        "rest anywhere": rest,
        "rest words": rest_words,
    }
