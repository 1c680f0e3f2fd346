"""A short paragraph comes in; its sentences come out where each names one thing to bring, as the entries of a list do."""

from __future__ import annotations

import re

from jobfit.parse.needs.clean import is_told
from jobfit.parse.sentences import sentences
from jobfit.regex import regex

_WORDS = 14
_TELLS = regex(  # a sentence that says something of what is asked for, and no entry of a list
    r"\b(?:you|we|i|it|this|that|these|those|they|ours?|your|there|is|are|was|were|be|will|would|can|could|may|must|should|has|have|had|do|does|"
    r"du|sie|wir|ihr|es|dies\w*|das|ist|sind|wird|werden|kann|können|muss|müssen|haben|hat|"
    r"nous|vous|il|elle|cela|ce|c'est|est|sont|sera|avez|avons|peut|nosotros|esto|eso|son|será|puede|tienen?|tenemos|"
    r"isto|isso|é|são|pode|temos|wij|jij|je|u|dit|dat|zijn|kan|moet|heeft|hebben)\b|['’](?:ll|re|ve|d)\b|n['’]t\b|[?!]",
    re.IGNORECASE,
)


def entries(text: str, least: int) -> list[str]:
    """Return the sentences ("A forklift licence. Two years in a warehouse."); none where they are fewer or one of them tells more."""
    found = sentences(text)
    return found if len(found) >= least and all(map(_is_entry, found)) else []


def _is_entry(sentence: str) -> bool:
    return len(sentence.split()) <= _WORDS and not _TELLS.search(sentence) and is_told(sentence)
