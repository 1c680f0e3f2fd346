"""Every noun of jobfit, frozen, in the order of the flow: file, document, posting, profile, match, verdict, assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["required", "nice"]
NeedType = Literal["skill", "experience", "education", "credential", "language", "condition", "trait"]
VerdictName = Literal["met", "partly", "unmet", "unjudged"]
LineClass = Literal["required", "nice", "duty", "heading", "other"]

NEED_TYPES: tuple[NeedType, ...] = ("skill", "experience", "education", "credential", "language", "condition", "trait")
KINDS: tuple[Kind, ...] = ("required", "nice")
VERDICTS: tuple[VerdictName, ...] = ("unmet", "partly", "met")
LINE_CLASSES: tuple[LineClass, ...] = ("required", "nice", "duty", "heading", "other")


# --- read: bytes to Document ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document's text, with what the file's own markup said of it.

    ``number`` counts from 1 in the text that ``jobfit parse --text`` shows; for text, Markdown and YAML that is the file's own
    line. ``heading`` is the markup's heading level (0: none known), ``bullet`` the list mark where the markup or text has one.
    """

    number: int
    text: str
    heading: int = 0
    bullet: str = ""
    bold: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text in lines, with the fields its format states outright and, for structured formats, its data.

    ``meta`` holds only what the format names itself: ``title``, ``page_title`` (a web page's own, where it differs), ``company``,
    ``location``, ``employment_type``, ``url``, ``language``.
    ``data`` is the parsed YAML or JSON of a structured profile; ``data_lines`` maps a JSON path such as
    ``work[0].highlights[2]`` to the line where that value stands.
    """

    path: str
    format: str
    lines: tuple[Line, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    data: Any = None
    data_lines: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


# --- parse: Document to Posting ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a requirement asks for; a requirement is met when all its needs are, a need when any of its alternatives is.

    ``any_of`` holds the alternatives in the posting's words (one entry where there is no choice), ``skills`` the vocabulary's
    names for them (parallel groups flattened, in order). ``open`` says that the list is only examples ("e.g.", "or similar").
    ``optional`` marks a part the item itself only prefers. ``months`` is an amount of experience, ``level`` a degree, CEFR or
    depth level in the vocabulary's own names, ``subject`` what the experience, degree or licence is to be in. Of the needs of one
    ``group`` one is enough.
    """

    type: NeedType
    text: str
    any_of: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    open: bool = False
    optional: bool = False
    months: int | None = None
    level: str = ""
    subject: str = ""
    fields: tuple[str, ...] = ()
    equivalent: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One item a posting asks for, whole, with the lines it stands on and the needs it was read into."""

    id: str
    kind: Kind
    type: NeedType
    text: str
    line: int
    end_line: int
    section: str = ""
    needs: tuple[Need, ...] = ()
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """A line that says what the person will do; context for a reader, never scored."""

    text: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Posting:
    """One role of one posting: its requirements in the order of the page.

    ``left_out`` are the lines of the page that no role's requirements or duties stand on, headings among them.
    """

    path: str
    title: str = ""
    company: str = ""
    role: str = ""
    roles: tuple[str, ...] = ()
    language: str = ""
    location: str = ""
    employment_type: str = ""
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Duty, ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()


# --- facts: Document to Profile ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Calendar months, ``start`` included and ``end`` not, each counted as year × 12 + month − 1.

    ``starts_in_year`` and ``ends_in_year`` say that the profile names but the year there; the month is a guess.
    """

    start: int
    end: int
    ongoing: bool = False
    starts_in_year: bool = field(default=False, compare=False)
    ends_in_year: bool = field(default=False, compare=False)

    @property
    def months(self) -> int:
        return max(0, self.end - self.start)


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a profile that can serve as evidence, with the position it belongs to.

    ``source`` is the part of the profile: ``summary work project volunteer education certificate skill language publication
    award interest place right other``. ``listed`` is true for a bare word of a list (a skills list), which shows no deed.
    ``negated`` is true where the line denies or only hopes for what it names. ``position`` indexes ``Profile.positions``.
    """

    text: str
    line: int
    where: str = ""
    source: str = "other"
    listed: bool = False
    negated: bool = False
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A job, project or voluntary post on the time line; ``lines`` are the lines of its title, dates and statements."""

    title: str
    employer: str = ""
    place: str = ""
    span: Span | None = None
    line: int = 0
    date_line: int = 0
    lines: tuple[int, ...] = ()
    kind: Literal["work", "project", "volunteer"] = "work"
    where: str = ""


@dataclass(frozen=True, slots=True)
class Degree:
    """A course of education; ``level`` in the vocabulary's degree levels, ``finished`` None where nothing is said."""

    title: str
    level: str = ""
    field: str = ""
    institution: str = ""
    span: Span | None = None
    finished: bool | None = None
    line: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Credential:
    """A licence, certificate, registration or clearance, with its dates as months (None: unsaid).

    ``finished`` is false where the text says that it is still to be earned ("two of four exams passed", "test booked").
    ``year_only`` says that ``issued`` stands for a year whose month is not said.
    """

    name: str
    issuer: str = ""
    issued: int | None = None
    expires: int | None = None
    line: int = 0
    where: str = ""
    finished: bool = True
    year_only: bool = False


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A human language as an ISO 639-1 code with a CEFR level (``A1`` … ``C2``, ``native``; empty: unsaid)."""

    code: str
    name: str
    level: str = ""
    line: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place the person lives or worked in; ``country`` as ISO 3166-1 alpha-2 code, upper case, empty where unknown."""

    text: str
    country: str = ""
    line: int = 0
    now: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a profile says, each fact with its line. Name and contact are kept for display only and never reach the scoring."""

    path: str
    name: str = ""
    headline: str = ""
    positions: tuple[Position, ...] = ()
    education: tuple[Degree, ...] = ()
    credentials: tuple[Credential, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    as_of: int = 0
    language: str = ""
    warnings: tuple[str, ...] = ()


# --- match and judge --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line of the profile that bears on a need; ``score`` is 0 to 1, best first."""

    line: int
    text: str
    where: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class NeedMatch:
    """What the profile's facts say to one need: ``credit`` 0 (nothing), ½ (part or a near thing), 1 (all), None (no rule can tell).

    ``short`` says that the profile states less than is asked for, in years or in level: the need is not met, whatever else speaks for it.
    """

    need: Need
    credit: float | None
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    contradicted: bool = False
    short: bool = False
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """A requirement beside all that the profile holds for it: candidate lines best first, each need's facts, and the named signals."""

    requirement: Requirement
    candidates: tuple[Evidence, ...]
    needs: tuple[NeedMatch, ...]
    signals: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class NeedVerdict:
    """A need with its verdict and the lines that decide it."""

    need: Need
    verdict: VerdictName
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one requirement: verdict, calibrated probabilities (met, partly, unmet), evidence and the reason in one sentence."""

    requirement: Requirement
    verdict: VerdictName
    probability: Mapping[str, float]
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    needs: tuple[NeedVerdict, ...] = ()
    knockout: bool = False
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many requirements of one kind came out how; tallies add up."""

    met: int = 0
    partly: int = 0
    unmet: int = 0
    unjudged: int = 0

    @property
    def judged(self) -> int:
        return self.met + self.partly + self.unmet

    @property
    def credit(self) -> float:
        return self.met + 0.5 * self.partly

    @property
    def coverage(self) -> float | None:
        """Credit over judged requirements, 0 to 1; None where nothing was judged."""
        return self.credit / self.judged if self.judged else None

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.met + other.met, self.partly + other.partly, self.unmet + other.unmet, self.unjudged + other.unjudged)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One posting's role against one profile."""

    posting: Posting
    profile_path: str
    profile_name: str
    verdicts: tuple[Verdict, ...]
    required: Tally
    nice: Tally
    fit: float | None
    knockouts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    model: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, and why, in one sentence for the user."""

    path: str
    error: str
