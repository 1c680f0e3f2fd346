"""A Match with its verdict in, the reason out: one plain sentence put together from what the needs' rules and the lines found."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.types import Evidence, Match, NeedMatch, VerdictName

_LIMIT = 4  # findings that one sentence can carry


def reason(match: Match, said: VerdictName, evidence: Sequence[Evidence]) -> str:
    """Return the sentence; it names only findings that agree with the verdict, or says which line is nearest."""
    if said == "unjudged":
        return "a profile seldom says this, and this one does not; ask or check"
    found = [n for n in match.needs if n.reason]
    shown = [n for n in found if n.credit and n.evidence]
    firm = [n for n in found if not n.need.optional]
    missing = [n for n in firm if n.short or (n.credit == 0 and (n.contradicted or not n.evidence))]
    wanted = {"met": shown, "partly": [*shown, *missing] if shown else [], "unmet": missing}[said]
    return "; ".join(_distinct(wanted)) or _nearest(match, said, evidence)


def _distinct(found: Sequence[NeedMatch]) -> list[str]:
    return list(dict.fromkeys(n.reason for n in found))[:_LIMIT]


def _nearest(match: Match, said: VerdictName, evidence: Sequence[Evidence]) -> str:
    if said == "unmet" or not evidence:
        nearest = f"; the nearest is line {match.candidates[0].line}" if match.candidates else ""
        return f"no line shows it{nearest}"
    lines = f"line {evidence[0].line}" if len(evidence) == 1 else f"lines {', '.join(str(e.line) for e in evidence)}"
    verb = "shows" if len(evidence) == 1 else "show"
    return f"{lines} {verb} it" if said == "met" else f"{lines} {verb.replace('show', 'bear')} on it in part"
