"""The words of a licence or training that no vocabulary knows and a View in, out the line that shows one of the ways it offers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.match.held import state_of
from jobfit.match.view import Unit, View, once
from jobfit.match.words import content, share
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

_SOURCES = frozenset({"certificate", "education", "other", "award"})
_CHOICE = regex(r"\b(?:or|oder|ou)\b", re.IGNORECASE)
_CUT = regex(r"[,;()/]|\b(?:or|oder|ou)\b", re.IGNORECASE)
_NOTE = regex(r"\([^(),]*\)")  # a bracket around one thing explains what stands before it
_LONGEST = 8  # words of a choice
_WILLING = regex(
    r"willing|bereit|prêt|dispuest|bereid|to be trained|similar|equivalent|another|other|ähnlich|équivalent|vergleichbar", re.I
)
# What says how high, or only that it is a paper: not of what.
GENERAL = content(
    "level stufe niveau nivel part grade class 1 2 3 4 5 6 7 8 award certificate certification certified qualification training course "
    "trained diploma complete completed progress "
    "licence license status card recognised recognized accredited valid current relevant pastoral zusatzqualifikation "
    "qualifikation fortbildung schulung zertifikat formation certificat brevet curso certificado titulación cursus"
)
_NOT_BEGUN = regex(r"\b(?:not (?:yet )?(?:started|begun|taken)|plan(?:ning)? to|hope to|interested in|noch nicht|pas encore)\b")
_ENOUGH = 0.6
_WHOLE, _PART = 0.85, 0.5


@dataclass(frozen=True, slots=True)
class Way:
    """A line near to one of the ways: the credit and whether it is held, under way or lapsed."""

    credit: float
    state: str
    unit: Unit


def best(text: str, ways: tuple[str, ...], view: View) -> Way | None:
    """Return the line that comes nearest to ``text`` as a whole, or to one of ``ways``, the choices it leaves; None where none does."""
    lines = _lines(view)
    papers = [u for u, _ in lines if u.statement.source in _SOURCES]
    found = [(_common(content(text), content(u.text)), u) for u in papers]
    for way in ways:
        is_name = _is_name(way)
        found += [(_WHOLE, u) for u, folded in lines if is_name and _names(folded, way)]
        if len(content(way) - GENERAL) > 1 or not is_name:
            found += [(_common(content(way), content(u.text)), u) for u in papers]
    credit, _, unit = max(((c, -view.place(u.statement.line), u) for c, u in found), key=lambda f: f[:2], default=(0.0, 0, None))
    return Way(credit, state_of(unit.text, view.profile.as_of), unit) if unit is not None and credit else None


@once
def _lines(view: View) -> list[tuple[Unit, str]]:
    """Return the lines that may show a training, each with its text folded."""
    lines = ((u, fold(u.text)) for u in view.units if not u.statement.negated)
    return [(u, folded) for u, folded in lines if not _NOT_BEGUN.search(folded)]


def ways_of(text: str) -> tuple[str, ...]:
    """Return the choices that ``text`` leaves, those left out that any other training, or being willing, would make."""
    if not _CHOICE.search(text):
        return ()
    pieces = [piece.strip(" .:-") for piece in _CUT.split(_NOTE.sub(" ", text))]
    return tuple(p for p in pieces if content(p) - GENERAL and len(p.split()) <= _LONGEST and not _WILLING.search(p))


def _common(asked: frozenset[str], own: frozenset[str]) -> float:
    """Return 0.85 where most of the text's words stand in the line, ½ where most of the line's stand in the text, 0 below that."""
    asked, own = asked - GENERAL, own - GENERAL
    both = len(asked & own)
    if share(asked, own) >= _ENOUGH and (both > 1 or len(asked) == 1):
        return _WHOLE
    return _PART if both > 1 and share(own, asked) >= _ENOUGH else 0.0


def _is_name(way: str) -> bool:
    """Say whether a choice is a name: all its words of substance begin with a capital."""
    words = [w for w in way.split() if w[0].isalpha() and len(w) > 2]
    return bool(words) and all(w[0].isupper() for w in words)


def _names(folded: str, way: str) -> bool:
    name = " ".join(fold(way).split())
    return name in folded and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded))
