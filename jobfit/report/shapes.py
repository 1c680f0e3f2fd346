"""The JSON of the contract as types: what ``parse``, ``score``, ``profile`` and ``evaluate --predict`` print."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from jobfit.types import Kind, NeedType, VerdictName  # noqa: TC001 # the schema generator reads the annotations at run time


class EvidenceShape(TypedDict):
    """A line of the profile that bears on a requirement, quoted; ``score`` is 0 to 1."""

    line: int
    text: str
    where: str
    score: float


class NeedShape(TypedDict):
    """One thing a requirement asks for; ``verdict`` and ``evidence`` only where a profile was judged."""

    type: NeedType
    text: str
    any_of: list[str]
    optional: bool
    verdict: NotRequired[VerdictName]
    evidence: NotRequired[list[EvidenceShape]]
    reason: NotRequired[str]


class ProbabilityShape(TypedDict):
    """The chance of each verdict, 0 to 1."""

    met: float
    partly: float
    unmet: float


class RequirementShape(TypedDict):
    """One item a posting asks for; lines count from 1 in the text that ``parse --text`` shows."""

    id: str
    kind: Kind
    type: NeedType
    text: str
    line: int
    end_line: int
    section: str
    verdict: NotRequired[VerdictName]
    probability: NotRequired[ProbabilityShape]
    evidence: NotRequired[list[EvidenceShape]]
    reason: NotRequired[str]
    needs: list[NeedShape]


class DutyShape(TypedDict):
    """A line that says what the person will do; never scored."""

    text: str
    line: int
    end_line: int


class PostingShape(TypedDict):
    """One role of a posting as ``parse`` prints it."""

    path: str
    title: str
    company: str
    role: str
    roles: list[str]
    language: str
    requirements: list[RequirementShape]
    duties: list[DutyShape]
    warnings: list[str]


class PostingHeadShape(TypedDict):
    """Which posting a result is about."""

    path: str
    title: str
    company: str
    role: str
    language: str


class ProfileHeadShape(TypedDict):
    """Which profile a result is about."""

    path: str
    name: str


class TallyShape(TypedDict):
    """How many requirements of one kind came out how; ``coverage`` is 0 to 1, null where nothing was judged."""

    met: int
    partly: int
    unmet: int
    unjudged: int
    coverage: float | None


class ResultShape(TypedDict):
    """One role against one profile as ``score`` prints it; ``fit`` is 0 to 1, null where nothing was judged."""

    posting: PostingHeadShape
    profile: ProfileHeadShape
    fit: float | None
    required: TallyShape
    nice: TallyShape
    knockouts: list[str]
    requirements: list[RequirementShape]
    warnings: list[str]
    model: str
    jobfit: str


class FailureShape(TypedDict):
    """An input that could not be used, and why."""

    path: str
    error: str


class AnswerShape(TypedDict):
    """One answer of ``evaluate --predict``; ``id`` is the input row's own."""

    id: str | int | float | bool | None
    verdict: VerdictName
    probability: ProbabilityShape
    evidence: list[EvidenceShape]
    reason: str
