"""A text without line breaks comes in; the job's title that it opens with, or that a mark of gender follows, comes out."""

from __future__ import annotations

from jobfit.parse import openings
from jobfit.parse.naming.occupations import GENDER, occupation
from jobfit.parse.sentences import sentences
from jobfit.parse.wordlists import listed

_FIRST = 16  # words from the start in which a title stands
_LONGEST = 10  # words of a title
_NEW = 0.12  # how likely a word must open the next line to end the title
_READ = 600  # characters from the start that are read


def title_in(text: str) -> str:
    """Return the words up to where the text goes on after naming an occupation; "" where its first words name none."""
    start = text[:_READ]
    return _before_gender(start) or _at_start(next(iter(sentences(start)), ""))


def _before_gender(text: str) -> str:
    """Return the words with capitals, and what links them, that stand before "(m/f/d)"."""
    mark = GENDER.search(text)
    out: list[str] = []
    for word in reversed(text[: mark.start()].split() if mark else []):
        links = word.lower() in listed("links") or word.lower() in ("im", "am", "zur", "zum")
        if len(out) == _LONGEST or not (word[0].isupper() or (links and out)) or word[-1] in ".!?:":
            break
        out.append(word)
    while out and not out[-1][0].isupper():
        out.pop()
    found = " ".join(reversed(out))
    return found if occupation(found) else ""


def _at_start(sentence: str) -> str:
    tokens = sentence.split()[: 2 * _FIRST]
    named = next((n for n in range(min(_FIRST, len(tokens))) if occupation(tokens[n])), -1)
    if named < 0 or not openings.may_open(tokens[0]) or any(token[-1] in ".!?:" for token in tokens[:named]):
        return ""
    chances = openings.chances(tokens)
    new = [chance >= _NEW or (tokens[n][0].isupper() and tokens[n].lower() in listed("links")) for n, chance in enumerate(chances)]
    end = next((n for n in range(named + 1, len(tokens)) if new[n]), len(tokens))
    begins = max((n for n in range(named + 1) if new[n]), default=0)
    found = tokens[begins:end]
    return " ".join(found) if len(found) <= _LONGEST and openings.may_open(found[0]) else ""
