"""A text in, the amounts of experience it names out, in months: "5+ years", "two to four years", "mindestens drei Jahre", "18 months"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from jobfit.regex import regex
from jobfit.vocabulary.fold import fold


@dataclass(frozen=True, slots=True)
class Amount:
    """Months asked for; ``maximum`` is the upper end of a range, None where there is none."""

    months: int
    maximum: int | None
    start: int
    end: int


_WORDS = {
    1: "one a an ein eine einem einen einer un une uno una um uma een jedno",
    2: "two zwei deux dos dois duas twee due",
    3: "three drei trois tres drie tre",
    4: "four vier quatre cuatro quatro",
    5: "five funf cinq cinco vijf cinque",
    6: "six sechs seis zes",
    7: "seven sieben sept siete sete zeven",
    8: "eight acht huit ocho oito",
    9: "nine neun neuf nueve nove negen",
    10: "ten zehn dix diez dez tien",
    12: "twelve zwolf douze doce doze twaalf",
    15: "fifteen funfzehn quinze quince vijftien",
    18: "eighteen achtzehn dix-huit dieciocho",
    20: "twenty zwanzig vingt veinte vinte twintig",
}
_HALVES = {
    0.5: "half a|half an|ein halbes|einem halben|einen halben|medio|meio|een half",
    1.5: "one and a half|anderthalb|eineinhalb|anderhalf",
    2.5: "two and a half|zweieinhalb",
}
_NUMBER_OF = {word: float(number) for number, words in _WORDS.items() for word in words.split()}
_NUMBER_OF |= {words: number for number, forms in _HALVES.items() for words in forms.split("|")}
_UNIT_OF = {
    "decade": 120.0,
    "year": 12.0,
    "month": 1.0,
    "week": 12 / 52,
}
_UNITS = {
    "decade": r"decades?|jahrzehnte?n?|decennies?|decadas?|decenni(?:um|a)",
    "year": r"jahrige[nrsm]?|years?(?:'|s')?|yrs?\.?|yoe|jahre?n?s?|berufsjahre|ans|an(?=\s(?:d'|et\b|minimum|dans\b|en\b|comme\b))|"
    r"annees?|anos?|anni|anno|jaar|jaren|ar",
    "month": r"months?(?:'|s')?|mos?\.?|mths?|monate?n?|mois|mes|meses|mesi|maand|maanden|manader",
    "week": r"weeks?(?:'|s')?|wochen?|semaines?|semanas?|weken",
}
_NUM = r"(?:\d{1,2}(?:[.,]5)?|" + "|".join(sorted(map(re.escape, _NUMBER_OF), key=len, reverse=True)) + r")"
_UNIT = "|".join(f"(?P<{name}>{forms})" for name, forms in _UNITS.items())
_AMOUNT = regex(
    rf"(?<![\w.,$€£/])(?P<low>{_NUM})(?:\s*\(\s*\d{{1,2}}\s*\))?\s*(?P<plus>\+|plus)?"
    rf"(?:-?\s*(?:full|volle|whole)?\s*(?:-|–|—|to|bis|a|à|or|oder|ou|o|tot|and|und|et|en|y|e|"
    rf"through)\s*(?P<high>{_NUM})(?:\s*\(\s*\d{{1,2}}\s*\))?\s*\+?)?"
    rf"(?:\s*(?:or|oder|ou|o)\s*(?:more|mehr|plus|mas|mais))?\s*(?:full|volle|calendar|solid|complete)?\s*(?:-\s*)?(?:{_UNIT})"
    rf"(?P<half>\s+(?:et demie?|y medi[oa]|e mei[oa]|and a half))?(?![\w])",
)
# Contexts in which a span of time is no amount of experience.
_NOT_BEFORE = regex(
    r"(?:\b(?:we|us|our|company|firm|business|team|wir|unternehmen|firma|nous|entreprise|empresa|wij|bedrijf)\b[^.;]{0,50}"
    r"\b(?:for|seit|depuis|desde hace|sinds|ha)\s(?:over |more than |the last |almost |nearly |uber |mehr als |plus de |mas de )?|"
    r"\bfor the (?:last|past) |\bin (?:the )?(?:last|past|next|first) |\bwithin (?:(?:the|your) )?(?:(?:last|next|past|"
    r"first) )?|\bevery |\ball[e]? |"
    r"\bnext |\bper |\bafter |\binside |\bby |\bonce (?:in )?an? |\blast |\bpast |\bcontract (?:of|for) |\bfirst |"
    r"\binnerhalb (?:von |der )?|"
    r"\bin den (?:letzten|ersten|nachsten) |\baged? |\bover the age of |\bgoing back |\breach back |\bau cours des |\ben los ultimos |"
    r"(?<!\bno )(?<!\bnot )\b(?:less|fewer|no more|not more) than |\bunder |\bmoins de |\bweniger als |\bmenos de |"
    r"\bminder dan |\bup to )$"
)
# The words that such a context may end with: without one of them it need not be looked for.
_NOT_BEHIND = (
    "for seit depuis hace sinds ha over than last almost nearly uber als de past next first in the within your every all alle per after "
    "inside by a an of innerhalb von der letzten ersten nachsten age aged back des ultimos under dan to"
)
_LONGEST_LAST = 12
_LAST = regex(r"([a-z]+)\s$")
_NOT_AFTER = regex(
    r"^\s*(?:-\s*)?(?:old\b|of age\b|alt\b|d'age|d[eo] (?:edad|idade|contrato|garantia|prueba|duracion|duracao)\b|"
    r"contract|probation|warranty|ago\b|a month|a year|fixed|befristet|"
    r"notice|course|program|after (?:hire|joining|start)|from (?:hire|start)|transition|per |"
    r"(?:berufs)?ausbildung|lehre\b|studium|opleiding|formation\b|apprenticeship|in business|roadmap|plan\b|"
    r"horizon|(?:\w+\s){0,3}(?:degree|diploma|certificate)\b|university|college|school|period|internship program|term\b|(?:we|wir|nous)\b)"
)
# "a year" and "ein Jahr" count only where they are an amount of something, not in "twice a year" or "20k a month".
_ARTICLES = ("a", "an", "un", "une", "uno", "una", "um", "uma", "een", "ein", "eine", "einem", "einer", "einen")
_RATE_BEFORE = regex(
    r"(?:\d|%|\bk|\bonce|\btwice|\btimes|\bdays?|\bweeks?|\bhours?|\btrips?|\bmonths?|\bmal|\bfois|\bveces|\bSaturdays?|"
    r"[$€£]\S*)\s*$"
)
_AMOUNT_AFTER = regex(
    r"\s*(?:'s?\s|of\b|or (?:more|two|so)\b|experience|in\b|with\b|working|as\b|berufs|erfahrung|oder mehr|d'exp|de |"
    r"als\b|ervaring|en\b|em\b|como\b|n[ao]s?\b|co[mn]\b|o mas\b|ou mais\b|\w+[aei]ndo\b)"
)


# "five years, of which two or more in research": the second number borrows the unit of the first.
_PART = regex(
    rf"\b(?:of which|of them|davon|dont|de los cuales|de las cuales|waarvan|dos quais)\s+(?:at least |mindestens |"
    rf"au moins |al menos |minstens )?(?P<low>{_NUM})\b(?!\s*(?:{_UNIT}))|"
    rf"(?:(?<=at least )|(?<=minimum of )|(?<=mindestens )|(?<=, )|(?<=and )|(?={_NUM} or more))(?P<first>{_NUM})(?: or more)? "
    rf"(?:of (?:which|them|those|these)|davon|d'entre (?:eux|elles)|de ell[oa]s|daarvan|deles)\b"
)

_OF_THEM = (  # each such part holds one
    *("of which", "of them", "of those", "of these", "davon", "dont", "de los cuales", "de las cuales", "waarvan", "dos quais"),
    *("d'entre e", "de ell", "daarvan", "deles"),
)

# "経験3年以上", "3年以上经验", "경력 3년 이상": no space parts the words; a year counts only beside a word of experience.
_UNSPACED = regex(
    r"(?<![\d.,])(?P<low>\d{1,2})\s?(?:[-~〜～–至到]\s?(?P<high>\d{1,2})\s?)?(?P<unit>年|년|(?:[かヶカケ]|个|個)月|개월)(?:間|间|半)?"
    r"(?!\s?(?:度|前|目|生|卒|次|代|後|后|内|以内|以下|월|月))(?:\s?(?P<least>以上|이상))?"
)
_WORKED = regex("経験|經驗|经验|実務|経歴|경력|경험")
_BESIDE = 14  # characters on either side in which the word of experience stands


def find(text: str) -> list[Amount]:
    """Return the amounts in ``text`` from left to right; ages, spans of a firm's history, terms and deadlines are left out."""
    return list(_find(text))


@lru_cache(maxsize=1024)
def _find(text: str) -> tuple[Amount, ...]:
    folded = fold(text, hyphens=True)
    matches = list(_AMOUNT.finditer(folded))
    found = [amount for match in matches if (amount := _amount(folded, match))]
    if not folded.isascii():
        found += [_unspaced(match) for match in _UNSPACED.finditer(folded) if _is_worked(folded, match)]
    if found and any(match["year"] for match in matches) and any(sign in folded for sign in _OF_THEM):
        found += [_part(part) for part in _PART.finditer(folded, found[0].end)]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _is_worked(folded: str, match: re.Match[str]) -> bool:
    return bool(_WORKED.search(folded, max(0, match.start() - _BESIDE), match.end() + _BESIDE))


def _unspaced(match: re.Match[str]) -> Amount:
    size = 12 if match["unit"] in "年년" else 1
    high = size * int(match["high"]) if match["high"] and not match["least"] else None
    return Amount(size * int(match["low"]), high, match.start(), match.end())


def _part(part: re.Match[str]) -> Amount:
    name = "low" if part["low"] else "first"
    return Amount(round(12 * _number(part[name])), None, part.start(name), part.end(name))


def _amount(folded: str, match: re.Match[str]) -> Amount | None:
    if _NOT_AFTER.search(folded[match.end() : match.end() + 30]) or _elsewhere(folded, match):
        return None
    unit = next(name for name in _UNITS if match[name])
    low, high = _number(match["low"]) + (0.5 if match["half"] else 0.0), _number(match["high"]) if match["high"] else None
    if match["low"] in _ARTICLES and not _is_amount(folded, match):
        return None
    months = round(low * _UNIT_OF[unit])
    maximum = round(high * _UNIT_OF[unit]) if high is not None and not match["plus"] else None
    if maximum is not None and maximum <= months:
        maximum = None
    return Amount(months, maximum, match.start(), match.end()) if months <= 600 else None


def _is_amount(folded: str, match: re.Match[str]) -> bool:
    before, after = folded[max(0, match.start() - 14) : match.start()], folded[match.end() : match.end() + 20]
    return not _RATE_BEFORE.search(before) and bool(_AMOUNT_AFTER.match(after) or match["high"] or "or" in match[0].split())


@cache
def _not_behind() -> frozenset[str]:
    return frozenset(_NOT_BEHIND.split())


def _elsewhere(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 90) : match.start()]
    last = _LAST.search(before[-_LONGEST_LAST:])
    if last is None or last[1] not in _not_behind() or not _NOT_BEFORE.search(before):
        return False
    return not re.match(r"\s*(?:of|in|with)?\s*experience", folded[match.end() :])


def _number(word: str) -> float:
    word = word.strip()
    return float(_NUMBER_OF[word]) if word in _NUMBER_OF else float(word.replace(",", "."))
