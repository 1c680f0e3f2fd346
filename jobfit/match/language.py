"""A need for a human language and a View in, its NeedMatch out: the level the profile shows against the level asked for."""

from __future__ import annotations

import re
from dataclasses import replace

from jobfit.match import tongues
from jobfit.match.home import quote
from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.regex import regex
from jobfit.types import Evidence, Need, NeedMatch
from jobfit.vocabulary import languages

_DEFAULT_LEVEL = "B2"  # what "German required" is taken to mean where no level is named
_USEFUL_LEVEL = "B1"  # the same where one of several will do, or where it is only said to be of use
_LISTED = {
    "": 1.0,
    "A1": 1.0,
    "A2": 1.0,
    "B1": 1.0,
    "B2": 0.6,
    "C1": 0.6,
    "C2": 0.5,
    "native": 0.5,
}  # listed without a level, by level asked
_USED = 0.85
_LIVED = 0.85
_SOME = 0.6
_WRITTEN = 0.5  # not listed, but the profile is written in it
_BELOW = 0.5
_BEGUN = ("A1", "A2")
_FAR_BELOW = 0.3
_FAR = 4
_DEMANDED = regex(r"requir|must|mandatory|essential|erforderlich|zwingend|exigé|obligatoire|impératif|imprescindible|vereist|obrigat", re.I)
_READING = regex(r"\breading knowledge|\breads?\b|Lesekenntnisse|lecture seule|lectura", re.IGNORECASE)
_BOTH = regex(r"bilingual|bilingue|bilingüe|zweisprachig|tweetalig|\bboth\b|official languages", re.IGNORECASE)
_EUROPEAN = regex(r"europe|europä|europé|europeo|europees", re.IGNORECASE)
_EXAMPLES = regex(
    r"prefer|e\.g\.|such as|\blike\b|\betwa\b|z\. ?B\.|par exemple|p\. ?ej|bijv|bevorzugt|por ejemplo|zoals|exempelvis|t\.ex", re.IGNORECASE
)
_OR = regex(r"\b(?:or|oder|ou|o|of)\b", re.IGNORECASE)
_FURTHER = regex(
    r"multilingual|(?:another|additional|second|other|further|foreign|multiple) (?:\w+ )?languages?|Fremdsprache|"
    r"(?:ytterligare|andra) språk",
    re.IGNORECASE,
)
_SEVERAL = regex(f"bilingual|{_FURTHER.pattern}", re.IGNORECASE)

Grade = tuple[float, int, str, str]  # credit, line, reason, how it is shown


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the credit of the language best covered among the need's alternatives; None where no language is named."""
    wanted = need.skills or tuple(dict.fromkeys(item.code for item in languages.find(need.text)))
    if not wanted:
        return _any(need, view)
    level = "A2" if _READING.search(need.text) and not need.level else need.level
    both = bool(_BOTH.search(need.text)) and len(wanted) > 1 and not _OR.search(need.text)
    if _BOTH.search(need.text) and level == "native":
        level = "C1"
    elif level == "A2" and "A2" not in need.text:
        level = "A1"  # "basic" is of either level
    demanded = "en" in wanted or both or _DEMANDED.search(need.text)
    least = _DEFAULT_LEVEL if demanded and (both or len(wanted) == 1) else _USEFUL_LEVEL
    graded = [_grade(code, tongues.tested(code, need.text) or level, least, view) for code in wanted]
    credit, line, reason, how = (min if both else max)(graded, key=lambda g: g[0])
    if both and credit < _LIVED:
        credit = min(_SOME, sum(g[0] for g in graded) / len(graded))
    if credit < _SOME and _FURTHER.search(need.text) and _EXAMPLES.search(need.text) and (other := _any(need, view)).credit:
        said = f"{other.reason}, but {reason}"
        return replace(other, credit=_SOME, reason=said, signals={"language": _SOME})  # the languages named are only the ones preferred
    signals = {"language": credit, "language stated": float(how in ("level", "listed")), "language lived": float(how == "lived")}
    signals |= {"tongue asked": languages.rank(level) / 7, "tongue written": float(tongues.written(view) in wanted)}
    evidence = (quote(view, line),) if line and (credit or how == "refused") else ()
    short = bool(need.level) and how == "level" and 0 < credit <= _BELOW
    return NeedMatch(need, credit, evidence, reason, contradicted=how == "refused", short=short, signals=signals)


def _any(need: Need, view: View) -> NeedMatch:
    """Read a wish for any further language: two that the profile names are enough, of Europe where the text says so."""
    spoken = tongues.named(view)
    if not _SEVERAL.search(need.text):
        return NeedMatch(need, None)
    own = tongues.written(view)
    fitting = {code: line for code, line in spoken.items() if not _EUROPEAN.search(need.text) or tongues.european(code)}
    others = {code: line for code, line in fitting.items() if code != own}
    if not others or len({*spoken, own} - {""}) < 2:
        return NeedMatch(need, 0.0, (), "no further language is named", signals={"language": 0.0})
    levels = [shown[0].level for code in others if (shown := tongues.shown(code, view))]
    credit = _BELOW if levels and all(level in _BEGUN for level in levels) else 1.0
    evidence: tuple[Evidence, ...] = tuple(quote(view, line) for line in dict.fromkeys(others.values()))[:3]
    return NeedMatch(need, credit, evidence, f"{len(spoken)} languages are named", signals={"language": credit})


def _grade(code: str, asked: str, least: str, view: View) -> Grade:
    """Take the best of what is stated, used and lived."""
    if line := tongues.refused(code, view):
        return 0.0, line, f"{languages.english_name(code)} is said not to be known (line {line})", "refused"
    shown = tongues.shown(code, view)
    levels = [s for s in shown if s.how in ("level", "passive")]  # what is said of the level outweighs what use or a stay would imply
    found = [_stated(code, asked, least, s) for s in levels or shown[:6]]
    if not levels:
        found += _implied(code, asked, view)
    name = languages.english_name(code)
    return max(found, key=lambda g: g[0], default=(0.0, 0, f"{name} is not listed", ""))


def _stated(code: str, asked: str, least: str, shown: tongues.Shown) -> Grade:
    name = languages.english_name(code)
    if shown.how == "level":
        gap = languages.rank(asked or least) - languages.rank(shown.level)
        if gap <= 0:
            return 1.0, shown.line, f"{name} {shown.level} (line {shown.line}) covers {asked or 'it'}", "level"
        return (
            _BELOW if gap < _FAR else _FAR_BELOW,
            shown.line,
            f"{name} {shown.level} (line {shown.line}) is below {asked or least}",
            "level",
        )
    if shown.how == "used":
        return _USED if asked != "native" else _SOME, shown.line, f"{name} is used in line {shown.line}", "used"
    if shown.how == "passive":
        return _BELOW, shown.line, f"{name} is known in part (line {shown.line})", "passive"
    return _LISTED[asked], shown.line, f"{name} is listed without a level (line {shown.line})", "listed"


def _implied(code: str, asked: str, view: View) -> list[Grade]:
    name = languages.english_name(code)
    stay, line = tongues.lived(code, view)
    own = tongues.written(view) == code
    if stay == "raised":
        return [(1.0, line, f"line {line}: grew up where {name} is spoken", "lived")]
    if stay == "years" and own:
        listed = any(entry.code == code for entry in view.profile.languages)  # as a matter of course, without a level
        return [(_LIVED if asked != "native" or listed else _SOME, line, f"line {line}: years where {name} is spoken", "lived")]
    if stay:
        return [(_SOME if own or stay == "years" else 0.3, line, f"line {line}: time spent where {name} is spoken", "lived")]
    return [(_WRITTEN, 0, f"{name} is not listed, but the profile is written in it", "written")] if own else []
