"""A Match in, a Verdict out; the verdicts of a posting in, its Assessment out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jobfit.forest import Forest, load
from jobfit.judge.reason import reason
from jobfit.judge.score import assess
from jobfit.types import Evidence, Match, NeedMatch, NeedVerdict, Verdict, VerdictName

__all__ = ["FIGURES", "assess", "judge", "judge_all", "probabilities"]

FIGURES = Path(__file__).parent / "data" / "judge.json"

# What profiles do not carry: where nothing in the profile speaks to such a condition, silence says nothing either way.
_SILENT = frozenset({"hours", "travel", "physical", "check", "on-call", "rights", "remote"})
_EVIDENCE = 3  # lines that a reader takes in
_KNOCKOUT_TYPES = frozenset({"condition", "credential"})


def judge(match: Match) -> Verdict:
    """Return the verdict with its probabilities, evidence (best first) and reason."""
    return judge_all([match])[0]


def judge_all(matches: Sequence[Match]) -> list[Verdict]:
    """Judge many matches at once; each result is the same as if it were judged alone."""
    forest = load(FIGURES)
    return [_verdict(match, p, forest) for match, p in zip(matches, probabilities(matches, forest), strict=True)]


def probabilities(matches: Sequence[Match], forest: Forest) -> list[dict[str, float]]:
    """Return each match's probabilities of ``met``, ``partly`` and ``unmet``, which sum to 1."""
    if not matches:
        return []
    scores = forest.scores(forest.rows([m.signals for m in matches]))
    found = []
    for some, full in zip(scores["at least partly"], scores["met"], strict=True):
        met = min(float(full), float(some))
        found.append({"met": met, "partly": float(some) - met, "unmet": 1.0 - float(some)})
    return found


def _verdict(match: Match, probability: dict[str, float], forest: Forest) -> Verdict:
    if not match.candidates:
        probability = {"met": 0.0, "partly": 0.0, "unmet": 1.0}
    firm = [n for n in match.needs if not n.need.optional]
    if firm and all(n.contradicted for n in firm):
        probability = {"met": 0.0, "partly": 0.0, "unmet": 1.0}
    if any(n.short for n in firm):
        probability = {"met": 0.0, "partly": probability["partly"] + probability["met"], "unmet": probability["unmet"]}
    expected = probability["partly"] + 2 * probability["met"]
    low, high = forest.meta["cuts"]
    said: VerdictName = "met" if expected > high else "partly" if expected > low else "unmet"
    if said == "unmet" and _silent(match):
        said = "unjudged"
    needs = tuple(_need(need, said) for need in match.needs)
    contradicted = [n for n in match.needs if n.contradicted]
    evidence = _shown(match) if said in ("met", "partly") else tuple(e for n in contradicted for e in n.evidence)
    knockout = said == "unmet" and match.requirement.kind == "required" and match.requirement.type in _KNOCKOUT_TYPES and bool(contradicted)
    rounded = {name: round(p, 4) for name, p in probability.items()}
    return Verdict(match.requirement, said, rounded, evidence, reason(match, said, evidence), needs, knockout, match.signals)


def _shown(match: Match) -> tuple[Evidence, ...]:
    """Return the line ranked first, then those that the needs' rules name (the reason speaks of them), then the other candidates."""
    ruled = [e for n in match.needs if n.credit and not n.need.optional for e in n.evidence[:1]]
    lines: dict[int, Evidence] = {}
    for evidence in (*match.candidates[:1], *ruled, *match.candidates[1:]):
        lines.setdefault(evidence.line, evidence)
    return tuple(lines.values())[:_EVIDENCE]


def _silent(match: Match) -> bool:
    """Tell whether the profile says nothing to a condition, or to a check, of a kind that profiles do not carry."""
    if match.requirement.type not in _KNOCKOUT_TYPES or any(n.contradicted or n.credit for n in match.needs):
        return False
    return all(n.need.type in _KNOCKOUT_TYPES and n.need.level in _SILENT for n in match.needs)


def _need(match: NeedMatch, said: VerdictName) -> NeedVerdict:
    """Read a need's own verdict off its credit; where no rule could tell, it shares the requirement's."""
    if match.credit is None:
        return NeedVerdict(match.need, said, match.evidence, match.reason)
    own: VerdictName = "met" if match.credit >= 0.75 else "partly" if match.credit >= 0.25 else "unmet"
    shown: tuple[Evidence, ...] = match.evidence if own != "unmet" or match.contradicted else ()
    return NeedVerdict(match.need, own, shown, match.reason)
