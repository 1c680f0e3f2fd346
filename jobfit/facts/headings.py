"""The text of a heading comes in; the kind of section that it opens comes out."""

from __future__ import annotations

import json
import re
from functools import cache

from jobfit.facts.dates import DATA
from jobfit.regex import regex
from jobfit.vocabulary.fold import fold

HEADING_WORDS = 7
EXPERIENCE = regex(
    r"(?:[a-z][\w&/-]*,? ){1,4}(?:experience|employment|appointments|positions|posts|roles|jobs|career)"
    r"|(?:experience|experiencia|experiencias|experiences) (?:[a-z][\w-]* ?){1,2}"
)
PAPERS = ("qualifications", "trainingandqualifications", "qualificationsandtraining", "qualifikationen")  # a summary, or a list of papers
PRECEDENCE = ("volunteer", "languages", "certificates", "education", "skills", "work")  # of two telling words in one heading
JOINT = regex(r"\s*[&/,+]\s*|(?<=\w\w)\s+(?:and|und|et|y|en|e|with)\s+(?=\w\w)", re.IGNORECASE)
LABEL = regex(r"([^:|]{2,40}?)\s*(?::|\s\||\s{3})\s*(?=\S)")  # before a colon or as the first cell of a row
DEEDS = ("publications", "projects", "volunteer", "awards")  # beside "experience" such a word says what it was in


@cache
def _names() -> dict[str, str]:
    """Return the kind of section by its heading with all but letters taken out, so that "S K I L L S" is found too."""
    raw = json.loads((DATA / "headings.json").read_text(encoding="utf-8"))
    return {squeeze(name): kind for kind, names in reversed(raw.items()) for name in names}


def squeeze(text: str) -> str:
    return re.sub(r"[\W\d_]", "", fold(text))


def heading_of(text: str) -> str:
    """Return the kind of section that a heading opens, "" where it is none that is known."""
    bare = re.sub(r"\([^()]*\)|[:：]\s*$", "", text).strip()  # "Languages (self-assessed)", "Experience (continued):"
    if not bare or (len(bare.split()) > HEADING_WORDS and not re.fullmatch(r"(?:\S\s+)+\S+", bare)):
        return ""
    names = _names()
    if found := names.get(squeeze(bare)):
        return found
    parts = [part for part in JOINT.split(bare) if part.strip()]
    kinds = [names.get(squeeze(part), "") for part in parts]
    if len(kinds) < 2 or not all(kinds):
        return ""
    return "work" if "work" in kinds and kinds[0] in DEEDS else kinds[0]


def label_of(text: str) -> tuple[str, str]:
    """Return the kind and the rest of a line such as "Languages: English, German"; ("", text) where it has no such label."""
    label = LABEL.match(text)
    if label and len(label[1].split()) <= 4 and (kind := _names().get(squeeze(label[1]))):
        return kind, text[label.end() :].strip(" |\t")
    return "", text


def by_words(text: str) -> str:
    """Return the kind of a heading that is not listed as such, for a line whose looks say that it is one.

    That is any kind of experience ("MUSEUM EXPERIENCE"), or one telling word among others that tell nothing ("EMPLOYMENT DETAILS").
    """
    bare = fold(text).strip(" :")
    if len(bare.split()) > HEADING_WORDS:
        return ""
    if EXPERIENCE.fullmatch(bare):
        return "work"
    told, plain = _telling()
    words = re.findall(r"[^\W\d_]+", bare)
    kinds = {told[word] for word in words if word in told}
    if len(words) > 1 and kinds and all(word in told or word in plain for word in words):
        return next(kind for kind in PRECEDENCE if kind in kinds)
    return ""


@cache
def _telling() -> tuple[dict[str, str], frozenset[str]]:
    raw = json.loads((DATA / "heading_words.json").read_text(encoding="utf-8"))
    told = {fold(word): kind for kind, words in raw["telling"].items() for word in words}
    return told, frozenset(fold(word) for word in raw["plain"])
