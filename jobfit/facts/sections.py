"""The lines of a free-text résumé come in; parts come out, each the whole lines under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jobfit.facts.headings import by_words, heading_of
from jobfit.facts.wrapped import Whole, joined
from jobfit.regex import regex
from jobfit.types import Line

CAPS = 2  # headings in capitals that show a habit
# What a résumé is called as a whole; over all else such a word opens no section.
DOCUMENT = regex(r"(?:lebenslauf|curriculum(?: vitae)?|r[ée]sum[ée]|cv|werdegang)", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """The lines under one heading; ``kind`` is "" before the first heading."""

    kind: str
    title: str
    line: int = 0
    lines: list[Whole] = field(default_factory=list)
    head: Whole | None = None


def parts(lines: Sequence[Line]) -> list[Part]:
    """Cut a résumé at its headings. A known heading counts wherever it stands alone; an unknown one only where markup says so."""
    found = [Part("", "")]
    level, caps = _section_level(lines), sum(line.text.isupper() and bool(heading_of(line.text)) for line in lines) >= CAPS
    for whole in joined(lines):
        titled = len(found) == 1 and not found[0].lines and DOCUMENT.fullmatch(whole.text.strip(" :"))
        kind = "" if titled or (whole.bullet and whole.bullet not in "+#■▪") else heading_of(whole.text) or _of_looks(whole, caps)
        if kind:
            found.append(Part(kind, whole.text.strip(" :"), whole.number))
        elif whole.heading and level and whole.heading <= level and found[-1].kind:
            found.append(Part("other", whole.text.strip(" :"), whole.number, head=whole))
        else:
            found[-1].lines.append(whole)
    return found


def _of_looks(whole: Whole, caps: bool) -> str:
    """Return the kind of a heading by its telling words, where it is marked, or in capitals as the other headings, or stands apart."""
    looks = whole.heading or (whole.bold and whole.gap) or (whole.text.isupper() and (whole.gap or caps))
    return by_words(whole.text) if looks else ""


def _section_level(lines: Iterable[Line]) -> int:
    """Return the markup level on which the known sections open, 0 where none is marked up."""
    marked = [line for line in lines if line.heading]
    levels = [line.heading for line in marked if heading_of(line.text)]
    if not levels:  # all have names of their own: those below the person's, where there are several
        levels = [line.heading for line in marked[1:] if line.heading > marked[0].heading]
        levels = levels if len(levels) > 1 else []
    return max(set(levels), key=levels.count) if levels else 0
