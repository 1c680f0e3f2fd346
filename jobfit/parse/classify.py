"""A piece, its place and the fitted chances come in; its class comes out: section first, in-line marks second, figures last."""

from __future__ import annotations

import re

from jobfit.parse.cues import find, has
from jobfit.parse.headings import heading_class
from jobfit.parse.model import Probabilities
from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place
from jobfit.parse.wishes import wish
from jobfit.types import LineClass

_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
_ASKING = ("required", "nice", "default")
_LABEL = re.compile(r"([^\W\d_][^:：–—]{1,50}?)\s*(?:[:：]|\s[-–—])\s+\S")
_IN_LIST = 0.15  # how likely an item of a requirements list must be one at least, to count
_ELSEWHERE = 0.45  # the same for a line outside of such lists


def line_class(piece: Piece, place: Place, chance: Probabilities, *, listed: bool) -> LineClass:
    """Decide one piece: a stated column, then negation, then its section with its marks, then the figures.

    ``listed`` says that the piece is an item of a list, marked or not.
    """
    if piece.heading:
        return "heading"
    if piece.fixed:
        return piece.fixed
    if place.kind in ("against", "questions") or is_negated(piece.text):
        return "other"
    asked = chance["required"] + chance["nice"]
    kind = _kind(piece, place, chance)
    in_list = listed and place.kind in _ASKING and place.own
    if asked >= (_IN_LIST if in_list else _ELSEWHERE):
        return kind
    return "duty" if chance["duty"] > max(chance["other"], chance["heading"]) else "other"


def _kind(piece: Piece, place: Place, chance: Probabilities) -> LineClass:
    """Take the kind of the item's own label, else the section's unless a mark in the item speaks against it; else the figures."""
    label = _LABEL.match(piece.text)
    if label and heading_class(label[1]) in (("nice", True), ("required", True)):
        return "nice" if heading_class(label[1])[0] == "nice" else "required"
    if place.kind == "nice":
        return "required" if has("firm", _BRACKETS.sub(" ", piece.text)) else "nice"
    wished = wish(piece.text)
    if wished or place.kind in ("required", "default"):
        return "nice" if wished == "all" else "required"
    return "required" if chance["required"] >= chance["nice"] else "nice"


def is_negated(text: str) -> bool:
    """Say whether the piece as a whole says that something is not asked for."""
    found = find("negated", text)
    if not found or found[0][0] > 0.4 * len(text) or has("nice", text):
        return False
    return not re.search(r";|\bbut\b|\baber\b|\bmais\b|\bpero\b|\bmas\b|\bmaar\b|\bsondern\b", text[found[0][1] :], re.IGNORECASE)
