"""A requirement's text in, its clauses out: parts that stand by themselves, cut at semicolons, sentence ends, dashes and lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.regex import regex
from jobfit.vocabulary import places
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.patterns import holds

_ABBREVIATION = regex(
    r"(?:\b(?:e\.g|i\.e|z\.\s?b|etc|min|max|dr|mr|ms|mrs|ca|bzw|inkl|incl|approx|u\.s|no|vs|p\.\s?ex|p\.\s?ej|bijv|"
    r"b\.?sc|m\.?sc|ph\.?d|st|o\.\s?a|u\.\s?a|yrs|std|abs|nr|exp|dipl|dipl\.-ing|ing|jr|sr|inc|ltd|\w))$"
)
_BREAK = regex(r"[;\n•]|(?<=[.!?])\s+(?=[\"'(]?[A-ZÀ-Þ0-9])|\s[–—]\s|\s-\s")


# "…, because our models call it": the reason runs to the next part that is joined on, or to the end.
_REASON = regex(
    r"[\s,(]+(?:because|since (?:our|we|it|they|this|most|all|the|many)\b|as (?:our|we|they|this|most of)\b|"
    r"(?<=, )as (?:the|all|every)\b(?=[^.;]{4,50}\b(?:are|is|have|has|will|can|need|start|work)\b)|weil|denn|da (?:wir|unsere?)\b|"
    r"parce que|puisque|porque|ya que|omdat|want (?:we|wij|onze))\b(?:(?!, (?:and|und|et|y|e|en|but|plus) |[;()]).)*",
    re.IGNORECASE | re.DOTALL,
)
_GIVEN = (  # each reason holds one
    *("because", "since ", "as our", "as we", "as they", "as this", "as most of", "as the", "as all", "as every"),
    *("weil", "denn", "da wir", "da unser"),
    *("parce que", "puisque", "porque", "ya que", "omdat", "want we", "want wij", "want onze"),
)
_EXAMPLE = regex(r"\s*(?:e\.?\s?g\b|such as|for example|z\.\s?B|zum Beispiel|par ex|p\.\s?ex|por ej|bijv)", re.IGNORECASE)
_DASH = regex(r"\s[–—-]\s*$")
_ASIDE = regex(r"^\s*(?:our|we|we're|it|they|this|that's|unsere?|wir|notre|nos|nous|nuestr[oa]s?|onze|wij)\b", re.IGNORECASE)
_ASKS = regex(
    r"need|requir|expect|want|look|ask|must|should|prefer|valu|welcom|teach|train|nice|plus|bonus|brauch|erwart|wunsch|such|exig|attend|"
    r"cherch|busca|pedi|espera|zoek|verwacht"
)


# A dash between two days or two times joins them ("Monday - Friday", "9 a.m. – 5 p.m.").
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom)[a-zé]{0,7}\.?s?"
_RANGE_FROM = regex(rf"(?:\b{_DAY}|\d|\d ?[ap]\.?m\.?|\buhr)$", re.IGNORECASE)
_WAY = regex(
    r"\b(?:remote(?:ly)?|remoto|hybrid[eo]?|híbrido|on-?site|home ?office|work from home|anywhere|télétravail|teletrabajo)$", re.IGNORECASE
)
_NEAR = 4  # letters behind a dash within which its place begins ("the US")
_RANGE_TO = regex(rf"(?:{_DAY}\b|\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text that stands by itself, with its offsets."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def bare(self) -> str:
        """The text without the signs that part it from its neighbours."""
        return self.text.strip(" ,;:-*•")


def clauses(text: str) -> list[Clause]:
    """Cut ``text`` at semicolons, sentence ends, dashes and lines, but not inside brackets or after abbreviations."""
    cuts = [0]
    for match in _BREAK.finditer(text):
        before = text[: match.start()]
        if (
            _depth(before) > 0
            or (match[0].strip() in ("-", "–", "—") and _is_joined(text, match.start(), match.end()))
            or _EXAMPLE.match(text, match.end())
            or (before.endswith(".") and _ABBREVIATION.search(fold(before[-9:-1])))
        ):
            continue
        cuts.append(match.end() if match[0].strip() else match.start())
    pieces = [Clause(text[start:end], start) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return [piece for piece in pieces if re.search(r"\w", piece.text)]


def _is_joined(text: str, start: int, end: int) -> bool:
    """Say whether a dash joins what stands around it: two days, two times, or a way of working and its place ("Remote – US only")."""
    if _RANGE_FROM.search(text[:start]) and _RANGE_TO.match(text, end):
        return True
    return bool(_WAY.search(text[:start])) and any(end <= at <= end + _NEAR for *_, at, _ in places.find(text))


def unexplained(text: str, found: Clause) -> list[Clause]:
    """Return ``found``, a clause of ``text``, without the reasons it gives: none of it where all of it explains what a dash follows."""
    if _DASH.search(text[: found.start]) and _ASIDE.match(found.text) and not _ASKS.search(fold(found.text)):
        return []
    if not holds(found.text, _GIVEN):
        return [found]
    kept, begin = [], 0
    for match in _REASON.finditer(found.text):
        kept.append(Clause(found.text[begin : match.start()], found.start + begin))
        begin = match.end()
    kept.append(Clause(found.text[begin:], found.start + begin))
    return [piece for piece in kept if re.search(r"\w", piece.text)] if begin else [found]


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")
