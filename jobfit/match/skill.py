"""A need for skills and a View in, its NeedMatch out: shown by a deed, only listed, near, or not there, by the vocabulary's names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jobfit.match import trait
from jobfit.match.bearing import WIDE, trade
from jobfit.match.near import Near
from jobfit.match.view import Unit, View, once
from jobfit.match.words import content
from jobfit.types import Evidence, Need, NeedMatch
from jobfit.vocabulary import skills

# How much a trace counts, strongest first; "open" lists take a near equal in full.
_CREDIT = {
    "deed": 1.0,
    "implied": 1.0,
    "worded": 0.75,
    "taught": 0.6,
    "listed": 0.5,
    "near": 0.5,
    "near listed": 0.25,
    "trade": 0.5,
    "none": 0.0,
}
_MANY = 6  # skills named in one requirement beyond which more say nothing more
_TOLD = 4  # alternatives that a sentence names
_WORKED = 0.5  # strength of a trade's own work at which it shows part of a subject that is not named


def look(need: Need, view: View, near: Near) -> NeedMatch:
    """Return the best alternative's credit with its lines; credit None where the vocabulary knows none of the words asked for."""
    named = _named(need)
    signals = trait.deed_cosines(need, view, near) | {"deed words": deed_words(need.text, view)}
    if not named:
        return NeedMatch(need, None, signals=signals | trait.figures(need.text, view, near))
    traces = [_alternative(names, text, view, need.open) for names, text in named]
    credit, evidence, how, name, kin = max(traces, key=lambda trace: trace[0])
    shown = names_shown(names_of(named), view)
    worked, unit = trade(need.text, view) if is_wide(names_of(named)) else (0.0, None)
    signals["skill trade"] = worked
    if unit is not None and worked >= _WORKED and credit < _CREDIT["trade"]:
        credit, evidence, how = _CREDIT["trade"], [Evidence(unit.statement.line, unit.statement.text, unit.statement.where, 0.5)], "trade"
    signals |= {"skill": credit, "known": 1.0, "depth": _DEPTHS.get(need.level, 0.0)} | {f"skill {k}": v for k, v in shown.items()}
    if not evidence and len(need.any_of) > 1:
        return NeedMatch(need, credit, (), _none_of([_worded(text) for text in need.any_of]), signals=signals)
    asked = next((text for names, text in named if name in names), "")
    return NeedMatch(need, credit, tuple(evidence), _reason(how, _worded(asked, name), evidence, kin), signals=signals)


def _worded(text: str, name: str = "") -> str:
    """Return the posting's own words for a skill, the first in ``text`` or the one named; else the text, or the skill's usual name."""
    hits = skills.find(text)
    return next((hit.surface for hit in hits if not name or hit.name == name), "") or (skills.label(name) if name else text)


def _none_of(asked: Sequence[str]) -> str:
    """Say that none of the alternatives is shown, the first of them by name."""
    if len(asked) == 2:
        return f"neither {asked[0]} nor {asked[1]} is shown"
    return f"none of {', '.join(asked[:_TOLD])}{' …' if len(asked) > _TOLD else ''} is shown"


def names_of(named: Iterable[tuple[tuple[str, ...], str]]) -> list[str]:
    """Return each name of the alternatives once, in order."""
    return list(dict.fromkeys(name for names, _ in named for name in names))


def is_wide(names: Iterable[str]) -> bool:
    """Say whether none of the names is a tool: a subject or method is shown by the work of its trade."""
    return all(skills.kind(name) in WIDE for name in names)


_DEPTHS = {"familiarity": -1.0, "solid": 0.5, "expert": 1.0}


def deed_words(text: str, view: View) -> float:
    """Return the share of the text's words in the deed that holds most of them."""
    return view.words_of_deeds.best(content(text))


def _named(need: Need) -> list[tuple[tuple[str, ...], str]]:
    """Each alternative's names with the words they are asked for in; those without a known name are left out."""
    return [(names, text) for text in need.any_of if (names := _names(text))] or [((name,), "") for name in need.skills]


def best_alternative(need: Need, view: View) -> float:
    """Return the credit of the best of a need's alternatives that the vocabulary knows, 0 where it knows none."""
    named = _named(need)
    return max((_alternative(names, text, view, need.open)[0] for names, text in named), default=0.0)


def names_shown(names: Iterable[str], view: View) -> dict[str, float]:
    """Return the mean and best credit of ``names``, and in how many lines something is done with any of them, at most five."""
    wanted = sorted(set(names))
    credits = [credit_of(name, view) for name in wanted] or [0.0]
    lines = len(frozenset().union(*(view.deeds_of[name] for name in wanted if name in view.deeds_of)))
    return {"names mean": sum(credits) / len(credits), "names best": max(credits), "lines": min(5.0, lines)}


def named_in_all(text: str, view: View) -> dict[str, float]:
    """Return figures of how all the skills that a whole requirement names are shown, whatever needs it was read into."""
    names = sorted({hit.name for hit in skills.find(text)})
    if not names:
        return {"names in all": 0.0}
    credits = [credit_of(name, view) for name in names]
    return {f"skill all {k}": v for k, v in names_shown(names, view).items()} | {
        "names in all": float(min(_MANY, len(names))),
        "names missing": float(sum(c == 0 for c in credits)),
        "skill all names least": min(credits),
    }


@once
def credit_of(name: str, view: View) -> float:
    """Return how far the profile shows one skill, 0 to 1."""
    return _CREDIT[trace(name, view)[0]]


def trace(name: str, view: View, words: str = "") -> tuple[str, Unit | None]:
    """Return how ``name``, asked for in these words, is shown (a key of the credits), and the first unit that shows it so."""
    near = skills.siblings(name)
    asked = content(words) if len(words.split()) > 1 else frozenset()
    worded = view.words_of_deeds.first(asked) if len(asked) > 1 else None
    first = view.first
    tests = (
        ("deed", first.used.get(name)),
        ("implied", first.implied.get(name)),
        ("worded", None if worded is None else view.deed_places[worded]),
        ("taught", first.taught.get(name)),
        ("listed", first.listed.get(name)),
        ("near", min((first.used[other] for other in near if other in first.used), default=None)),
        ("near listed", min((first.named[other] for other in near if other in first.named), default=None)),
    )
    how, place = next(((how, place) for how, place in tests if place is not None), ("none", None))
    return how, None if place is None else view.units[place]


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.name for hit in skills.find(text)))


def _alternative(names: tuple[str, ...], text: str, view: View, open_list: bool) -> tuple[float, list[Evidence], str, str, str]:
    """Average the traces of one alternative's names ("AWS Lambda and S3" names two); last comes what is near it, in the line's words."""
    found = [(name, *trace(name, view, text if len(names) == 1 else "")) for name in names]
    credits = [1.0 if open_list and how == "near" else _CREDIT[how] for _, how, _ in found]
    best = max(range(len(found)), key=lambda i: credits[i])
    evidence = [
        Evidence(u.statement.line, u.statement.text, u.statement.where, c)
        for c, (_, _, u) in zip(credits, found, strict=True)
        if u is not None and c > 0
    ]
    evidence.sort(key=lambda e: -e.score)
    return sum(credits) / len(credits), evidence, found[best][1], names[best], _kin(names[best], found[best][2])


def _kin(name: str, unit: Unit | None) -> str:
    """Return the words of ``unit`` for what is near ``name``, "" where it names nothing near."""
    near = skills.siblings(name)
    return next((hit.surface for hit in skills.find(unit.text) if hit.name in near), "") if unit is not None else ""


def _reason(how: str, label: str, evidence: list[Evidence], kin: str) -> str:
    if not evidence:
        return f"{label} is not shown"
    line = evidence[0].line
    return {
        "deed": f"{label} is used in line {line}",
        "implied": f"line {line} implies {label}",
        "worded": f"line {line} speaks of {label}",
        "taught": f"{label} is named with a course or certificate (line {line})",
        "listed": f"{label} is only listed (line {line})",
        "near": f"line {line} uses {kin or 'something'}, which is near {label}",
        "trade": f"line {line} is work of that kind, {label} not named",
        "near listed": f"line {line} lists {kin or 'something'}, which is near {label}",
    }[how]
