"""A text in, the vocabulary's phrases found in it out: longest match, whole words, with marks for forms that are common words too.

A written form may open with a mark: ``=Excel`` is found only with that capitalisation, ``~Go`` only so and in the company of
other names or of a word such as "in" or "developer", ``!nurse`` never in the plural. A form without a name (empty) is a stop
phrase: it hides what it covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

MARKS = ("=", "~", "!")
CASED = ("=", "~")
_KNOWN = 1_024  # texts whose phrases are remembered: a line is asked about more than once, a profile's by every posting


def bare(written: str) -> str:
    """Return a written form without its mark."""
    return written[1:] if written[0] in MARKS and len(written) > 1 else written


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its canonical name, the words as written, and where (offsets into the text, end not included)."""

    name: str
    surface: str
    start: int
    end: int


_Form = tuple[str, str, str]  # the form folded, as it is written, its name
_Found = tuple[Hit, _Form]
_numbers = count()
_APART = "\0"
_FURTHER = 3  # letters behind a first word by which the forms that begin with it are told apart
_WORD = regex(r"[^\W_]+")
_FIRST_UNSPACED = "\u3040"
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # kana, Chinese, Hangul: particles follow unspaced
_HEAD = regex(rf"([^\W_]+)(?=(.{{0,{_FURTHER}}}))", re.DOTALL)

# What may be glued to a name without making it another word.
_PLURAL = regex(r"(?:'?s|es)(?![^\W_])")
_STEMS = (
    "kenntniss",
    "erfahrung",
    "entwickl",
    "programmier",
    "schein",
    "prufung",
    "grundlagen",
    "umfeld",
    "abschluss",
    "studium",
    "projekt",
)
_GERMAN_STEM = regex("|".join(_STEMS))
_GERMAN = regex(rf"s?(?:{_GERMAN_STEM.pattern})\w*")
_CUE_BEFORE = regex(
    r"(?:\b(?:in|with|using|of|and|or|mit|und|oder|en|con|avec|et|ou|y|o|em|com|e|met|of|pure|modern|advanced|idiomatic|"
    r"ms|microsoft|plus|know|knows|write|writes)"
    r"|[,;/|(+&:•])\s*$"
)
_CUE_AFTER = regex(
    r"\s*(?:[,;/|)+&]|(?:and|or|und|oder|et|ou|y|programming|language|code|coding|scripts?|scripting|developer|"
    r"development|engineer|services?|"
    r"microservices|skills?|programmer|programmierung|packages?|libraries|sdk|apps?|backend|knowledge|experience|"
    r"kenntnisse|entwickl\w+)\b|\.?$)"
)
_LETTER_BEFORE = regex(
    r"\b(?:class|classes|category|cat|klasse|klassen|kategorie|vitamin|hepatitis|series|type|usb|level|plan|part|grade|"
    r"band|permis|carnet|carne|carta|"
    r"section|appendix|schedule|option|group|rijbewijs|categorie|categoria|licence|license|fuhrerschein|"
    r"fuhrerscheinklasse|clase|classe|protein|permit)\.?\s*$"
)


_PAIR = regex(r"(?<![^\W_])[a-z] (?:and|or|und|oder|et|ou|y|o|e|en|of) [a-z](?![^\W_])")


_forms: dict[str, list[tuple[int, _Form]]] = {}  # those of all lists by their beginnings, each with the number of its list
_complete: list[int] = []  # the numbers of the lists that are


class Phrases:
    """Written forms; a text is looked through once for the beginnings that it shares with those of any list, and nothing else."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        """``forms``: pairs (written form with its mark, canonical name); of two equal forms the first stands."""
        self._number = next(_numbers)
        pairs = list(forms)
        keys = fold(_APART.join(bare(written) for written, _ in pairs)).split(_APART)
        seen: set[str] = set()
        for key, (written, name) in zip(keys, pairs, strict=bool(pairs)):
            if key not in seen:
                seen.add(key)
                _forms.setdefault(_beginning(key), []).append((self._number, (key, written, name)))
        self._known = lru_cache(_KNOWN)(self._find)
        _complete.append(self._number)

    def find(self, text: str) -> list[Hit]:
        """Return the phrases in ``text`` from left to right, none overlapping another."""
        return list(self._known(text)) if self._number in _possible(text, len(_complete))[1] else []

    def _find(self, text: str) -> tuple[Hit, ...]:
        folded, possible = _possible(text, len(_complete))
        tried = possible[self._number]
        kept = _leftmost_longest([found for form in tried for found in _places(text, folded, form)])
        return tuple(hit for hit, (_, written, _) in kept if not _is_hidden(folded, hit, written))


def _beginning(key: str) -> str:
    """Return the first word of a form with as much of what follows as forms are told apart by; "" where it holds no word."""
    head = key.partition(" ")[0]
    if head.isalnum():  # most begin so, and this is much the quickest way to see it
        start, end = 0, len(head)
    elif word := _WORD.search(key):
        start, end = word.span()
    else:
        return ""
    return key[start : end + _FURTHER] if len(key) >= end + _FURTHER else key[start:end]


@lru_cache(maxsize=2 * _KNOWN)
def _possible(text: str, lists: int) -> tuple[str, dict[int, list[_Form]]]:  # noqa: ARG001 # what is remembered holds for so many lists
    """Return the folded text, and the forms whose letters stand in it by the number of their list."""
    folded, begins = _words(text)
    found: dict[int, list[_Form]] = {}
    for begin in _forms.keys() & begins:
        for number, form in _forms[begin]:
            if form[0] in folded:
                found.setdefault(number, []).append(form)
    return folded, found


@lru_cache(maxsize=2 * _KNOWN)
def _words(text: str) -> tuple[str, frozenset[str]]:
    """Return the folded text, and with what a form that stands in it may begin: with its words, or with one that another is glued to."""
    folded = fold(text)
    pairs = _HEAD.findall(folded)
    if not folded.isascii() and _UNSPACED.search(folded):
        pairs += _HEAD.findall(_UNSPACED.sub(" ", folded))
    begins = {word for word, _ in pairs}
    begins.update([word[:-1] for word in begins if word[-1] == "s"], [word[:-2] for word in begins if word[-2:] == "es"])
    if any(map(folded.__contains__, _STEMS)):
        begins.update(word[: stem.start() - cut] for word, _ in pairs for stem in _GERMAN_STEM.finditer(word) for cut in (0, 1))
    begins.update([word + further for word, further in pairs], ("",))
    return folded, frozenset(begins)


def _places(text: str, folded: str, form: _Form) -> Iterator[_Found]:
    """Yield where a form stands as whole words, with its own capitals where they count."""
    key, marked, name = form
    written = bare(marked)
    guarded = len(written) < len(marked)
    start = folded.find(key)
    while start >= 0:
        end = start + len(key)
        if _edge_before(folded, start):
            stop = _edge_after(folded, start, end, plural=not guarded and not _is_proper(written))
            if stop is not None and not (guarded and marked[0] in CASED and not _same_case(text[start:end], written)):
                yield Hit(name, text[start:stop], start, stop), form
        start = folded.find(key, start + 1)


def _is_proper(written: str) -> bool:
    """Say whether a form has no plural: one capitalised word, a product's name such as "Canva", or "SPA" and shorter."""
    return len(written) < 3 or (written[:1].isupper() and written[1:].islower() and " " not in written)


def _same_case(surface: str, written: str) -> bool:
    """Say whether capitals stand where they should, or everywhere; accents may be left out or put: "Zurich" is written "Zürich" too."""
    if surface == written:
        return True
    return [char.isupper() for char in surface] == [char.isupper() for char in written] or (len(written) > 3 and surface.isupper())


def _edge_before(folded: str, start: int) -> bool:
    if start == 0 or not (folded[start].isalnum() or folded[start] == "."):
        return True
    before = folded[start - 1]
    if (before.isalnum() and not _parts(before, folded[start])) or before in "_@#":
        return False
    return not (before == "." and start > 1 and folded[start - 2].isalnum() and folded[start].isalnum())


def _parts(other: str, own: str) -> bool:
    """Say whether two neighbours part words by their scripts: "Pythonの" is "Python" and a word of a script without spaces."""
    return other >= _FIRST_UNSPACED and own < _FIRST_UNSPACED and _UNSPACED.match(other) is not None


def _edge_after(folded: str, start: int, end: int, *, plural: bool) -> int | None:
    """Return where the word really ends, a plural or a German ending included; None inside another word."""
    if end == len(folded):
        return end
    after = folded[end]
    if _parts(after, folded[end - 1]):
        return end
    if after.isalnum() or (after == "'" and end - start > 1):
        if end - start < 3 or not folded[end - 1].isalpha():
            return end if after == "'" else None
        glued = (_PLURAL.match(folded, end) if plural else None) or (_GERMAN.match(folded, end) if end - start > 3 else None)
        return glued.end() if glued else (end if after == "'" else None)
    if after in "+#_" and folded[end - 1].isalnum():
        return None if after != "+" or folded[end : end + 2] == "++" or end - start == 1 else end
    if end - start == 1 and (after in "&'°*" or folded.startswith((" & ", " level", " suite"), end)):
        return None
    if after == "." and folded[end + 1 : end + 2].isalnum():
        return None
    return end


def _is_hidden(folded: str, hit: Hit, written: str) -> bool:
    """Say whether what was found only hides what it covers, or lacks the company it needs."""
    return not hit.name or (written[0] == "~" and len(written) > 1 and not _in_company(folded, hit))


def _leftmost_longest(found: list[_Found]) -> list[_Found]:
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end, len(pair[1][0])))
    kept: list[_Found] = []
    for one in found:
        if not kept or one[0].start >= kept[-1][0].end:
            kept.append(one)
    return kept


def _as_pair(folded: str, hit: Hit) -> tuple[int, int]:
    """Return where ``hit`` stands; two single letters joined ("R and C") are no company for each other and stand as one."""
    if hit.end - hit.start == 1:
        for pair in _PAIR.finditer(folded[: hit.end + 9], max(0, hit.start - 7)):
            if hit.start in (pair.start(), pair.end() - 1):
                return pair.span()
    return hit.start, hit.end


def _in_company(folded: str, hit: Hit) -> bool:
    start, end = _as_pair(folded, hit)
    before, after = folded[max(0, start - 24) : start], folded[end : end + 24]
    if hit.end - hit.start == 1 and (_LETTER_BEFORE.search(before) or (after.startswith(".") and after.strip(". "))):
        return False
    if not folded[: hit.start].strip(" *•·") and not after.strip(" ."):
        return True
    return bool(_CUE_BEFORE.search(before)) or bool(_CUE_AFTER.match(after))
