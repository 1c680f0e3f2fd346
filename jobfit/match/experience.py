"""A need for experience and a View in, its NeedMatch out: months in positions the subject bears on against months asked."""

from __future__ import annotations

from jobfit.match.near import Near
from jobfit.match.view import Unit, View, covered
from jobfit.types import Evidence, Need, NeedMatch, Position
from jobfit.vocabulary import skills

_NEAR_ENOUGH = (0.35, 0.45, 0.55)  # cosines at which a position counts as being in the subject; the judge weighs the three readings


def look(need: Need, view: View, near: Near) -> NeedMatch:
    """Return subject months over months asked (or mere presence, where no amount is asked), with the lines of the longest positions."""
    names = frozenset(need.skills) | {hit.name for hit in skills.find(need.subject or need.text)}
    positions = [(p, _closeness(i, need, names, view, near)) for i, p in enumerate(view.profile.positions)]
    by_name = [p for p, (named, _) in positions if named]
    months = {f"months {cut}": covered(p for p, (named, close) in positions if named or close >= cut) for cut in _NEAR_ENOUGH}
    asked = need.months or 0
    named = covered(by_name)
    signals = {f"{key} ratio": _ratio(value, asked) for key, value in months.items()}
    signals |= {"named months ratio": _ratio(named, asked), "all months ratio": _ratio(view.months, asked)}
    signals |= {"months asked": float(asked), "subject named": float(bool(names))}
    signals["closest position"] = max((close for _, (_, close) in positions), default=0.0)
    total = months["months 0.45"]
    chosen = sorted((pc for pc in positions if pc[1][0] or pc[1][1] >= 0.45), key=lambda pc: (-pc[1][0], -pc[1][1]))[:3]
    evidence = tuple(_line(p, view, close) for p, (_, close) in chosen)
    credit = min(1.0, total / asked) if asked else None
    return NeedMatch(need, credit, evidence, _reason(total, asked, chosen), signals=signals)


def _closeness(index: int, need: Need, names: frozenset[str], view: View, near: Near) -> tuple[bool, float]:
    """Whether the position's lines name the subject outright, and the best cosine of the subject with its title and lines."""
    units = [u for u in view.units if u.statement.position == index]
    named = any(names & (u.skills | u.implied) for u in units) if names else False
    close = max((near.cosine(need.subject or need.text, u) for u in units), default=0.0)
    return named, close


def _ratio(months: int, asked: int) -> float:
    """Months over the months asked, at most 2; years of presence, at most 2, where no amount is asked."""
    return min(2.0, months / asked) if asked else min(2.0, months / 12)


def _line(position: Position, view: View, close: float) -> Evidence:
    unit: Unit | None = view.by_line.get(position.line)
    return Evidence(position.line, unit.statement.text if unit else position.title, position.where, round(close, 4))


def _reason(total: int, asked: int, chosen: list[tuple[Position, tuple[bool, float]]]) -> str:
    lines = ", ".join(str(p.line) for p, _ in chosen)
    if not chosen:
        return "no position bears on it"
    amount = f"{total // 12} y {total % 12} m"
    return f"{amount} of {asked // 12} y {asked % 12} m asked (lines {lines})" if asked else f"{amount} (lines {lines})"
