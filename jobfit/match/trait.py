"""A need for a trait and a View in, its NeedMatch out: no rule decides a trait, only the words of the lines do."""

from __future__ import annotations

from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.match.words import content, share
from jobfit.types import Need, NeedMatch


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return no credit of its own: traits are left to the fitted judge; only the share of words a line says outright is a signal."""
    asked = content(need.text)
    best = max((share(asked, content(unit.text)) for unit in view.units), default=0.0)
    return NeedMatch(need, None, signals={"said outright": best})
