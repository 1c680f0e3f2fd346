"""A requirement as it stands on the page in, its plain text and the parts worth reading out: no markup, labels, enumeration or refusals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobfit.parse.needs import cues
from jobfit.parse.needs.split import Clause, clauses, unexplained
from jobfit.regex import regex
from jobfit.vocabulary import amounts, credentials, degrees, languages, skills
from jobfit.vocabulary.fold import fold

MAX_CHARS = 2000
_MARKUP = regex(r"\*\*|__|~~|`|<[^<>]{1,200}>|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)")
_MARKS = "*_~`<"  # all markup holds one
# Endings by which a word stands for people of any sex: "organisé(e)s", "motivé·e", "Kolleg:innen", "Koch (m/w/d)".
_ENDING = regex(
    r"(?<=[^\W\d_]{3})(?:\((?:e|es|s|in|innen|a|as|ne|nes|se|ses|le|les|trice|rice|euse|ère|r|n|en|o|os)\)s?|"
    r"[·•](?:e|es|s|ne|nes|trice|rice|euse|ère)(?:[·•]s)?(?!\w)|(?<=[éi])\.e(?:\.?s)?(?!\w)|[*:_/]-?in(?:nen)?(?!\w)|(?<=e)/-?[rns](?!\w))|"
    r"\s?\((?:[mwfdxhi]\s?/\s?){1,3}[mwfdxhi]\)",
    re.IGNORECASE,
)
_BULLET = regex(r"^(?:\[[ xX]?\]|[\s\-*•·●○▪■➢✓–—>\u2190-\u2bff\U0001f300-\U0001faff]+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)+")
_PICTURE = regex("[\U0001f300-\U0001faff\u2600-\u27bf]")
_CELL = regex(r"\s*\|\s*")
_LABEL = regex(
    r"^(?:essential|desirable|required|preferred|minimum|experience|skills?|knowledge|qualifications?|education|personal|other|attributes|"
    r"abilities|training|form|references|interview|lesson|test|application|certificates?|education and experience|"
    r"(?:minimum|preferred|required|desired) "
    r"qualifications|locations?|job location|work location|place of work|workplace|base|hours|working hours|working pattern|contract|"
    r"standort|arbeitsort|arbeitszeit|lieu(?: de travail)?|ubicación|locatie|requirements?|"
    r"must have|nice to have|your profile|profil|anforderungen|kenntnisse|erfahrung)"
    r"(?:\s*(?:,|and|&|/)\s*\w+)*\s*:?$"
)
_ASSESSED = regex(
    r"^(?:[a-z](?:\s*[/,]\s*[a-z])*|–|-|n/a|(?:form|references|interview|lesson|test|certificates?|"
    r"application)(?:\s*[,/&]\s*\w+)*)$"
)
_REFUSAL = regex(
    r"\b(?:(?:do|does|will|would) not (?:satisfy|count|qualify|suffice|meet|replace)|(?:is|are) not (?:enough|suitable|"
    r"needed|required|necessary|sufficient)|"
    r"(?:is|are) (?:unfortunately|sadly) not|"
    r"^\W*not (?:needed|required|necessary|essential)\b|not considered|cannot be (?:considered|accepted)|no need (?:for|to)|"
    r"you (?:do not|don't) (?:have to|need)|"
    r"we (?:do not|don't) (?:need|require|expect|check)|reicht nicht|nicht erforderlich|ist nicht notig|"
    r"n'est pas (?:requis|necessaire|obligatoire)|"
    r"no es necesari[oa]|niet nodig|niet vereist|nao e necessari[oa])\b"
)

_NOT = ("not", "no need", "don't", "nicht", "n'est pas", "no es", "niet", "nao e")  # each refusal holds one


def clean(text: str) -> str:
    """Take marks of layout out of ``text``: emphasis, tags, bullets, enumeration; the text itself where nothing would be left."""
    plain = text[:MAX_CHARS]
    if any(sign in plain for sign in _MARKS):
        plain = _MARKUP.sub("", plain)
    plain = _ENDING.sub("", plain)
    return _BULLET.sub("", plain).strip("; \t\n|") or text[:MAX_CHARS].strip()


def parts(text: str) -> list[tuple[Clause, bool]]:
    """Return the clauses of ``text`` that ask for something, each with whether a table's column makes it a wish."""
    found: list[tuple[Clause, bool]] = []
    for index, cell in enumerate(_cells(text)):
        pieces = [piece for clause in clauses(cell) for piece in unexplained(cell, clause)]
        column = index > 0 and not _PICTURE.match(cell)  # what pictures begin is no column of a table
        found += [(clause, column) for clause in pieces if not _is_noise(clause.text)]
    kept = [(clause, wish) for clause, wish in found if not _is_refused(fold(clause.text).strip())]
    return kept or found or [(Clause(text, 0), False)]


def _is_refused(folded: str) -> bool:
    return any(sign in folded for sign in _NOT) and _REFUSAL.search(folded) is not None


def _cells(text: str) -> Sequence[str]:
    """Cut a table's row into its cells with content: the first holds what is essential, the next what is desirable."""
    cells = [cell for cell in _CELL.split(text) if cell]
    wordy = [cell for cell in cells if not _LABEL.match(fold(cell).strip()) and not _ASSESSED.match(fold(cell).strip())]
    return wordy if len(cells) > 1 and wordy else [text.replace("|", " ")]


def _is_noise(text: str) -> bool:
    """Say whether a clause is a label, an assessment mark or too short to ask for anything by itself."""
    folded = fold(text).strip(" .:;,()•*·-")
    if _LABEL.match(folded) or _ASSESSED.match(folded):
        return True
    return len(folded.split()) < 3 and not is_told(text)


def is_told(text: str) -> bool:
    """Say whether the vocabulary or a cue finds anything in ``text``."""
    return bool(
        skills.find(text) or credentials.find(text) or degrees.find(text) or languages.find(text) or amounts.find(text) or cues.find(text)
    )
