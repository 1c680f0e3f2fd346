"""A requirement's text in, what the vocabulary and the cues find in it out, as named figures that its type is told by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise

from jobfit.parse.needs import cues
from jobfit.regex import regex
from jobfit.vocabulary import amounts, credentials, degrees, languages, places, skills
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Hit

# "you've led", "has built", "habe geleitet", "avez mené": something done, which is experience more often than skill.
_PERFECT = regex(
    r"\b(?:have|has|had|having|'ve|habe|hast|haben|hat|avez|as|ayant|haber|has|have ever)\s+(?:\w+ly\s+|already\s+)?"
    r"(?:\w{2,}(?:ed|en)|led|built|run|taught|sold|held|kept|won|spent|made|done|put|\w+ado|\w+ido|ge\w+[tn]|\w+e)\b"
)
_OPENING = regex(r"^[\W\d_]*(?:(?:you|we|ein|eine|a|an|the)\s+)?(\w+)")
_QUARTERS = 4
_HEAD = 15  # letters within which a cue opens the text
_ORDER = 0.7  # what a mark of order weighs


@dataclass(frozen=True)
class _Found:
    """All that is found in a text, each kind from left to right."""

    skills: list[Hit]
    papers: list[Hit]
    degrees: list[tuple[str, int, int]]
    languages: list[languages.Found]
    amounts: list[amounts.Amount]
    places: list[places.Place]
    cues: list[cues.Cue]


def marks(text: str) -> dict[str, float]:
    """Return named features of ``text``, mostly 1.0, a share of its length, or a small count."""
    found = _Found(
        skills.find(text),
        credentials.find(text),
        degrees.find(text),
        languages.find(text),
        amounts.find(text),
        places.find(text),
        cues.find(text),
    )
    length = max(1, len(text.strip(" -*•.")))
    return (
        _skill_marks(found, length)
        | _paper_marks(found, length)
        | _language_marks(found)
        | _place_marks(found, length)
        | _cue_marks(found)
        | _order_marks(found, len(text))
        | _form_marks(text)
        | {"fields": min(3, len(degrees.fields_of(text))) / 2}
    )


def _skill_marks(found: _Found, length: int) -> dict[str, float]:
    marks = {"skill kind " + skills.kind(hit.name): 1.0 for hit in found.skills[:8]}
    marks["skills"] = min(4, len(found.skills)) / 2
    marks["skill share"] = 2 * sum(hit.end - hit.start for hit in found.skills) / length
    return marks


def _paper_marks(found: _Found, length: int) -> dict[str, float]:
    marks = {"credential " + credentials.kind(hit.name): 1.0 for hit in found.papers[:4]}
    if found.papers:
        marks["credential share"] = 2 * sum(hit.end - hit.start for hit in found.papers[:4]) / length
    marks |= {"degree " + level: 1.0 for level, _, _ in found.degrees[:4]}
    return marks | ({"degree": 1.0} if found.degrees else {})


def _language_marks(found: _Found) -> dict[str, float]:
    marks = {}
    if found.languages:
        level = any(item.level for item in found.languages)
        marks = {"language": 1.0, "language level": float(level), "languages": min(3, len(found.languages)) / 2}
    return marks | ({"amount": 1.0, "amount first": float(found.amounts[0].start < 30)} if found.amounts else {})


def _place_marks(found: _Found, length: int) -> dict[str, float]:
    marks = {"place " + kind: 1.0 for kind, _, _, _, _ in found.places}
    return marks | ({"place share": 2 * sum(end - start for _, _, _, start, end in found.places) / length} if found.places else {})


def _cue_marks(found: _Found) -> dict[str, float]:
    counted = Counter(cue.type for cue in found.cues)
    marks = {f"cue {kind}": min(3, count) / 1.5 for kind, count in counted.items()}
    marks |= {f"sort {cue.sort}": 1.0 for cue in found.cues if cue.type == "condition"}
    return marks | ({"first cue " + found.cues[0].type: 1.0} if found.cues else {})


def _order_marks(found: _Found, length: int) -> dict[str, float]:
    """Return what stands where, what follows what, and what stands together, of cues and names."""
    cued = [(cue.start, f"{cue.type} {cue.sort}" if cue.type == "condition" else cue.type) for cue in found.cues]
    order = [name for name, _ in groupby(name for _, name in sorted([*cued, *_named(found)]))]
    marks = {f"order {one}>{other}": _ORDER for one, other in pairwise(["^", *order, "$"])}
    marks |= {f"at {name} {min(_QUARTERS - 1, _QUARTERS * start // max(1, length))}": _ORDER for start, name in cued}
    marks |= {f"opens with {name}": _ORDER for start, name in cued if start < _HEAD}
    kinds = sorted({name.split(" ")[0] for name in order})
    marks |= {f"both {one} {other}": _ORDER / 2 for one, other in combinations(kinds, 2)}
    return marks | ({"only " + kinds[0]: _ORDER} if len(kinds) == 1 else {})


def _named(found: _Found) -> Iterator[tuple[int, str]]:
    """Yield (start, kind) of each name of the vocabulary."""
    yield from ((hit.start, "S:" + skills.kind(hit.name)) for hit in found.skills)
    yield from ((hit.start, "K") for hit in found.papers)
    yield from ((start, "D") for _, start, _ in found.degrees)
    yield from ((item.start, "L") for item in found.languages)
    yield from ((amount.start, "A") for amount in found.amounts)
    yield from ((start, "P") for _, _, _, start, _ in found.places)


def _form_marks(text: str) -> dict[str, float]:
    folded = fold(text)
    found = {"perfect": 2.0 if _PERFECT.search(folded) else 0.0, "words " + _size(len(text.split())): 1.0}
    if opening := _OPENING.search(folded):
        found["opens " + opening[1]] = 0.7
        found["opens ~" + opening[1][-3:]] = 0.7
    return found


def _size(words: int) -> str:
    return next(name for limit, name in ((3, "few"), (7, "some"), (14, "many"), (30, "more"), (10**9, "most")) if words <= limit)
