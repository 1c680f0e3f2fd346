"""A page's text comes in; whether it uses a phrase as a name (capitals throughout, an address of its own) comes out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from jobfit.parse.wordlists import listed, pattern
from jobfit.regex import regex

_MOST, _LONGEST = 1_500, 3_000  # lines, and characters of a line, that are looked at
_TOKEN = regex(r"[^\W\d_][\w'’-]*")
_ADDRESS = regex(r"@|://|www\.")
_HOST = regex(r"(?:@|https?://(?:www\.)?)([\w.-]+(?:/[\w-]+){0,2})")
_PLACED = regex(r"\b(?:in|near|around|at|en|à|em|na|bij|te|bei)\s+((?:(?:La|El|Le|São|St\.?|New)\s)?[A-ZÀ-Þ][\w'’-]+)")
_PARTS = "(?:outskirts|edge|heart|centre|center|middle|north|south|east|west|miles|town|city|village)"
_CAPITALS_MEAN_LITTLE = 0.28  # share of capitals inside sentences from which on, as in German, they mark nouns


@lru_cache(maxsize=1)
def _legal_forms() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed('legal forms'))})(?!\w)")


def has_legal_form(text: str) -> bool:
    """Say whether a name holds "GmbH", "Ltd" or the like, spelt as they are."""
    return bool(_legal_forms().search(text))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the letters of ``text`` alone: lower case, no accents ("Wärmling" becomes "warmling")."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return "".join(sign for sign in plain if sign.isalnum())


def _word(token: str) -> str:
    """Return the word in a text without spaces, from its first letter on; "" where it has none."""
    if token.isalpha():
        return token
    found = _TOKEN.search(token)
    return found.group() if found else ""


class Names:
    """How a page spells its words: with a capital inside sentences, or without, and which addresses it gives."""

    def __init__(self, lines: Sequence[str]) -> None:
        lines = [line[:_LONGEST] for line in lines[:_MOST]]
        self._text = "\n".join(lines).casefold()
        self._placed = {folded(found) for line in lines for found in _PLACED.findall(line)}
        hosts: list[str] = []
        small: list[str] = []
        capital: list[str] = []
        inside: list[str] = []  # those that no sentence begins with, of lines that are not in capitals throughout
        within = 0
        for line in lines:
            addressed = _ADDRESS.search(line) is not None
            hosts += _HOST.findall(line) if addressed else ()
            starts, shouted = True, line.isupper()
            for token in line.split():
                word = _word(token) if not (addressed and _ADDRESS.search(token)) else ""
                if word:
                    is_capital = word[0].isupper()
                    word = folded(word)
                    (capital if is_capital else small).append(word)
                    if not starts and not shouted:
                        within += 1
                        if is_capital:
                            inside.append(word)
                starts = token[-1] in ".!?:•·|"
        self._small, self._capital, self._inside = Counter(small), Counter(capital), Counter(inside)
        labels = (folded(label) for host in hosts for label in re.split(r"[./]", host))
        self._hosts = " ".join(label for label in labels if label not in listed("job boards"))
        self._loose = len(inside) > _CAPITALS_MEAN_LITTLE * max(1, within)

    def weight(self, phrase: str) -> float:
        """Say how surely the page uses the phrase as a name: its first word is in an address, or never stands uncapitalised; 0 to 4.5."""
        words = [folded(word) for word in _TOKEN.findall(phrase) if not pattern("organisations").fullmatch(word)]
        telling = [word for word in words if len(word) >= 4 and word not in listed("links")]
        if not telling:
            return 0.0
        first = telling[0]
        if (
            len(telling) > 1
            and self._text.count(phrase.casefold()) >= 2
            and not self._loose
            and not any(self._small[word] for word in telling)
        ):
            return 3.0
        if first in self._hosts and not self._small[first]:
            return 4.5
        return 3.0 * (not self._loose and not self._small[first] and self._capital[first] >= 2 and self._inside[first] >= 1)

    def in_address(self, phrase: str) -> bool:
        """Say whether an address of the page is spelt like the whole phrase ("Enza Zaden" in enzazaden.example)."""
        return len(folded(phrase)) >= 5 and folded(phrase) in self._hosts

    def says(self, phrase: str) -> bool:
        """Say whether the phrase stands anywhere on the page, capitals aside."""
        return phrase.casefold() in self._text

    def lies_in(self, phrase: str) -> bool:
        """Say whether the page names the whole phrase, one word, as where something lies ("the outskirts of Wetherby", "near Ashby")."""
        return phrase.isalpha() and re.search(rf"\b(?:near|around|{_PARTS} of) {phrase.casefold()}\b", self._text) is not None

    def is_placed(self, phrase: str) -> bool:
        """Say whether the page says "in" of a part of the phrase somewhere ("in Duluth", "en La Rioja")."""
        parts = re.split(r"\s*(?:,|/|\(|\)|&|\b(?:and|y|und|et|e)\b)\s*", phrase, flags=re.IGNORECASE)
        return any(len(part) >= 4 and folded(part) in self._placed for part in parts)
