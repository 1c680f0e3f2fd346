"""The JSON of the contract as types: what ``parse``, ``score``, ``profile`` and ``evaluate --predict`` print."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from jobfit.types import Kind, NeedType, VerdictName  # the schema generator reads the annotations at run time


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
    verdict: NotRequired[VerdictName]
    evidence: NotRequired[list[EvidenceShape]]


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


class PositionShape(TypedDict):
    """A job, project or voluntary post; ``start`` and ``end`` are YYYY-MM, or YYYY where no month is said, ``end`` null while it lasts."""

    kind: Literal["work", "project", "volunteer"]
    title: str
    employer: str
    place: str
    start: str | None
    end: str | None
    ongoing: bool
    months: int | None
    line: int
    date_line: int
    where: str


class DegreeShape(TypedDict):
    """A course of education; ``finished`` is null where nothing is said."""

    title: str
    level: str
    field: str
    institution: str
    start: str | None
    end: str | None
    finished: bool | None
    line: int
    where: str


class CredentialShape(TypedDict):
    """A licence, certificate, registration or clearance; its months are null where unsaid, `issued` a year where no month is said."""

    name: str
    issuer: str
    issued: str | None
    expires: str | None
    line: int
    where: str


class LanguageShape(TypedDict):
    """A human language by ISO 639-1 code with its CEFR level, empty where unsaid."""

    code: str
    name: str
    level: str
    line: int
    where: str


class PlaceShape(TypedDict):
    """A place lived or worked in; ``now`` is true where the person lives there."""

    text: str
    country: str
    now: bool
    line: int
    where: str


class StatementShape(TypedDict):
    """A line that can serve as evidence; ``position`` counts the positions from 0."""

    text: str
    line: int
    where: str
    source: str
    listed: bool
    negated: bool
    position: int | None


class ProfileShape(TypedDict):
    """What was understood of a profile as ``profile --format json`` prints it; ``months`` counts overlaps once."""

    schema: str
    path: str
    name: str
    headline: str
    language: str
    as_of: str
    months: int
    positions: list[PositionShape]
    education: list[DegreeShape]
    credentials: list[CredentialShape]
    languages: list[LanguageShape]
    places: list[PlaceShape]
    statements: list[StatementShape]
    warnings: list[str]


class ReportShape(TypedDict):
    """What ``score --format json`` prints."""

    schema: str
    results: list[ResultShape]
    failed: list[FailureShape]


class PostingsShape(TypedDict):
    """What ``parse --format json`` prints."""

    schema: str
    postings: list[PostingShape]
    failed: list[FailureShape]


class GapShape(TypedDict):
    """A need that postings ask for and the profile does not show: what it costs, in how many postings, and which it would open."""

    need: str
    type: NeedType
    cost: float
    postings: int
    required: int
    nice: int
    opens: list[str]
    asked: list[str]


class GapsShape(TypedDict):
    """What ``gaps --format json`` prints; ``reach`` is the fit that counts as open, 0 to 1."""

    schema: str
    profile: ProfileHeadShape
    reach: float
    scored: int
    open: int
    gaps: list[GapShape]
    failed: list[FailureShape]
