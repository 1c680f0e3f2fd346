"""A Match with its verdict in, the reason out: one plain sentence put together from what the needs' rules and the lines found."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.types import Evidence, Match, NeedMatch, VerdictName

_LIMIT = 4  # findings that one sentence can carry
_WHOLE = 0.75  # credit from which a need is taken as shown
_QUOTED = 80  # letters of a line that it can
_NAMED = 40  # letters of what a need is about


def reason(match: Match, said: VerdictName, evidence: Sequence[Evidence]) -> str:
    """Return the sentence; it names only findings that agree with the verdict, or says which line is nearest."""
    if said == "unjudged":
        return "a profile seldom says this, and this one does not; ask or check"
    found = [n for n in match.needs if n.reason]
    shown = [n for n in found if n.credit and n.evidence]
    firm = [n for n in found if not n.need.optional]
    missing = [n for n in firm if n.short or n.credit == 0]
    whole = [n for n in shown if n.credit and n.credit >= _WHOLE]
    wanted = {"met": whole, "partly": [*shown, *missing] if shown else [], "unmet": missing}[said]
    told = _distinct(wanted, several=len(found) > 1)
    if said == "partly" and told and not missing and len(whole) == len(shown):
        told = [*told[: _LIMIT - 1], _open(match)]
    return "; ".join(told) or _nearest(match, said, evidence)


def _distinct(found: Sequence[NeedMatch], *, several: bool) -> list[str]:
    """Return the findings, each once; where there are several needs, each says what it is about."""
    return list(dict.fromkeys(_about(n) if several else n.reason for n in found))[:_LIMIT]


def _about(found: NeedMatch) -> str:
    return found.reason.replace("on it", f"on {_quoted(found.need.subject or found.need.text, _NAMED)}", 1)


def _open(match: Match) -> str:
    """Say what of a requirement shown in part remains: the need that no rule could tell, else that something does."""
    rest = [n.need.text for n in match.needs if n.credit is None and not n.need.optional and n.need.text != match.requirement.text]
    return f"nothing plainly shows {_quoted(rest[0])}" if rest else "taken together, that seems only part of it"


def _quoted(text: str, most: int = _QUOTED) -> str:
    """Return a text in quotes, cut at a word if it is long."""
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= most else f'"{words[: most + 1].rsplit(" ", 1)[0]} …"'


def _nearest(match: Match, said: VerdictName, evidence: Sequence[Evidence]) -> str:
    if said == "unmet" or not evidence:
        near = match.candidates[:1]
        return "no line shows it" + "".join(f"; the nearest is line {e.line}, {_quoted(e.text)}" for e in near)
    lines = f"line {evidence[0].line}" if len(evidence) == 1 else f"lines {', '.join(str(e.line) for e in evidence)}"
    verb = "shows" if len(evidence) == 1 else "show"
    return f"{lines} {verb} it" if said == "met" else f"{lines} {verb.replace('show', 'bear')} on it in part"
