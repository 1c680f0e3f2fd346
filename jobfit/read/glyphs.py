"""The lines of a PDF come in; words whose ligature glyphs were lost ("quali;cation") come out whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.regex import regex

# Stems of common words with their ligature; a damaged word is mended only where it gives one of these.
_STEMS = frozenset(
    {"affect", "affili", "affin", "affirm", "afford", "amplifi", "artifici", "baffl", "benefi", "buffer", "buffet"}
    | {"certifi", "clarifi", "classifi", "cliff", "coeffici", "coffee", "confiden", "configur", "confirm", "conflict"}
    | {"deficien", "defin", "diffe", "difficult", "diffus", "effect", "efficacy", "effici", "effort", "fiber", "fibre"}
    | {"fiction", "fidelity", "fiduci", "field", "fifteen", "fifth", "figure", "file", "filing", "filter", "final", "finan"}
    | {"find", "finish", "firewall", "firm", "first", "fiscal", "fit", "five", "fix", "flagship", "fleet", "flex", "flight"}
    | {"floor", "flow", "fluen", "fulfil", "graffiti", "griffin", "identifi", "infin", "inflat", "influen", "magnifi"}
    | {"modifi", "notifi", "off", "onboardin", "pacific", "portfolio", "proficien", "profil", "profit", "qualifi", "raffl"}
    | {"ratifi", "rectifi", "refin", "reflect", "ruffl", "satisf", "scaffold", "scientifi", "sheriff", "shuffl", "signific"}
    | {"simplifi", "sniff", "specif", "staff", "stuff", "suff", "tariff", "terrif", "traffic", "unifi", "verifi", "waffl"}
    | {"workfl"}
)
_LIGATURES = ("fi", "ffi", "fl", "ff", "ffl")
_DAMAGED = regex(r"([A-Za-z]*)([^\w\s'’\-–—/.,:()&@+#*\"“”|]|\ufffd)(?=[a-z])([a-z]+)")


def mended_words(lines: Sequence[str]) -> list[str]:
    """Return the lines with damaged ligatures mended; a sign is taken for a ligature only if that gives known words."""
    return [_DAMAGED.sub(_mended, line) if any(sign in line for sign in _suspects(lines)) else line for line in lines]


def _suspects(lines: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for line in lines:
        found.update(match.group(2) for match in _DAMAGED.finditer(line) if match.group(1) or match.group(3))
    return frozenset(found)


def _mended(match: re.Match[str]) -> str:
    before, after = match.group(1), match.group(3)
    for ligature in _LIGATURES:
        word = f"{before}{ligature}{after}".lower()
        if any(word.startswith(stem) and len(before) < len(stem) for stem in _STEMS):
            return f"{before}{ligature}{after}"
    return match.group()
