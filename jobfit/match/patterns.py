"""A need for hours, travel, strain, remote work or wheels and a View in, out whether the profile's work brought the same pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from jobfit.match import denials
from jobfit.match.home import quote
from jobfit.match.tables import finder, labels, rows
from jobfit.match.view import Unit, View, once
from jobfit.regex import regex
from jobfit.types import Need, NeedMatch, Position
from jobfit.vocabulary import places

_ASKED, _SHOWN, _TITLES, _LIKELY = 2, 3, 4, 5  # columns of patterns.tsv
_LISTED = frozenset({"work", "project", "volunteer", "summary", "other", "place", "right", "interest", "skill", "certificate"})
_SAME = 0.75  # credit from which a trace is of the very pattern asked for
_OTHER_KIND = 0.5
_HINT = 0.2  # another kind of strain or hours that only a job's title suggests
_CLOCK = regex(
    r"(\d{1,2})(?:[:.h](\d\d))?\s?(am|pm|a\.m\.|p\.m\.|h\b)?(?:\s?Uhr)?\s?(?:to|until|till|bis|-|–|—|à|a|às|as|"
    r"tot)\s?(\d{1,2})(?:[:.h](\d\d))?\s?(am|pm|a\.m\.|p\.m\.|Uhr|h\b)?",
    re.IGNORECASE,
)
_COUNTED = regex(  # hours a week or days: a post alone says less of them than of "full-time"
    r"\b(?:3[5-9](?:\.5)?|40)[\s-]?(?:h\b|hours?\b|hrs\b|Std|Stunden|heures|horas|uur)|"
    r"(?:Monday|Mon|M)\s*(?:-|–|to|through|bis)\s*(?:Friday|Fri|F)\b|Montag bis Freitag|lunes a viernes|du lundi au vendredi",
    re.IGNORECASE,
)
_REGULAR = regex(
    rf"full[\s-]?time|\bFTE\b|Vollzeit|temps plein|jornada completa|tiempo completo|voltijd|tempo (?:integral|inteiro)|{_COUNTED.pattern}|"
    r"office hours|bürozeiten|\bpermanent\b|unbefristet|\bCDI\b",
    re.IGNORECASE,
)
# The groups of patterns that each sort of condition is about; of a sort that is not listed, any.
_ABOUT_SORT = {
    "hours": ("odd", "part", "seasonal"),
    "on-call": ("odd",),
    "travel": ("travel", "wheels"),
    "physical": ("strain", "climate", "gear", "hands", "desk"),
    "remote": ("remote", "workspace"),
    "place": ("remote", "hybrid"),
    "check": ("wheels", "show", "part"),
}
# What turns a pattern found in a line into its opposite, or into somebody else's.
_REFUSED = regex(
    r"\b(?:no|not|never|without|avoid\w*|except|neither|nor|keine?n?|nicht|ohne|sans|pas de|sin|geen|niet|zonder|"
    r"sem|n[aã]o)\s(?:[^.;,]{0,25})$",
    re.IGNORECASE,
)
_REFUSED_AFTER = regex(
    r"^[^.;]{0,25}\b(?:off\b|always free|are free|kept|not possible|impossible|no thanks|nicht möglich|unmöglich|frei\b|libres?\b)",
    re.IGNORECASE,
)
_OTHERS = regex(
    r"\b(?:planned|plans?|scheduled?|wrote|drew up|put together|coordinated?|organi[sz]ed?|rostered|assigned|sold|"
    r"recruited|designed|introduced|"
    r"entries|plante|organisierte)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# "Sat" and "Sun" are days only beside another day or a time ("Sat-Sun", "Sat 9 to 5"), else a verb and a star.
_SHORT_DAY = regex(r"sat|sun", re.IGNORECASE)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
_JOIN = r"\s?(?:[-–/&,+.]|\b(?:to|and|or|through|thru)\b)?\s?"
_DAY_BEFORE = regex(rf"(?:\b{_DAY}|\d){_JOIN}$", re.IGNORECASE)
_DAY_AFTER = regex(rf"^{_JOIN}(?:{_DAY}\b|\d)", re.IGNORECASE)
_LEISURE = regex(r"holidays?\b|backpack|gap year|leisure|tourist|free time|hobb|Urlaub|vacaciones|vacances|vakantie", re.IGNORECASE)
_SCHOOL = regex(r"^.{0,3}(?:school|class(?:es)?|course|student|degree|MBA|studies|study|college|college|diploma)", re.IGNORECASE)
_LINK = regex(r"https?://|\bwww\.|\b[\w-]{3,}\.[a-z]{2,8}/\w|\bgithub\.", re.IGNORECASE)
_PERCENT = regex(r"(\d{1,3})\s?%")
_WEIGHT = regex(r"\b(\d{1,3})\s?-?(?:(kgs?|kilos?|kilograms?)|(?:lbs?|pounds?))\b", re.IGNORECASE)
_UP_TO = regex(r"\b(?:up to|max\w*|bis zu|jusqu|hasta|até|tot)\b", re.IGNORECASE)
_POUND = 0.4536  # kilograms
_FULL_WISH = regex(
    r"full[\s-]?time (?:\w+ ){0,2}(?:role|position|job|employment|opportunit|post)|Vollzeitstelle|temps plein|jornada completa", re.I
)
_LESSER = regex(
    r"\bintern(?:ship)?\b|part[\s-]?time|Werkstudent|Praktik|stagiaire|stage\b|becari|freelance|0\.\d FTE|student|weekends?|volunteer", re.I
)
_MUCH_OF = 0.8  # of the amount asked for, which is as good as all of it
_SOME_OF = 0.5  # of the most that is asked for
_MORNING = (6, 11)
_STEADY = 24  # months of ended posts that show full-time work as present ones do


@dataclass(frozen=True, slots=True)
class Trace:
    """What shows a pattern, and how strongly: 1 the same, ½ another of its kind; ``work`` where it is paid work that shows it."""

    credit: float
    line: int
    pattern: str
    work: bool = False


@cache
def _groups() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("patterns")}


def look(need: Need, view: View) -> NeedMatch | None:
    """Return the mean over the patterns asked for; None where the text names none that is known."""
    wanted = _wanted(need)
    regular = bool(_REGULAR.search(need.text)) and need.level in ("hours", "")
    if not wanted and (not regular or places.find(need.text)):
        return None  # beside a place, "full-time" decides nothing
    if need.level == "travel" and "travel" in map(_groups().get, wanted) and not need.optional and (line := denials.of_travel(view)):
        said = f"line {line} says that travelling is out of the question"
        return NeedMatch(need, 0.0, (quote(view, line),), said, contradicted=True, signals=_figures([Trace(0.0, 0, "travel")], 0.0))
    shown = _shown(view)
    traces = [_amount(need, _trace(name, shown, view), view) for name in wanted] or [_full_time(view)]
    credit = _credit([trace.credit for trace in traces])
    counted = {} if wanted else {"hours counted": float(bool(_COUNTED.search(need.text)))}
    best = sorted((t for t in traces if t.credit), key=lambda t: -t.credit)
    evidence = tuple(quote(view, line, score=1.0) for line in dict.fromkeys(t.line for t in best))[:3]
    return NeedMatch(need, credit, evidence, _reason(best, traces), signals=_figures(traces, credit) | counted)


def _figures(traces: list[Trace], credit: float) -> dict[str, float]:
    return {"pattern": credit, "pattern best": max(t.credit for t in traces), "patterns asked": float(len(traces))}


def _wanted(need: Need) -> list[str]:
    """Return the patterns that the need's sort is about; the hours of an on-call rota are details of it."""
    hits = [hit for hit in finder("patterns", _ASKED).find(need.text) if not _REFUSED.search(need.text[: hit.start])]
    found = dict.fromkeys([*(name for hit in hits for name in hit.name.split("|")), *_clocked(need.text)])
    if need.level == "on-call" and "on-call duty" in found:
        return ["on-call duty"]
    groups = _ABOUT_SORT.get(need.level)
    return [name for name in found if name not in ("move", "ignored") and (groups is None or _groups()[name] in groups)]


def _credit(shown: list[float]) -> float:
    """Return 1 or little less only where every pattern asked for is shown as such; otherwise part, by how much of it there is."""
    mean = sum(shown) / len(shown)
    return mean if min(shown) >= _SAME else min(0.6, mean)


def _reason(best: list[Trace], traces: list[Trace]) -> str:
    if not best:
        return f"nothing is said of {', '.join(t.pattern for t in traces[:3])}"
    shown: dict[str, list[str]] = {}
    for trace in best[:3]:
        shown.setdefault(f"line {trace.line} shows {'' if trace.credit == 1 else 'something near '}", []).append(trace.pattern)
    said = ", ".join(begun + " and ".join(names) for begun, names in shown.items())
    missing = [t.pattern for t in traces if not t.credit]
    return f"{said}, nothing {', '.join(missing[:3])}" if missing else said


@once
def _shown(view: View) -> dict[str, Trace]:
    """Return the best trace of every pattern the profile shows, deeds before what a job's title makes likely."""
    found: dict[str, Trace] = {}
    for unit in view.units:
        if unit.statement.source in _LISTED and not unit.statement.negated:
            _add(found, named(unit), Trace(1.0, unit.statement.line, "", unit.statement.source == "work"))
    for post in view.profile.positions:
        _add(found, labels("patterns", _TITLES, post.title), Trace(_SAME, post.line, "", post.kind == "work"))
        _add(found, labels("patterns", _LIKELY, post.title), Trace(_OTHER_KIND, post.line, "", work=False))
    return found


def named(unit: Unit) -> Iterable[str]:
    """Yield the patterns a line shows of the person's own work: not those it refuses, plans for others or learns."""
    text = unit.text
    for hit in finder("patterns", _SHOWN).find(text):
        before, after = text[: hit.start], text[hit.end :]
        if _SHORT_DAY.fullmatch(hit.surface) and not (_DAY_BEFORE.search(before) or _DAY_AFTER.search(after)):
            continue
        if not (_REFUSED.search(before) or _REFUSED_AFTER.search(after) or _SCHOOL.search(after)):
            for name in hit.name.split("|"):
                group = _groups()[name]
                if not (group == "odd" and _OTHERS.search(before)) and not (group == "travel" and _LEISURE.search(text)):
                    yield name
    if unit.deed:
        yield from _clocked(text)
    if _LINK.search(text):
        yield "work samples"


def _add(found: dict[str, Trace], names: Iterable[str], trace: Trace) -> None:
    for name in names:
        if name not in found or (found[name].credit, found[name].work) < (trace.credit, trace.work):
            found[name] = replace(trace, pattern=name)


def _trace(name: str, shown: dict[str, Trace], view: View) -> Trace:
    if name in shown:
        return shown[name]
    kin = [t for other, t in shown.items() if t.work and _groups()[other] == _groups()[name]]
    best = max(kin, key=lambda t: (t.credit, -view.place(t.line)), default=None)
    return Trace(_OTHER_KIND if best.credit == 1 else _HINT, best.line, name) if best else Trace(0.0, 0, name)


def _amount(need: Need, trace: Trace, view: View) -> Trace:
    """Halve the trace of travel or of weights that is plainly less than the share of time, or the weight, asked for."""
    measure = {"travel": _share, "lifting": _weight}.get(trace.pattern)
    unit = view.by_line.get(trace.line)
    enough = _SOME_OF if _UP_TO.search(need.text) and trace.pattern == "travel" else _MUCH_OF
    if measure and unit and 0 < measure(unit.text) < enough * measure(need.text):
        return replace(trace, credit=min(trace.credit, 0.5))
    return trace


def _share(text: str) -> float:
    found = _PERCENT.search(text)
    return float(found[1]) if found else 0.0


def _weight(text: str) -> float:
    """Return the greatest weight named, in kilograms, 0 where none is."""
    return max((float(found[1]) * (1 if found[2] else _POUND) for found in _WEIGHT.finditer(text)), default=0.0)


def _clocked(text: str) -> Iterable[str]:
    """Read hours of the day ("12:30 to 21:30") as the pattern they make."""
    for found in _CLOCK.finditer(text):
        if not (found[2] or found[3] or found[5] or found[6]):
            continue
        start, end = _hour(found[1], found[3]), _hour(found[4], found[6])
        if not (found[3] or found[6]) and _MORNING[0] <= start <= _MORNING[1] and end < _MORNING[0]:
            end += 12  # "8:30 - 5:00" is a day's work
        if start > 24 or end > 24:
            continue
        if start >= 18 or (end < start and end <= 8):
            yield "night work"
        elif end >= 19.5:
            yield "evening work"
        elif start <= 6:
            yield "early starts"


def _hour(number: str, half: str | None) -> float:
    return float(number) % 12 + 12 if (half or "").lower().startswith("p") else float(number)


@once
def _full_time(view: View) -> Trace:
    """Return the trace of regular full-time work: a present paid post, or years of ended ones; ½ for internships and the like."""
    posts = [p for p in view.profile.positions if p.kind == "work" and p.span is not None]
    whole = [p for p in posts if not _LESSER.search(f"{p.title} {_about(p, view)}")]
    present = [p for p in whole if p.span is not None and p.span.ongoing]
    wish = next((u.statement.line for u in view.units if u.statement.source == "summary" and _FULL_WISH.search(u.text)), 0)
    if wish or present:
        return Trace(1.0, wish or present[0].line, "full-time work")
    months = sum(p.span.months for p in whole if p.span is not None)
    if whole:
        return Trace(1.0 if months >= _STEADY else 0.5, whole[0].line, "full-time work")
    return Trace(0.5, posts[0].line, "full-time work") if posts else Trace(0.0, 0, "full-time work")


def _about(post: Position, view: View) -> str:
    unit = view.by_line.get(post.line)
    return unit.statement.text if unit else ""
