"""A need for experience and a View in, its NeedMatch out: months in the subject against months asked, or deeds where none are asked."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.match import sizes, skill, trait
from jobfit.match.bearing import CLOSE, Bearing, Subject, bearings, subject, unknown_found
from jobfit.match.near import Near
from jobfit.match.view import View, covered
from jobfit.match.words import content, numbered
from jobfit.regex import regex
from jobfit.types import Evidence, Need, NeedMatch
from jobfit.vocabulary.fold import fold

_CUTS = (0.35, 0.45, 0.55)  # cosines at which a position counts as being in the subject; the judge weighs the three readings
_SAME, _NEAR = 0.75, 0.5  # strengths at which a position is in the subject, and in a neighbouring one
_TRACE = 0.1  # part of the months asked below which they are only a trace
_SLACK = 1  # month by which dates that are given in months, or in years alone, may be off
_SOME = 6  # months of work that are some experience
_SEVERAL = 24  # months that "several years" ask for at least
_YEARS_UNNAMED = regex(
    r"\b(?:(?:several|multiple|many|numerous|a number of|a few) years|(?:mehr|lang)jahrige|jahrelange|einige jahre|plusieurs annees|"
    r"varios anos|muchos anos|meerdere jaren|jarenlange|meerjarige|alguns anos|algunos anos)"
)
_TITLED = 0.5  # share of the subject's words in a title at which the post counts as one in the subject
_LINES = 3


def look(need: Need, view: View, near: Near) -> NeedMatch:
    """Return the part of the amount that the profile covers, or how well deeds show it; credit None where no file knows the subject."""
    asked = subject(need)
    found = bearings(asked, need, view, near)
    same, close = _worked(asked, found, view)
    amount = need.months or _SEVERAL * bool(_YEARS_UNNAMED.search(fold(need.text)))
    signals = (
        _amounts(amount, asked, found, same, close, view)
        | trait.deed_cosines(need, view, near)
        | {f"also {k}": v for k, v in trait.figures(need.text, view, near).items()}
    )
    shown = skill.names_shown(asked.names, view)
    signals |= {f"exp {name}": value for name, value in shown.items()} | _words(asked, view)
    signals["exp none asked"] = float(need.months == 0)  # "0 to 2 years": who has none yet has enough
    if need.months == 0:
        credit: float | None = 1.0
    elif amount:
        credit = _amount_credit(amount, asked, found, same, close)
    else:
        credit = _deed_credit(asked, found, skill.best_alternative(need, view), view.months)
    chosen = _chosen(asked, found)
    reason = _reason(need, asked, credit, same or close, chosen, found)
    return NeedMatch(need, credit, _evidence(chosen, view), reason, short=_short(need, found, close, view), signals=signals)


def _worked(asked: Subject, found: Sequence[Bearing], view: View) -> tuple[int, int]:
    """Return the months in the subject, and those in it or near it."""
    if asked.open:
        return view.months, view.months
    same, near = (covered(b.position for b in found if b.strength >= least) for least in (_SAME, _NEAR))
    return same, near


def _short(need: Need, found: Sequence[Bearing], close: int, view: View) -> bool:
    """Tell whether even the most generous reading of the time line leaves the amount unfilled, or all of it lies too far back."""
    touched = [b.position for b in found if b.strength > 0 or b.cosine >= _CUTS[0]]
    if (recent := sizes.window(need)) and sizes.is_past(recent, touched, view):
        return True
    if not need.months or not view.months or any(p.span is None for p in view.profile.positions):
        return False
    least = need.months - _SLACK
    return view.months < least or 0 < max(close, covered(touched)) < least


def _amount_credit(months_asked: int, asked: Subject, found: Sequence[Bearing], same: int, close: int) -> float | None:
    if not asked.known and not asked.open:
        return None
    there = same if asked.is_setting or not asked.settings else covered(b.position for b in found if b.strength >= _SAME and b.setting)
    if there >= months_asked - _SLACK:
        return 1.0
    undated = any(b.position.span is None and (asked.open or b.strength >= _NEAR) for b in found)
    return 0.5 if undated or max(same, close) >= max(2, _TRACE * months_asked) else 0.0


def _deed_credit(asked: Subject, found: Sequence[Bearing], named: float, worked: int) -> float | None:
    """What is done in a position shows it; what is only listed, or done in a neighbouring trade, shows it in part."""
    if not asked.known:
        return min(1.0, 0.5 * (worked > 0) + 0.5 * (worked >= _SOME)) if asked.open else None
    best = max((b.strength for b in found), default=0.0)
    if asked.names and not asked.deeds and not asked.post:
        best = max(named, min(best, 0.5 if asked.tools else _SAME))
    if asked.settings and not asked.is_setting and _setting(found) < 1:
        best = min(best, 0.5)
    return 1.0 if best >= _SAME else 0.5 if best >= 0.25 else 0.0


def _setting(found: Sequence[Bearing]) -> float:
    return max((b.setting for b in found), default=0.0)


def _in_setting(asked: Subject, found: Sequence[Bearing]) -> int:
    """Return the months in the subject or near it that were worked in the setting asked for, wherever none is asked for."""
    if asked.is_setting:
        return covered(b.position for b in found if b.strength >= _SAME)
    return covered(b.position for b in found if b.strength >= _NEAR and (b.setting == 1 or not asked.settings))


def _amounts(amount: int, asked: Subject, found: Sequence[Bearing], same: int, close: int, view: View) -> dict[str, float]:
    by_cosine = {f"months {cut} ratio": covered(b.position for b in found if b.named == 1 or b.cosine >= cut) for cut in _CUTS}
    signals = {name: ratio(value, amount) for name, value in by_cosine.items()}
    signals |= {
        "exp months same": ratio(same, amount),
        "exp months near": ratio(close, amount),
        "exp months titled": ratio(covered(b.position for b in found if b.titled >= _TITLED), amount),
        "exp titled": max((b.titled for b in found), default=0.0),
        "named months ratio": ratio(covered(b.position for b in found if b.named == 1), amount),
        "all months ratio": ratio(view.months, amount),
        "months asked": float(amount),
        "subject named": float(bool(asked.names)),
        "subject occupation": float(bool(asked.occupations)),
        "subject setting": float(bool(asked.settings)),
        "subject deed": float(bool(asked.deeds)),
        "subject open": float(asked.open),
        "subject tools": float(asked.tools),
        "subject post": float(asked.post),
        "exp strength": max((b.strength for b in found), default=0.0) if asked.known else -1.0,
        "exp occupation": max((b.occupation for b in found), default=0.0) if asked.occupations else -1.0,
        "exp months setting": ratio(_in_setting(asked, found), amount),
        "exp setting": _setting(found) if asked.settings else -1.0,
        "exp deed": max((b.deed for b in found), default=0.0) if asked.deeds else -1.0,
        "closest position": max((b.cosine for b in found), default=0.0),
    }
    return signals


def _words(asked: Subject, view: View) -> dict[str, float]:
    """Shares of the subject's own words: in the deed that holds most of them, and of those no file knows in the whole profile."""
    rest, rest_words = unknown_found(asked.rest, view)
    return {"exp rest": rest, "exp rest words": rest_words, "exp words": view.words_of_deeds.best(content(asked.text))}


def ratio(value: float, asked: int) -> float:
    """Months over the months asked, at most 2; years of presence, at most 2, where no amount is asked."""
    return min(2.0, value / asked) if asked else min(2.0, value / 12)


def _chosen(asked: Subject, found: Sequence[Bearing]) -> list[Bearing]:
    """The positions that bear on it, strongest and nearest first; the latest where any work does, by cosine where no file knows it."""
    if asked.open:
        held = [b for b in found if b.position.kind == "work"]
        return sorted(held, key=lambda b: -(b.position.span.end if b.position.span else 0))[:_LINES]
    known = asked.known
    kept = [b for b in found if (b.strength >= _NEAR or (asked.settings and b.setting == 1) if known else b.cosine >= CLOSE)]
    return sorted(kept, key=lambda b: (-b.strength, -b.setting, -b.cosine))[:_LINES]


def _evidence(chosen: Sequence[Bearing], view: View) -> tuple[Evidence, ...]:
    """The title lines of the positions, then the nearest line of the first where it is another."""
    lines = []
    for b in chosen:
        unit = view.by_line.get(b.position.line)
        score = max(b.strength, 0.5 * b.setting, b.cosine)
        lines.append(Evidence(b.position.line, unit.statement.text if unit else b.position.title, b.position.where, round(score, 4)))
    return tuple(lines)


def _reason(need: Need, asked: Subject, credit: float | None, total: int, chosen: Sequence[Bearing], found: Sequence[Bearing]) -> str:
    if need.months == 0:
        return "no least amount is asked for"
    if not chosen:
        return "no position bears on it" if credit is not None else ""
    one, numbers = len(chosen) == 1, numbered([b.position.line for b in chosen])
    near = not any(b.strength >= _SAME for b in chosen) and not asked.open and not asked.is_setting
    lacks = "; the setting asked for is not shown" if credit and credit < 1 and asked.settings and _setting(chosen) < 1 else ""
    if credit == 0:
        return f"only {numbers} come{'s' if one else ''} near it"
    if need.months and total:
        least = float("-inf") if asked.open else _NEAR if near else _SAME
        counted = [b.position.line for b in chosen if b.strength >= least] or [b.position.line for b in chosen]
        more = ", …" if sum(b.strength >= least and b.position.kind == "work" for b in found) > len(counted) else ""
        where = f"{numbered(counted)}{more}"
        return f"{_years(total)} of {_years(need.months)} asked{' in neighbouring work' if near else ''} ({where}){lacks}"
    part = "" if credit == 1 or lacks else " in part" if credit is None or not near else ", as neighbouring work"
    return f"{numbers} bear{'s' if one else ''} on it{part}{lacks}"


def _years(value: int) -> str:
    years, rest = divmod(value, 12)
    return " ".join(part for part in (f"{years} y" if years else "", f"{rest} m" if rest or not years else "") if part)
