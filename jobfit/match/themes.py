"""A requirement's words and a View in, out how the profile's deeds show the themes of work it asks for, in all and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.match import cues
from jobfit.match.experience import ratio
from jobfit.match.trait import weight
from jobfit.match.view import Unit, View, covered, once

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from jobfit.match.near import Near

    Floats = npt.NDArray[np.float64]

_FILE = "themes"
_DONE, _TOLD, _LIKELY, _CLAIMED = 1.0, 0.7, 0.5, 0.4  # told: not as something done; claimed: in the words that ask for it
LINE_NAMES = ("theme", "theme part")


def asked(text: str) -> tuple[str, ...]:
    """Return the themes that ``text`` asks for, in the file's order."""
    wanted = cues.of_role(_FILE, text, "asks")
    return tuple(theme for theme in cues.families(_FILE) if theme in wanted)


def figures(text: str, months: int, view: View, near: Near) -> dict[str, float]:
    """Return the named figures of the themes that ``text`` asks for, ``months`` of them if any are asked; nothing but a nought without."""
    import numpy as np

    themes = asked(text)
    if not themes:
        return {"themes": 0.0}
    shown = np.array([strengths(theme, view) for theme in themes])
    lines, likely = (shown >= _TOLD).sum(axis=1), (shown == _LIKELY).sum(axis=1)
    weights = [weight([strength for strength in row if strength]) for row in shown.tolist()]
    worked = [_months(theme, view) for theme in themes]
    cosines = near.row(text).clip(0)
    return {
        "themes": float(len(themes)),
        "theme least": min(weights),
        "theme mean": sum(weights) / len(weights),
        "theme most": max(weights),
        "theme top": float((shown.max(axis=0) * (0.6 + 0.4 * cosines)).max()),
        "theme lines": float(np.minimum(10, lines).mean()),
        "theme likely lines": float(np.minimum(10, likely).mean()),
        "theme months": ratio(sum(worked) / len(worked), months),
        "theme months most": ratio(max(worked), months),
    }


def lines(text: str, view: View) -> dict[str, Floats]:
    """Return for each unit how strongly it shows any of the themes asked for, and all of them on average; shape (units,) each."""
    import numpy as np

    themes = asked(text)
    if not themes:
        return dict.fromkeys(LINE_NAMES, np.zeros(len(view.units)))
    shown = np.array([strengths(theme, view) for theme in themes])
    return dict(zip(LINE_NAMES, (shown.max(axis=0), shown.mean(axis=0)), strict=True))


@once
def strengths(theme: str, view: View) -> Floats:
    """Return how strongly each unit shows the theme, 0 to 1, of shape (units,)."""
    import numpy as np

    return np.array([_strength(theme, unit) for unit in view.units])


def _strength(theme: str, unit: Unit) -> float:
    roles = cues.found(_FILE, unit.text)
    if (theme, "shows") in roles:
        return _DONE if unit.deed else _TOLD if unit.statement.source == "summary" else _LIKELY
    if (theme, "likely") in roles and unit.deed:
        return _LIKELY
    return _CLAIMED if (theme, "asks") in roles else 0.0


@once
def _months(theme: str, view: View) -> int:
    """Months covered by the positions with a line that shows the theme as something done."""
    places = {unit.statement.position for unit, strength in zip(view.units, strengths(theme, view), strict=True) if strength == _DONE}
    return covered(view.profile.positions[place] for place in sorted(p for p in places if p is not None))
