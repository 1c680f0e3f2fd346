"""A text comes in; the same without what it says of birth, age, sex, family, origin, faith and photo comes out, all else kept."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, Literal

from jobfit.facts.dates import DATA
from jobfit.regex import regex
from jobfit.vocabulary import places
from jobfit.vocabulary.fold import fold

Where = Literal["top", "self", "deed"]  # at the head of a résumé, where it speaks of the person, where it tells what was done

LONG = 120  # letters; no personal fragment is longer
SHORT = 12  # words; in a longer line of the head a lone "single" or "38" may belong to its sentence
MARKS = regex(r"(\s*[|•·¦;]\s*|\s*,\s+(?!\d{4}\b)|(?<=[^\d\W]{4})\.\s+|(?<=\d{4})\.\s+|\s{3,}|\s[-–—/]\s)")
JOINTS = regex(r"(\s(?:and|und|et|y|en|e)\s)")
BRACKET = regex(r"\s*\(([^()]*)\)")
AGES = regex(r"\s*\((?:aged? )?\d{1,2}(?:(?:, | and | & | und )\d{1,2})*\)")
AGED = r"(?:1[4-9]|[2-9]\d)"
NAMED = r"(?-i:[A-ZÀ-Þ])[\w'’.]*(?: (?:(?:de|del|la|le|of|the|upon|am|an|der|do|da|und|and) ){0,2}(?-i:[A-ZÀ-Þ])[\w'’.]*){0,3}"


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "personal.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(_data()["signs"])


def _date() -> str:
    table = json.loads((DATA / "months.json").read_text(encoding="utf-8"))["months"]
    months = "|".join(sorted({re.escape(fold(name)) for names in table.values() for name in names}, key=lambda name: (-len(name), name)))
    part = rf"(?:\d{{1,4}}(?:st|nd|rd|th|er|º|ª)?|{months})"
    return rf"{part}(?:(?:\s*[./,]\s*|\s+(?:de|del|of|the)\s+|\s+){part}){{0,2}}"


def _birth() -> str:
    """Birth with its day in any order and the place behind, in either order; the bare word is said by the family of words beside."""
    word = r"(?:born|b\.|\*|geb\.?|geboren|nee?|ne\(e\)|nacid[oa]|nascid[oa]|nasci|naci|date of birth|dob|d\.o\.b\.?)"
    link = r"(?:on|in|am|im|le|el|em|en|op|the|den|at|de|te|a|zu|around)"
    place = rf"(?:(?:near|bei) )?(?:{NAMED}|(?!the |a )[\w']+)"
    day = rf"(?:{link} ){{0,2}}{_date()}"
    there = rf"(?:in|at|a|en|em|te|zu|near) {place}"
    return (
        rf"{word}\s*:?\s*{day}(?:,? {there})?"
        rf"|{word}(?: (?:and|&) (?:raised|bred|brought up|educated))? {there}(?:,? {day})?"
        rf"|(?:raised|grew up|aufgewachsen|grandi) (?:in|a|en) {NAMED}"
    )


def _age() -> str:
    years = r"(?:years?|yrs?|jahren?|ans|anos|jaar)"
    return (
        rf"(?:aged?|alter|edad|idade|leeftijd|age de|agee? de|im alter von)\s*:?\s*(?:of )?{AGED}(?: {years})?(?: old)?"
        rf"|{AGED} (?:years? old|year olds?|yrs old|years of age|y/?o|jahre alt|jahrig\w*|jaar oud|ans revolus|anos de (?:edad|idade))"
        rf"|(?:i am|i'm|ich bin|ik ben|j'ai|tengo|tenho) {AGED}(?: {years})?(?: (?:old|alt|oud|de edad|de idade))?"
    )


def _family() -> str:
    data = _data()
    many, child, of = data["count"], data["child"], data["of"]
    aged = r"(?: ?\(?(?:aged?|im alter von|de|of|between) [\d ]+(?:(?:and|und|et|y|to) \d+)?(?: (?:years|jahre|ans|anos))?\)?)?"
    grown = r"(?:young|small|little|adult|grown|grown up|school age|erwachsenen?|kleinen?)"
    own = rf"(?:(?:{many}|my|meine) )(?:{grown} ){{0,2}}(?:{child}){aged}"
    parent = rf"(?:(?:single|proud|married|working|stay at home) )*(?:{data['parent']}) (?:{of})\s?"
    parent += rf"(?:(?:{many})(?: (?:\w+ )?(?:{child}))?|(?:{child})){aged}"
    return rf"{parent}|(?:have|has|habe|j'ai|tengo|heb|tenho) {own}|(?P<weak>{own})"


@cache
def _atoms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is personal wherever a fragment holds nothing else; and that with what is so only beside the first."""
    data = _data()
    weak = f"(?P<weak>{AGED}(?: (?:years|jahre|jahren|ans|anos|jaar))?|{'|'.join(data['beside'])})"
    sure = [
        rf"(?:{data['labels']})\s*(?:[:=]|\s-\s).{{0,60}}",
        _birth(),
        _age(),
        *data["alone"],
        *data["origin"],
        rf"{NAMED} born",
        _family(),
    ]
    strong = "|".join(f"(?:{each})" for each in sure).replace("(?P<weak>", "(?:")
    soft = weak.replace("(?P<weak>", "(?:")
    words = rf"(?:(?:{data['words']})[ ,]+)*"
    counted = _family().partition("(?P<weak>")[2][:-1]
    return (
        re.compile(rf"(?:{words}(?:{strong}|{soft})(?!\w)[ ,]*)+", re.IGNORECASE),
        re.compile(rf"(?:{words}(?:{soft}|{counted})(?!\w)[ ,]*)+", re.IGNORECASE),
    )


@cache
def _opener() -> re.Pattern[str]:
    """What is said of the writer before the noun of a sentence's beginning: "a 38-year-old nurse", "Nigerian-born engineer"."""
    aged = rf"{AGED} ?(?:year old|years old|jahrige[rn]?)"
    bare = rf"{aged}|{NAMED.split('(?: ')[0]} born|female|male|weibliche[rn]?|mannliche[rn]?"
    states = r"married|divorced|widowed|single|verheiratete[rn]?|geschiedene[rn]?"  # "Married two ledgers" is a deed
    things = _data()["things"]
    return re.compile(
        rf"^(?:((?:i am |i'm |ich bin |as |als )?(?:an |a |eine? ))(?:{bare}|{states})(?:,? (?:and )?(?:{bare}|{states}))*"
        rf"|()(?:{bare})(?:,? (?:and )?(?:{bare}|{states}))*),? (?=(?!(?:{things})\b)[^\W\d])",
        re.IGNORECASE,
    )


@cache
def _with_children() -> re.Pattern[str]:
    counted = _family().partition("(?P<weak>")[2][:-1]
    return re.compile(rf",? (?:with|and|mit|und) {counted}\W*$", re.IGNORECASE)


def without(text: str, where: Where = "deed") -> str:
    """Return the text without its personal fragments; a deed is left whole unless it is nothing else: people are what one works with."""
    if not _signs().search(fold(text)):  # most lines need no more, and most runs none of the large patterns
        return text
    if where == "deed":
        return "" if len(text) <= LONG and _cut(text, where) == "" else text
    bare = BRACKET.sub(lambda hit: "" if _cut(hit[1], "self") == "" else hit[0], text)
    return _cut(bare, where)


def _cut(text: str, where: Where) -> str:
    pieces = MARKS.split(text)
    parts = [(pieces[n - 1] if n else "", pieces[n]) for n in range(0, len(pieces), 2)]
    kinds = [_kind(part) for _, part in parts]
    whole = where != "deed" and all(kind or not re.search(r"\w", part) for kind, (_, part) in zip(kinds, parts, strict=True))
    soft = "strong" in kinds or (whole and len(kinds) > 1) or (where == "top" and len(text.split()) <= SHORT)
    kept: list[tuple[str, str]] = []
    behind = False
    for kind, (mark, part) in zip(kinds, parts, strict=True):
        if kind == "strong" or (kind and soft) or (behind and _is_country(part)):
            behind = (
                kind == "strong" and re.search(r"\b(?:born|birth|geb|geboor|nee?\b|naissance|naci|nasci|raised)", fold(part)) is not None
            )
            continue
        behind = False
        kept.append((mark, _narrowed(part)))
    if len(kept) == len(parts) and all(now == was for now, was in zip(kept, parts, strict=True)):
        return text
    told = "".join(part if not n else mark + part for n, (mark, part) in enumerate(each for each in kept if re.search(r"\w", each[1])))
    return told.strip(" \t|·•,;-–")


def _narrowed(part: str) -> str:
    """Return a fragment without the personal halves that "and" joins to others, and without an opener."""
    halves = JOINTS.split(part)
    kinds = [_kind(half) for half in halves[::2]]
    if "strong" in kinds:
        kept = [(halves[2 * n - 1] if n else "", halves[2 * n]) for n, kind in enumerate(kinds) if kind != "strong"]
        part = "".join(half if not n else joint + half for n, (joint, half) in enumerate(kept))
    if hit := _opener().match(_plain(part)):
        rest = _with_children().sub("", part[hit.end() :])
        article = re.sub(r"\ban? $", "an " if rest[:1].lower() in "aeiou" else "a ", part[: max(hit.end(1), 0)])
        part = article + rest
    return part


def _kind(part: str) -> str:
    """Return "strong", "weak" (personal beside a strong one) or "" for a fragment."""
    bare = _plain(AGES.sub("", part).strip(" .:!,;()"))
    strong, weak = _atoms()
    if not bare or len(bare) > LONG:
        return ""
    return "weak" if weak.fullmatch(bare) else "strong" if strong.fullmatch(bare) else ""


def _plain(text: str) -> str:
    """Return the text folded, its capitals as they were."""
    return "".join(now.upper() if was.isupper() else now for now, was in zip(fold(text), text, strict=True))


def _is_country(part: str) -> bool:
    """Say whether a fragment is a country or region and nothing else: it ends the place of birth before it."""
    found = places.find(part)
    return bool(found) and found[0][0] != "city" and found[0][4] - found[0][3] >= len(part.strip(" .)"))
