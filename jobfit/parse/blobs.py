"""A text without line breaks comes in; its parts come out: headings, the items of its lists, sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from jobfit.parse import openings
from jobfit.parse.headings import heading_class
from jobfit.parse.inner import field_starts, inner_headings
from jobfit.parse.naming.occupations import GENDER
from jobfit.parse.sentences import sentences
from jobfit.regex import regex

Part = tuple[str, bool, str]  # the text, whether it is a heading, and its list mark ("" for a sentence)
MIN_BLOB = 350  # characters from which on a line is read as such a text
_LONG = 160  # characters of a sentence that may be a run of items
_SHORT = 40  # the same under a heading that stands in the text
_VALUE = 60  # characters of a form field's value
_EDGES = " \t:"
_DASHES = "-–—•·*●▪ "
_BULLET = regex(r"\s*[•●▪■➢➤✓✔◦‣⁃∙]\s*(?=\S)")
# What an encoding or a copy made of list marks, and how often it must stand in a text to be one.
_BROKEN = (
    (regex(r"(?:^|(?<=\s))bull;?\s+(?=\S)"), 2),
    (regex(r"(?:^|(?<=\s))\?\s+(?=[A-ZÀ-Þ0-9])"), 3),
    (regex(r"(?:^|(?<=\s))[o§Øü]\s+(?=[A-ZÀ-Þ0-9])"), 3),
)
_SIGNS = (
    (regex(r"\s+[-–—·*]\s+(?=\S)"), "-"),
    (regex(r"(?:(?<=^)|(?<=\s))(?:\(?\d{1,2}[.)])\s+(?=[A-ZÀ-Þ])"), "1."),
)


def cut_blob(text: str) -> list[Part]:
    """Cut a text without line breaks at the headings in it, then at list marks, then at sentences, then where items open."""
    text = _bulleted(text)
    heads = inner_headings(text)
    edges = [*(begin for begin, _ in heads), len(text)]
    out = _items(text[: edges[0]], headed=False)
    for (begin, end), after in zip(heads, edges[1:], strict=True):
        title, rest = text[begin:end], text[end:after]
        if title.endswith(":") and after < len(text) and _is_value(title, rest):
            out.append((f"{title} {rest.strip()}", False, ""))
        else:
            out += [(title.strip(" :-–—•"), True, ""), *_items(rest, headed=True)]
    return out


def _bulleted(text: str) -> str:
    """Put bullets where what is left of them stands."""
    for left, fewest in _BROKEN:
        if len(left.findall(text)) >= fewest:
            text = left.sub("• ", text)
    return text


def _is_value(title: str, rest: str) -> bool:
    """Say whether a heading is the name of a form's field, with its value behind it ("Location: Pune")."""
    value = rest.strip()
    return 0 < len(value) <= _VALUE and "." not in value[:-1] and heading_class(title)[0] in ("condition", "default", "other", "")


def _items(text: str, *, headed: bool) -> list[Part]:
    """Cut the text between two headings: at its list marks where there are enough of them, else at sentences and where items open."""
    text = text.strip(_EDGES)
    if len(_BULLET.findall(text)) >= 2 or (headed and _BULLET.match(text)):
        return _marked(text, _BULLET, "•")
    for sign, mark in _SIGNS:
        count = len(sign.findall(text))
        if count >= 2 or (count == 1 and sign.match(" " + text)):
            return _marked(text, sign, mark)
    lines = [line for sentence in sentences(text.lstrip("-–— ")) for line in _fields(sentence)]
    return [part for line in lines for part in _run_on(line, headed=headed)]


def _marked(text: str, sign: re.Pattern[str], mark: str) -> list[Part]:
    """Cut at a list mark; what stands before the first is no item unless it is short, and what goes on behind the last is none."""
    found = [part.strip(_DASHES) for part in sign.split(text)]
    lead = sign.match(text) is None and sign.match(" " + text) is None
    out = [(part, False, mark if n or not lead or len(part) < _LONG else "") for n, part in enumerate(found) if part]
    last, *more = _beyond(sentences(out[-1][0]), max((len(part) for part, _, _ in out[:-1]), default=0))
    return [*out[:-1], (last, False, out[-1][2]), *((part, False, "") for part in more)]


def _beyond(last: list[str], longest: int) -> list[str]:
    """Cut what stands behind the last list mark once more where it is longer than every item before it."""
    if len(last[0]) <= longest:
        return last
    first, *more = openings.parts(last[0], listed=True)
    return [first, " ".join(more), *last[1:]] if more else last


def _fields(sentence: str) -> list[str]:
    """Cut behind a title that ends in "(m/f/d)", and before the names of a form's fields, where there are several."""
    titled = [found.end() for found in GENDER.finditer(sentence) if openings.may_open((sentence[found.end() :].split() or ["."])[0])]
    edges = [0, *sorted({*titled, *field_starts(sentence)}), len(sentence)]
    return [part for a, b in pairwise(edges) if (part := sentence[a:b].strip())]


def _run_on(sentence: str, *, headed: bool) -> list[Part]:
    """Cut a long run of items with nothing between them where items open; under a heading that stands in the text, a short one too."""
    ends = sentence[-1] in ".!?"
    if len(sentence) >= _LONG or (headed and not ends and len(sentence) >= _SHORT):
        parts = openings.parts(sentence, listed=headed and not ends)
        listed = len(parts) - ends if headed and len(parts) > 1 else 0  # behind a list, what ends in a full stop is a sentence
        return [(part, False, "-" if n < listed else "") for n, part in enumerate(parts)]
    return [(sentence, False, "")]
