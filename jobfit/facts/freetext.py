"""A résumé in plain lines (text, Markdown, PDF, DOCX, HTML) comes in; its Profile comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from jobfit.facts import make, phrases
from jobfit.facts.asof import latest, own_date
from jobfit.facts.courses import find_courses
from jobfit.facts.grouped import Job
from jobfit.facts.header import NAME_LABEL, Header, fragments, name_in, names_owner, only_languages, read_header, says_name
from jobfit.facts.headings import heading_of, label_of
from jobfit.facts.jobs import find_jobs
from jobfit.facts.named import has_role, has_school, is_blank
from jobfit.facts.papers import find_papers, parted
from jobfit.facts.personal import without
from jobfit.facts.phrases import is_leave
from jobfit.facts.private import FRAGMENT, is_private, scrub
from jobfit.facts.sections import Part, parts
from jobfit.facts.spans import month_of
from jobfit.facts.stray import first_stray
from jobfit.facts.tongue import written
from jobfit.facts.unnamed import with_own_headings
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex
from jobfit.types import Credential, Degree, Document, LanguageSkill, Place, Position, Profile, Statement
from jobfit.vocabulary import degrees
from jobfit.vocabulary import languages as tongues

KINDS = {"work": "work", "projects": "project", "volunteer": "volunteer"}
SOURCES = {
    "": "summary",
    "summary": "summary",
    "work": "work",
    "education": "education",
    "certificates": "certificate",
    "skills": "skill",
    "languages": "language",
    "projects": "project",
    "volunteer": "volunteer",
    "publications": "publication",
    "awards": "award",
    "interests": "interest",
    "rights": "right",
}
OF_SELF = ("", "summary", "other", "languages", "interests", "rights", "personal", "memberships")  # parts that speak of the person
BESIDE = ("skills", "languages", "certificates", "awards", "interests")  # parts that stand in a column at the side
LABELLED = ("other", "certificates")  # parts in which the label of a line says what it tells of
PLACE_WORDS = 8
HEADER = 8  # lines above the jobs in a text without headings
STUDIES = ("vocational", "bachelor", "master", "doctorate")
HIGH = ("bachelor", "master", "doctorate")
DEGREE = regex(
    r"degree|diplom|bachelor|master|magister|lic[ei]n|grado|mestrado|doctor|doktor|ph\.?d|\b[BM]\.? ?(?:[AS]c?|A)\b", re.IGNORECASE
)
TRAINED = regex(r"\W*(?:(?:berufs)?ausbildung|lehre|umschulung) (?:zu[mr]|als)\b|(?:opleiding|omscholing) (?:tot|als)\b", re.IGNORECASE)


def read(document: Document, as_of: date | None) -> Profile:
    """Facts of a résumé in lines; ``as_of`` None falls back on its own date, then on the latest date in it."""
    cut = _with_top_below(with_own_headings(parts(document.lines)))
    now = month_of(as_of or own_date(document) or latest(document))
    return _Reading(document, cut, now).profile()


def _as_said(text: str) -> str:
    """Return the cells of a row as one would say them: "German | C1" is "German - C1"."""
    return re.sub(r"\s*\|\s*", " - ", text)


def _with_top_below(cut: list[Part]) -> list[Part]:
    """Cut a part in which the person's name follows, as where the column at the side of a page was written out before the rest."""
    above: list[Whole] = []
    for n, part in enumerate(cut):
        if part.kind in BESIDE:
            for k, whole in enumerate(part.lines):
                if k and whole.gap and names_owner(whole.text, above):
                    top = Part("", "", whole.number, part.lines[k:])
                    return [*cut[:n], Part(part.kind, part.title, part.line, part.lines[:k]), top, *cut[n + 1 :]]
        above += part.lines
    return cut


class _Reading:
    """One pass over the parts; each fills its own facts."""

    def __init__(self, document: Document, cut: Sequence[Part], now: int) -> None:
        self.document, self.now, self.cut = document, now, cut
        self.header = Header()
        self.positions: list[Position] = []
        self.degrees: list[Degree] = []
        self.credentials: list[Credential] = []
        self.languages: list[LanguageSkill] = []
        self.homes: list[Place] = []
        self.places: list[Place] = []
        self.statements: list[Statement] = []

    def profile(self) -> Profile:
        named = next((part for part in self.cut if part.lines), None)
        for part in self.cut:
            if part.kind in ("", "personal"):
                own = part.kind == "" or any(NAME_LABEL.match(whole.text) for whole in part.lines)
                self._top(part, named=part is named or (own and not self.header.name))
            elif part.kind in KINDS:
                self._jobs(part)
            elif part.kind == "other" and not self.header.name and self._names_person(part):
                self._top(part, named=False)
                self.header.name = part.title
            else:
                if part.kind == "languages" and not any(tongues.find(whole.text) for whole in part.lines):
                    part.kind = "skills"  # of programming
                self._plain(part)
        self._elsewhere()
        if not self.header.name and (name := self._name_below()):
            self.header.name = name
            self.statements = [said for said in self.statements if said.text != name]
        return Profile(
            path=self.document.path,
            name=self.header.name,
            headline=self.header.headline,
            positions=tuple(self.positions),
            education=tuple(self.degrees),
            credentials=(*self.credentials, *make.found_credentials(self.statements, self.credentials, self.now)),
            languages=tuple(self.languages),
            places=(*self.homes, *self.places),
            statements=tuple(sorted(self.statements, key=lambda said: said.line)),
            as_of=self.now,
            language=written(self.statements, self.document.meta.get("language", "")),
            warnings=self.document.warnings,
        )

    # --- parts -----------------------------------------------------------------------------------------------------

    def _name_below(self) -> str:
        """Return a name that layout has put below other parts: a top heading that reads like one."""
        tops = [line.text for line in self.document.lines if line.heading == 1]
        return next((name for text in tops if (name := name_in(text, first=False)) and not heading_of(text)), "")

    def _names_person(self, part: Part) -> bool:
        """Say whether a part stands under the person's name, as where a sidebar comes first: its largest heading reads like one."""
        line = self.document.lines[part.line - 1] if part.line else None
        return line is not None and line.heading == 1 and name_in(part.title, first=False) == part.title

    def _top(self, part: Part, named: bool) -> None:
        """Take the lines above the first heading: a short top in full; in a text without headings the jobs as well."""
        lines, told = part.lines, part.lines[:0]
        if part.kind == "" and len(self.cut) == 1:
            first = first_stray(part.lines[1:HEADER])
            end = HEADER if first is None else first + 1
            lines, told = part.lines[:end], part.lines[end:]
        header = read_header(lines, named=named, known=self.header.name)
        if named or not self.header.name:
            self.header.name = self.header.name or header.name
            self.header.headline = self.header.headline or header.headline
        for line, text in header.shown:
            at_home = line in [at for at, _ in header.homes] and len(text.split()) < PLACE_WORDS and not phrases.find("rights", text)
            source = "place" if at_home else "summary"
            self._say(line, text, part.title or "top", source)
        self.homes += [make.place(text, line, True, part.title or "top") for line, text in header.homes]
        for line, text in header.tongues:
            self._tongues(make.languages(text, line, part.title or "top"))
        if told:
            self._jobs(Part("work", part.title, part.line, list(told)))

    def _jobs(self, part: Part) -> None:
        found, before = find_jobs(part.lines, self.now)
        for whole in before:
            self._line(whole, part)
        for job in found:
            self._job(job, part)

    def _job(self, job: Job, part: Part) -> None:
        heads = job.heads
        if part.kind == "work" and self._is_study(job):
            self._plain(Part("education", part.title, part.line, job.lines))
            return
        leave = is_leave(heads.title) or is_leave(heads.employer) or not (heads.title or heads.employer)
        index = None if leave else len(self.positions)
        span = make.clipped(job.span, self.now) if job.span else None
        if not leave:
            kind = KINDS[part.kind]
            lines = tuple(whole.number for whole in job.lines)
            title = heads.title or heads.employer
            self.positions.append(
                Position(title, heads.employer, heads.place, span, job.line, job.date_line, lines, kind, part.title)  # type: ignore[arg-type]
            )
            if heads.place and kind == "work" and not is_blank(heads.place):
                self.places.append(make.place(heads.place, job.line, bool(span and span.ongoing), part.title))
        for whole in job.lines:
            self._line(whole, part, index)

    def _plain(self, part: Part) -> None:
        if part.kind in ("summary", "skills", "languages", "other", "awards", "interests", "memberships") or self._without_jobs(part):
            self._strayed(part)
        for whole in part.lines:
            self._line(whole, part)
        courses, papers = parted(part)
        self.degrees += find_courses(courses, self.now, part.title)
        self.credentials += find_papers(papers, part, {each.line for each in self.degrees if each.level}, self.now)
        if part.kind == "languages":
            self._language_part(part)

    @staticmethod
    def _is_study(job: Job) -> bool:
        """Say whether what stands among the jobs is a course: a degree at a school, and nothing that one is at work."""
        text = job.lines[0].text
        if TRAINED.match(job.heads.title) and not any(whole.bullet for whole in job.lines[1:]):
            return True  # whose deeds are told is taken for at work
        study = has_school(text) and make.level_in(text) in STUDIES
        return study and not any(has_role(whole.text) for whole in job.lines[:3]) and not has_role(job.heads.title)

    def _without_jobs(self, part: Part) -> bool:
        """Say whether this is the education of a text in which no heading opens the jobs: they may follow under it."""
        return part.kind == "education" and not any(each.kind == "work" for each in self.cut)

    def _strayed(self, part: Part) -> None:
        """Take out of a part the jobs that a column break or an unknown heading has put there."""
        top = first_stray(part.lines)
        if top is not None:
            strayed = Part("work", part.title, part.line, part.lines[top:])
            part.lines = part.lines[:top]
            self._jobs(strayed)

    def _language_part(self, part: Part) -> None:
        """Read a list of languages; a level alone on its line belongs to the language above."""
        for whole in part.lines:
            found = make.languages(_as_said(whole.text), whole.number, part.title)
            level = tongues.level_of(whole.text)
            if not found and level and self.languages and not self.languages[-1].level:
                last = self.languages.pop()
                found = [LanguageSkill(last.code, last.name, level, last.line, last.where)]
            self._tongues(found)

    # --- lines -----------------------------------------------------------------------------------------------------

    def _line(self, whole: Whole, part: Part, position: int | None = None) -> None:
        """Make a line's statement, and the facts of a labelled line ("Languages: …") whatever section it stands in."""
        line = without(whole.text, "self" if position is None and part.kind in OF_SELF else "deed")
        kept = cut = [line]
        if position is None and FRAGMENT.search(line):
            cut = fragments(line)
            kept = [piece for piece in cut if not is_private(piece) and not says_name(piece, self.header.name)]
        text = scrub("    ".join(kept) if len(kept) < len(cut) or "  " in line else line)
        if not text or (position is None and is_private(text)) or says_name(text, self.header.name):
            return
        kind, rest = label_of(text) if position is None else ("", text)
        if (
            not kind
            and position is None
            and text.split()[0].strip(":").lower() in ("languages", "sprachen", "langues", "idiomas", "talen", "línguas")
        ):
            kind, rest = "languages", text.partition(" ")[2]
        if kind == "languages" and (found := make.languages(rest, whole.number, part.title)):
            self._tongues(found)
            self._say(whole.number, text, part.title, "language")
            return
        self._say(whole.number, text, part.title, SOURCES.get(kind if kind and part.kind in LABELLED else part.kind, "other"), position)

    def _say(self, line: int, text: str, where: str, source: str, position: int | None = None) -> None:
        self.statements.append(make.statement(text, line, where, source, position))

    def _tongues(self, found: Iterable[LanguageSkill]) -> None:
        """Add languages, each once: the first mention with a level stands."""
        for each in found:
            known = next((n for n, other in enumerate(self.languages) if other.code == each.code), None)
            if known is None:
                self.languages.append(each)
            elif each.level and not self.languages[known].level:
                self.languages[known] = each

    def _elsewhere(self) -> None:
        """Take languages with a level from the summary, and a degree from anywhere where no section of education gave one."""
        for said in self.statements:
            apart = said.source in ("work", "education") and only_languages(said.text)
            if (apart or said.source in ("summary", "skill", "other")) and not said.negated:
                self._tongues(each for each in make.languages(_as_said(said.text), said.line, said.where) if each.level)
        if not self.degrees:
            loose = [
                said for said in self.statements if said.source in ("summary", "skill", "other", "certificate") and len(said.text) < 200
            ]
            named = [Whole(said.line, said.text) for said in loose if degrees.level_of(said.text) in HIGH and DEGREE.search(said.text)]
            self.degrees += [each for whole in named for each in find_courses([whole], self.now, "")]
