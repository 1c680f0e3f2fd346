"""A line comes in; what a label such as "Employer:" or "Period:" says that it holds comes out."""

from __future__ import annotations

import re
from functools import cache

from jobfit.facts.named import listed
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

# Résumés with names taken out say "Company Name City , State".
BLANKED = regex(r"\b(Company ?Name|City ?, ?State|City(?= ?$| ?\|))")


@cache
def _label(kind: str) -> re.Pattern[str]:
    labels = "|".join(sorted((re.escape(fold(word)) for word in listed()[f"{kind}_labels"]), key=lambda word: (-len(word), word)))
    return re.compile(rf"\s*(?:{labels})(?:\s*:\s*|\s{{2,}}|\t)")


def _labelled(kind: str, text: str) -> str:
    hit = _label(kind).match(fold(text))
    if hit is None or (":" not in hit[0] and BLANKED.match(text)):
        return ""
    return text[hit.end() :].strip(" .")


def role_label(text: str) -> str:
    """Return what follows a label such as "Role:", "" where the line has none."""
    return _labelled("role", text)


def employer_label(text: str) -> str:
    """Return what follows a label such as "Employer:", "" where the line has none."""
    return _labelled("employer", text)


def place_label(text: str) -> str:
    """Return what follows a label such as "Location:", "" where the line has none."""
    return _labelled("place", text)


def is_labelled(text: str) -> bool:
    """Say whether a line names title, employer or place of a job by its label."""
    return bool(role_label(text) or employer_label(text) or place_label(text))


def without_date_label(text: str) -> str:
    """Return a text without the label of dates ("Duration:", "From:") that begins it."""
    hit = _label("date").match(fold(text))
    bare = text[hit.end() :] if hit else text
    return "" if fold(bare).strip(" :|") in _date_labels() else bare


@cache
def _date_labels() -> frozenset[str]:
    return frozenset(fold(word) for word in listed()["date_labels"])


@cache
def _columns() -> frozenset[str]:
    table = listed()
    return frozenset(fold(word) for kind in ("role_labels", "employer_labels", "date_labels", "columns") for word in table[kind])


def is_table_head(text: str) -> bool:
    """Say whether a row only names the columns of a table: "Period | Post | Employer"."""
    cells = [fold(cell).strip(" .:()") for cell in re.split(r"\s*\|\s*|\s{3,}|\t", text)]
    return len(cells) > 1 and all(cell in _columns() for cell in cells)
