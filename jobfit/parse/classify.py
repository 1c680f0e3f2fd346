"""Pieces, their places and the fitted chances come in; classes come out: section first, in-line marks second, figures last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobfit.parse.cues import find, has
from jobfit.parse.evened import evened
from jobfit.parse.features import is_place_line
from jobfit.parse.headings import ASKING, heading_class
from jobfit.parse.model import Probabilities
from jobfit.parse.naming.occupations import occupation
from jobfit.parse.piece import Piece, words
from jobfit.parse.sections import APART, Place, at_head
from jobfit.parse.sentences import sentences
from jobfit.parse.tables import is_header
from jobfit.parse.terms import terms
from jobfit.parse.wishes import wish
from jobfit.parse.wordlists import pattern
from jobfit.regex import regex
from jobfit.types import LineClass
from jobfit.vocabulary import amounts, credentials, degrees, languages, places, skills
from jobfit.vocabulary.patterns import holds

_BRACKETS = regex(r"[(\[][^()\[\]]{0,200}[)\]]")
_LABEL = regex(r"([^\W\d_][^:：–—]{1,50}?)\s*(?:[:：]|\s[-–—])\s+\S")
_LEGEND = regex(r"(?<!\w)\w{1,2} ?= ?\w+")
_TURN = regex(
    r";|\b(?:but|though|although|however|aber|jedoch|allerdings|sondern|mais|toutefois|cependant|pero|aunque|mas|embora|maar|wel)\b",
    re.IGNORECASE,
)
_SET_OFF = regex(  # what a denial is set against says nothing of the job: "Unlike most places, we do not ask for …"
    r"(?:unlike|in contrast to|contrary to|as opposed to|anders als|im gegensatz zu\w*|contrairement (?:à|aux?)|à la différence d\w+"
    r"|a diferencia de|al contrario (?:de|que)|ao contrário d\w+|diferente d\w+|anders dan|in tegenstelling tot)\b[^,;.]{2,80},\s*",
    re.IGNORECASE,
)
_SET_OFF_SIGNS = (  # of which each match holds one
    "unlike",
    "contrast",
    "contrar",
    "contrai",
    "contrár",
    "as opposed",
    "anders als",
    "gegensatz",
    "différence",
    "diferen",
    "anders dan",
    "tegenstelling",
)
_VERB = regex(  # a word that only a whole sentence has, or one that speaks of the employer
    r"\b(?:is|are|was|were|be|been|will|would|has|have|had|does|do|did|can|could|may|get|gets|we|our|us|i|it|its|they|their|there|the)\b|['’]"
    r"|\b(?:ist|sind|wir|uns\w*|hat|wird|est|sont|nous|notre|nos|es|son|nuestr\w+|é|são|noss\w+|wij|ons|zijn)\b|[?!]",
    re.IGNORECASE,
)
_TAG = regex(r"(?:#[\w-]+\s*)+")
_JOB = regex(r"\b(?:position|post|job|role|staff|contract|stelle|poste|contrat|contrato|puesto|vaga)\b", re.IGNORECASE)
_OF_FIELDS = (("condition", True), ("other", True))
_BARE = 60  # characters of a line that says nothing of the job, or only how one is employed
_SURE = 0.58  # how likely a line must ask for something to count
_IN_LIST = 0.12  # the same for an item of a list of requirements
_TOP = 14  # pieces under the first headings in which a bare place is the place of work
_AT_TOP = 0.1
_IN_LINES = 0.12  # the same for one of several lines without marks
_DEMANDED = 0.3  # the same for a sentence that demands a skill or experience
_FIELD = 0.05  # the same for a form's field that states what is asked for
_SOUGHT = 0.03  # the same for a sentence that says who is sought
_OPENED = 0.1  # the same for a sentence that opens with what is brought ("Degree in …", "At least a year of …")
_FRAGMENT = 0.08  # the same for a few words that go on with what the sentence before them asks for
_WISHED = 0.12  # the same for a wish, and for the value of a field that states a condition
_STATED = 0.22  # the same for a place of work under its heading, an entry under a heading that says what it is
_FIRST = 2  # lines under a heading that asks for one value
_NAME = 5  # words of a place's name
_ENTRY = 12  # words of a line that may be an entry of a list without marks
_RIGHTS = 0.04  # the same for a right, a place or a check that the text insists on
_TERMS = 0.08  # the same for a line that sets hours, shifts, days in the office or how often to travel
_OFFERED = 0.65  # the same for a line that speaks of pay or benefits and names nothing to bring
_OFFERED_BELOW = 0.8  # the same below the list
_SAID_TO_BE_OTHER = 0.97  # the same behind a label of its own for what nobody brings ("Benefits: …", "Company: …")
_FIRM = 0.25  # the same for a condition of work that the text insists on
_AMONG_OTHERS = 0.72  # the same below a list, and for a sentence of a section that asks whose neighbours do not
_AMONG_SUCH = 0.46  # the same for an item whose neighbours in the list do


@dataclass(frozen=True, slots=True)
class _Group:
    """The other items of a piece's list: how many, and how likely they are required, or nice, on average."""

    size: int = 0
    required: float = 0.0
    nice: float = 0.0


def classes(found: Sequence[Piece], where: Sequence[Place], chances: Sequence[Probabilities]) -> list[LineClass]:
    """Return one class a piece."""
    chances = evened(found, where, chances)
    groups = _groups(found, where, chances)
    kinds = [_class(*row) for row in zip(found, where, chances, groups, strict=True)]
    for n in range(1, len(kinds)):
        if kinds[n] in ("other", "duty") and kinds[n - 1] in ("required", "nice") and _carries_on(found[n - 1], found[n], chances[n]):
            kinds[n] = kinds[n - 1]
    return kinds


def _carries_on(above: Piece, piece: Piece, chance: Probabilities) -> bool:
    """Say whether a few words without a verb go on with what the sentence before them asks for ("A confident driver. Non-smoker.")."""
    return (
        piece.prose
        and (above.line, above.end_line, above.prose) == (piece.line, piece.end_line, True)
        and len(piece.text.split()) <= _ENTRY
        and chance["required"] + chance["nice"] >= _FRAGMENT
        and not _VERB.search(piece.text)
        and not any(has(cue, piece.text) for cue in ("perk", "process", "duty"))
    )


def _groups(found: Sequence[Piece], where: Sequence[Place], chances: Sequence[Probabilities]) -> list[_Group]:
    """Return each piece's group: the items of its section that are marked as it is, itself left out."""
    sums: dict[tuple[int, bool], list[float]] = {}
    keys = [(place.number, bool(piece.mark)) for piece, place in zip(found, where, strict=True)]
    for key, piece, chance in zip(keys, found, chances, strict=True):
        if not piece.heading:
            tally = sums.setdefault(key, [0.0, 0.0, 0.0])
            for n, value in enumerate((1.0, chance["required"], chance["nice"])):
                tally[n] += value
    out = []
    for key, piece, chance in zip(keys, found, chances, strict=True):
        size, required, nice = sums.get(key, [0.0, 0.0, 0.0])
        rest = size - 1
        alone = piece.heading or rest < 1
        out.append(_Group() if alone else _Group(int(rest), (required - chance["required"]) / rest, (nice - chance["nice"]) / rest))
    return out


def _class(piece: Piece, place: Place, chance: Probabilities, group: _Group) -> LineClass:
    """Decide one piece: a stated column, then negation, then its section with its neighbours, then the figures."""
    if piece.heading:
        return "heading"
    if piece.fixed:
        return piece.fixed
    if place.kind in ("against", "questions") or is_negated(piece.text) or _only_announces(piece) or _explains(piece.text):
        return "other"
    place = _labelled(piece, place)
    if chance["required"] + chance["nice"] >= _least(piece, place, group) and not _says_nothing(piece.text):
        return _kind(piece, place, chance, group)
    return "duty" if chance["duty"] > max(chance["other"], chance["heading"]) else "other"


def _labelled(piece: Piece, place: Place) -> Place:
    """Give a line with a known label of its own ("Pay: …") that label's class; prose below a list has left its section."""
    kind, exact = _own_label(piece.text)
    if exact and not piece.heading and not _told_of_others(piece, place):
        return replace(place, kind=kind, own=kind in ASKING and bool(piece.mark))
    return replace(place, kind="", own=False) if place.after else place


def _own_label(text: str) -> tuple[str, bool]:
    """Return the class of the label that a line begins with, and whether it is a known one; ("", False) without a label."""
    label = _LABEL.match(text)
    return heading_class(label[1]) if label else ("", False)


def _told_of_others(piece: Piece, place: Place) -> bool:
    """Say whether a sentence stands in running text under a heading for the company, the team and the like."""
    return piece.prose and place.kind == "other" and place.exact


def _asks_by_label(text: str) -> bool:
    """Say whether a line has a label of its own over what is asked for ("Licence: …")."""
    kind, exact = _own_label(text)
    return exact and kind in ASKING


def _least(piece: Piece, place: Place, group: _Group) -> float:
    """Return how likely a piece must ask for something to count, given where it stands and what its neighbours are."""
    asking = place.kind in ASKING and place.own
    named = place.kind not in ASKING and (pattern("job names").search(piece.text) or _is_title(piece))
    if named and place.number <= 1 and place.since <= _FIRST and not piece.prose:
        return _OFFERED_BELOW
    if place.since + place.number <= _TOP and is_place_line(piece.text) and not place.after:
        return _AT_TOP
    if place.kind == "condition" and place.exact and place.since <= _FIRST and pattern("places of work").search(place.heading):
        return _STATED
    if said := _terms(piece, place):
        return 0.0 if said != piece.text else _TERMS  # what stands beside them is left out
    around = group.required + group.nice
    if asking and piece.mark and (around >= 0.4 or not group.size):
        return _IN_LIST
    offered = has("perk", piece.text) and not has("asks", piece.text)
    if asking and around >= 0.55 and group.size >= 3 and not piece.prose and not offered:
        return _IN_LINES
    if place.kind in ("required", "nice") and place.exact and around >= 0.5 and _is_entry(piece):
        return _STATED
    if _is_field(piece.text):
        return _FIELD
    if has("rights", piece.text) and has("firm", piece.text):
        return _RIGHTS
    if has("condition", piece.text) and (has("firm", piece.text) or wish(piece.text)) and not has("perk", piece.text):
        return _FIRM
    among_others = piece.mark and place.kind == "other"  # an item of a list of what is offered, of values, of steps
    if has("sought", piece.text) and piece.text[-1] != "?" and not among_others:
        return _SOUGHT
    told = offered or among_others or _told_of_others(piece, place) or has("process", piece.text)
    if not told and (has("opens", piece.text) or _asks_by_label(piece.text)):
        return _OPENED
    if not among_others and not has("process", piece.text) and _demanded(piece.text):
        return _DEMANDED
    if _wished(piece, place):
        return _WISHED
    if place.kind == "other" and _own_label(piece.text) == ("other", True):
        return _SAID_TO_BE_OTHER
    if offered and not piece.mark:
        return _OFFERED_BELOW if place.after else _OFFERED
    if place.kind == "other" and piece.mark:
        return _SAID_TO_BE_OTHER if place.own and place.exact else _OFFERED
    if group.size >= 2 and around >= 0.5 and (asking or not piece.prose) and not place.after:
        return _AMONG_SUCH
    return _AMONG_OTHERS if place.after or (asking and piece.prose) else _SURE


def _terms(piece: Piece, place: Place) -> str:
    """Return what a line says of when, how long or where the work is done, at the top of a page or where nothing is offered; or ""."""
    top = place.number <= 1 or at_head(place)
    said = terms(piece.text) if top or place.kind not in ("other", "duty", "retold") else ""
    return "" if said and not top and has("perk", piece.text) else said


def _is_title(piece: Piece) -> bool:
    """Say whether a short line begins with the name of a job and goes on with its terms ("Welder (2nd shift) - $24 an hour")."""
    return len(piece.text.split()) <= _ENTRY and bool(occupation(APART.split(piece.text)[0]))


def _is_field(text: str) -> bool:
    """Say whether a line is a form's field that states a place of work, a degree, a language or years ("Education: Bachelor's")."""
    label = _LABEL.match(text)
    if not label or len(text.split()) > _ENTRY:
        return False
    value = text[label.end() - 1 :]
    if pattern("places of work").fullmatch(label[1]):
        named = len(value.split()) <= _NAME or all(word[0].isupper() or not word[0].isalpha() for word in value.split())
        return bool(places.find(value)) or (value[:1].isupper() and named and not has("process", value))
    return heading_class(label[1])[1] and heading_class(label[1])[0] in ASKING and any(v.find(value) for v in (degrees, languages, amounts))


def _is_entry(piece: Piece) -> bool:
    """Say whether a line is as short as an entry of a list, and about nothing but what to bring."""
    return not piece.prose and len(piece.text.split()) <= _ENTRY and not has("process", piece.text) and not has("perk", piece.text)


def _demanded(text: str) -> bool:
    """Say whether a sentence demands a skill, a degree or experience; a question of a form does not."""
    return (
        has("demands", text)
        and text[-1] != "?"
        and (has("asks", text) or any(known.find(text) for known in (skills, degrees, credentials, languages)))
    )


def _wished(piece: Piece, place: Place) -> bool:
    """Say whether a line is a wish, or the value of a field that states a condition ("Location: …"), wherever it stands."""
    if wish(piece.text) == "all" and not has("perk", piece.text) and not has("process", piece.text):
        return True
    label = _LABEL.match(piece.text) if place.kind == "condition" else None
    return label is not None and heading_class(label[1]) == ("condition", True)


def _says_nothing(text: str) -> bool:
    """Say whether a line belongs to the page around ("Report this job"), or says only that a job is full-time or permanent, as most are."""
    if len(text) > _BARE:
        return False
    if pattern("buttons").fullmatch(text):
        return True
    label = _LABEL.match(text)
    value = text[label.end() - 1 :] if label and heading_class(label[1]) in _OF_FIELDS else text
    return not words(_JOB.sub(" ", pattern("employment").sub(" ", value)))


def _kind(piece: Piece, place: Place, chance: Probabilities, group: _Group) -> LineClass:
    """Take the section's kind unless a mark in the item speaks against it; the figures where there is neither."""
    if place.kind == "nice":
        return "required" if has("firm", _BRACKETS.sub(" ", piece.text)) else "nice"
    wished = wish(piece.text)
    if wished or place.kind in ("required", "default"):
        return "nice" if wished == "all" else "required"
    weight = min(2, group.size) if piece.mark else 0
    return "required" if chance["required"] + weight * group.required >= chance["nice"] + weight * group.nice else "nice"


def _only_announces(piece: Piece) -> bool:
    """Say whether the piece only says that a list adds to another one."""
    return not piece.mark and len(piece.text.split()) <= 20 and bool(pattern("extends").search(piece.text))


def _explains(text: str) -> bool:
    """Say whether a line only explains signs used around it (a table's header, a legend) or is a tag for machines."""
    legend = "=" in text and len(_LEGEND.findall(text)) >= 2
    return legend or is_header(text.split(": ")) or (text.startswith("#") and bool(_TAG.fullmatch(text)))


def is_negated(text: str) -> bool:
    """Say whether the piece as a whole says that something is not asked for."""
    if holds(text, _SET_OFF_SIGNS):
        text = _SET_OFF.sub("", text)
    found = find("negated", text)
    wished = any(not any(a <= start and end <= b for a, b in found) for start, end in find("nice", text))
    if not found or wished or (found[0][0] > 0.4 * len(text) and re.search(r"[,;:(–—]", text)):
        return False
    rest = text[found[0][1] :]
    return not _TURN.search(rest) and not any(has("must", later) or has("asks", later) for later in sentences(rest)[1:])
