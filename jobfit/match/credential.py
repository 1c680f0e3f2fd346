"""A need for a licence, certificate, registration or check and a View in, its NeedMatch out: held, comparable, lapsed or missing."""

from __future__ import annotations

from jobfit.match.near import Near
from jobfit.match.view import View
from jobfit.match.words import content, share
from jobfit.types import Credential, Evidence, Need, NeedMatch
from jobfit.vocabulary import credentials

_NEAR = 0.5
_LAPSED = 0.5
_WORDS_ENOUGH = 0.6


def look(need: Need, view: View, near: Near) -> NeedMatch:  # noqa: ARG001 - every kind of need is looked at alike
    """Return the credit of the best held credential; by name where the vocabulary knows it, else by the share of the words it holds."""
    wanted = list(dict.fromkeys(hit.name for hit in credentials.find(need.text)))
    graded = [(*_grade(held, wanted, need.text, view.profile.as_of), held) for held in view.profile.credentials]
    graded += _elsewhere(wanted, view)
    credit, how, best = max(graded, key=lambda g: g[0], default=(0.0, "none", None))
    signals = {"credential": credit, "credential known": float(bool(wanted)), "credentials held": float(len(view.profile.credentials))}
    if best is None or credit <= 0:
        return NeedMatch(need, 0.0, (), "no such credential is named", signals=signals)
    unit = view.by_line.get(best.line)
    evidence = Evidence(best.line, unit.statement.text if unit else best.name, best.where, 1.0)
    return NeedMatch(need, credit, (evidence,), f"{best.name} (line {best.line}) {how}", signals=signals)


def _grade(held: Credential, wanted: list[str], text: str, now: int) -> tuple[float, str]:
    lapsed = held.expires is not None and held.expires < now
    own = {hit.name for hit in credentials.find(held.name)}
    full = own | {name for each in own for name in credentials.implied(each)}
    near = {name for each in wanted for name in credentials.siblings(each)}
    if full & set(wanted):
        return (_LAPSED, "has lapsed") if lapsed else (1.0, "is what is asked for")
    if own & near:
        return _NEAR, "is comparable"
    common = share(content(held.name), content(text))
    return (0.75 * common, "is near in its words") if not wanted and common >= _WORDS_ENOUGH else (0.0, "is another credential")


def _elsewhere(wanted: list[str], view: View) -> list[tuple[float, str, Credential]]:
    """Credentials named outside the list of certificates: in a summary, a title, a degree."""
    found = []
    for unit in view.units:
        if wanted and not unit.statement.negated:
            own = {hit.name for hit in credentials.find(unit.text)}
            if (own | {name for each in own for name in credentials.implied(each)}) & set(wanted):
                found.append((0.75, "names it", Credential(unit.text[:80], line=unit.statement.line, where=unit.statement.where)))
    return found
