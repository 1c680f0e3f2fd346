"""A row between its neighbours comes in; whether it is a heading, or begins with one, comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jobfit.parse import openings
from jobfit.parse.cues import has
from jobfit.parse.entries import entries
from jobfit.parse.headings import heading_class, heading_share, normal
from jobfit.parse.wordlists import listed
from jobfit.parse.wordlists import pattern as word_pattern
from jobfit.parse.wrap import Row
from jobfit.regex import regex
from jobfit.vocabulary import skills

_LABEL = regex(r"([^\W\d_][^:：]{1,60}?)\s?[:：]\s+(\S.*)\Z", re.DOTALL)
_DASHED = regex(r"([^\W\d_].{2,50}?)\s+[-–—]\s+(\S.*)\Z", re.DOTALL)
_GLUED = regex(r"([^\W\d_][^•●▪·➢✓:]{2,60}?)\s*:?\s+([•●▪·➢✓]\s*\S.*)\Z", re.DOTALL)
_RUN_IN = regex(r"([^\W\d_][^.!?:;,()]{1,40})\.\s+(?=[^\W\d_a-zß-ÿ])")
_SHORT = 60
_ITEMS = 3  # that show a line to be a list
_SENTENCES = 2  # that show it to be one behind a heading of its own
_SENTENCE = 6  # words of a sentence, or several, behind a heading
_PREFIX = 5  # words of a heading that stands on the line of its text
_SPLIT_OFF = ("required", "nice", "duty", "against", "default")
_FIELD_VALUE = regex(r":\s+\S|\s[-–|·•]\s|\d[\d.,]{2,}")
_WISHED = regex(
    r"(?!(?:what|it|this|these|that|was|das|es|dies\w*|wat|dit|dat|het|ce|cela|ceci|qu\w*|lo|esto|isso|o)\b)(?:\S+\s+){2,}"
    r"(?<!that )(?<!which )(?<!who )(?<!qui )(?<!que )(?<!die )(?:is|are|ist|sind|est|sont|es|son|é|são|zijn)\s+\S+(?:\s+\S+){0,2}\Z",
    re.IGNORECASE,
)
_ASKED = regex(  # a clause that only names what the lines below say ("What you bring to us")
    r"(?:what|why|how|who|where|was|warum|wie|wer|wo|womit|worauf|ce qu\w*|pourquoi|comment|avec qui|qué|lo que|por qué|cómo|quién\w*"
    r"|o que|por que|quem|wat|waarom|hoe)['’\s]",
    re.IGNORECASE,
)
_COUNTER = regex(r"(\d{1,2})[.)]")
_COUNTED_WORDS = 8  # of a numbered heading
_NUMBER = regex(
    r"\A\W*(?:role|position|job|vacancy|opening|stelle|poste|puesto|vaga|vacature)\s*(?:no\.?|nr\.?|#|n°)?\s*\d{1,2}\s?[:.)–—-]\s*",
    re.IGNORECASE,
)
WHOLE = 110  # an unmarked line up to this many characters stays one piece


def run_in(row: Row) -> str:
    """Return the few words that title a paragraph from within it ("Languages. You speak …"); "" where there are none."""
    if row.mark or row.level or len(row.text) <= 2 * _SHORT:
        return ""
    found = _RUN_IN.match(row.text)
    return found[1] if found else ""


def split_heading(row: Row, after: Row | None) -> tuple[str, str]:
    """Part a known heading from the text that stands on its line; ("", "") where there is none."""
    if row.mark:
        return "", ""
    glued = _GLUED.match(row.text)
    if glued and heading_share(glued[1]) >= 0.6:
        return glued[1], glued[2]
    if len(row.text) > WHOLE // 2:
        size = _prefix(row.text.split()[: _PREFIX + 1])
        if size:
            title = " ".join(row.text.split()[:size])
            return title, row.text[len(title) :].strip()
    for pattern in (_LABEL, _DASHED):
        found = pattern.match(row.text)
        if not found:
            continue
        kind, exact = heading_class(found[1])
        listed = bool(after and after.mark)
        known = exact or (pattern is _LABEL and found[1].isupper() and heading_share(found[1]) >= 0.6)
        if known and kind in _SPLIT_OFF and (listed or len(found[2]) > WHOLE or (exact and runs_on(found[2]))):
            return found[1], found[2]
        if exact and kind in (*_SPLIT_OFF, "other") and _is_told(found[2]):
            return found[1], found[2]
    return "", ""


def _is_told(text: str) -> bool:
    """Say whether the text behind a label is made of sentences, not a field's value."""
    return text[-1] in ".!" and len(text.split()) >= _SENTENCE


def runs_on(text: str) -> list[str]:
    """Return the items of a short list that is written without any mark, or by full stops alone; none where the text is no such list."""
    if text[-1] in ".!?":
        return entries(text, _SENTENCES)
    found = openings.parts(text, listed=True)
    return found if len(found) >= _ITEMS else []


def _prefix(words: list[str]) -> int:
    """Return how many words at the start of a line are a known heading in capitals, and those after it a text of its own."""
    links = () if word_pattern("addressed").fullmatch(words[0]) else listed("links")  # "You are Master of …" goes on
    for size in range(min(_PREFIX, len(words) - 1), 1, -1):
        titled = all(word[:1].isupper() or word in links or not word.isalnum() for word in words[:size])
        if titled and (words[size][:1].isupper() or words[size][0] in "$€£") and words[size - 1][-1].isalnum():
            kind, exact = heading_class(" ".join(words[:size]))
            if exact and kind in _SPLIT_OFF:
                return size
    return 0


def is_heading(row: Row, before: Row | None, after: Row | None) -> bool:
    """Say whether a row titles what follows: by markup, by its words, or by its form between its neighbours."""
    text = row.text
    count = len(text.split())
    if count == 1 and len(text) <= 3 and text.isascii() and not row.level:
        return row.blank_before and text.isupper() and after is not None and _is_text(after)
    if row.level:
        return count <= 25
    kind, exact = heading_class(text)
    if row.mark:
        nested = after and after.mark and after.indent > row.indent
        if nested and count <= 3 and text[-1] not in ".;," and not skills.find(text):
            return True
        if row.bold and count <= 5 and after and after.mark and after.indent > row.indent and not text.endswith("."):
            return True
        return bool(text.endswith(":") and after and after.mark and kind and heading_share(text) >= 0.5) or (
            exact and row.mark[:1].isdigit() and count <= 6
        )
    if exact or (text.endswith((":", "：")) and _introduces(text, after, count, kind)):
        return True
    if after and not row.mark and 4 <= count <= 25 and has("unfinished", text) and (kind or row.blank_before):
        return True  # "From day one you will need to have": what it begins, the lines below complete
    if (
        kind
        and count <= 25
        and row.blank_before
        and text[-1] not in ".;,!"
        and after
        and (heading_share(text) >= 0.75 or has("switch_nice", text))
    ):
        return True
    if (text[-1] in ".;,!" and not text.endswith(("...", "…"))) or count > 9 or len(text) > 80 or re.search(r"\d{4,}|@|https?:", text):
        return False
    if row.bold or row.decorated or _opens_a_role(row, before, after):
        return True
    if after and count > 1 and text[0].isupper() and text[-1] != "?" and _ASKED.match(text):
        return True
    return _titled(row, before, after, kind)


def numbered(rows: Sequence[Row]) -> frozenset[int]:
    """Return which rows are the numbered headings of a page ("1. Who we are", "2. Nuts and bolts").

    They count up from one, each has a text of its own below, and some are known or bold.
    """
    counted: list[int] = []
    for n, (row, after) in enumerate(pairwise(rows)):
        number = _COUNTER.fullmatch(row.mark)
        if not number or int(number[1]) != len(counted) + 1 or len(row.text.split()) > _COUNTED_WORDS or row.text[-1] in ".;,!":
            continue
        if not _COUNTER.fullmatch(after.mark) and (after.mark or len(after.text) > len(row.text)):
            counted.append(n)
    known = sum(rows[n].bold or bool(heading_class(rows[n].text)[0]) for n in counted)
    return frozenset(counted if len(counted) >= _ITEMS and _ITEMS * known >= len(counted) else ())


def _is_text(row: Row) -> bool:
    """Say whether a row is a paragraph that belongs to the row above."""
    return not row.mark and not row.blank_before and len(row.text) > _SHORT and row.text[-1] == "."


def _opens_a_role(row: Row, before: Row | None, after: Row | None) -> bool:
    """Say whether a row names a job right above a heading of what is asked or done, as a page of several roles has it."""
    if before is None or after is None or not row.blank_before or after.mark or not row.text[0].isupper():
        return False
    kind, exact = heading_class(after.text)
    name = without_number(row.text)
    return names_job(name) and exact and kind in ("required", "default", "duty") and not _FIELD_VALUE.search(name)


def names_job(text: str) -> bool:
    """Say whether a name is a job's: it holds one, and no word of a page's other headings."""
    return bool(word_pattern("job names").search(text)) and not word_pattern("not job names").search(normal(text))


def without_number(text: str) -> str:
    """Return the name of a role without the number that a page gives it ("Role 2: Data Analyst")."""
    return _NUMBER.sub("", text)


def _introduces(text: str, after: Row | None, count: int, kind: str) -> bool:
    """A line that ends in a colon titles what follows, a long one only a list."""
    if count > 12 and re.search(r"[.!?]\s", text):
        return False
    return after is not None and (count <= 10 or bool(kind and count <= 25) or (bool(after.mark) and count <= 40))


def _only_terms(text: str) -> bool:
    """Say whether a text holds nothing but kinds of employment and ways of working ("Permanent contract – full-time – remote")."""
    rest = word_pattern("way of working").sub(" ", word_pattern("employment").sub(" ", text))
    return len(rest) < len(text) and not any(map(str.isalpha, rest))


def _titled(row: Row, before: Row | None, after: Row | None, kind: str) -> bool:
    text = row.text
    if kind == "nice" and _WISHED.match(text):
        return False  # "Experience with Odoo is a plus" is an item, whatever stands below it
    if after is None or not (text[0].isupper() or text[0] in "¿¡'\"" or not text[0].isascii()) or _only_terms(text):
        return False
    count = len(text.split())
    shouted = text.upper() == text and sum(sign.isalpha() for sign in text) >= 4
    if shouted:
        return after.text.upper() != after.text or (after.blank_before and row.blank_before and bool(kind))
    if kind and count <= 6 and all(word[0].isupper() or len(word) <= 3 for word in text.split()) and not _FIELD_VALUE.search(text):
        return count >= 2 and (row.blank_before or bool(after.mark) or heading_share(text) >= 0.6)
    titled = sum(word[0].isupper() or not word[0].isalpha() or word in listed("links") for word in text.split()) == count
    longer = bool(after.mark) or len(after.text) > max(_SHORT, len(text) * 1.3) or (titled and after.text[-1] in ".:")
    if kind and longer and not (before and before.mark and before.text[:1].islower()):
        return not _FIELD_VALUE.search(text) and (heading_share(text) >= 0.6 or not has("asks", text) or bool(after.mark))
    return (
        row.blank_before
        and (not row.spaced or titled or count <= 2)
        and longer
        and not has("asks", text)
        and not has("condition", text)
        and not _FIELD_VALUE.search(text)
        and ("," not in text[-25:] or (titled and bool(word_pattern("job names").search(text))))
    )
