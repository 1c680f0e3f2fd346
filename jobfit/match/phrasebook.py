"""The cue files in, their rows out, and every phrase by its first word: as written down beforehand, or made anew.

``make themespace`` writes data/phrasebook.txt after a change of a cue file; until then a start only takes longer.
The file: a line that tells which cue files it was made of, a line with what each row is about, then for each first word two lines, the
word and its phrases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jobfit.vocabulary.fold import fold

DATA = Path(__file__).parent / "data"
FILES = ("themes", "occupations", "settings", "traits")
WRITTEN = DATA / "phrasebook.txt"
OF_FAMILIES = ("near", "kinds", "covers")  # roles that hold families instead of phrases


class Book(NamedTuple):
    """What each row is about (the file's name, family and role) by its number over all files; by its first word each phrase; how long
    those words are that may go on; and those that may be the end of a word.

    Phrases stand in one text for each first word, a bar, the number of the row and a blank before each: as objects they would be too many.
    """

    rows: Sequence[tuple[str, tuple[str, str]]]
    phrases: Mapping[str, str]
    lengths: Sequence[int]
    tails: Sequence[int]


@cache
def rows(name: str) -> tuple[tuple[str, str, str], ...]:
    """Return the file's rows: family, role, phrases parted by ``|``."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((family, role, phrases) for family, role, phrases in cells[1:])


@cache
def book() -> Book:
    """Return the phrases, from the file where it is of these cue files."""
    try:
        lines = WRITTEN.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        lines = []
    if lines[:1] != [_made_of()]:
        lines = written().split("\n")
    cells = lines[1].split("\t")
    phrases = dict(zip(lines[2::2], lines[3::2], strict=True))
    about = zip(cells[::3], zip(cells[1::3], cells[2::3], strict=True), strict=True)
    lengths, tails = ({len(word) - 1 for word in phrases if word[end:][:1] == "*"} for end in (-1, 0))
    return Book([*about], phrases, sorted(lengths), sorted(tails))


def plain(text: str) -> str:
    """Return ``text`` as phrases and texts are compared: folded, "Straße" and "œuvre" spelt as by those who lack the letter."""
    return fold(text).replace("ß", "ss").replace("œ", "oe")


def written() -> str:
    """Return what data/phrasebook.txt should hold, made from the cue files."""
    about: list[str] = []
    phrases: dict[str, str] = {}
    for number, (file, (family, role, cell)) in enumerate((each, row) for each in FILES for row in rows(each)):
        about += file, family, role
        for phrase in plain(cell).replace("| ", "|").split("|") if role not in OF_FAMILIES else ():
            first = phrase.partition(" ")[0]
            phrases[first] = f"{phrases.get(first, '')}|{number} {phrase}"
    return "\n".join([_made_of(), "\t".join(about), *(line for pair in phrases.items() for line in pair)])


def _made_of() -> str:
    """Return the cue files with their sizes: enough to notice nearly every change, and quick; a test compares the whole."""
    return " ".join(f"{name} {(DATA / f'{name}.tsv').stat().st_size}" for name in FILES)
