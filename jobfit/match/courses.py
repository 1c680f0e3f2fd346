"""A View in, the courses of education its profile tells of out, each with its level, fields, state and lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobfit.match.view import View, entry_of, once
from jobfit.regex import regex
from jobfit.types import Degree, Position, Span, Statement
from jobfit.vocabulary import degrees
from jobfit.vocabulary.fold import fold

# Words that leave no doubt, whatever the dates of the entry make of it.
_NOT_YET = regex(
    r"\b(?:in progress|under ?way|ongoing|currently (?:enrolled|studying|pursuing)|expected|anticipated|part done|"
    r"(?:a|one|two) (?:third|half|quarter)s? done|laufend(?:e[nrms]?)?|noch nicht|voraussichtlich|angestrebt|"
    r"en cours|en curso|cursando|em curso|em andamento|a decorrer|a frequentar|en proceso|previs(?:ao|ion|t[oa])|"
    r"\d+ d[eao]s? (?:las |los )?\d+ (?:materias|asignaturas|creditos|periodos|semestres|disciplinas|cadeiras)|"
    r"lopend|nog bezig|(?:diploma )?verwacht|bezig met|nog niet|\d+ of \d+ credits|\d+ ?% done)\b"
)
_UNDER_WAY = regex(
    rf"{_NOT_YET.pattern}|"
    r"\b(?:student(?! union| society| loan)|enrolled|pursuing|candidate|undergraduate|"
    r"graduating|in (?:its|my|the) (?:first|second|third|final)|currently studying|half ?way|half done|eingeschrieben|"
    r"immatrikuliert|studiere|(?:aktuell|derzeit|zurzeit|momentan) in (?:der )?(?:ausbildung|lehre)|auszubildende[rn]?|"
    r"matriculad[oa]|estudiante|estudante|pasante|mestrand[oa]|doutorand[oa]|doctorand[oa]|inscrit|"
    r"(?:year|semester) \d of|\d\. semester|final[- ]year|last term)\b",
)
_LABEL = regex(r"\W*(?:education|studies|degrees?|ausbildung|studium|formation|formación|opleiding|formação)\s*[:–-]", re.IGNORECASE)
_LEFT = regex(
    r"\b(?:left|quit|dropped out|abandoned|withdrew|withdrawn|discontinued|did not (?:finish|complete|graduate)|not (?:completed|taken)|"
    r"failed|abgebrochen\w*|ohne abschluss|abandonne|sin terminar|sin acabar|"
    r"incompleto|incompleta|trancad[oa]|trunc[oa]|inconclus[oa]|abandonad[oa]|sin (?:finalizar|concluir)|nao concluid[oa]|"
    r"no (?:finalizad|terminad|concluid)[oa]|interrompid[oa]|interrumpid[oa]|interrompue?|unterbrochen|inacabad[oa]|"
    r"vorzeitig beendet|(?<!nog )niet (?:afgerond|voltooid|afgemaakt|behaald)|vroegtijdig (?:gestopt|beeindigd)|"
    r"zonder diploma|geen diploma)\b"
)
# What follows is only a part of the course.
_ASIDE = regex(
    r"[,;(]?\s*\b(?:with (?:an? |one |some )?(?:electives?|options?|modules?|chapter|minor|focus)|minor in|electives? in|thesis|"
    r"dissertation|Abschlussarbeit|mémoire|trabajo de fin|coursework)\b",
    re.IGNORECASE,
)
# A certificate of a human language is no course of a field.
_TONGUE = regex(r"\b(?:tweede taal|zweitsprache|ielts|toefl|telc|delf|dalf|nt2|goethe[- ](?:zertifikat|institut))\b")
_TAUGHT = regex(
    r"\b(?:taught|teach(?:ing|es)? at|organi[sz]ed|delivered|sold|recruited|worked (?:at|in|for)|admin\w* (?:at|in)|clerk|treasurer)\b"
)
# A college's diploma whose level nothing names: as long as an associate's degree, it is of that level.
_DIPLOMA = regex(r"\bdiploma\b")
_TWO_YEARS = regex(r"\b(?:2|two|3|three)[\s-]years?\b")
_TWO = 20  # months from the beginning of the first year to the end of the second
# What stands before a degree that somebody does not have.
_NONE = regex(
    r"\b(?:no|not (?:an?|any)|without(?: an?)?|never (?:finished|completed) (?:my|an?|the)|kein\w*|ohne|pas de|sans|sin|ningún|geen|zonder|"
    r"sem|nenhum\w*)\s+(?:[\w'’-]+\s+)?$",
    re.IGNORECASE,
)
_APPRENTICE = regex(
    r"\b(?:auszubildende[rn]?|azubi|lehrling|lehre als|apprenti?e?|leerling|apprentice)\b"
    r"(?!\s(?:co-?ordinator|trainer|manager|supervisor|instructor|program\w*|recruit\w*))",
    re.IGNORECASE,
)
_SERVED = 18  # months of an apprenticeship that was not left at its beginning
# A trade that German, Austrian and Swiss chambers examine after an apprenticeship, named without its level.
_TRADE = regex(
    r"\b(?:fachkraft fur (?!arbeitssicherheit)|fachlagerist|\w*kauf(?:mann|frau)\b|\w*fachangestellte|(?:\w+ )?fachinformatiker)|"
    r"\([^()]*\b(?:ihk|hwk)\)"
)
_NO_TRADE = regex(r"zertifikat|lehrgang|seminar|schulung|ausbildereignung|ausbilderschein|aevo|sachkunde|unterrichtung|\bkurs")
_SENTENCE = regex(r"(?<=[a-z0-9)])[.;]\s+(?=[A-ZÀ-Þ])")
_LONG = 200
_SOURCES = frozenset({"education", "summary", "other", "certificate", "award"})


@dataclass(frozen=True, slots=True)
class Course:
    """A course; ``state`` is done, under way or left, ``text`` all its lines, ``title`` its name and
    field, ``lines`` those that name it, the title's first.
    """

    level: str
    fields: frozenset[str]
    state: str
    text: str
    title: str
    lines: tuple[int, ...]


@once
def courses(view: View) -> list[Course]:
    """Return the listed courses, then those that only a line of prose names, then apprenticeships among the posts."""
    listed = [_listed(degree, view) for degree in view.profile.education]
    known = {line for course in listed for line in course.lines}
    entries = {entry_of(degree.where) for degree in view.profile.education} - {""}
    said = [s for s in view.profile.statements if s.source in _SOURCES or _LABEL.match(s.text)]
    free = [s for s in said if s.line not in known and entry_of(s.where) not in entries]
    levels = {course.level for course in listed if course.fields}
    told = [course for s in free if not s.negated and (course := _told(s)) is not None and (course.fields or course.level not in levels)]
    found = [course for course in (*listed, *told) if not _TONGUE.search(fold(course.text))]
    return [*found, *(course for position in view.profile.positions if (course := _served(position)) is not None)]


def _served(position: Position) -> Course | None:
    """Read an apprenticeship that stands among the posts, as long as one lasts; what is shorter may have been left."""
    span, title = position.span, position.title
    if span is None or not _APPRENTICE.search(title) or (span.months < _SERVED and not span.ongoing):
        return None
    return Course("vocational", degrees.fields_of(title), "under way" if span.ongoing else "done", title, title, (position.line,))


def _listed(degree: Degree, view: View) -> Course:
    entry = entry_of(degree.where)
    parts = [s for s in view.profile.statements if entry and entry_of(s.where) == entry]
    own = view.by_line.get(degree.line)
    line = own.statement.text if own is not None and not parts else ""
    name = _ASIDE.split(f"{degree.title} {degree.field}")[0]
    text = " ".join(dict.fromkeys([name, line, *(s.text for s in parts)]))
    fields = degrees.fields_of(name) or degrees.fields_of(_ASIDE.split(line)[0])
    named = [text for text in (degree.title, line, *(s.text for s in parts)) if degrees.level_of(text)]
    later = (degree.span is not None and degree.span.end > view.profile.as_of) or any(_NOT_YET.search(fold(text)) for text in named)
    lines = [degree.line, *(s.line for s in parts if degree.field and s.text.strip() == degree.field.strip())]
    return Course(
        degree.level or degrees.level_of(text) or _by_length(fold(f"{name} {line}"), degree.span),
        fields,
        _state(text, False if later else degree.finished),
        text,
        name,
        tuple(dict.fromkeys(lines)),
    )


def _by_length(folded: str, span: Span | None) -> str:
    """Return the level that the length of a diploma's course tells, if any."""
    months = span.end - span.start if span is not None else 0
    return "associate" if _DIPLOMA.search(folded) and (_TWO_YEARS.search(folded) or months >= _TWO) else ""


def _told(statement: Statement) -> Course | None:
    """Read a course out of a line of prose; None where no sentence of it names a degree as the person's own."""
    for text in _SENTENCE.split(_LABEL.sub("", statement.text, count=1)):
        named = [level for level, start, _ in degrees.find(text) if level != "none" and not _NONE.search(text[:start])]
        levels = named or _by_trade(statement.source, fold(text))
        if levels and not _TAUGHT.search(fold(text)) and (statement.source == "education" or len(text) <= _LONG):
            level = max(levels, key=degrees.rank)
            main = _ASIDE.split(text)[0]
            parts = [part for part in re.split(r"[,;]\s", main) if degrees.level_of(part) and degrees.fields_of(part)]
            fields = degrees.fields_of(", ".join(parts) or main)
            return Course(level, fields, _state(text, None), text, text[:60], (statement.line,))
    return None


def _by_trade(source: str, folded: str) -> list[str]:
    """Return the level of a trade that stands among papers by its name alone ("Fachkraft für Lagerlogistik"), if any."""
    return ["vocational"] if source == "certificate" and _TRADE.search(folded) and not _NO_TRADE.search(folded) else []


def _state(text: str, finished: bool | None) -> str:
    folded = fold(text)
    if _LEFT.search(folded):
        return "left"
    if finished is False or (finished is None and _UNDER_WAY.search(folded)):
        return "under way"
    return "done"
