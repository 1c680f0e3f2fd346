"""Pieces with their places come in; the sparse features of each line, by readable names, come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from jobfit.parse.cues import find, has
from jobfit.parse.headings import heading_class
from jobfit.parse.naming.terms import is_in_region
from jobfit.parse.piece import Piece, words
from jobfit.parse.sections import Place
from jobfit.parse.telling import addressed, spoken_to, strung
from jobfit.parse.wishes import wish
from jobfit.parse.wordlists import pattern
from jobfit.regex import regex
from jobfit.vocabulary import amounts, credentials, degrees, languages, places, signs, skills

Features = dict[str, float]
_CUES = (
    "nice",
    "must",
    "firm",
    "negated",
    "against",
    "condition",
    "asks",
    "duty",
    "perk",
    "process",
    "demands",
    "closes",
    "sought",
    "opens",
)
_YEARS = regex(
    r"\d+\s?\+?\s?(?:[-–]\s?\d+\s?)?(?:or more |plus )?(?:years?|yrs?|jahre?n?|ans|années|años|anos|jaar|anni|år|лет|年|년)", re.IGNORECASE
)
_LABEL = regex(r"([^\W\d_][^:：]{1,40})[:：]\s+\S")
_PLACE = regex(r"^[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+)*\s?,\s?(?:[A-Z]{2}\b|[A-ZÀ-Þ][\w.'’-]+)")
_BESIDE = ("asks", "perk", "process", "duty", "nice", "condition")  # cues of neighbours that count
_LONGEST = 1_500  # characters of a piece that are read
_SHORT = 70
_ONLY_WORDS = "only|nur|uniquement|seulement|solo|sólo|apenas|somente|alleen"
_ONLY = regex(rf"\b(?:{_ONLY_WORDS})\b", re.IGNORECASE)
_WORK_MODE = regex(
    r"\b(?:hybrid\w*|remote(?:ly)?|on-?site|full[- ]?time|part[- ]?time|teletrabajo|or|and|location|city|of|areas?|campus|region"
    r"|surround(?:s|ings?)|greater|"
    rf"{_ONLY_WORDS}|candidates|residents|applicants)\b",
    re.IGNORECASE,
)
_BESIDE_MODE = regex(  # what leads from a way of working to its place
    r"\b(?:fully|completely|komplett|complet|100|in|within|innerhalb|across|from|dans|en|em|von|aus|the|teletrabajo|must|be|residents?)\b|%",
    re.IGNORECASE,
)
_PARTED = regex(r"\s[·•|]\s")
_MONEY = regex(r"[$€£¥]\s?\d|\d\s?(?:€|EUR|USD|GBP)")


def line_features(found: Sequence[Piece], where: Sequence[Place]) -> list[Features]:
    """Return the features of each piece: its section, its own form, words and marks, its neighbours' forms, its position."""
    own = [_own(piece, place) for piece, place in zip(found, where, strict=True)]
    sections = _sections(found, where)
    silent = _silent(found, where)
    total = max(1, len(found))
    out: list[Features] = []
    for n, (piece, place) in enumerate(zip(found, where, strict=True)):
        features = dict(own[n])
        features.update(_around(found, n))
        features.update(strung(piece, n))
        features.update(sections[place.number])
        features[f"silent {min(silent[n], 5)} in {place.kind or 'none'}"] = 1.0
        features[f"silent {min(silent[n], 5)}"] = 1.0
        features["position"] = n / total
        features["near the top"] = float(n < 6)
        features["place line near the top"] = float(n < 14 and is_place_line(piece.text))
        features[f"position {min(9, 10 * n // total)}"] = 1.0
        out.append(features)
    return out


def _own(piece: Piece, place: Place) -> Features:
    text = piece.text
    tokens = words(text)[:80]
    features: Features = {f"word {word}": 1.0 for word in tokens}
    features.update({f"heading {word}": 1.0 for word in words(place.heading)[:12]})
    if tokens:
        features[f"first {tokens[0]}"] = 1.0
        features["first " + " ".join(tokens[:2])] = 1.0
    features.update(_section(piece, place))
    features.update(_form(piece, text, len(tokens)))
    features.update(_marks(text, place))
    features.update(_named(text))
    features.update(spoken_to(tokens, piece, place))
    features.update(addressed(text))
    return features


def _named(text: str) -> Features:
    """Return what the vocabulary knows of the text: skills, degrees, credentials, languages, amounts of time, places."""
    text = text[:_LONGEST]
    counts = {
        "skills": len(skills.find(text)),
        "degrees": len(degrees.find(text)),
        "credentials": len(credentials.find(text)),
        "languages": len(languages.find(text)),
        "amounts": len(amounts.find(text)),
    }
    features: Features = {f"names {name}": 1.0 for name, count in counts.items() if count}
    features["names several skills"] = float(counts["skills"] >= 3)
    covered = sum(end - start for *_, start, end in places.find(text))
    if covered:
        features["names a place"] = 1.0
        features["mostly a place"] = float(covered > 0.4 * len(text))
        features[f"place share {int(4 * covered / len(text))}"] = 1.0
    return features


def _section(piece: Piece, place: Place) -> Features:
    kind = place.kind or "none"
    listed = "listed" if piece.mark else "prose" if piece.prose else "line"
    return {
        f"section {kind}": 1.0,
        f"section {kind} {listed}": 1.0,
        f"section {kind} {'own' if place.own else 'inherited'}{' exact' if place.exact else ''}": 1.0,
        f"parent {place.parent or 'none'} section {kind}": 1.0,
        f"before {place.before or 'none'} section {kind}": 1.0,
        f"section {kind} since {min(place.since, 4) if place.since < 12 else 12}": 1.0,
        "retold": float(place.retold),
        f"after the list {kind}": float(place.after),
    }


def _form(piece: Piece, text: str, count: int) -> Features:
    parts = text.split()
    label = _LABEL.match(text)
    label_kind = heading_class(label[1])[0] if label else ""
    digits = signs.has_digit(text)
    features = {
        f"mark {_mark_kind(piece.mark)}": 1.0,
        f"length {min(6, count // 6) if count > 3 else 's' + str(count)}": 1.0,
        f"ends {text[-1] if not text[-1].isalnum() else 'word'}": 1.0,
        "small start": float(text[0].islower()),
        "capitals": float(signs.capitals(text) > 0.7 * (signs.letters(text) or 1)),
        "bold": float(piece.bold),
        "titled": float(piece.heading),
        "level": float(piece.level > 0),
        "prose": float(piece.prose),
        "title case": sum(word[:1].isupper() for word in parts) / max(1, len(parts)),
        "years": float(_has_years(text)),
        "money": float(digits and bool(_MONEY.search(text))),
        "place": float(bool(_PLACE.match(text))),
        "commas": min(5, text.count(",")) / 5,
        "digits": float(digits),
    }
    if piece.fixed:
        features[f"column {piece.fixed}"] = 1.0
    if label:
        features[f"label {label_kind or 'unknown'}"] = 1.0
        features.update({f"label word {word}": 1.0 for word in words(label[1])[:5]})
    return features


@lru_cache(maxsize=1024)
def _has_years(text: str) -> bool:
    return signs.has_digit(text) and bool(_YEARS.search(text))


def _mark_kind(mark: str) -> str:
    return "none" if not mark else "number" if mark[-1:] in ".)" and len(mark) <= 5 else "bullet"


def _marks(text: str, place: Place) -> Features:
    features: Features = {}
    kind = place.kind or "none"
    for cue in _cued(text):
        found = find(cue, text)
        features[f"cue {cue}"] = 1.0
        features[f"cue {cue} in {kind}"] = 1.0
        features[f"cue {cue} twice"] = float(len(found) > 1)
        features[f"cue {cue} at {_third(found[0][0], text)}"] = 1.0
    wished = wish(text)
    if wished:
        features[f"wish {wished} in {kind}"] = 1.0
        features[f"wish {wished}"] = 1.0
    return features


def is_place_line(text: str) -> bool:
    """Say whether a short line names a place, or a way of working, and nothing else to speak of, or a part of it the only place."""
    if len(text) > _SHORT or text[-1] in ".!?:":
        return False
    if has("mode", text.strip("() ")):
        return True
    rest = _WORK_MODE.sub(" ", text)
    if pattern("way of working").search(text):
        rest = _BESIDE_MODE.sub(" ", pattern("way of working").sub(" ", rest))
    covered = sum(end - start for *_, start, end in places.find(text))
    if covered > 0 and (covered >= 0.6 * signs.letters(rest) or is_in_region(text)):
        return True
    parts = _PARTED.split(text)
    return len(parts) > 1 and any(_ONLY.search(part) and is_place_line(part) for part in parts)


def _third(place: int, text: str) -> str:
    return ("start", "middle", "end")[min(2, 3 * place // max(1, len(text)))]


@lru_cache(maxsize=1024)
def _cued(text: str) -> tuple[str, ...]:
    return tuple(cue for cue in _CUES if has(cue, text))


def _around(found: Sequence[Piece], n: int) -> Features:
    features: Features = {}
    for step, name in ((-1, "above"), (1, "below")):
        if not 0 <= n + step < len(found):
            features[f"{name} nothing"] = 1.0
            continue
        other = found[n + step]
        form = "heading" if other.heading else _mark_kind(other.mark)
        features[f"{name} {form}"] = 1.0
        features[f"{name} {form} self {_mark_kind(found[n].mark)}"] = 1.0
        cued = _cued(other.text)
        if cued:
            features.update((f"{name} cue {cue}", 1.0) for cue in _BESIDE if cue in cued)
    return features


def _silent(found: Sequence[Piece], where: Sequence[Place]) -> list[int]:
    """Return how many pieces of the section above each piece, without a break, hold no word of asking."""
    out: list[int] = []
    count, number = 0, -1
    for piece, place in zip(found, where, strict=True):
        if place.number != number:
            count, number = 0, place.number
        out.append(count)
        asks = piece.heading or has("asks", piece.text) or has("condition", piece.text) or _has_years(piece.text)
        count = 0 if asks and not has("process", piece.text) else count + 1
    return out


def _sections(found: Sequence[Piece], where: Sequence[Place]) -> dict[int, Features]:
    """Return, a section, the share of its pieces that hold each mark."""
    counts: dict[int, Counter[str]] = {}
    sizes: Counter[int] = Counter()
    for piece, place in zip(found, where, strict=True):
        if piece.heading:
            counts.setdefault(place.number, Counter())
            continue
        sizes[place.number] += 1
        tally = counts.setdefault(place.number, Counter())
        tally.update(_cued(piece.text))
        tally["years"] += _has_years(piece.text)
        tally["listed"] += bool(piece.mark)
    return {number: {f"share {name}": count / max(1, sizes[number]) for name, count in tally.items()} for number, tally in counts.items()}
