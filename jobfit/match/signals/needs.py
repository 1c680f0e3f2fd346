"""The needs' own findings in, signals out: how many a rule could tell, the least, mean and best credit, and each type's figures."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.types import NEED_TYPES, NeedMatch


def needs(found: Sequence[NeedMatch]) -> dict[str, float]:
    """Return the signals over a requirement's needs; the parts it only prefers are left out unless there is nothing else."""
    firm = [n for n in found if not n.need.optional] or list(found)
    known = [n.credit for n in firm if n.credit is not None]
    signals = {
        "needs": float(len(firm)),
        "needs known": len(known) / max(1, len(firm)),
        "optional": float(any(n.need.optional for n in found)),
    }
    if known:
        signals |= {"credit min": min(known), "credit mean": sum(known) / len(known), "credit max": max(known)}
    for kind in NEED_TYPES:
        mine = [n.credit for n in firm if n.need.type == kind and n.credit is not None]
        if mine:
            signals[f"credit {kind}"] = sum(mine) / len(mine)
        signals[f"needs {kind}"] = float(sum(n.need.type == kind for n in firm))
    for match in firm:
        for name, value in match.signals.items():
            signals[name] = min(signals[name], value) if name in signals else value
    return signals
