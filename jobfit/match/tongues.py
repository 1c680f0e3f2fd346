"""A View in, the human languages its profile shows out: stated with a level, used at work, lived in, or only written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from jobfit.match.home import country, lies_in
from jobfit.match.tables import forms, labels, rows
from jobfit.match.view import Unit, View, covered, once
from jobfit.regex import regex
from jobfit.types import LanguageSkill
from jobfit.vocabulary import languages, places
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.phrases import Phrases

_YEARS = 24  # months of work in a country that plainly imply its language
_USED = regex(r"\b(?:in|into|auf|en|em|op|på|po|von|from|ins)\s(?:both\s|fluent\s)?(?:[\w-]+\s(?:and|und|et|y|e|en)\s)?$", re.IGNORECASE)
_REFUSED = regex(
    r"\b(?:no|not|without|hardly|rarely|keine?|ohne|kaum|sans|sin|geen|sem|learn\w*|want\w*|hope)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_NONE = regex(
    r"[\s;:,(=–-]{1,4}(?:none|nil|zero|no(?:t at all|t spoken|t known| knowledge)?|keine?(?: kenntnisse)?|aucune?(?: connaissance)?|nulle?|"
    r"pas du tout|ninguno|nada|geen|nenhuma?|nao falo)(?=\s*(?:[;,).|/]|$))"
)  # said of the language before it: "German: none"
_GREW = regex(
    r"\b(?:born|raised|grew up|schooled|native of|aufgewachsen|geboren|grandi|né à|née à|criado en|nacido en|opgegroeid|criado em)\b", re.I
)
_PASSIVE = regex(
    r"\b(?:read(?:s|ing)? only|only read|hardly speak|rarely speak|understand but|cannot (?:write|read)|can't (?:write|read))\b", re.I
)
_LITTLE = regex(  # said right behind the name of a language, wherever the line stands
    r"\s?[:(–-]\s?(?:a little|a bit|some|basics?|beginner|school|rusty|"
    r"ein wenig|ein bisschen|grundkenntnisse|un peu|notions|un poco|een beetje)\b",
    re.IGNORECASE,
)
_SCORE = regex(
    r"\b(?P<test>IELTS|TOEFL|TOEIC|PTE|Duolingo)\b(?:\s(?:iBT|Academic|General|Home|Edition|Listening|and|Reading|English|Test|overall|band|score"
    r"|of|at|level))*[\s:(–-]{1,3}(?P<score>\d{1,3}(?:\.\d)?)\b",
    re.IGNORECASE,
)
_BEFORE = 25
_STATED = frozenset(
    {"language", "summary", "other", "certificate", "work", "volunteer", "project", "award", "skill", "place", "education", "right"}
)
_OF_EUROPE = frozenset({"cy", "ga", "gd", "ca", "eu", "gl", "lb", "mt", "br"})  # spoken in a part of a country
_WORD = regex(r"[^\W\d_]+")
_ENOUGH = 12  # function words from which the language of a text is told


@dataclass(frozen=True, slots=True)
class Shown:
    """How a language is shown: ``how`` is level, used, listed or passive."""

    how: str
    level: str
    line: int


@once
def shown(code: str, view: View) -> list[Shown]:
    """Return all that the profile states of one language, the strongest first."""
    found = [_entry(s, view) for s in view.profile.languages if s.code == code and not _denied(s, view)]
    for unit in view.units:
        if unit.statement.source in _STATED and not _only_refused(code, unit.context):
            found += _in_line(code, unit)
    order = {"level": 3, "used": 2, "passive": 1, "listed": 0}
    return sorted(found, key=lambda s: (-order[s.how], -languages.rank(s.level), view.place(s.line)))


def _entry(entry: LanguageSkill, view: View) -> Shown:
    """Read an entry of the list of languages; where it states no level, words such as "rusty" still tell that it is little."""
    if entry.level:
        return Shown("level", entry.level, entry.line)
    unit = view.by_line.get(entry.line)
    weak = unit is not None and any(labels("weak-language", 1, _said_of(entry.code, unit.context)))
    return Shown("passive" if weak else "listed", "", entry.line)


def _said_of(code: str, text: str) -> str:
    """Return the part of a line that speaks of one language: from its name to the next one named, the whole where it is not named."""
    named = languages.find(text)
    for item, after in zip(named, [*named[1:], None], strict=True):
        if item.code == code:
            opening = text[: item.start] if item is named[0] else text[max(0, item.start - _BEFORE) : item.start].rpartition(",")[2]
            return opening + text[item.start : after.start if after else len(text)]
    return text


def _denied(entry: LanguageSkill, view: View) -> bool:
    """Say whether the line only denies the language ("French native, no Dutch")."""
    unit = view.by_line.get(entry.line)
    return unit is not None and (_only_refused(entry.code, unit.statement.text) or _only_refused(entry.code, unit.context))


def _only_refused(code: str, text: str) -> bool:
    named = [item for item in languages.find(text) if item.code == code]
    return bool(named) and all(_REFUSED.search(text[: item.start]) or _NONE.match(fold(text[item.end :])) for item in named)


@once
def refused(code: str, view: View) -> int:
    """Return the line that says that the person does not know the language, 0 where none does or another says more."""
    lines = [entry.line for entry in view.profile.languages if entry.code == code and _denied(entry, view)]
    lines += [
        u.statement.line for u in view.denied if u.statement.source in _STATED and any(i.code == code for i in languages.find(u.text))
    ]
    return lines[0] if lines and not shown(code, view) else 0


def _in_line(code: str, unit: Unit) -> list[Shown]:
    text, line = unit.text, unit.statement.line
    test = tested(code, text)
    found = [Shown("level", test, line)] if test else []
    for item in languages.find(text):
        before = text[: item.start]
        if item.code != code or _REFUSED.search(before) or _NONE.match(fold(text[item.end :])):
            continue
        if _LITTLE.match(text[item.end :]) or _PASSIVE.search(text):
            found.append(Shown("passive", item.level, line))
        elif item.level and (unit.statement.source != "education" or len(languages.find(text)) > 1):
            found.append(Shown("level", item.level, line))
        elif _USED.search(before):
            found.append(Shown("used", "", line))
        elif unit.statement.source in ("language", "summary", "skill", "other"):
            found.append(Shown("listed", "", line))
    return found


@once
def named(view: View) -> dict[str, int]:
    """Return the languages that the list of languages, or a line about the person, names, each with its line."""
    found = {entry.code: entry.line for entry in view.profile.languages if not _denied(entry, view)}
    for unit in view.units:
        if unit.statement.source in ("language", "other", "summary"):
            for item in languages.find(unit.text):
                if item.level and not _REFUSED.search(unit.text[: item.start]):
                    found.setdefault(item.code, unit.statement.line)
    return found


def european(code: str) -> bool:
    """Say whether a language is one of Europe."""
    return code in _OF_EUROPE or any(lies_in(each, "Europe") for each in countries(code))


def tested(code: str, text: str) -> str:
    """Return the level of the test that ``text`` names, by its name or its score ("TOEIC 870"); "" where it names none."""
    named = [row[1] for row in _tests(code) if finder_of(row).find(text)]
    return max((*named, *_scored(code, text)), key=languages.rank, default="")


def _scored(code: str, text: str) -> Iterator[str]:
    """Yield the level of each score of a test that ``text`` names: the highest of which the least score is reached."""
    scales = _scales(code)
    for hit in _SCORE.finditer(text) if scales else ():
        yield next((level for level, least in scales.get(hit["test"].lower(), ()) if float(hit["score"]) >= float(least)), "")


@cache
def _scales(code: str) -> dict[str, list[list[str]]]:
    """Return by the name of each test of a language its levels, the highest first, each with its least score."""
    return {test: [step.split() for step in forms(scale)] for each, test, scale in rows("language-scores") if each == code}


@cache
def _tests(code: str) -> tuple[tuple[str, ...], ...]:
    return tuple(row for row in rows("language-tests") if row[0] == code)


@cache
def finder_of(row: tuple[str, ...]) -> Phrases:
    """Return a finder of one row's test names."""
    return Phrases((form, row[1]) for form in forms(row[2]))


def countries(code: str) -> frozenset[str]:
    """Return the countries whose everyday language ``code`` is."""
    return next((frozenset(forms(row[1])) for row in rows("tongues") if row[0] == code), frozenset())


@once
def lived(code: str, view: View) -> tuple[str, int]:
    """Return how the person lived with the language ("raised", "years", "some" or ""), and the line that tells it."""
    theirs = countries(code)
    for unit in view.units:
        if _GREW.search(unit.text) and any(c in theirs for *_, c, _, _ in places.find(unit.text)):
            return "raised", unit.statement.line
    home = country(view)
    there = [p for p in view.profile.positions if p.kind == "work" and (places.country_of(p.place) or home) in theirs]
    months = covered(there)
    studied = next((d.line for d in view.profile.education if places.country_of(f"{d.institution} {d.title}") in theirs), 0)
    line = max(there, key=lambda p: p.span.months if p.span else 0).line if there else studied
    if months >= _YEARS or (studied and months):
        return "years", line
    return ("some", line) if months or studied else ("", 0)


def written(view: View) -> str:
    """Return the language the profile is written in, by its function words; "" where too few are found."""
    return view.profile.language or _written(tuple(unit.text for unit in view.units[:200]))


@lru_cache(maxsize=64)
def _written(texts: tuple[str, ...]) -> str:
    counts = _counted(texts)
    best = min(counts, key=lambda code: (-counts[code], code), default="")
    return best if counts[best] >= _ENOUGH else ""


@lru_cache(maxsize=4_000)
def of_text(text: str) -> str:
    """Return the language of which ``text``, which may be short, holds the most function words; "" where none or several do."""
    most = _counted((text,)).most_common(2)
    return most[0][0] if len(most) == 1 or (most and most[0][1] > most[1][1]) else ""


def _counted(texts: Iterable[str]) -> Counter[str]:
    """Count the function words of each language."""
    known = _function_words()
    return Counter(code for text in texts for word in _WORD.findall(fold(text)) for code in known.get(word, ()))


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, cell in rows("function-words"):
        for word in forms(cell):
            found.setdefault(fold(word), []).append(code)
    return {word: tuple(dict.fromkeys(codes)) for word, codes in found.items()}
