"""A piece, its place and the fitted chances come in; its class comes out: section first, in-line marks second, figures last."""

from __future__ import annotations

import re

from jobfit.parse.cues import find, has
from jobfit.parse.model import Probabilities
from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place
from jobfit.types import LineClass

_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
_ASKING = ("required", "nice", "default")
_CERTAIN = 0.9  # an item of a requirements list counts as something else only when the figures are this sure


def line_class(piece: Piece, place: Place, chance: Probabilities) -> LineClass:
    """Decide one piece: a stated column, then negation, then its section with its marks, then the figures."""
    if piece.heading:
        return "heading"
    if piece.fixed:
        return piece.fixed
    if place.kind == "against" or is_negated(piece.text):
        return "other"
    asked = chance["required"] + chance["nice"]
    kind = _kind(piece, place, chance)
    listed = bool(piece.mark) and place.kind in _ASKING and place.own
    if asked >= (1 - _CERTAIN if listed else 0.5):
        return kind
    return "duty" if chance["duty"] > max(chance["other"], chance["heading"]) else "other"


def _kind(piece: Piece, place: Place, chance: Probabilities) -> LineClass:
    """Take the section's kind unless a mark in the item speaks against it; the figures weigh the two then."""
    if place.kind == "nice" and not has("must", piece.text):
        return "nice"
    if place.kind in ("required", "default") and not has("nice", _BRACKETS.sub(" ", piece.text)):
        return "required"
    return "required" if chance["required"] >= chance["nice"] else "nice"


def is_negated(text: str) -> bool:
    """Say whether the piece as a whole says that something is not asked for."""
    found = find("negated", text)
    if not found or found[0][0] > 0.4 * len(text) or has("nice", text):
        return False
    return not re.search(r";|\bbut\b|\baber\b|\bmais\b|\bpero\b|\bmas\b|\bmaar\b|\bsondern\b", text[found[0][1] :], re.IGNORECASE)
