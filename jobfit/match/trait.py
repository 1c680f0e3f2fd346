"""A need for a trait and a View in, its NeedMatch out: the deeds that show each trait asked for, those that make it likely, and claims."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jobfit.match import cues, tables
from jobfit.match.near import Near
from jobfit.match.view import Unit, View, once
from jobfit.match.words import content, numbered
from jobfit.types import Evidence, Need, NeedMatch

_FILE = "traits"
_SHOWN, _TOLD, _LIKELY, _CLAIMED = 1.0, 0.7, 0.5, 0.4  # told: a deed, but only in a summary
_ENOUGH = 0.75  # mean weight over the traits asked for that counts as met: three deeds for each, or the like
_MANY = 5  # lines that bear on a trait beyond which more add nothing
_LINES = 3


def look(need: Need, view: View, near: Near) -> NeedMatch:
    """Return the mean strength of the traits asked for; credit None where the words ask for none that the cue file knows."""
    found = _found(need.text, view)
    signals = figures(need.text, view, near) | deed_cosines(need, view, near)
    if not found:
        return NeedMatch(need, None, signals=signals)
    evidence = _evidence(found, need.text, near)
    mean = signals["trait mean"]
    credit = 1.0 if mean >= _ENOUGH else 0.5 if mean > 0 else 0.0
    return NeedMatch(need, credit, evidence, _reason(found, evidence, view), signals=signals)


def figures(text: str, view: View, near: Near) -> dict[str, float]:
    """Return the named figures of the traits that ``text``, a need or a requirement of any type, asks for; few where it asks for none."""
    asked = content(text)
    named = {"said outright": view.words.best(asked)}
    found = _found(text, view)
    named["traits"] = float(len(found))
    if not found:
        return named
    tops = [weight_of(family, view) for family in found]
    top = max((e.score for e in _evidence(found, text, near)), default=0.0)
    named |= {"trait least": min(tops), "trait mean": sum(tops) / len(tops), "trait most": max(tops), "trait top": top}
    return named | _counts(list(found.values()), view)


def _found(text: str, view: View) -> dict[str, list[tuple[float, Unit]]]:
    """The traits asked for, each with the lines that bear on it."""
    asked = cues.of_role(_FILE, text, "asks")
    return {family: strengths(family, view) for family in cues.families(_FILE) if family in asked}


@once
def weight_of(family: str, view: View) -> float:
    """Return how well the profile shows one trait, 0 to 1."""
    return weight([strength for strength, _ in strengths(family, view)])


def weight(strengths: Sequence[float]) -> float:
    """Return how well lines of these strengths show one trait, 0 to 1: one deed may be chance, five are a habit; claims count little."""
    shown, likely = sum(s >= _TOLD for s in strengths), sum(s == _LIKELY for s in strengths)
    if shown:
        return 0.58 + 0.08 * min(shown, _MANY)
    if likely:
        return 0.35 + 0.03 * min(likely, _MANY)
    return 0.25 if strengths else 0.0


@once
def strengths(family: str, view: View) -> list[tuple[float, Unit]]:
    """Return the units that bear on the trait with how strongly: shown by a deed, made likely, or merely claimed."""
    scored = ((_strength(family, unit), unit) for unit in view.units if not unit.statement.negated)
    return [(strength, unit) for strength, unit in scored if strength]


def _strength(family: str, unit: Unit) -> float:
    roles = cues.found(_FILE, unit.text)
    told = unit.deed or unit.statement.source == "summary"
    if (family, "shows") in roles and told:
        return _SHOWN if unit.deed else _TOLD
    if told and ((family, "likely") in roles or any((other, "shows") in roles for other in cues.related(_FILE, family))):
        return _LIKELY
    return _CLAIMED if (family, "asks") in roles else 0.0


def _counts(lists: Sequence[list[tuple[float, Unit]]], view: View) -> dict[str, float]:
    """Mean number of lines that show the traits and that make them likely, at most ten each, and the same over the profile's deeds."""
    shown = sum(sum(s >= _TOLD for s, _ in lines) for lines in lists) / len(lists)
    likely = sum(sum(s == _LIKELY for s, _ in lines) for lines in lists) / len(lists)
    claimed = sum(any(s == _CLAIMED for s, _ in lines) for lines in lists) / len(lists)
    deeds = max(1, len(view.deed_places))
    return {
        "trait lines": min(10.0, shown),
        "trait likely lines": min(10.0, likely),
        "trait claimed": claimed,
        "trait share": shown / deeds,
    }


def deed_cosines(need: Need, view: View, near: Near) -> dict[str, float]:
    """Return the highest cosine of the need with something done and with anything merely said."""
    figures = near.figures(need.text)
    return {"deed cos": max([figures[place] for place in view.deed_places], default=0.0)}


def _evidence(found: dict[str, list[tuple[float, Unit]]], text: str, near: Near) -> tuple[Evidence, ...]:
    best: dict[int, tuple[Evidence, Unit]] = {}
    for lines in found.values():
        for strength, unit in lines:
            score = strength * (0.6 + 0.4 * max(0.0, near.cosine(text, unit)))
            line = unit.statement.line
            if line not in best or best[line][0].score < score:
                best[line] = Evidence(line, unit.statement.text, unit.statement.where, round(score, 4)), unit
    ranked = sorted(best.values(), key=lambda said: (-said[0].score, near.place(said[1])))
    return tuple(evidence for evidence, _ in ranked[:_LINES])


def _reason(found: dict[str, list[tuple[float, Unit]]], evidence: Sequence[Evidence], view: View) -> str:
    """Say which traits the lines show, in a habit or once or twice, and which they only make likely, claim or leave out."""
    best = {family: max((strength for strength, _ in lines), default=0.0) for family, lines in found.items()}
    told, likely, claimed, missing = (
        [family for family, strength in best.items() if low <= strength < high]
        for low, high in ((_TOLD, 2.0), (_LIKELY, _TOLD), (_CLAIMED, _LIKELY), (0.0, _CLAIMED))
    )
    seldom = [family for family in told if weight_of(family, view) < _ENOUGH]
    shown = [family for family in told if family not in seldom]
    few = dict.fromkeys(unit.statement.line for family in seldom for strength, unit in found[family] if strength >= _TOLD)
    lines, said = numbered([e.line for e in evidence]), []
    if shown:
        said.append(f"{lines} {_verb('shows', evidence)} {_and(shown)}")
    if few:
        said.append(f"only {numbered(list(few)[:_LINES])} {_verb('shows', few)} {_and(seldom)}")
    if likely:
        said.append(f"{_and(likely)} {_verb('is', likely, 'are')} only likely" + ("" if told else f" ({lines})"))
    if claimed:
        said.append(f"{_and(claimed)} {_verb('is', claimed, 'are')} only claimed" + ("" if told or likely else f" ({lines})"))
    if missing:
        said.append(f"no line shows {' or '.join(map(_name, missing))}")
    return "; ".join(said)


def _verb(one: str, what: Collection[object], several: str = "show") -> str:
    return one if len(what) == 1 else several


def _and(families: Sequence[str]) -> str:
    names = [_name(family) for family in families]
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def _name(family: str) -> str:
    """Return a trait as a sentence names it."""
    return next((name for key, name in tables.rows("trait-names") if key == family), family)
