"""An item's text comes in; whether all of it or a part of it is only a wish comes out."""

from __future__ import annotations

import re
from typing import Literal

from jobfit.parse.cues import find, has
from jobfit.parse.needs import skill
from jobfit.parse.piece import words
from jobfit.regex import regex
from jobfit.vocabulary import amounts, credentials, degrees, languages, skills

_BRACKETS = regex(r"[(\[][^()\[\]]{0,300}[)\]]")
_CLAUSE = regex(r"(?<=[.!?;])\s+|\s+[–—]\s+|;\s*")
_LABEL = regex(r"[^,.;]{2,40}?(?:\s+[–—-]\s+|[:：]\s+)")
_BACK = regex(
    r"(?:this|that|these|those|it|they|both|but|not|none|nobody|never mind|no (?:problem|worries|matter)"
    r"|nice|preferred|optional|ideal|great|lovely|good to have|an? (?:plus|bonus|asset)"
    r"|das|dies|diese|es|aber|cela|ceci|mais|esto|eso|pero|isso|isto|mas|dit|dat|maar)\b",
    re.IGNORECASE,
)
_IF = regex(r"\W*(?:\b(?:if|wenn|falls|si|se|als|though|although|even)\b|$)", re.IGNORECASE)
_ELSE = regex(r"(?:if|otherwise|else|wenn|sonst|ansonsten|sinon|si|als|anders)\b", re.IGNORECASE)
_AMOUNT = regex(r"at least|minimum(?: of)?|mindestens|au moins|al menos|pelo menos|minimaal|minstens", re.IGNORECASE)
_OR = regex(r"\b(?:or|oder|ou|o|of|och|eller)\b", re.IGNORECASE)
_SKILLS = regex(r"(?:skills?|knowledge|experience|kenntnisse|erfahrung|kennis|ervaring)\W*$", re.IGNORECASE)
_TONGUE = regex(r"\b(?:\w*sprachen?|langues?|idiomas?|línguas?|languages?|taal|talen)\b", re.IGNORECASE)
_SHORT = 4
_LABEL_WORDS = 3  # words before a dash or colon that only name what the rest is about
_EARLY = 30  # characters before a wish that opens its clause ("It would be a plus if …")
Wish = Literal["all", "part", ""]


def wish(text: str) -> Wish:
    """Say how far the text is only wished for: ``all``, ``part`` (the rest is asked for), or not at all."""
    if not has("nice", text):
        return ""
    outside = _BRACKETS.sub(" ", text)
    if not has("nice", outside):
        return "all" if any(_only(inner.strip("()[] ")) for inner in _BRACKETS.findall(text)) else "part"
    if any(has("must", inner) and not has("nice", inner) for inner in _BRACKETS.findall(text)):
        return "part"
    label = _LABEL.match(outside)
    if label and len(words(label[0])) <= _LABEL_WORDS and has("nice", outside[label.end() :]) and not _names(label[0]):
        outside = outside[label.end() :]
    said: list[Wish] = []
    for clause in _CLAUSE.split(outside):
        mine = _clause(clause)
        if mine == "all" and said and (_BACK.match(clause.strip()) or (len(words(clause)) < _SHORT and not _names(clause))):
            said[-1] = "all"
        elif len(words(clause)) >= 2 and (mine or "all" not in said or _asks(clause)):
            said.append(mine)
    if "" in said or "part" in said:
        return "part"
    return "all" if said else ""


def _names(text: str) -> bool:
    """Say whether the text names something that can be asked for by itself."""
    return any(known.find(text) for known in (skills, degrees, credentials, languages))


def _asks(clause: str) -> bool:
    """Say whether a clause after a wish asks for something itself, rather than to say what becomes of those who lack it."""
    return not _ELSE.match(clause) and (has("must", clause) or has("asks", clause) or _names(clause))


def _only(inner: str) -> bool:
    """Say whether a bracket begins with the wish; what follows a comma there only explains it."""
    first = re.split(r"[,;]", inner)[0]
    return bool(first) and not has("soft", inner) and not _names(first) and sum(b - a for a, b in find("nice", first)) >= 0.7 * len(first)


def _clause(clause: str) -> Wish:
    """A wish for the whole clause, or one that an adverb or a degree of its own limits to a part."""
    found = find("nice", clause)
    if not found:
        return ""
    opens = found[0][0] <= _EARLY and _IF.match(clause[found[0][1] :]) is not None and found[0][1] < len(clause) - 1
    musts = (a for a, b in find("must", clause) if not _AMOUNT.fullmatch(clause[a:b]))  # an amount may be wished for as well
    if not opens and any(not any(a <= start < b for a, b in found) for start in musts):
        return "part"
    soft = find("soft", clause)
    if soft and all(any(a <= start < b for a, b in soft) for start, _ in found):
        return "all" if len(words(clause[: soft[0][0]])) <= 2 else "part"
    return "part" if _adds(clause, found[0][0]) else "all"


def _adds(clause: str, wished: int) -> bool:
    """Say whether a degree, years or a language are asked for and only what a comma adds is wished for ("Bachelor's in …, PhD a plus")."""
    comma = clause.rfind(",", 0, wished)
    base, added = clause[: max(0, comma)], clause[max(0, comma) : wished]
    if (degrees.find(base) and degrees.find(added)) or (amounts.find(base) and _names(added)):
        return True
    if _at_level(base) and (count := len(languages.find(added)) or len(_TONGUE.findall(added))):
        return count == 1 or not _OR.search(added)
    return _in_depth(base) and len(skills.find(added)) == 1


def _at_level(text: str) -> bool:
    """Say whether a language is asked for at a level of its own, so that what follows it is another item and not the rest of a list."""
    named = languages.find(text)
    return any(found.level for found in named) or bool(named and skill.depth(text))


def _in_depth(text: str) -> bool:
    """Say whether one skill is asked for as "strong … skills"."""
    return len(skills.find(text)) == 1 and "," not in text and bool(_SKILLS.search(text)) and bool(skill.depth(text))
