"""A requirement's text in, its clauses out: parts that stand by themselves, cut at semicolons, sentence ends, dashes and lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.vocabulary.fold import fold

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.\s?b|etc|min|max|dr|mr|ms|mrs|ca|bzw|inkl|incl|approx|u\.s|no|vs|p\.\s?ex|p\.\s?ej|bijv|"
    r"b\.?sc|m\.?sc|ph\.?d|st|o\.\s?a|u\.\s?a|yrs|std|abs|nr|exp|dipl|dipl\.-ing|ing|jr|sr|inc|ltd|\w))$"
)
_BREAK = re.compile(r"[;\n•]|(?<=[.!?])\s+(?=[\"'(]?[A-ZÀ-Þ0-9])|\s[–—]\s|\s-\s")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text that stands by itself, with its offsets."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def clauses(text: str) -> list[Clause]:
    """Cut ``text`` at semicolons, sentence ends, dashes and lines, but not inside brackets or after abbreviations."""
    cuts = [0]
    for match in _BREAK.finditer(text):
        before = text[: match.start()]
        if _depth(before) > 0 or (before.endswith(".") and _ABBREVIATION.search(fold(before[-9:-1]))):
            continue
        cuts.append(match.end() if match[0].strip() else match.start())
    pieces = [Clause(text[start:end], start) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [piece for piece in pieces if re.search(r"\w", piece.text)]


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")
