"""A line of text as typed comes in; its indent, its list mark and its words come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from jobfit.regex import regex

# Glyphs that nobody writes for anything but a list, so a missing space after them does not matter.
_GLYPHS = "•●○◦▪▫■□◆◇◊►▶▸▹➢➣➤➔➜➡→⇒✓✔✅☑☐☒❖★☆※‣⁃∙⦁⬤⚫⚪🔹🔸🔷🔶⋅‧∗✦✧❯❱"
_EMOJI = "\U0001f300-\U0001faff☀-➿⬀-⯿"
_PRIVATE = r"\ue000-\uf8ff"

_CHECKBOX = r"[-*+•]?\s*\[[ xX✓]?\](?=\s)"
_GLYPH = rf"(?:[{_GLYPHS}{_PRIVATE}{_EMOJI}]\ufe0f?)+|·+|…(?=\s*\w)"
_DASH = r"[-–—*+»›](?=\s+\S)|[-–—*](?=[^\W\d_])(?![^*]*\*)|[-–—](?=[^\W\d_])"
_NUMBER = (
    r"\(?\d{1,2}(?:\.\d{1,2})?[.)](?=\s)|\d{1,2}[.)](?=[^\W\d_ºª])|\(\d{1,2}\)|[①-⑳⑴-⒇]|[０-９]{1,2}[．.、）)]|\d{1,2}、|（[\d０-９]{1,2}）"
)
_LETTER = r"\(?[a-z]\)(?=\s)|[a-h]\.(?=\s)|[A-Z]\)(?=\s)"
_ROMAN = r"\(?(?:x{0,2}(?:i{1,3}|iv|v|vi{1,3}|ix|x))[.)](?=\s)|(?:I{2,3}|IV|VI{0,3}|IX)[.)](?=\s)"
_ENTITY = r"&bull;|bull;?(?=\s)|&#8226;"

_DATE = r"\d{1,2}\. [^\W\d_]{3,10}\.? \d{4}\b"  # "10. Mai 2020" opens with a date
_MARK = regex(rf"(?!{_DATE})(?:{_CHECKBOX}|{_GLYPH}|{_DASH}|{_NUMBER}|{_LETTER}|{_ROMAN}|{_ENTITY})\s*")
_ALONE = regex(rf"(?:[-–—*+·o]|[{_GLYPHS}{_PRIVATE}]|\(?\d{{1,2}}[.)]|[a-z]\)|&bull;|bull)\Z")
_FAKE = regex(r"(?:[§ØüŸ¾Ãþðv{]|o)\s+(?=\S)")
TICKS = "✓✔✅☑√✗✕✖×xX"  # a dot in a column of its own is one too, but may be a list mark elsewhere
GRADES = (regex(r"essential\b.{0,24}|required|minimum", re.IGNORECASE), regex(r"desirable\b.{0,24}|desired|preferred", re.IGNORECASE))
_TICKS = frozenset(f"{TICKS}●•")
_RULE = regex(r"(?:[-=_*~#•–—]\s?){3,}\Z|[│┃|+\-=]{3,}\Z")


def split_mark(text: str, fakes: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Return the list mark at the start of ``text`` (empty: none) and the text after it."""
    found = _MARK.match(text)
    if not found or found.end() == len(text):
        return ("•", text[1:].strip()) if text[:1] in fakes and _FAKE.match(text) else ("", text)
    mark = found.group().strip()
    return ("•" if "bul" in mark or "8226" in mark else mark), text[found.end() :].strip()


def fake_marks(lines: Iterable[str]) -> frozenset[str]:
    """Return the letters that stand for list marks because their symbol font has no Unicode: the same one opens several lines."""
    opened = Counter(line[0] for line in lines if _FAKE.match(line))
    return frozenset(sign for sign, count in opened.items() if count >= (3 if sign.isascii() else 2))


def is_lone_mark(text: str) -> bool:
    """Say whether the line holds a list mark and nothing else, its text standing on the next line."""
    return bool(_ALONE.match(text))


def is_rule(text: str) -> bool:
    """Say whether the line is drawn (``-----``) rather than written."""
    return bool(_RULE.match(text))


def ticked(cell: str, name: str) -> str:
    """Return a table's cell, or where it is a tick alone the name of its column."""
    return name if name and cell in _TICKS else cell


def names_grades(names: Sequence[str]) -> bool:
    """Say whether of the names of a table's columns one says what is essential and one what is desirable."""
    return all(any(head.fullmatch(name.strip(" :")) for name in names) for head in GRADES)


def indent_of(raw: str) -> int:
    """Count the columns before the first character, a tab reaching to the next multiple of four."""
    columns = 0
    for sign in raw:
        if sign == "\t":
            columns += 4 - columns % 4
        elif sign.isspace():
            columns += 1
        else:
            break
    return columns
