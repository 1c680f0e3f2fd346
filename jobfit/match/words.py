"""Texts in, their content words out as crude stems, and the share of one text's words that another, or each of many, holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

_WORD = regex(r"[^\W_]+(?:[+#]+)?")
_STEM = 6
_ASKED = 256  # answers that are remembered: a need's words are asked about more than once
_LEAST = 3
_ENDING = regex(r"(?:ments?|ings?|ions?|ungen|ung|ers?|ed|es|en|s|e)$")


@cache
def _stop() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "data" / "stopwords.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=4_000)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning, folded, in any of the languages read."""
    return frozenset(filter(None, map(_meaning, _WORD.findall(fold(text)))))


@lru_cache(maxsize=20_000)
def _meaning(word: str) -> str:
    """Return the stem of a folded word that carries meaning, "" of others."""
    return stem(word) if word not in _stop() and (len(word) > 2 or not word.isalpha()) else ""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a crude stem of a folded word: common endings off ("calls", "calling": "call"), at most six letters."""
    for _ in range(2):
        ending = _ENDING.search(word)
        if not ending or ending.start() < _LEAST:
            break
        word = word[: ending.start()]
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:_STEM]


def brief(text: str) -> str:
    """Return the opening of a text as a reason quotes it: at most sixty letters, single spaces."""
    return " ".join(text.split())[:60].rstrip()


def numbered(lines: Sequence[int]) -> str:
    """Return the numbers of lines as a reason names them: "line 4" or "lines 4, 7"."""
    return f"line{'' if len(lines) == 1 else 's'} {', '.join(map(str, lines))}"


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return the share of ``part``'s words found in ``whole``, 0 to 1; 0 where there is nothing to look for."""
    return len(part & whole) / len(part) if part else 0.0


class Shares:
    """Which words each of many texts holds, in a table; for many questions about the same texts."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        import numpy as np

        self._rows = {word: n for n, word in enumerate(sorted(frozenset().union(*texts)))}
        self._held = np.zeros((len(self._rows), len(texts)))
        self._none = np.zeros(len(texts))
        self._known: dict[frozenset[str], tuple[Floats, float]] = {}
        for n, words in enumerate(texts):
            self._held[[self._rows[word] for word in words], n] = 1.0

    def each(self, part: frozenset[str]) -> Floats:
        """Return the share of ``part``'s words that each text holds, shape (texts,); not to be changed."""
        return self._shares(part)[0]

    def first(self, part: frozenset[str]) -> int | None:
        """Return the place of the first text that holds all words of ``part``."""
        if not self._rows.keys() >= part:
            return None
        each, best = self._shares(part)
        return int((each == 1.0).argmax()) if best == 1.0 else None

    def best(self, part: frozenset[str]) -> float:
        """Return the share of ``part``'s words in the text that holds most of them; 0 where there is no text."""
        return self._shares(part)[1]

    def anywhere(self, part: frozenset[str]) -> float:
        """Return the share of ``part``'s words that the texts hold between them."""
        return len(self._rows.keys() & part) / max(1, len(part))

    def _shares(self, part: frozenset[str]) -> tuple[Floats, float]:
        """Return what each text holds, and the most that one does."""
        if part not in self._known:
            if len(self._known) >= _ASKED:
                self._known.clear()
            rows = [self._rows[word] for word in part if word in self._rows]
            each = self._held[rows].sum(axis=0) / len(part) if rows else self._none
            self._known[part] = each, float(each.max(initial=0.0))
        return self._known[part]
