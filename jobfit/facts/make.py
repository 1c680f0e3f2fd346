"""Words of one fact come in (a course, a licence, a language, a place); the typed fact comes out, whatever the file's format."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from jobfit.facts.dates import DATA, Point, Range, find_points, find_ranges
from jobfit.facts.phrases import expiry, find, is_negated
from jobfit.regex import regex
from jobfit.types import Credential, Degree, LanguageSkill, Place, Span, Statement
from jobfit.vocabulary import degrees, places
from jobfit.vocabulary import languages as tongues
from jobfit.vocabulary.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTROLS = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
STRAY = regex(r"(?:Â|ï¼)(?=\s|$)")  # what is left of a hard space that was read in the wrong encoding
SENTENCE = regex(r"(?<=[\w)])\.\s+(?=[A-ZÀ-Þ])")
RIGHT_WORDS = 12
APART = regex(r"\s/\s|\s*[;|]\s*")
FIELD = 30  # letters before a degree in which its field may stand
YEAR = 12  # months
# Letters that are no degree: the number of a standard, and the state behind a town at the end.
NO_DEGREE = regex(r"\bBS(?: (?:EN|ISO|IEC|OHSAS))*[ -]?\d{3,}(?:[:-]\d+)*|(?<=[a-z], )(?:MD|MA|ME|MS)(?= ?\d{0,5}\s*(?:$|[|(]| {2}))")
TRADE_SCHOOL = regex(r"polytechnic|vocational|trade school|industrial training|\bITI\b", re.IGNORECASE)
COURSE_WORDS = regex(
    r"course|training|diploma|degree|programme|program|studies|kurs|lehrgang|ausbildung|formation|curso|cursus|\bweeks?\b|\bhours\b|bootcamp",
    re.IGNORECASE,
)


OF_COURSES = regex(r"training|courses?\b|kurs|fortbildung|weiterbildung|schulung|formation|cursos|cursus|opleiding", re.IGNORECASE)
OF_LICENCES = regex(r"certif|licen|zertif|scheine|permis|registr|credential", re.IGNORECASE)


def clipped(span: Span, now: int) -> Span:
    """Return a job's span up to today; one that ends later goes on."""
    return span if span.end <= now else Span(min(span.start, now), now, ongoing=True, starts_in_year=span.starts_in_year)


@cache
def _known() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = json.loads((DATA / "degrees.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _letters() -> list[tuple[str, re.Pattern[str]]]:
    """Return for each level the letters of its degrees, as they are written with and without points."""
    dotted = {
        level: [r"\.? ?".join(re.findall(r"[A-Z][a-z]*", name)) + r"\.?" for name in names] for level, names in _known()["letters"].items()
    }
    return [
        (level, re.compile(rf"^\W*(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})(?![\w'’])"))
        for level, names in dotted.items()
    ]


@cache
def _words() -> list[tuple[str, re.Pattern[str]]]:
    return [(level, re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")) for level, words in _known()["words"].items()]


def letters_in(text: str) -> tuple[str, int]:
    """Return the level and the length of the degree letters ("B.S.", "MA") that a line of education begins with; ("", 0) where none."""
    for level, pattern in _letters():
        if hit := pattern.match(text):
            return level, hit.end()
    return "", 0


def no_degrees(text: str) -> list[tuple[int, int]]:
    """Return where letters look like a degree and are none: a standard ("BS 7671"), a state behind a town, not behind a field."""
    hits = [hit.span() for hit in NO_DEGREE.finditer(text)]
    return [(start, end) for start, end in hits if text[start] == "B" or not degrees.fields_of(text[max(0, start - FIELD) : start])]


def level_in(text: str) -> str:
    """Return the level of a course: by the vocabulary, else by the letters it begins with, else by words that mean it in this place."""
    for start, end in reversed(no_degrees(text)):
        text = f"{text[:start]} {text[end:]}"
    folded = fold(text)
    return degrees.level_of(text) or letters_in(text)[0] or next((level for level, words in _words() if words.search(folded)), "")


def degree(
    title: str, field: str, institution: str, span: Span | None, ended: bool, line: int, where: str, now: int, told: str = ""
) -> Degree:
    """Return a course with its level; finished is false where it says so, or goes on, or ends after today."""
    told = told or f"{title} {field}"
    level = level_in(title) or level_in(field)
    if not level and TRADE_SCHOOL.search(institution) and re.search(r"diplom|certificate", title, re.IGNORECASE):
        level = "vocational"
    finished: bool | None = True if title or span else None
    if find("unfinished", told) or (level == "vocational" and find("unearned", told)) or (span is not None and span.end > now + 1):
        finished = False
    elif span is not None and not ended and span.ongoing:
        finished = None if find("abandoned", told) else False
    return Degree(title, level, field, institution, span, finished, line, where)


def statement(text: str, line: int, where: str, source: str, position: int | None = None) -> Statement:
    """Return a line of plain text as a statement: what it tells of, and whether it only lists or denies."""
    text = STRAY.sub("", CONTROLS.sub(" ", text)).strip()
    if source in ("other", "summary", "interest") and len(text.split()) < RIGHT_WORDS and find("rights", text):
        source = "right"
    listed = source in ("skill", "interest") and position is None and is_list(text)
    return Statement(text, line, where, source, listed, is_negated(text), position)


def is_list(text: str) -> bool:
    """Say whether a line of a skills section only lists words, as against telling something."""
    words = len(text.split())
    marks = len(re.findall(r"[,;|/·•]", text))
    return words <= 5 or marks * 5 >= words or (":" in text[:40] and marks > 0)


def credential(name: str, issuer: str, issued: Point | None, told: str, line: int, where: str, now: int) -> Credential:
    """Return a licence or certificate; ``told`` is the text in which its end may stand, or that it is still to be earned."""
    ends = expiry(told, now)
    term = next((each for each in find_ranges(told) if each.end is not None), None)
    if (
        term is not None and ends in (None, now) and _lasts(term) and not COURSE_WORDS.search(told) and not _of_courses(where)
    ):  # "CCRN, 2022 - 2025", "2013-2022, not renewed"
        issued, ends = term.start, term.end.index if term.end else None
    ahead = issued is not None and ends is None and (issued.index if issued.month else issued.year * 12) > now
    finished = not (ahead or find("unearned", name) or find("unearned", told))
    year_only = issued is not None and issued.month is None
    return Credential(name, issuer, issued.index if issued else None, ends, line, where, finished, year_only)


def _of_courses(title: str) -> bool:
    """Say whether a part of a résumé lists courses, of which a stretch of years tells how long they took."""
    return OF_COURSES.search(title) is not None and OF_LICENCES.search(title) is None


def _lasts(term: Range) -> bool:
    """Say whether a time is long enough to be that in which a paper holds, not that of a course."""
    return term.start is not None and term.end is not None and term.end.index - term.start.index >= YEAR


def found_credentials(statements: Iterable[Statement], known: Sequence[Credential], now: int) -> list[Credential]:
    """Driving licences and clearances that stand outside the list of certificates."""
    lines = {each.line for each in known}
    found = []
    for said in statements:
        if said.line in lines or said.negated or said.source in ("work", "project", "education", "publication", "certificate"):
            continue
        if find("licences", said.text) or find("clearances", said.text):
            named = [part for part in SENTENCE.split(said.text) if find("licences", part) or find("clearances", part)]
            text = named[0] if len(named) == 1 else said.text
            points = [point for point, _, _ in find_points(text) if point is not None and len(text.split()) < RIGHT_WORDS]
            found.append(credential(text, "", points[0] if points else None, text, said.line, said.where, now))
    return found


def languages(text: str, line: int, where: str) -> list[LanguageSkill]:
    """Return the languages a text names with their levels, each once; where strokes part several with a level, none is another's."""
    pieces = APART.split(text)
    if sum(bool(tongues.level_of(piece)) for piece in pieces) > 1:
        return list({each.code: each for piece in reversed(pieces) for each in reversed(_languages(piece, line, where))}.values())[::-1]
    return _languages(text, line, where)


def _languages(text: str, line: int, where: str) -> list[LanguageSkill]:
    found = {hit.code: hit for hit in reversed(tongues.find(text))}
    return [LanguageSkill(hit.code, text[hit.start : hit.end], hit.level, line, where) for hit in reversed(found.values())]


def language(name: str, fluency: str, line: int, where: str) -> LanguageSkill:
    """Return a language whose name and level stand apart; one that the vocabulary does not know keeps its name and has no code."""
    found = tongues.find(name)
    return LanguageSkill(found[0].code if found else "", name, tongues.level_of(fluency or name), line, where)


def place(text: str, line: int, now: bool, where: str, country: str = "") -> Place:
    """Return a place with its country: the code that was given, else what its words say."""
    return Place(text, country or places.country_of(text), line, now, where)
