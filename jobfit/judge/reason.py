"""A Match with its verdict in, the reason out: one plain sentence put together from what the needs' rules and the lines found."""

from __future__ import annotations

from collections.abc import Sequence

from jobfit.types import Evidence, Match, Need, NeedMatch, VerdictName

_LIMIT = 4  # findings that one sentence can carry
_WHOLE = 0.75  # credit from which a need is taken as shown
_CLOSE = 0.15  # score from which a line that does not show it is worth a look; below it stands beside the point
_QUOTED = 80  # letters of a line that it can
_NAMED = 40  # letters of what a need is about
_SORTS = {
    "place": "the place",
    "remote": "working from home",
    "hours": "when or how much to work",
    "travel": "travelling",
    "rights": "the right to work",
    "physical": "the strain",
    "check": "a check",
    "on-call": "being on call",
}


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
    named = _quoted(found.need.subject or found.need.text, _NAMED)
    return found.reason.replace("on it", f"on {named}", 1).replace("no such credential is", f"no credential such as {named} is", 1)


def _open(match: Match) -> str:
    """Say what of a requirement shown in part remains: a need that nothing shows, a wish last, else that something may."""
    rest = sorted((n.need for n in match.needs if not n.credit), key=lambda need: need.optional)
    left = (_left(need, match.requirement.text) for need in rest)
    return next(filter(None, left), "whether that is all it asks stays open")


def _left(need: Need, whole: str) -> str:
    """Say that nothing shows a need, by what tells it from the rest of its requirement; nothing where no words do."""
    words = next((words for words in (need.subject, need.text, *need.any_of) if words and words != whole), "")
    if words:
        return f"nothing plainly shows {_quoted(words)}"
    return f"nothing is said of {_SORTS[need.level]}" if need.type == "condition" and need.level in _SORTS else ""


def _quoted(text: str, most: int = _QUOTED) -> str:
    """Return a text in quotes, cut at a word if it is long."""
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= most else f'"{words[: most + 1].rsplit(" ", 1)[0]} …"'


def _nearest(match: Match, said: VerdictName, evidence: Sequence[Evidence]) -> str:
    if said == "unmet" or not evidence:
        near = [e for e in match.candidates[:1] if e.score >= _CLOSE]
        plainly = " plainly" if any(n.credit for n in match.needs) else ""
        return f"no line{plainly} shows it" + "".join(f"; the nearest is line {e.line}, {_quoted(e.text)}" for e in near)
    lines = f"line {evidence[0].line}" if len(evidence) == 1 else f"lines {', '.join(str(e.line) for e in evidence)}"
    verb = "shows" if len(evidence) == 1 else "show"
    return f"{lines} {verb} it" if said == "met" else f"{lines} {verb.replace('show', 'bear')} on it in part"
