"""Pieces come in; those that only make sense together come out as one: ``; or`` chains, ``Either:`` groups, lead-ins with their parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jobfit.parse.cues import has
from jobfit.parse.piece import Piece
from jobfit.regex import regex

_LETTERED = regex(r"\(?(?:[a-h]|[ivx]{1,4})[.)]\Z")
_MOST_PARTS = 8
_LONGEST = 700
_LEAD = 14  # words that an open lead-in has at most
_FEW = 4  # words up to which the parts of a choice are names, listed in one line
_LONE = regex(r"\W*(?:and/or|or|oder|ou|of|y/o|o)\W*\Z", re.IGNORECASE)  # a line that is only the word between two items
_BRIEFLY = ", "  # their glue, with "or" before the last


def join(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with alternatives and lettered parts folded into the item they complete."""
    out: list[Piece] = []
    n = 0
    while n < len(found):
        parts, glue = _parts(found, n)
        if parts:
            out.append(_whole(found[n], parts, glue))
        else:
            out.append(found[n])
        n += 1 + len(parts)
    return _chained(out)


def _parts(found: Sequence[Piece], n: int) -> tuple[list[Piece], str]:
    """Return the items that complete the lead-in at ``n`` and the word between them; none where it is no lead-in."""
    lead = found[n]
    text = lead.text.rstrip()
    either = has("either", text)
    if lead.fixed or not (text.endswith((":", "：")) or (either and len(text.split()) <= _LEAD)) or lead.level:
        return [], ""
    if lead.heading and not either:
        return [], ""
    items = _following(found, n)
    if not 2 <= len(items) <= _MOST_PARTS or sum(len(item.text) for item in items) > _LONGEST:
        return [], ""
    if either:
        return items, _BRIEFLY if all(len(item.text.split()) <= _FEW and not re.search(r"[,;]", item.text) for item in items) else "; or "
    lettered = all(_LETTERED.match(item.mark) for item in items) and not _LETTERED.match(lead.mark)
    brief = len(text.split()) > 2 and all(len(item.text.split()) <= 6 for item in items)
    return (items, "; ") if lead.mark and (lettered or brief) else ([], "")


def _following(found: Sequence[Piece], n: int) -> list[Piece]:
    """Return the marked items right under the lead-in that are deeper than it or marked in another way."""
    items: list[Piece] = []
    for piece in found[n + 1 :]:
        lead = found[n]
        deeper = piece.indent > lead.indent or (piece.mark and _style(piece.mark) != _style(lead.mark))
        if piece.heading or piece.fixed or not piece.mark or not deeper or (items and _style(piece.mark) != _style(items[0].mark)):
            break
        if items and piece.block != items[0].block:
            break
        items.append(piece)
    return items


def _style(mark: str) -> str:
    return "" if not mark else "letter" if _LETTERED.match(mark) else "number" if mark[:1].isdigit() else mark[:1]


def _whole(lead: Piece, parts: Sequence[Piece], glue: str) -> Piece:
    said = [re.sub(r"[\s;,]*(?:;|,)?\s*(?:\b(?:or|and)\b)?\s*[;,.]?$", "", part.text) for part in parts]
    if glue == _BRIEFLY:
        said[-2:] = [" or ".join(said[-2:])]
    text = lead.text.rstrip(" :：") + ": " + glue.join(said)
    return replace(lead, text=text, end_line=parts[-1].end_line, heading=False, mark=lead.mark or parts[0].mark)


def _chained(found: Sequence[Piece]) -> list[Piece]:
    """Join an item that ends in ``; or``, or has the word alone on the line below, with the item after it."""
    out: list[Piece] = []
    lone = False
    for piece in found:
        above = out[-1] if out else None
        if above and not above.heading and not piece.heading and _LONE.match(piece.text):
            lone = True
            continue
        if above and not piece.heading and _chains(above, piece, lone) and len(above.text) + len(piece.text) < _LONGEST:
            glue = "; or " if lone else " "
            out[-1] = replace(above, text=f"{above.text.rstrip(' .;,') if lone else above.text}{glue}{piece.text}", end_line=piece.end_line)
        else:
            out.append(piece)
        lone = False
    return out


def _chains(above: Piece, piece: Piece, lone: bool) -> bool:
    return lone or bool(above.mark and piece.mark and has("chain_or", above.text))
