"""Paths of postings and profiles in, assessments or failures out, in the same order; the only file that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from jobfit import __version__
from jobfit.errors import JobfitError, ModelError, NotAPosting
from jobfit.inputs import Options, documents, failure, files, profile_document
from jobfit.types import Assessment, Document, Duty, Failure, Kind, Posting, Profile, Requirement, Verdict

if TYPE_CHECKING:
    from jobfit.ports import Encoder

Made = TypeVar("Made")

CHUNK = 256  # questions whose texts are encoded in one call


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


def parse_all(paths: Iterable[str], options: Options) -> Iterator[Posting | Failure]:
    """Yield every posting, one for each role, in the order of the paths; what cannot be read or holds no posting is a failure."""
    for path in files(paths):
        if isinstance(path, Failure):
            yield path
            continue
        found = _tried(partial(documents, path, options), path, options)
        if isinstance(found, Failure):
            yield found
        else:
            for document in found:
                yield from _postings(document, options)
        options.advance()


def _postings(document: Document, options: Options) -> Iterator[Posting | Failure]:
    """Yield the postings of one document, of which a role that was asked for may be in any part."""
    from jobfit.parse import choose, split

    parts = _tried(partial(split, document), document.path, options)
    if isinstance(parts, Failure):
        yield parts
        return
    read = [_tried(partial(_roles, part), part.path or document.path, options) for part in parts]
    found = [posting for roles in read if not isinstance(roles, Failure) for posting in roles]
    if options.role and found:
        yield _tried(partial(choose, found, options.role), document.path, options)
        return
    for roles in read:
        yield from [roles] if isinstance(roles, Failure) else roles


def _roles(document: Document) -> list[Posting]:
    from jobfit.parse import parse

    found = parse(document)
    if not any(posting.requirements for posting in found):
        raise NotAPosting("no requirement was found", path=document.path, hint="is this a job posting?")
    left_out = _left_out(document, found)
    return [replace(posting, left_out=left_out) for posting in found]


def _left_out(document: Document, found: Sequence[Posting]) -> tuple[int, ...]:
    """Return the lines with words that no requirement and no duty stands on."""
    items: list[Requirement | Duty] = []
    for posting in found:
        items += [*posting.requirements, *posting.duties]
    used = {line for item in items for line in range(item.line, item.end_line + 1)}
    used.update(line for posting in found for item in posting.requirements for line in item.also)
    return tuple(line.number for line in document.lines if line.text.strip() and line.number not in used)


def _tried(step: Callable[[], Made], path: str, options: Options) -> Made | Failure:
    """Return what the step makes, or the failure of its input; a defect of jobfit itself is one only in a batch."""
    try:
        return step()
    except ModelError:
        raise  # it would fail every input alike
    except JobfitError as error:
        return failure(path, error)
    except Exception as error:
        if not options.keep_going:
            raise
        return Failure(path, f"jobfit itself failed on it: {type(error).__name__}: {error} (a defect; alone it shows where)")


def profiles_all(paths: Iterable[str], options: Options) -> Iterator[Profile | Failure]:
    """Yield every profile behind the paths, in order; what cannot be read is a failure."""
    for path in files(paths):
        if isinstance(path, Failure):
            yield path
        else:
            yield _tried(partial(_profile, path, options), path, options)


def _profile(path: str, options: Options) -> Profile:
    return profile(profile_document(path, options), options)


def profile(document: Document, options: Options) -> Profile:
    """Return the profile a document tells; raise NotAProfile where it tells none."""
    from jobfit.facts import read_profile

    return read_profile(document, as_of=options.as_of)


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
    encoder = _tried(partial(lazy.prepare, posting.requirements, profiles), posting.path, options)
    if isinstance(encoder, Failure):
        yield encoder
        return
    for found in profiles:
        yield _tried(partial(assess_one, posting, found, encoder), posting.path, options)


def assess_one(posting: Posting, found: Profile, encoder: Encoder) -> Assessment:
    """Assess one role against one profile."""
    from jobfit.judge import assess, judge_all
    from jobfit.match import match, without_echoes

    honest = without_echoes(posting.requirements, found)
    return assess(posting, honest, judge_all(match(posting.requirements, honest, encoder)), model=encoder.name, version=__version__)


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
