"""The whole lines of an education section come in; courses come out, each with level, field, institution and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jobfit.facts import make
from jobfit.facts.dates import Range, find_ranges
from jobfit.facts.labels import BLANKED
from jobfit.facts.named import has_school, is_place
from jobfit.facts.phrases import find
from jobfit.facts.spans import span_of
from jobfit.facts.titles import STRONG
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex
from jobfit.types import Degree, Span
from jobfit.vocabulary import degrees
from jobfit.vocabulary.fold import fold

IN = regex(
    r"^\W*(?:degrees?\b)?\W*(?:(?:in|of|on|der|des|in der|für|fur|en|de|em|met|specialit[eéy]|major(?:ing)?(?: in)?|field)\b)?[\s:,–—-]*",
    re.IGNORECASE,
)
OF_SCIENCE = regex(
    r"\s+of\s+(?:applied\s+)?(?:science|arts|fine arts|education|engineering|technology|philosophy|laws?|commerce|business administration)"
    r"s?\b(?=\s*(?:$|[,;:|(–-]|in\b))",
    re.IGNORECASE,
)
HEAD = 160  # a course is named at the beginning of its line
SOFT = regex(r"\s*(?:,\s|;\s|\.\s|\s(?:at|from|an der|bei|von der)\s(?=[A-ZÀ-Þ])|\s\()\s*")


HONOURS = regex(r"\s*\(?(?:hons?|honours|honors)\b\.?\)?(?:,? ?(?:[123][.:][12]|first|second|third)(?: class)?)?", re.IGNORECASE)
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’&-]*|of|and|the|de|du|des|do|la|le|für|und|y|e|van|&)"
NAME = regex(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,6}}")
SCHOOL_WORDS = 9
HEAD_WORDS = 14
STATE_WORDS = 6  # of a line that only says that the course above is under way
_NAMED_IN = regex(r"([^|:]{2,70}?)\s+in\s+(?=[A-ZÀ-Þ])")
_DIPLOMA = regex(r"\b(?:diploma|certificate|degree|diplom|zertifikat|certificat|certificado|grades?(?!\s*:)|year 1[0-3])\b", re.IGNORECASE)
NAMED_DIPLOMA = regex(r"(?:[^\W\d_]+ ){0,3}(?:diploma|certificate|diplom|zertifikat)(?=:\s)", re.IGNORECASE)
_AT = regex(r"\s(?:at|from|bei|an der|von der)\s(?=[A-ZÀ-Þ])")


@dataclass(slots=True)
class _Course:
    lines: list[Whole] = field(default_factory=list)
    main: Whole | None = None


def find_courses(lines: Sequence[Whole], now: int, where: str) -> list[Degree]:
    """Return the courses of a section in order; lines without a degree, a school or dates belong to the course above."""
    found = [course for group in _groups([_of_course(whole) for whole in lines]) if (course := _course(group, now, where)) is not None]
    return [replace(course, finished=False) if any(_goes_on(course, other) for other in found) else course for course in found]


def _of_course(whole: Whole) -> Whole:
    """Return a line without what stands beside its one course between semicolons: "NVQ Level 3, 2020; First aid 2024"."""
    parts = whole.text.split("; ")
    named = [part for part in parts if make.level_in(part)]
    return replace(whole, text=named[0]) if len(parts) > 1 and len(named) == 1 and not has_school(whole.text) else whole


def _goes_on(course: Degree, other: Degree) -> bool:
    """Say whether a course was not finished where it was begun: another of its level and field, under way, follows it."""
    if not (course.finished and other.finished is False and course.level and course.level == other.level and course.span and other.span):
        return False
    fields = degrees.fields_of(f"{course.title} {course.field}")
    return other.span.start > course.span.start and bool(fields) and fields == degrees.fields_of(f"{other.title} {other.field}")


def _groups(lines: Sequence[Whole]) -> list[_Course]:
    """Gather the lines of each course: a second degree, school or date opens the next one."""
    groups: list[_Course] = []
    seen: set[str] = set()
    for whole in lines:
        marks = _marks(whole)
        if groups and len(groups[-1].lines) == 1 and "degree" in seen and _names_level(whole):
            marks -= {"degree", "school"}  # "Oak High School" under "High School Diploma"
        opens = not groups or bool(marks & seen) or (whole.heading and bool(seen))
        if whole.bullet and groups and not marks & {"degree", "school"}:
            opens = False
        if opens and (marks or not groups):
            groups.append(_Course())
            seen = set()
        groups[-1].lines.append(whole)
        seen |= marks
        if "degree" in marks and groups[-1].main is None:
            groups[-1].main = whole
    return groups


def _names_level(whole: Whole) -> bool:
    """Say whether a line names a level only in the name of a school."""
    bare = re.sub(r"\b(?:high|secondary) school\b", "school", whole.text[:HEAD], flags=re.IGNORECASE)
    return make.level_in(whole.text[:HEAD]) == "school" and not make.level_in(bare) and not _DIPLOMA.search(whole.text)


def _marks(whole: Whole) -> set[str]:
    """Say what of a course a line names: the degree, the school, the dates."""
    text, marks = whole.text[:HEAD], set()
    if make.level_in(text) or (not whole.bullet and len(text.split()) <= HEAD_WORDS and _is_degree(text)):
        marks.add("degree")
    if has_school(text):
        marks.add("school")
    if find_ranges(text):
        marks.add("dates")
    return marks


def _course(group: _Course, now: int, where: str) -> Degree | None:
    marked = [whole for whole in group.lines if _marks(whole)]
    if not any(_marks(whole) & {"degree", "school"} for whole in marked):
        return None
    main = group.main or marked[0]
    dated = next((whole for whole in (main, *marked) if find_ranges(whole.text)), None)
    span, ended = _span(dated.text, now) if dated else (None, False)
    title, subject = title_and_field(_bare(main.text))
    below = [
        whole for whole in group.lines if whole not in marked and len(whole.text.split()) <= STATE_WORDS and find("unfinished", whole.text)
    ]
    told = " ".join(whole.text for whole in (*marked[:3], *below))
    if not subject and group.main is not None:
        subject = _subject_near(group, main)
    school = _school(group, marked, main, (title, subject))
    return make.degree(title, subject, school, span, ended, main.number, where, now, told=told)


def _span(text: str, now: int) -> tuple[Span | None, bool]:
    """Return the months of a course and whether an end is named; one date alone is taken as its end."""
    found = find_ranges(text)
    best: Range = next((each for each in found if not each.single), found[-1])
    return span_of(best, now), best.single or best.end is not None


def _bare(text: str) -> str:
    """Return a line without its dates and grades."""
    for found in reversed(find_ranges(text)):
        text = f"{text[: found.at]} | {text[found.to :]}"
    text = BLANKED.sub(" | ", text)
    text = re.sub(r"\b(?:GPA|CGPA|Grade|Note|Abschlussnote|Schnitt)\b\s*:?\s*[\d.,/ ]+", " ", text)
    return re.sub(r"\(\s*\|?\s*\)|^[\s|,:;–—-]+|[\s|,:;–—-]+$", "", text)


def title_and_field(text: str) -> tuple[str, str]:
    """Return the name of the degree and its field: "MSc" and "Physics" of "MSc in Physics, Leeds University"."""
    unsaid = make.no_degrees(text)
    found = [each for each in degrees.find(text) if not any(start <= each[1] < end for start, end in unsaid)]
    found = [each for each in found if fold(text[each[1] : each[2]]) != "degree"] or found  # "degree" alone names none
    start, end = (found[0][1], found[0][2]) if found else (0, make.letters_in(text)[1])
    if not end and (named := NAMED_DIPLOMA.match(text)):
        end = named.end()
    named = _NAMED_IN.match(text, start if end else 0)
    if named and _is_degree(named[1]) and not has_school(named[1]) and not degrees.fields_of(text[end : named.end(1)]):
        return named[1].strip(" ,"), _field(STRONG.split(text[named.end() :], maxsplit=1)[0])
    if not end:
        return next((piece.strip(" ,|") for piece in STRONG.split(text) if piece.strip()), text), ""
    if of := OF_SCIENCE.match(text, end):
        end = of.end()
    if honours := HONOURS.match(text, end):
        end = honours.end()
    name = text[start:end].strip()
    bare = _OF.sub("", name)
    name = bare if make.level_in(bare) == make.level_in(name) else name
    after = IN.sub("", _SHORT.sub("", text[end:]), count=1)
    piece = SOFT.split(STRONG.split(after, maxsplit=1)[0], maxsplit=1)[0].strip(" ,|.()")
    if piece and not has_school(piece) and not is_place(piece):
        return name, piece
    if piece and (known := _known_prefix(piece)):
        return name, known
    second = [part.strip(" ,|.()") for part in SOFT.split(STRONG.split(after, maxsplit=1)[0])]
    subject = next((part for part in second[:2] if part and not (has_school(part) or is_place(part) or find("unfinished", part))), "")
    before = STRONG.split(text[:start])[-1].strip(" ,|.()/-")
    if (
        (not subject or (degrees.fields_of(before) and not degrees.fields_of(subject)))
        and before
        and not has_school(before)
        and not is_place(before)
        and len(before.split()) <= 6
    ):
        subject = before
    return name, subject or (piece if degrees.fields_of(piece) else "")


_OF = regex(r"\s(?:en|em|de)$", re.IGNORECASE)  # of a form such as "Grado en", where its name alone tells the level
_SHORT = regex(r"^\s*\([^()\d]{2,12}\)(?=\s(?:in|en|em|of|de)\s)")  # "Pós-graduação (MBA) em Logística"


def _is_degree(text: str) -> bool:
    return bool(make.level_in(text)) or _DIPLOMA.search(text) is not None


def _field(text: str) -> str:
    """Return the field that follows "in": up to the school or the place, a part in small letters ("with electives in tax") kept."""
    kept: list[str] = []
    for part in re.split(r",\s+(?![^()]*\))", text):
        if kept and (not part[:1].islower() or has_school(part)):
            break
        kept.append(_AT.split(part, maxsplit=1)[0])
    field = re.sub(r"\s*\(([^()]*)\)", lambda hit: "" if has_school(hit[1]) or is_place(hit[1]) else hit[0], ", ".join(kept))
    field = field.strip(" ,|.")
    return (_known_prefix(field) or "") if has_school(field) else field


def _known_prefix(text: str) -> str:
    """Return the first words that name a field where the school follows without a mark ("Accounting Northern University")."""
    words = text.split()
    best = ""
    for n in range(1, min(len(words), 6)):
        head = " ".join(words[:n])
        if has_school(head):
            break
        if degrees.fields_of(head) > degrees.fields_of(best):
            best = head
    return best


def _subject_near(group: _Course, main: Whole) -> str:
    """Return the field where it stands on a line of its own beside the degree."""
    for whole in group.lines:
        if whole is not main and not has_school(whole.text) and len(whole.text.split()) <= 8 and degrees.fields_of(whole.text):
            return _bare(whole.text)
    return ""


def _school(group: _Course, marked: Sequence[Whole], main: Whole, said: tuple[str, str]) -> str:
    """Return the piece of the lines that names a school, else the words that stand where one does: beside the degree."""
    for whole in (*[each for each in marked if each is not main], main):
        for piece in STRONG.split(_bare(whole.text)):
            if has_school(piece) and whole is not main and not make.level_in(piece) and len(piece.split()) <= SCHOOL_WORDS:
                return piece.strip(" ,|.")
            for part in SOFT.split(piece):
                if has_school(part) and (named := _without(part, said)):
                    return _with_town(piece, named)
    return _school_beside(group, main)


def _without(part: str, said: tuple[str, str]) -> str:
    """Return what names the school in a part that runs on from title or field ("High School Diploma", "Hull College Physics")."""
    for words in said:
        if words and words != part and words in part:
            part = part.replace(words, " ", 1)
    part = re.sub(r"\s+", " ", part).strip(" ,|.():")
    return part if has_school(part) and not (part in said and make.level_in(part)) else ""


def _with_town(piece: str, school: str) -> str:
    """Return a school with the town that follows its name: "University of Nigeria, Nsukka"."""
    after = piece.partition(school)[2]
    town = re.match(r",\s[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,2}\s*$", after)
    return f"{school}{town[0].rstrip()}" if town and not is_place(town[0].strip(" ,")) else school


def _school_beside(group: _Course, main: Whole) -> str:
    """Return an institution whose name no word gives away: the line in capitals after the degree's, or the last part of that."""
    at = group.lines.index(main)
    if _is_degree(main.text) and at + 1 < len(group.lines):
        after = group.lines[at + 1]
        named = re.split(r"\s[·|•]\s", _bare(after.text))[0].strip()
        if not after.bullet and NAME.fullmatch(named) and not is_place(named):
            return named
    parts = re.split(r",\s+", _bare(main.text))
    return parts[-1] if len(parts) > 1 and NAME.fullmatch(parts[-1]) and not is_place(parts[-1]) and not _is_degree(parts[-1]) else ""
