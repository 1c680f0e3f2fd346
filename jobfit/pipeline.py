"""Paths of postings and profiles in, assessments or failures out, in the same order; the only file that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from jobfit import __version__
from jobfit.errors import JobfitError, NotAPosting, NotAProfile
from jobfit.types import Assessment, Document, Failure, Kind, Posting, Profile, Requirement, Verdict

if TYPE_CHECKING:
    from jobfit.ports import Encoder

CHUNK = 256  # questions whose texts are encoded in one call


def _quiet(notice: str) -> None:
    """Keep a notice to oneself."""


def _uncounted() -> None:
    """Do not count the files."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; ``as_of`` is the day that "present" means, ``stdin`` the bytes behind the path ``-``.

    ``say`` is told what the user should hear once, such as a cache that cannot be written; ``advance`` is called after each
    posting's file.
    With ``keep_going`` a defect of jobfit itself on one input becomes that input's failure, so that a night's batch survives it.
    """

    as_of: date
    role: str = ""
    model: str | None = None
    cache: bool = True
    as_format: str | None = None
    stdin: bytes | None = None
    keep_going: bool = False
    say: Callable[[str], None] = _quiet
    advance: Callable[[], None] = _uncounted


@dataclass(frozen=True, slots=True)
class Question:
    """A requirement's own text to be judged against the profile at a path; ``id`` is handed back as it came."""

    id: object
    requirement: str
    kind: Kind
    profile: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on one question."""

    id: object
    verdict: Verdict


def files(paths: Iterable[str]) -> Iterator[str | Failure]:
    """Yield every file behind the paths, folders walked in order; a path that holds nothing is a failure."""
    from jobfit.read import find

    for path in paths:
        if path == "-":
            yield path
            continue
        try:
            found = list(find([path]))
        except JobfitError as error:
            yield failure(path, error)
            continue
        yield from found
        if not found:
            yield Failure(path, "holds no file in a format that is read")


def documents(path: str, options: Options) -> list[Document]:
    """Return the documents of one file; raise ReadError where it cannot be read."""
    from jobfit.read import read

    return read(path, as_format=options.as_format if path == "-" else None, data=options.stdin if path == "-" else None)


def texts_all(paths: Iterable[str], options: Options) -> Iterator[str | Failure]:
    """Yield the text of every document, its lines numbered as all results count them."""
    from jobfit.read import numbered

    for path in files(paths):
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield from (f"{numbered(document)}\n" for document in documents(path, options))
        except JobfitError as error:
            yield failure(path, error)


def parse_all(paths: Iterable[str], options: Options) -> Iterator[Posting | Failure]:
    """Yield every posting, one for each role, in the order of the paths; what cannot be read or holds no posting is a failure."""
    for path in files(paths):
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield from _postings(path, options)
        except JobfitError as error:
            yield failure(path, error)
        except Exception as error:
            if not options.keep_going:
                raise
            yield _defect(path, error)
        options.advance()


def _postings(path: str, options: Options) -> Iterator[Posting | Failure]:
    from jobfit.parse import split

    for document in documents(path, options):
        for part in split(document):
            try:
                yield from _roles(part, options.role)
            except JobfitError as error:
                yield failure(part.path or path, error)


def _roles(document: Document, role: str) -> list[Posting]:
    from jobfit.parse import choose, parse

    found = parse(document)
    if not any(posting.requirements for posting in found):
        raise NotAPosting("no requirement was found", path=document.path, hint="is this a job posting?")
    return [choose(found, role)] if role else found


def profiles_all(paths: Iterable[str], options: Options) -> Iterator[Profile | Failure]:
    """Yield every profile behind the paths, in order; what cannot be read is a failure."""
    for path in files(paths):
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield profile(profile_document(path, options), options)
        except JobfitError as error:
            yield failure(path, error)


def profile(document: Document, options: Options) -> Profile:
    """Return the profile a document tells; raise NotAProfile where it tells none."""
    from jobfit.facts import read_profile

    return read_profile(document, as_of=options.as_of)


def profile_document(path: str, options: Options) -> Document:
    """Return the one document of a profile's file; raise ReadError or NotAProfile."""
    found = documents(path, options)
    if len(found) != 1:
        raise NotAProfile(f"holds {len(found)} documents", path=path, hint="a profile is one document")
    return found[0]


def score(posting_paths: Iterable[str], profile_paths: Iterable[str], options: Options) -> Iterator[Assessment | Failure]:
    """Assess each posting's roles against each profile, in input order, as soon as ready; one bad file never stops the rest."""
    profiles = []
    for found in profiles_all(profile_paths, options):
        if isinstance(found, Failure):
            yield found
        else:
            profiles.append(found)
    if not profiles:
        return
    lazy = _Lazy(options)
    for posting in parse_all(posting_paths, options):
        if isinstance(posting, Failure):
            yield posting
        else:
            yield from _assess_all(posting, profiles, lazy, options)


def _assess_all(posting: Posting, profiles: Sequence[Profile], lazy: _Lazy, options: Options) -> Iterator[Assessment | Failure]:
    try:
        encoder = lazy.prepare(posting.requirements, profiles)
        for found in profiles:
            yield assess_one(posting, found, encoder)
    except JobfitError:
        raise
    except Exception as error:
        if not options.keep_going:
            raise
        yield _defect(posting.path, error)


def assess_one(posting: Posting, found: Profile, encoder: Encoder) -> Assessment:
    """Assess one role against one profile."""
    from jobfit.judge import assess, judge_all
    from jobfit.match import match

    return assess(posting, found, judge_all(match(posting.requirements, found, encoder)), model=encoder.name, version=__version__)


def predict(questions: Iterable[Question], options: Options) -> Iterator[Answer | Failure]:
    """Yield the verdict on each question, in order; the rows of a profile that cannot be read are failures."""
    lazy = _Lazy(options)
    profiles: dict[str, Profile | Failure] = {}
    source = iter(questions)
    while chunk := list(islice(source, CHUNK)):
        for path in dict.fromkeys(question.profile for question in chunk):
            if path not in profiles:
                profiles[path] = next(profiles_all([path], options))
        yield from _predict(chunk, profiles, lazy)


def _predict(chunk: Sequence[Question], profiles: Mapping[str, Profile | Failure], lazy: _Lazy) -> Iterator[Answer | Failure]:
    from jobfit.judge import judge_all
    from jobfit.match import match
    from jobfit.parse import requirement

    read = [requirement(question.requirement, question.kind, f"r{n}") for n, question in enumerate(chunk, 1)]
    asked = {path: [n for n, q in enumerate(chunk) if q.profile == path] for path in dict.fromkeys(q.profile for q in chunk)}
    answers: dict[int, Answer | Failure] = {}
    for path, rows in asked.items():
        found, items = profiles[path], [read[n] for n in rows]
        if isinstance(found, Failure):
            answers.update((n, found) for n in rows)
            continue
        verdicts = judge_all(match(items, found, lazy.prepare(items, [found])))
        answers.update((n, Answer(chunk[n].id, verdict)) for n, verdict in zip(rows, verdicts, strict=True))
    yield from (answers[n] for n in range(len(chunk)))


class _Lazy:
    """The run's encoder, opened when the first texts come, so that a run of bad inputs never waits for a model."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._said = 0

    @cached_property
    def encoder(self) -> Encoder:
        from jobfit.encode import load

        return load(self._options.model, cache=self._options.cache)

    def prepare(self, requirements: Sequence[Requirement], profiles: Sequence[Profile]) -> Encoder:
        """Encode in one call what matching these will ask for, which the encoder then remembers; pass on what it has to say."""
        from jobfit.match import texts

        wanted = dict.fromkeys(text for found in profiles for text in texts(requirements, found))
        if wanted:
            self.encoder.encode(list(wanted))
        notices: list[str] = getattr(self.encoder, "notices", [])
        for notice in notices[self._said :]:
            self._options.say(notice)
        self._said = len(notices)
        return self.encoder


def failure(path: str, error: JobfitError) -> Failure:
    """Return the user's sentence about an input, its path apart, so that JSON names it once."""
    place = f"line {error.line}: " if error.line else ""
    hint = f" ({error.hint})" if error.hint else ""
    return Failure(error.path or path, f"{place}{error.message}{hint}")


def _defect(path: str, error: Exception) -> Failure:
    return Failure(path, f"jobfit itself failed on it: {type(error).__name__}: {error} (a defect; alone it shows where)")
