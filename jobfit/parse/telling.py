"""A line's text comes in; features of whom it speaks to, of what a line at the top strings together, and of addresses come out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place
from jobfit.regex import regex
from jobfit.vocabulary import places, signs

Features = dict[str, float]
TOP = 14  # pieces of a page among which the conditions of a job stand in one line
_YOU = frozenset(("you", "du", "sie", "vous", "tu", "je", "jij", "você", "tú", "usted", "who", "someone")) | frozenset(
    ("candidate", "candidates", "applicant", "applicants")
)
_WE = frozenset(("we", "our", "wir", "unser", "unsere", "nous", "notre", "nos", "wij", "ons", "onze")) | frozenset(
    ("nosotros", "nuestro", "nuestra", "nossa", "nosso")
)
_READ = 60  # words of a line in which a person is looked for
_TOLD = 3  # persons of a line whose neighbours are noted
_LONGEST, _SHORT = 220, 90  # characters of a line at the top, and of one that may be an address
_PARTS = regex(r"\s+[·|•–—/-]\s+|;\s+|,\s+")
_TIME = regex(
    r"\d\s*(?:h\b|hrs?\b|hours?|stunden|heures|horas|uur|tage?\b|days?|jours?|dagen|días?|dias?|%)"
    r"|\b(?:shifts?|weekends?|nights?|schicht\w*|wochenende\w*|samstag\w*|week-?ends?|nuits?|turnos?|noches?|sábados?|guardias?"
    r"|ploegen\w*|monday|friday|mon\b|fri\b|permanent)",
    re.IGNORECASE,
)
_MODE = regex(
    r"\b(?:hybrid\w*|h[ií]brido|remot[eo]\w*|on-?site|vor ort|présentiel|sur site|presencial|télétravail|teletrabajo|homeoffice"
    r"|op locatie|in office|wfo|wfh|in person)\b",
    re.IGNORECASE,
)
_MONEY = regex(r"[$€£¥]\s?\d|\d\s?(?:€|EUR|USD|GBP|k\b)")
_ADDRESS = regex(
    r"\b\d{5}\b|\b(?:st|street|ave|avenue|road|rd|suite|floor|rue|straße|str|calle|avenida)\b\.?",
    re.IGNORECASE,
)
_LINK = regex(r"https?:|www\.|@|\.com\b")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_MANY = 0.2  # digits a character


def spoken_to(tokens: Sequence[str], piece: Piece, place: Place) -> Features:
    """Say whether the line speaks of the reader or of the employer, which comes first, and what stands beside the reader."""
    you = [n for n, word in enumerate(tokens[:_READ]) if word in _YOU]
    we = [n for n, word in enumerate(tokens[:_READ]) if word in _WE]
    form = "prose" if piece.prose else "line"
    features = {
        "person you": float(bool(you)),
        "person we": float(bool(we)),
        f"person you {bool(you)} we {bool(we)} {form} {place.kind or 'none'}": 1.0,
    }
    for n in you[:_TOLD]:
        if n + 1 < len(tokens):
            features[f"person you then {tokens[n + 1]}"] = 1.0
        if n and tokens[n - 1] != "if":
            features[f"person {tokens[n - 1]} you"] = 1.0
    if you and we:
        features["person you first" if you[0] < we[0] else "person we first"] = 1.0
    return features


def strung(piece: Piece, n: int) -> Features:
    """Say what a line among the first of the page names side by side: places, ways and times of working, pay."""
    text = piece.text
    if n >= TOP or piece.prose or len(text) >= _LONGEST:
        return {}
    place, mode, time = bool(places.find(text)), bool(_MODE.search(text)), bool(_TIME.search(text))
    parts = min(4, sum(map(bool, _PARTS.split(text))))
    features = {
        f"top place {place} mode {mode} time {time}": 1.0,
        f"top parts {parts} condition {mode or time} place {place}": 1.0,
    }
    if signs.has_digit(text) and _MONEY.search(text):
        features[f"top money condition {mode or time}"] = 1.0
    if mode and time:
        features["top mode and time"] = 1.0
    return features


def addressed(text: str) -> Features:
    """Say whether the line holds an address, a link, a calendar year, or digits above all."""
    digits = signs.has_digit(text)
    return {
        "address": float(len(text) < _SHORT and bool(_ADDRESS.search(text))),
        "link": float(bool(_LINK.search(text))),
        "calendar year": float(digits and bool(_YEAR.search(text))),
        "many digits": float(digits and sum(map(str.isdigit, text)) > _MANY * len(text)),
    }
