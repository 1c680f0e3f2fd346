"""The lines of a free-text résumé come in; parts come out, each the whole lines under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from jobfit.facts.headings import by_words, heading_of
from jobfit.facts.wrapped import Whole, joined
from jobfit.regex import regex
from jobfit.types import Line
from jobfit.vocabulary import languages

ROWS = 2  # kinds of sections that the rows of a table open
OF_A_JOB = ("awards", "projects", "skills", "summary")  # what the lines of a job may be headed by
CAPS = 2  # headings in capitals that show a habit
REFERENCES = regex(
    r"(?:(?:professional |personal )?(?:references?|referees?)|referenzen|références|referencias|referenties|referências)\W*"
    r"(?:(?:are |will be |can be )?(?:available|furnished|provided|supplied|given)\W*)?"
    r"(?:(?:up)?on request|by request|auf (?:anfrage|wunsch)|sur demande|a petición|bajo petición|op aanvraag|sob pedido|a pedido)\W*",
    re.IGNORECASE,
)
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
    wholes = joined(lines)
    rows = _rows(wholes)
    level, caps = _section_level(lines), sum(line.text.isupper() and bool(heading_of(line.text)) for line in lines) >= CAPS
    labels = _labels(wholes, caps)
    for whole in wholes:
        if whole.number in rows:
            title, kind, rest = rows[whole.number]
            found.append(Part(kind, title, whole.number, [replace(whole, text=rest, tail=rest)]))
            continue
        titled = len(found) == 1 and not found[0].lines and DOCUMENT.fullmatch(whole.text.strip(" :"))
        inner = found[-1].kind == "work" and whole.number in labels
        if REFERENCES.fullmatch(whole.text):
            continue
        kind = "" if titled or inner or (whole.bullet and whole.bullet not in "+#■▪") else heading_of(whole.text) or _of_looks(whole, caps)
        if kind:
            found.append(Part(kind, whole.text.strip(" :"), whole.number))
        elif whole.heading and level and whole.heading <= level and found[-1].kind:
            found.append(Part("other", whole.text.strip(" :"), whole.number, head=whole))
        else:
            found[-1].lines.append(whole)
    return found


def _rows(wholes: Iterable[Whole]) -> dict[int, tuple[str, str, str]]:
    """Return by line the label, kind and rest of the rows of a table whose first cells are the headings of sections, each once.

    A table of one job or one list of skills has labels too; only where they open sections of several kinds are they headings.
    """
    cut = [(whole, *whole.text.partition(" | ")[::2]) for whole in wholes if not whole.bullet and not whole.heading]
    kinds = {whole.number: _of_cell(label, rest) for whole, label, rest in cut if rest.strip()}
    named = [label for whole, label, _ in cut if kinds.get(whole.number)]
    if len({kind for kind in kinds.values() if kind}) < ROWS or len(named) != len(set(named)):
        return {}
    first = min(number for number, kind in kinds.items() if kind)
    capitals = all(label.isupper() for label in named)
    return {
        whole.number: (label.strip(" :"), kinds[whole.number] or "other", rest.strip())
        for whole, label, rest in cut
        if kinds.get(whole.number) or (capitals and whole.number in kinds and whole.number > first and label.isupper())
    }


def _labels(wholes: Sequence[Whole], caps: bool) -> set[int]:
    """Return the lines that name a part of what a job tells ("Achievements:"), where they stand among the jobs.

    Several jobs have such a line, or it ends in a colon and is in small letters where sections are headed in capitals.
    """
    told = [whole for whole in wholes if heading_of(whole.text) in OF_A_JOB and not whole.heading]
    texts = [whole.text for whole in told]
    small = caps and sum(text.isupper() for text in texts) < len(texts)
    return {
        whole.number for whole in told if texts.count(whole.text) > 1 or (small and whole.text.endswith(":") and not whole.text.isupper())
    }


def _of_cell(label: str, rest: str) -> str:
    """Return the kind of section that the first cell of a row opens; programming languages are none of human ones."""
    kind = heading_of(label)
    return "skills" if kind == "languages" and not languages.find(rest) else kind


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
