"""A piece that opens a paragraph comes in; whether the page turns there from what its heading announces to another thing comes out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jobfit.parse.cues import has
from jobfit.parse.headings import ASKING
from jobfit.parse.piece import Piece

_FEWEST = 3  # pieces of a paragraph that show what it is about
_MOST = 0.65  # share of them that ask, or that offer
_FEW = 0.4  # share of the section's pieces before that do


def turns(found: Sequence[Piece], n: int, since: int, kind: str) -> bool:
    """Say whether piece ``n``, ``since`` pieces below its heading of class ``kind``, begins a paragraph about something else.

    Under duties it is one that asks, under what is asked for one that offers.
    """
    if kind not in ("duty", *ASKING) or since < 2 or found[n - 1].heading or found[n - 1].block == found[n].block:
        return False
    cue, other = ("asks", "duty") if kind == "duty" else ("perk", "asks")
    if kind == "duty" and not found[n].mark and has("demands", found[n].text):
        return True
    here = list(takewhile(lambda piece: piece.block == found[n].block and not piece.heading, found[n:]))
    before = found[n - since + 1 : n]
    return len(here) >= _FEWEST and _share(here, cue, other) >= _MOST and _share(before, cue, other) <= _FEW


def _share(pieces: Sequence[Piece], cue: str, other: str) -> float:
    return sum(has(cue, piece.text) and not has(other, piece.text) for piece in pieces) / max(1, len(pieces))
