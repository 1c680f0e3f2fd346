"""A text comes in; whether it names a role, an employer, a school or a place comes out."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache

from jobfit.facts import phrases
from jobfit.facts.dates import DATA
from jobfit.regex import regex
from jobfit.vocabulary import places
from jobfit.vocabulary.fold import fold

BRACKETS = regex(r"\(([^()]*)\)")
CITY_STATE = regex(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3} ?, ?[A-Z]{2}(?: \d{5})?"
    r"|(?:City)?(?: ?, ?)?(?:State)?(?: ?, ?(?:Country|USA))?|Remote(?:ly)?|Hybrid"
)
# A firm by the trade of its people: "Hale & Orme Architects". Titles are in the singular.
TRADE_FIRM = regex(
    r"[A-ZÀ-Þ][\w.'’-]*(?:,? (?:(?:&|and|und|et|y) )?[A-ZÀ-Þ][\w.'’-]*)* (?:(?:&|and|und|et|y) )?"
    r"(?:Associates|Partners|Consultants|Architects|Attorneys|Solicitors|Accountants|Advis[eo]rs|Surveyors|Contractors|Brothers|Sons)"
)
ACRONYMS = frozenset({"tu", "fh", "eth", "rwth", "iut", "ies", "roc", "mbo", "mit", "ucla", "lse", "tafe"})  # "mit" is a word too
FIRM = regex(
    r"\b(?:gmbh|ag|kg|ltd|limited|llc|llp|inc|corp|plc|pty|b\.?v|n\.?v|s\.?a|s\.?l|sarl|sas|s\.?r\.?l|l\.l\.c|s\.?p\.?a|lda|ltda|eireli|co)\b\.?$",
    re.IGNORECASE,
)


@cache
def listed() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads((DATA / "roles.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _words(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted({fold(word) for word in listed()[kind]}, key=lambda word: (-len(word), word)))
    plural = r"(?:s|in|innen|\(in\)|/in|:in|\*in|e)?" if kind == "roles" else ""
    return re.compile(rf"(?<![\w.])(?:[a-z]+-)?(?:{words}){plural}(?![\w])")


@cache
def _compound() -> re.Pattern[str]:
    """German and Dutch put the role last in one word: Softwareentwickler, Einzelhandelskauffrau."""
    ends = "|".join(fold(word) for word in listed()["compound"])
    return re.compile(rf"[a-z]{{3,}}(?:{ends})(?:in|innen)?(?!\w)")


def is_blank(text: str) -> bool:
    """Say whether a place is only the word for one, in a résumé with names taken out."""
    return re.sub(r"\b(?:City|State|Country)\b|[\s,]", "", text) == ""


@lru_cache(maxsize=4_000)
def has_role(text: str) -> bool:
    """Say whether a text names what somebody is at work."""
    if TRADE_FIRM.fullmatch(text.strip(" ,.|")):
        return False
    folded = fold(text)
    return any(not _in_firm(text, hit) for hit in _words("roles").finditer(folded)) or _compound().search(folded) is not None


@cache
def _roles() -> frozenset[str]:
    return frozenset(fold(role) for role in listed()["roles"])


def _in_firm(text: str, hit: re.Match[str]) -> bool:
    """Say whether a role in the plural is part of a firm's name: "Dalby Couriers", "Mill Lane Builders Ltd"."""
    word = text[hit.start() : hit.end()]
    plural = word[:1].isupper() and word.endswith("s") and fold(word) not in _roles()
    return plural and re.search(r"[A-ZÀ-Þ][\w.'’&-]* (?:& )?$", text[: hit.start()]) is not None


def has_school(text: str) -> bool:
    folded = fold(text)
    if any(hit[0] not in ACRONYMS or text[hit.start() : hit.end()].isupper() for hit in _words("schools").finditer(folded)):
        return True
    return re.search(r"[a-z]+(?:schule|gymnasium|school)\b", folded) is not None


@lru_cache(maxsize=4_000)
def has_employer(text: str) -> bool:
    return TRADE_FIRM.fullmatch(text.strip(" ,.|")) is not None or _words("employers").search(fold(text)) is not None


def is_place(text: str) -> bool:
    """Say whether a text is a place and little else."""
    bare = text.strip(" .,()")
    if not bare or len(bare) > 60 or phrases.find("rights", bare) or has_role(bare):
        return False
    if CITY_STATE.fullmatch(bare):
        return True
    if FIRM.search(bare) or has_employer(bare):
        return False
    found = places.find(bare)
    covered = sum(end - start for _, _, _, start, end in found)
    if re.fullmatch(r"[A-ZÀ-Þ][\w.'’ -]{1,30}, ?[A-ZÀ-Þ][\w.'’ -]{1,20}", bare) and found and found[-1][4] == len(bare):
        return found[-1][0] != "city"
    return covered > 0 and covered >= 0.7 * len(re.sub(r"[\W\d_]", "", bare))


def is_whereabouts(text: str) -> bool:
    """Say whether a text is a place, or begins with one and says more of it in brackets or small letters: "Leeds, two days a week"."""
    bare = BRACKETS.sub(" ", text).strip(" .,")
    if is_place(text) or is_place(bare):
        return True
    head, _, rest = bare.partition(",")
    if not rest.strip() or has_role(bare) or has_employer(bare) or FIRM.search(bare) or not is_place(head):
        return False
    return rest.strip()[:1].islower() or any(kind != "city" for kind, *_ in places.find(rest))
