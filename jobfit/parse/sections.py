"""Pieces come in; each comes out with the heading that governs it, that heading's class, and its parent's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobfit.parse.cues import has
from jobfit.parse.headings import heading_class
from jobfit.parse.piece import Piece
from jobfit.parse.wordlists import pattern

_INHERITS = ("", "default")
_COUNTER = re.compile(r"0[1-9]")  # a lone counter numbers the questions of an application form
_NO_LEVEL = 6  # depth of a heading without markup; a lead-in stands one deeper


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: the heading over it, its class, whether that class is the heading's own, and what lies above."""

    heading: str = ""
    kind: str = ""
    own: bool = False
    exact: bool = False
    parent: str = ""
    before: str = ""
    since: int = 0
    retold: bool = False
    number: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Level:
    depth: int
    kind: str


def places(found: Sequence[Piece]) -> list[Place]:
    """Return one Place a piece; a heading's own place is the section it opens."""
    employer = next((n for n, piece in enumerate(found) if piece.heading and heading_class(piece.text)[0] == "employer"), None)
    out: list[Place] = []
    stack: list[_Level] = []
    here, since, number, last_heading, retold = Place(), 0, 0, -2, employer is not None
    for n, piece in enumerate(found):
        if piece.heading:
            number += 1
            here, retold = _open(piece, here, stack, last_heading == n - 1, retold, number)
            retold = retold and employer is not None
            last_heading, since = n, 0
        else:
            since += 1
            here = Place(piece.text, "questions", number=number) if _COUNTER.fullmatch(piece.text) else _switched(piece, here, found, n)
        out.append(Place(here.heading, here.kind, here.own, here.exact, here.parent, here.before, since, retold, number, here.level))
    return out


def _open(piece: Piece, here: Place, stack: list[_Level], glued: bool, retold: bool, number: int) -> tuple[Place, bool]:
    """Open a section: its class is its own, or its parent's where it names none of its own."""
    kind, exact = heading_class(piece.text)
    if kind in ("other", "duty") and not exact and _is_title(piece, number):
        kind = ""
    lead_in = not piece.level and piece.text.rstrip().endswith((":", "：")) and (glued or len(piece.text.split()) > 4)
    depth = piece.level or (_NO_LEVEL + 1 if lead_in or piece.bold else _NO_LEVEL)
    while stack and stack[-1].depth >= depth:
        if glued and stack[-1].depth == depth and stack[-1].kind and kind in _INHERITS:
            break
        stack.pop()
    parent = stack[-1].kind if stack else ""
    if not kind and has("switch_nice", piece.text):
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
    stack.append(_Level(depth, kind))
    return Place(
        piece.text.rstrip(" :："),
        kind,
        own,
        exact,
        parent,
        here.kind,
        0,
        retold,
        number,
        here.level if here.kind == "questions" else piece.level,
    ), retold


def _is_title(piece: Piece, number: int) -> bool:
    """Say whether a heading at the top names the job, whatever words it has in common with other headings."""
    return number <= 2 and bool(pattern("job names").search(piece.text)) and len(piece.text.split()) <= 12


def _switched(piece: Piece, here: Place, found: Sequence[Piece], n: int) -> Place:
    """A sentence that announces what the rest of the list is switches its class."""
    follows = n + 1 < len(found) and bool(found[n + 1].mark)
    if piece.mark or not follows or piece.text[-1:] not in ":.;" or here.kind not in ("required", "default", "nice", ""):
        return here
    for cue, kind in (("switch_nice", "nice"), ("switch_required", "required")):
        if has(cue, piece.text):
            return Place(here.heading, kind, True, False, here.kind, here.kind, 0, here.retold, here.number, here.level)
    return here
