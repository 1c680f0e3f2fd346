"""A need for a degree and a View in, its NeedMatch out: level and field of each course against those asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from jobfit.match import credential, grades
from jobfit.match.courses import Course, courses
from jobfit.match.held import names_in
from jobfit.match.home import quote
from jobfit.match.near import Near
from jobfit.match.view import View, covered
from jobfit.match.words import brief, content
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch
from jobfit.vocabulary import amounts, degrees
from jobfit.vocabulary.fold import fold

# The credit of a course by how its field stands to those asked for, and by how many levels it lies below.
_FIELD = {"same": 1.0, "allied": 0.85, "near": 0.5, "unknown": 0.5, "other": 0.0}
_LEVEL = {0: 1.0, 1: 0.5}
_LEVEL_UNSURE = {0: 1.0, 1: 0.4}
_NO_LEVEL = {"same": 0.5, "allied": 0.4}  # a certificate of the field whose level nothing tells
_RELEVANT = "relevant"  # stands for a field that the text leaves open
_UNNAMED = regex(r"\b(?:relevant|related|appropriate|einschlägig\w*|pertinent\w*|afín|relevante\w*)\b", re.IGNORECASE)
_EXPERIENCED = regex(r"experience|erfahrung|expérience|experiencia|ervaring|experiência", re.IGNORECASE)
_STANDS_IN = regex(r"\b(?:stand in|substitut\w+|in lieu|instead of|replac\w+|ersetz\w+|remplac\w+|sustitu\w+|vervang\w+)\b", re.IGNORECASE)
# Another paper may stand in for the one named, and not years of work.
_OTHER_PAPER = regex(
    r"\b(?:equivalent|comparable|vergleichbare[rns]?|gleichwertige[rns]?|équivalente?|equivalente|vergelijkbare)\s+"
    r"(?:qualifications?|degree|diploma|training|Qualifikation|Ausbildung|Abschluss|Studium|titulación|título|formación|formação|opleiding)\b|"
    r"\b(?:diplôme|titre|formation|titulación|título|formación|formação|grau)\s(?:équivalente?|equivalente)\b",
    re.IGNORECASE,
)
_MARKS = regex(r"\b(?:GPA|grade point average|Notendurchschnitt|Abschlussnote|moyenne générale|nota media)\b", re.IGNORECASE)
_OPEN = regex(
    r"another (?:\w+ )?(?:subject|field|discipline)|vergelijkbare|verwante|or similar|or comparable|similar subject|vergleichbar|ähnlich|"
    r"equivalent (?:field|subject)|o similar|ou équivalent|related (?:\w+ )?(?:field|discipline|subject|area)|closely related|"
    r"allied field|cognate",
    re.IGNORECASE,
)
_UNDER_WAY = 0.5
_PAPER = 0.75  # credit below which a certificate is looked for in the place of a course
_TRACE = 0.2  # a course that may be of the field and level, where the text tells too little of either
_BEFORE = {"master": "bachelor", "doctorate": "master"}
_EXPERIENCE = 0.85  # years in the field where the text lets them stand in for the degree
_LOOSE = frozenset({"stem", "humanities"})  # groups so wide that sharing one makes fields no neighbours
_NUMBERED = regex(r"\blevel \d\b", re.IGNORECASE)  # a qualification of a framework, which is listed among papers too
_COUNTED = "quantitative"  # a wish that the neighbouring sciences come near to
_CLOSE = 0.42  # cosine from which a position counts as being in the field
_MONTHS = {"school": 24, "vocational": 36, "associate": 48, "bachelor": 60, "master": 84, "doctorate": 120}
_ENROLLED = regex(
    r"enrol|immatrikul|eingeschrieben|laufende[sn]? |currently (?:stud|pursu)|cursando|"
    r"inscrit|matriculad|ingeschreven|working student|werkstudent|studying towards"
)
_SUCH_AS = regex(r"\be\.g|such as|z\. ?b\.|for example|par exemple|p\. ?ej|bijv|any (?:degree|discipline|field|subject)")
# Words that courses of any field share.
_COMMON = frozenset(
    content(
        "degree bachelor master science arts diploma university college field related study honours equivalent required systems "
        "information applied practical experience professional school graduate research technology administration "
        "management development course program"
    )
)

_COVERS = 0.75  # credit of a course that is what is asked for


@dataclass(frozen=True, slots=True)
class _Grade:
    credit: float
    field: str
    gap: int
    course: Course | None


def look(need: Need, view: View, near: Near) -> NeedMatch:
    """Return the best course's credit; "or equivalent experience" opens the years of work in the field as a second way."""
    level, fields = _level(need), _fields(need)
    if (not level and (not fields or fields == {_RELEVANT}) and _EXPERIENCED.search(need.text)) or _asks_for_none(need.text, level, fields):
        return NeedMatch(need, None)
    graded = [_grade(course, need, level, fields) for course in courses(view)]
    best = max(graded, key=lambda g: (g.credit, _FIELD[g.field], -g.gap), default=_Grade(0.0, "other", 6, None))
    if (passed := grades.share(need.text, view)) is not None:
        best = replace(best, credit=min(best.credit, passed))
    of_paper = bool(_OTHER_PAPER.search(need.text)) and not _EXPERIENCED.search(need.text)
    months = _in_field(need, view, None if of_paper else near) if need.equivalent else 0
    ratio = min(1.5, months / _asked_months(need, level)) if need.equivalent else 0.0
    worked = _EXPERIENCE if ratio >= 1 and not of_paper else 0.5 if ratio >= 0.4 else 0.0
    state = best.course.state if best.course else "done"
    signals = {
        "education": max(best.credit, worked),
        "education field": _FIELD[best.field] if best.course else 0.0,
        "degree gap": float(best.gap),
        "has degree": float(best.course is not None),
        "course under way": float(state != "done"),
        "equivalent": ratio if need.equivalent else -1.0,
    }
    paper = _paper(need, level, view, near) if max(best.credit, worked) < _PAPER else None
    if paper is not None and (paper.credit or 0.0) > max(best.credit, worked):
        return replace(paper, need=need, signals=signals | {"education": paper.credit or 0.0})
    if worked > best.credit:
        return NeedMatch(need, worked, (), f"{months // 12} years of work in the field stand in for the degree", signals=signals)
    left = state == "left" and not need.equivalent
    lines = best.course.lines[: 1 if left else 2] if best.course and (left or best.credit > 0) else ()
    unfinished = state != "done" and not left and best.credit <= _UNDER_WAY
    below = bool(level) and best.course is not None and best.gap > 0 and best.credit < _COVERS
    short = (below or (unfinished and not _ENROLLED.search(fold(need.text)))) and not need.equivalent
    evidence = tuple(quote(view, line) for line in lines)
    return NeedMatch(need, best.credit, evidence, _reason(best, level), contradicted=left, short=short, signals=signals)


def _paper(need: Need, level: str, view: View, near: Near) -> NeedMatch | None:
    """Look among the papers held for a training of no academic level ("Ausbildung zur Pflegefachkraft") or one numbered ("Level 7")."""
    if level not in ("", "vocational") and not _NUMBERED.search(need.text):
        return None
    names = tuple(sorted(names_in(need.text)))
    return credential.look(Need("credential", need.text, (need.text,), names), view, near)


def _asks_for_none(text: str, level: str, fields: frozenset[str]) -> bool:
    """Say whether the text asks for no degree, but for its marks, or says what may stand in for the one asked for elsewhere."""
    if not level and not fields and _MARKS.search(text):
        return True
    found = _STANDS_IN.search(text)
    return bool(found and _EXPERIENCED.search(text[: found.start()]) and not degrees.level_of(text[: found.start()]))


def _level(need: Need) -> str:
    """Return the least level asked for; a bare "Degree in ..." is a bachelor's."""
    if need.level and need.level != "none":
        return need.level
    named = [level for level, _, _ in degrees.find(need.text.lower()) if level != "none"]
    return min(named, key=degrees.rank) if named else ""


def _fields(need: Need) -> frozenset[str]:
    """Return the fields asked for: those named before any years of experience; "relevant" stands for one that is not named."""
    found = degrees.fields_asked(need.text)
    return found or (frozenset({_RELEVANT}) if _UNNAMED.search(degrees.before_years(need.text)) else frozenset())


def _grade(course: Course, need: Need, level: str, fields: frozenset[str]) -> _Grade:
    gap = max(0, degrees.rank(level) - degrees.rank(course.level)) if level else 0
    relation = _relation(course, need, fields) if level != "school" else "same"
    below = {"same": _LEVEL, "allied": _LEVEL, "unknown": _LEVEL_UNSURE}.get(relation, {0: 1.0})
    credit = (below if level else {0: 1.0}).get(gap, 0.0) * _FIELD[relation]
    if (relation == "unknown" and not level) or (gap and not fields and not (need.open or need.equivalent)):
        credit = min(credit, _TRACE)
    if level and not course.level and fields:
        credit = _NO_LEVEL.get(relation, 0.0)
    if course.state == "left":
        credit = 0.0
    elif _ENROLLED.search(fold(need.text)):
        credit *= 1.0 if course.state == "under way" else 0.5
    elif course.state == "under way" and not (_presupposed(level, course.level) or credential.LATER.search(need.text)):
        credit *= _UNDER_WAY if not gap else _UNDER_WAY * _UNDER_WAY
    return _Grade(credit, relation, gap, course)


def _presupposed(level: str, studied: str) -> bool:
    """Say whether who studies for a level must have the one asked for: a bachelor's for a master's, a school's for all."""
    if level == "school":
        return degrees.rank(studied) > degrees.rank(level)
    return bool(level) and studied in _BEFORE and degrees.rank(level) <= degrees.rank(_BEFORE[studied])


def _relation(course: Course, need: Need, fields: frozenset[str]) -> str:
    """Return how the course's field stands to those asked for; "same" where none is, but a level."""
    if not (fields or need.level or _level(need)):
        return "same" if content(course.title) & content(need.text) - _COMMON else "unknown"
    if not fields or "any" in fields:
        return "same"
    pairs = {_between(own, asked) for own in course.fields for asked in fields}
    if "same" in pairs or _shares_words(course, need):
        return "same"
    if "near" in pairs:
        return "allied" if need.open or _OPEN.search(need.text) else "near"
    if not course.fields or fields == {_RELEVANT}:
        return "unknown"
    return "near" if _SUCH_AS.search(fold(need.text)) else "other"


def _between(own: str, asked: str) -> str:
    """A field is covered by itself and by those under it; the wider field and its other branches are near."""
    groups = degrees.groups()
    mine, theirs = groups.get(own, frozenset()), groups.get(asked, frozenset())
    if own == asked or asked in mine:
        return "same"
    if asked == _COUNTED and mine & _LOOSE & groups.get(_COUNTED, frozenset()):
        return "near"
    return "near" if own in theirs - _LOOSE or (mine & theirs) - _LOOSE else ""


def _shares_words(course: Course, need: Need) -> bool:
    """Say whether a course of no known field has a word of substance in common with the text."""
    return not course.fields and bool((content(course.title) & content(degrees.before_years(need.text))) - _COMMON)


def _in_field(need: Need, view: View, near: Near | None) -> int:
    """Return the months of paid work whose lines are near the text in meaning, where that is asked, or whose title is of the field."""
    close: set[int] = set()
    if near is not None:
        told = ((unit.statement.position, unit) for unit in view.units)
        close |= {at for at, unit in told if at is not None and near.cosine(need.text, unit) >= _CLOSE}
    asked = _fields(need) - {_RELEVANT}
    close |= {i for i, p in enumerate(view.profile.positions) if asked & degrees.fields_of(p.title)}
    return covered(p for i, p in enumerate(view.profile.positions) if i in close and p.kind == "work")


def _asked_months(need: Need, level: str) -> int:
    named = [amount.months for amount in amounts.find(need.text)]
    return max(12, max(named)) if named else _MONTHS.get(level, 48)


def _reason(best: _Grade, level: str) -> str:
    if best.course is None:
        return "no course of education is named"
    said = f"{brief(best.course.title) or best.course.level or 'a course'} (line {best.course.lines[0]})"
    if best.course.state == "left":
        return f"{said} was left unfinished"
    if best.credit >= _COVERS:
        return f"{said} covers the {level or 'education'} asked for"
    if best.course.state == "under way" and best.credit:
        return f"{said} is under way"
    if level and not best.course.level and best.credit:
        return f"{said} is of the field, its level not named"
    if best.field in ("other", "near"):
        return f"{said} is of another field{f' and below the {level} asked for' if level and best.gap else ''}"
    return f"{said} is below the {level or 'level'} asked for" if best.gap else f"{said} is near what is asked for"
