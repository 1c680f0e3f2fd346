"""Pieces come in; each comes out with the heading that governs it, that heading's class, and its parent's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from jobfit.parse.cues import has
from jobfit.parse.headings import heading_class, heading_share, normal
from jobfit.parse.piece import Piece
from jobfit.parse.turns import turns
from jobfit.parse.wishes import wish
from jobfit.parse.wordlists import grouped, pattern
from jobfit.regex import regex

_INHERITS = ("", "default")
_COUNTER = regex(r"0[1-9]")  # a lone counter numbers the questions of an application form
_TO_FILL = regex(
    r"\?\W+(?:if (?:so|yes),?\s)?(?:please )?(?:describe|explain|list|specify|elaborate|provide details|give details)\b", re.IGNORECASE
)
_CHOICE = regex(r"yes(?:\W+no)?|ja(?:\W+nein)?|oui(?:\W+non)?|s[ií](?:\W+no)?|sim(?:\W+não)?", re.IGNORECASE)
_CLOSED = 2  # pieces of a section at least before a word of how to apply closes it
_VALUE = 8  # words of a form field's value at most
_HEAD = 14  # pieces and headings of a page's head
APART = regex(r"\s[(|·–-]")  # what parts the name in a line from what is said of it
_LONG, _FAINT = 6, 0.34  # words of a heading from which on a phrase in it that is a smaller share says nothing
_NO_LEVEL = 6  # depth of a heading without markup; a lead-in stands one deeper


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: the heading over it, its class, whether that class is the heading's own, and what lies above.

    ``after`` marks prose below the list that the heading opened, or below a word of how to apply; ``retold`` a page's retelling of
    the employer's own words.
    """

    heading: str = ""
    kind: str = ""
    own: bool = False
    exact: bool = False
    parent: str = ""
    before: str = ""
    since: int = 0
    retold: bool = False
    after: bool = False
    number: int = 0
    level: int = 0


def at_head(place: Place) -> bool:
    """Say whether a piece stands at the top of the page, before the first heading whose class is known."""
    return not place.kind and place.since + place.number <= _HEAD


@dataclass(frozen=True, slots=True)
class _Level:
    depth: int
    kind: str
    colon: bool = False


def places(found: Sequence[Piece]) -> list[Place]:
    """Return one Place a piece; a heading's own place is the section it opens."""
    employer = next((n for n, piece in enumerate(found) if piece.heading and heading_class(piece.text)[0] == "employer"), None)
    out: list[Place] = []
    stack: list[_Level] = []
    here, since, number, marks, last_heading, retold = Place(), 0, 0, 0, -2, employer is not None
    closed = False
    for n, piece in enumerate(found):
        if piece.heading:
            number += 1
            here, retold = _open(piece, here, stack, last_heading == n - 1, retold, number)
            retold = retold and employer is not None
            last_heading, since = n, 0
        else:
            since += 1
            if since > 1 and _has_its_value(piece, here, found[n - since + 1], found[n - since]):
                here = replace(here, kind=here.parent, own=False, exact=False)
                del stack[-1:]
            elif since > 1 and _ran_out(piece, here, found[n - since + 1], found[n - since]):
                here = replace(here, kind=here.parent, own=False, exact=False)
            here = Place(piece.text, "questions", number=number) if _of_a_form(found, n) else _switched(piece, here, found, n, since)
        marks = 0 if piece.heading else marks + bool(piece.mark)
        closed = not piece.heading and (closed or (since > _CLOSED and _closes(piece)))
        after = not piece.mark and not piece.fixed and (closed or marks >= 2)
        out.append(replace(here, since=since, retold=retold, after=after, number=number))
    return out


def _open(piece: Piece, here: Place, stack: list[_Level], glued: bool, retold: bool, number: int) -> tuple[Place, bool]:
    """Open a section: its class is its own, or its parent's where it names none of its own."""
    kind, exact = heading_class(piece.text)
    if kind in ("other", "duty") and not exact and _is_title(piece, number):
        kind = ""
    if kind == "default" and not exact and _is_faint(piece.text):
        kind = ""
    colon = piece.text.rstrip().endswith((":", "："))
    lead_in = colon and not piece.level and bool(stack) and (glued or not stack[-1].colon or stack[-1].depth > _NO_LEVEL)
    depth = piece.level or (_NO_LEVEL + 1 if lead_in or piece.bold else _NO_LEVEL)
    while stack and stack[-1].depth >= depth:
        if glued and stack[-1].depth == depth and stack[-1].kind and kind in _INHERITS:
            break
        stack.pop()
    parent = stack[-1].kind if stack else ""
    if (not kind and (has("switch_nice", piece.text) or wish(piece.text) == "all")) or (
        kind == "default" and not exact and wish(piece.text) == "all"
    ):
        kind = "nice"
    if here.kind == "questions" and kind != "questions" and not (piece.level and piece.level <= here.level):
        kind, exact = "questions", False
    retold = kind == "retold" or (retold and kind != "employer")
    own = bool(kind)
    if (kind in _INHERITS and parent in ("nice", "required", "against") and not (kind == "default" and parent == "required")) or (
        not kind and parent
    ):
        kind = parent
    elif kind == "nice" and parent == "other" and len(piece.text.split()) == 1:
        kind = "other"
    stack.append(_Level(depth, kind, colon))
    level = here.level if here.kind == "questions" else piece.level
    heading = piece.text.rstrip(" :：")
    return Place(heading, kind, own, exact, parent, here.kind, retold=retold, number=number, level=level), retold


def _is_faint(text: str) -> bool:
    """Say whether a long heading is about something else than the known phrase in it ("You are the right hand of our buyers")."""
    named = APART.split(text)[0]
    return len(named.split()) >= _LONG and heading_share(named) < _FAINT


def _has_its_value(piece: Piece, here: Place, value: Piece, heading: Piece) -> bool:
    """Say whether a heading without markup named a form's field, its short value stands below it, and now running text begins."""
    return (
        here.exact
        and here.kind in ("other", "condition")
        and not heading.level
        and value.block == heading.block != piece.block
        and len(value.text.split()) <= _VALUE
        and len(piece.text.split()) > _VALUE
        and not piece.mark
        and any(normal(heading.text) in names for names in _fields())
    )


def _ran_out(piece: Piece, here: Place, first: Piece, heading: Piece) -> bool:
    """Say whether a heading of duties or the like stood on the line of its text, and a paragraph or list of its own begins below."""
    return here.own and here.kind in ("duty", "other") and heading.line == first.line and not heading.level and piece.block != first.block


@lru_cache(maxsize=1)
def _fields() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(normal, names)) for names in grouped("fields").values())


def _of_a_form(found: Sequence[Piece], n: int) -> bool:
    """Say whether a piece opens the questions of a form: a lone counter, or a question with "Yes" below it or a field to fill."""
    text = found[n].text
    if _COUNTER.fullmatch(text):
        return True
    return "?" in text and bool(_TO_FILL.search(text) or (n + 1 < len(found) and _CHOICE.fullmatch(found[n + 1].text)))


def _closes(piece: Piece) -> bool:
    """Say whether an unmarked piece has left what is asked for and turned to how to apply, so that what follows it has too."""
    return not piece.mark and not piece.fixed and has("closes", piece.text) and not has("firm", piece.text)


def _is_title(piece: Piece, number: int) -> bool:
    """Say whether a heading at the top names the job, whatever words it has in common with other headings."""
    return number <= 2 and bool(pattern("job names").search(piece.text)) and len(piece.text.split()) <= 12


def _switched(piece: Piece, here: Place, found: Sequence[Piece], n: int, since: int) -> Place:
    """A sentence that announces what the rest of the list is switches its class; a paragraph about something else ends the section."""
    if turns(found, n, since, here.kind):
        return replace(here, kind="", own=False, exact=False, before=here.kind)
    follows = n + 1 < len(found) and bool(found[n + 1].mark)
    if piece.mark or not follows or piece.text[-1:] not in ":.;" or here.kind not in ("required", "default", "nice", ""):
        return here
    for cue, kind in (("switch_nice", "nice"), ("switch_required", "required")):
        if has(cue, piece.text):
            return replace(here, kind=kind, own=True, exact=False, parent=here.kind, before=here.kind)
    return here
