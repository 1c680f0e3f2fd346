"""The needs' own findings in, signals out: how many a rule could tell, the least, mean and best credit, and each type's figures."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.types import NEED_TYPES, NeedMatch

_NAMES = {kind: (f"credit {kind}", f"needs {kind}") for kind in NEED_TYPES}


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
    wished = [n.credit for n in found if n.need.optional and n.credit is not None and n not in firm]
    if wished:
        signals["credit wished"] = sum(wished) / len(wished)
    credits: dict[str, list[float]] = {}
    counts = dict.fromkeys(NEED_TYPES, 0)
    for n in firm:
        counts[n.need.type] += 1
        if n.credit is not None:
            credits.setdefault(n.need.type, []).append(n.credit)
    for kind, (credit, count) in _NAMES.items():
        if kind in credits:
            signals[credit] = sum(credits[kind]) / len(credits[kind])
        signals[count] = float(counts[kind])
    for match in firm:
        for name, value in match.signals.items():
            signals[name] = min(signals[name], value) if name in signals else value
    return signals
