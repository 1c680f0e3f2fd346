"""A document and what was read of it come in; nothing comes out where it is a profile, a refusal in one sentence where it is none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from jobfit.errors import NotAProfile
from jobfit.facts.dates import DATA
from jobfit.facts.doubts import asks
from jobfit.facts.named import has_role
from jobfit.facts.phrases import find
from jobfit.facts.private import EMAIL, PHONE
from jobfit.facts.tree import plain
from jobfit.regex import regex
from jobfit.types import Document, Profile
from jobfit.vocabulary import skills
from jobfit.vocabulary.fold import fold

CUES = 2  # different phrases of postings that make a text one without jobs; each dated job in it asks for two more
ADDRESSED = 3  # times a text speaks to its reader, at least once in 200 words; a profile speaks of its writer
MARGIN = 0.8  # by which what speaks for a posting outweighs what speaks of a person
KEYS = 2
WORDS = 5  # of a file without named fields and without jobs, courses, licences or languages
VACANCIES = 6  # lines, half of them names of roles, and nothing of a person: a page of vacancies
SPAN = regex(r"\b(?:years?|months?|jahren?|monaten?|ans|mois|anos|meses|jaar|maanden|since|seit|depuis|desde|sinds)\b")
TOP = 12  # lines in which a résumé gives name and address


@cache
def _data() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads((DATA / "posting.json").read_text(encoding="utf-8"))
    return loaded


def check(document: Document, profile: Profile) -> None:
    """Raise NotAProfile where the document says nothing of a person, or is a posting."""
    if is_posting(document, profile):
        raise NotAProfile("this reads like a job posting, not like a profile", path=document.path, hint="give the résumé to --profile")
    if not profile.statements:
        raise NotAProfile(
            "nothing in this file says what the person has done or can do", path=document.path, hint="start one with: jobfit init"
        )
    facts = (profile.positions, profile.education, profile.credentials, profile.languages)
    if any(facts):
        return
    if len(profile.statements) == 1:
        raise NotAProfile("a single line is too little for a profile", path=document.path, hint="start one with: jobfit init")
    if _words(profile) < (1 if isinstance(document.data, Mapping) else WORDS):
        raise NotAProfile("there are hardly any words here that tell of a person", path=document.path, hint="start one with: jobfit init")
    if not _tells_of_person(document, profile):
        raise NotAProfile(
            "nothing here is a fact of a person (a job, a course, a skill, a way to reach them): this is no profile",
            path=document.path,
            hint="give the résumé itself, or start one with: jobfit init",
        )


def _tells_of_person(document: Document, profile: Profile) -> bool:
    """Say whether a text without jobs, courses, licences and languages holds any other sign of a person; a list of vacancies does not."""
    if isinstance(document.data, Mapping):
        return True
    told = [said.text for said in profile.statements]
    if any(EMAIL.search(line.text) or PHONE.search(line.text) for line in document.lines[:TOP]):
        return True
    roles = sum(has_role(text) for text in told)
    if len(told) >= VACANCIES and 2 * roles >= len(told):
        return False
    if any(said.source not in ("summary", "other") for said in profile.statements):
        return True
    text = "\n".join(told)
    return bool(roles or profile.places or SPAN.search(fold(text)) or skills.find(text) or find("rights", text) is not None) or _is_foreign(
        text
    )


def _is_foreign(text: str) -> bool:
    """Say whether most letters are of a script whose words are not known here, so that nothing can be said of them."""
    letters: list[str] = re.findall(r"[^\W\d_]", text)
    return sum(1 for letter in letters if letter > "\u024f") * 2 > len(letters)


def _words(profile: Profile) -> int:
    """Return the number of words in the statements; two signs of a script without spaces count as one."""
    text = " ".join(statement.text for statement in profile.statements)
    return len(re.findall(r"[^\W\d_]{2,}", text)) + len(re.findall("[\u3040-\u9fff\uac00-\ud7af]", text)) // 2


def is_posting(document: Document, profile: Profile) -> bool:
    """Say whether a document asks for a person instead of telling of one: by its fields, or by its phrases where no job has dates."""
    if isinstance(document.data, Mapping):
        names = {plain(key) for key in document.data}
        return len(names & {plain(key) for key in _data()["keys"]}) >= KEYS or "jobposting" in fold(str(document.data.get("@type", "")))
    if document.data is not None:
        return False
    dated = sum(1 for each in profile.positions if each.span is not None and each.span.months and each.kind == "work")
    if profile.name and any(EMAIL.search(line.text) for line in document.lines[:TOP]):
        return False
    text = "\n".join(fold(line.text) for line in document.lines)
    address = len(re.findall(rf"(?<!\w)(?:{'|'.join(_data()['address'])})(?!\w)", text))
    if not dated and address >= ADDRESSED and address * 200 >= len(text.split()):
        return True
    cues = sum(1 for cue in _data()["cues"] if re.search(rf"(?<!\w)(?:{cue})", text, re.MULTILINE))
    said = cues + 2 * ("company" in document.meta)
    person = bool(profile.name and (profile.education or profile.languages))
    if said >= CUES + 2 * dated + person:
        return True
    spoken = address * 200 / max(1, len(text.split())) if address >= ADDRESSED else 0.0
    return said + _asking(profile) + min(6.0, spoken) / 1.5 > MARGIN + 2 * dated + _personal(profile, text)


def _asking(profile: Profile) -> float:
    """Return ten times the share of the lines that ask for something, 0 to 10."""
    told = [fold(said.text) for said in profile.statements if len(said.text.split()) >= WORDS - 1]
    return 10 * sum(bool(asks().search(line)) for line in told) / len(told) if len(told) >= WORDS - 1 else 0.0


def _personal(profile: Profile, text: str) -> float:
    """Return how much speaks of one person beside dated jobs: a name, courses, languages, and how often the text says "I", 0 to 4½."""
    first = len(re.findall(rf"(?<!\w)(?:{'|'.join(_data()['first_person'])})(?!\w)", text)) * 200 / max(1, len(text.split()))
    return bool(profile.name) + min(2, len(profile.education)) / 2 + bool(profile.languages) / 2 + min(2.0, first / 3)
