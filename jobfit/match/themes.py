"""A requirement's words and a View in, out how the profile's deeds show the themes of work it asks for, in all and line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jobfit.match import cues
from jobfit.match.experience import ratio
from jobfit.match.skill import is_wide
from jobfit.match.trait import weight
from jobfit.match.view import Unit, View, covered, once
from jobfit.types import Evidence, NeedMatch

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.match.near import Near

    Floats = npt.NDArray[np.float64]

_FILE = "themes"
_DONE, _TOLD, _LIKELY, _CLAIMED = 1.0, 0.7, 0.5, 0.4  # told: not as something done; claimed: in the words that ask for it
_HEADED = {"publication": "publication"}  # what each line below such a heading is, whatever it says
_MOST = 10  # lines beyond which more say nothing more
LINE_NAMES = ("theme", "theme part")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a profile shows a theme: how strongly each unit, shape (units,); in all; in how many lines; likely in how many; how long."""

    strengths: Floats
    weight: float
    lines: int
    likely: int
    months: int


@cache
def _places() -> dict[str, int]:
    return {theme: place for place, theme in enumerate(cues.families(_FILE))}


@lru_cache(maxsize=4_000)
def asked(text: str) -> tuple[str, ...]:
    """Return the themes that ``text`` asks for, in the file's order."""
    return tuple(sorted(cues.of_role(_FILE, text, "asks"), key=_places().__getitem__))


def figures(text: str, months: int, view: View, near: Near) -> dict[str, float]:
    """Return the named figures of the themes that ``text`` asks for, ``months`` of them if any are asked; nothing but a nought without."""
    found = [shown(theme, view) for theme in asked(text)]
    if not found:
        return {"themes": 0.0}
    weights = [theme.weight for theme in found]
    worked = [theme.months for theme in found]
    return {
        "themes": float(len(found)),
        "theme least": min(weights),
        "theme mean": sum(weights) / len(weights),
        "theme most": max(weights),
        "theme top": float((_most(found) * (0.6 + 0.4 * near.row(text).clip(0))).max()),
        "theme lines": sum(theme.lines for theme in found) / len(found),
        "theme likely lines": sum(theme.likely for theme in found) / len(found),
        "theme months": ratio(sum(worked) / len(worked), months),
        "theme months most": ratio(max(worked), months),
    }


def of_need(found: NeedMatch, view: View) -> NeedMatch:
    """Return the finding with how the themes that its need alone asks for are shown, on average.

    A subject that no line names has half credit where something done shows all of its themes; a tool must be named.
    """
    worked = [shown(theme, view) for theme in asked(found.need.text)]
    if not worked:
        return found
    weights = [theme.weight for theme in worked]
    found = replace(found, signals={**found.signals, "need theme": sum(weights) / len(weights)})
    if found.credit or found.contradicted or found.need.type != "skill" or not is_wide(found.need.skills):
        return found
    done = [int(theme.strengths.argmax()) for theme in worked if theme.strengths.max() == _DONE]
    if not found.need.skills or len(done) < len(worked):
        return found
    said = [view.units[place].statement for place in sorted(set(done))]
    evidence = tuple(Evidence(one.line, one.text, one.where, 0.5) for one in said)
    return replace(found, credit=0.5, evidence=evidence, reason=f"line {said[0].line} is work of that kind")


def lines(text: str, view: View) -> dict[str, Floats]:
    """Return for each unit how strongly it shows any of the themes asked for, and all of them on average; shape (units,) each.

    Nothing where the text asks for none.
    """
    found = [shown(theme, view) for theme in asked(text)]
    if not found:
        return {}
    mean = sum((theme.strengths for theme in found[1:]), found[0].strengths) / len(found)
    return dict(zip(LINE_NAMES, (_most(found), mean), strict=True))


def _most(found: Sequence[Shown]) -> Floats:
    import numpy as np

    return np.maximum.reduce([theme.strengths for theme in found]) if len(found) > 1 else found[0].strengths


@once
def shown(theme: str, view: View) -> Shown:
    """Return how the profile shows the theme."""
    import numpy as np

    strengths = [_strength(theme, unit) for unit in view.units]
    lines, likely = sum(one >= _TOLD for one in strengths), strengths.count(_LIKELY)
    months = _months((unit for unit, one in zip(view.units, strengths, strict=True) if one == _DONE), view)
    return Shown(np.array(strengths), weight([one for one in strengths if one]), min(_MOST, lines), min(_MOST, likely), months)


def _strength(theme: str, unit: Unit) -> float:
    roles = cues.found(_FILE, unit.text)
    if heading := _HEADED.get(unit.statement.source):
        roles |= cues.found(_FILE, heading)
    if (theme, "shows") in roles:
        return _DONE if unit.deed else _TOLD if unit.statement.source == "summary" else _LIKELY
    if (theme, "likely") in roles and unit.deed:
        return _LIKELY
    return _CLAIMED if (theme, "asks") in roles else 0.0


def _months(units: Iterable[Unit], view: View) -> int:
    """Months covered by the positions that these units belong to."""
    places = {unit.statement.position for unit in units}
    return covered(view.profile.positions[place] for place in sorted(p for p in places if p is not None))
