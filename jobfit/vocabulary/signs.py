"""A text in, its words and how many letters, capitals and digits it holds out: what regular expressions and loops take long for.

Texts without accents and signs of other scripts, which most are, go through tables of bytes; the others through what the tables stand for.
"""

from __future__ import annotations

from string import ascii_letters, ascii_uppercase, digits

from jobfit.regex import regex

_WORD = regex(r"[^\W_]+")
_PARTED = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + bytes(range(128, 256))
_LETTERS, _CAPITALS, _DIGITS = ascii_letters.encode(), ascii_uppercase.encode(), digits.encode()


def words(text: str) -> list[str]:
    """Return the runs of letters and digits in ``text``, in order."""
    return text.encode().translate(_PARTED).decode().split() if text.isascii() else _WORD.findall(text)


def letters(text: str) -> int:
    """Return how many letters ``text`` holds."""
    return _count(text, _LETTERS) if text.isascii() else sum(map(str.isalpha, text))


def capitals(text: str) -> int:
    """Return how many capital letters ``text`` holds."""
    return _count(text, _CAPITALS) if text.isascii() else sum(map(str.isupper, text))


def has_digit(text: str) -> bool:
    """Say whether ``text`` holds a digit of any script."""
    return _count(text, _DIGITS) > 0 if text.isascii() else any(map(str.isdigit, text))


def _count(text: str, signs: bytes) -> int:
    return len(text) - len(text.encode().translate(None, signs))
