"""The first sentences of a page come in; the title and the employer that a sentence of hiring names come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jobfit.parse.naming.occupations import occupation

_STOP = (
    r"(?=\s+(?:to|for|in|on|who|whose|that|with|based|within|into|and\s+(?:we|you)|at|whom|as\s+part|will|is|serves?|supports?|has|reports|"
    r"applies|[Ii]n|für|zur|zum|in|mit|im|die|der|pour|qui|para|pra|que|con|com|voor|die|om)\s|,\s+(?:to|who|in|based|for|as|you|at|die|qui|que|located)\b|[.;:!?–—]|\((?!(?i:[aeo]s?|ne|in|innen|[ert]*ice|euse|ère)\))|\s-\s|\Z)"
)
_SUBJECT = r"(?P<employer>[A-ZÀ-Þ][^.;:!?]{0,60}?)"
_TITLE = r"(?P<title>[^.;:!?]{3,90}?)"
_SEEKS = r"(?:now |currently |actively )?(?:hiring|seeking|looking for|recruiting|searching for|adding|after)(?: for)? "
_SENTENCES = (
    rf"^(?:[^.]{{0,40}}?, )?{_SUBJECT},? (?:is|are) {_SEEKS}(?:an?|one|our next|two|several)\s+",
    rf"\b[Ww]e(?:['’]re| are) {_SEEKS}(?:an?|our next|two)\s+",
    r"^(?:[Nn]ow |[Uu]rgently )?(?:[Hh]iring|[Ss]eeking|[Ll]ooking for|[Ww]anted)(?: for)?:? (?:an?\s+)?",
    r"\b(?:job |an? )?(?:opening|vacancy|position|role|opportunity) (?:of|for|as) (?:an?\s+)?",
    r"\bto (?:serve|join us|work) as (?:an?\s+)?",
    rf"^{_SUBJECT} (?:sucht|suchen)\b[^.]{{0,80}}?\beine?n?\s+",
    r"\b(?:[Ww]ir suchen|[Ss]uchen wir)\b[^.]{0,80}?\beine?n?\s+",
    rf"^{_SUBJECT} (?:re(?:cherche|crute)|cherche) (?:une?|son|sa|des)\s+",
    r"\b(?:[Nn]ous (?:recherchons|recrutons|cherchons)|[Oo]n (?:recherche|recrute|cherche)) (?:une?|notre|des)\s+",
    rf"^{_SUBJECT} (?:busca|contrata|procura|solicita|precisa|incorpora|selecciona|está (?:contratando|buscando|em busca de|à procura de))"
    r" (?:un[ao]?(?:\(a\)|/a)? |uma? )?(?:pessoa |profissional )?",
    r"\b(?:[Bb]uscamos|[Pp]rocuramos|[Cc]ontratamos|[Ii]ncorporamos|[Ss]eleccionamos|[Ss]e busca|[Pp]recisamos) "
    r"(?:un[ao]?(?:\(a\)|/a)? |uma? )(?:pessoa |profissional )?",
    rf"^{_SUBJECT} zoekt (?:een)\s+",
    r"\b(?:[Ww]ij|[Ww]e) zoeken (?:een)\s+",
    r"^(?:As|Als|En tant que|Como) (?:an?\s+|our\s+|the\s+|de\s+)?(?=[A-ZÀ-Þ])",
    r"\bas (?:an?|our|the)\s+(?=[A-Z])",
    r"^The\s+(?=[A-Z])",
)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


def _search(start: str, sentence: str) -> re.Match[str] | None:
    """Look for a title behind a beginning; the whole forms are long, and few pages have even one of the beginnings."""
    return _compiled(start + _TITLE + _STOP).search(sentence) if _compiled(start).search(sentence) else None


def hiring(sentences: Sequence[str]) -> tuple[str, str, str]:
    """Return (title, employer, the rest) of the first sentence that names a job, form by form; empty texts where none does."""
    for start in _SENTENCES:
        for sentence in sentences:
            found = _search(start, sentence)
            if found and occupation(found["title"]) and len(found["title"].split()) <= 10:
                return found["title"].strip(" ,"), (found.groupdict().get("employer") or "").strip(" ,"), sentence[found.end() :]
    return "", "", ""
