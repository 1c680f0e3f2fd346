"""Paths of postings and profiles in, assessments or failures out, in the same order; the only file that knows the order of the stages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from jobfit import settings
from jobfit.batch.inputs import Input, Options, files, inputs, profile_document
from jobfit.batch.scored import Row, Scored, scored
from jobfit.batch.stages import assess_all, assess_one, own_texts, profile_texts, read_postings, tried
from jobfit.batch.timeout import TookTooLong, limited, too_long
from jobfit.types import Assessment, Document, Failure, Kind, Posting, Profile, Verdict

if TYPE_CHECKING:
    from jobfit.ports import Encoder, OwnEncoder, Vectors

__all__ = [
    "Answer",
    "Options",
    "Question",
    "assess_inputs",
    "assess_one",
    "left_inputs",
    "parse_all",
    "predict",
    "processors",
    "profile",
    "profiles_all",
    "score",
    "score_rows",
]

Outcome = Posting | Assessment | Scored | Failure

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
    for outcomes in _outcomes(*_planned(paths, options), (), None, options):
        yield from (one for one in outcomes if not isinstance(one, (Assessment, Scored)))


def _planned(paths: Iterable[str], options: Options) -> tuple[Iterator[Input | Failure], int]:
    """Return the inputs and how many worker processes they are worth; what those are forked from begins to load meanwhile."""
    left = left_inputs(paths, options)
    first = list(islice(left, settings.WORTH_WORKERS if options.workers is None else 0))
    workers = options.workers if options.workers is not None else processors() if len(first) >= settings.WORTH_WORKERS else 0
    if workers:
        from jobfit.batch.workers import prepare

        prepare()
    return chain(first, left), workers


def _outcomes(
    items: Iterator[Input | Failure],
    workers: int,
    profiles: Sequence[Profile],
    lazy: _Lazy | None,
    options: Options,
    row: Row | None = None,
) -> Iterator[Sequence[Outcome]]:
    """Yield what comes of each input: here, one after the other, where they are few, else through worker processes."""
    if workers:
        from jobfit.batch.stream import Stream

        yield from Stream(items, options, profiles, lazy, row).outcomes(workers)
        return
    for item in items:
        if lazy is None:
            yield read_here(item, options)
        else:
            (found,) = assess_inputs([item], profiles, lazy, options)
            yield [one if isinstance(one, Failure) or row is None else scored(one, row) for one in found]
        if not isinstance(item, Failure):
            options.advance()


def assess_inputs(
    items: Sequence[Input | Failure], profiles: Sequence[Profile], encoder: Encoder, options: Options
) -> list[list[Assessment | Failure]]:
    """Return what comes of each input, all done in this process, their texts encoded in one call."""
    read = [read_here(item, options) for item in items]
    postings = [one for found in read for one in found]
    if any(isinstance(one, Posting) for one in postings):
        encoder.encode(list(dict.fromkeys(own_texts(postings) + profile_texts(profiles))))
    return [assess_all(found, profiles, encoder, options) for found in read]


def left_inputs(paths: Iterable[str], options: Options) -> Iterator[Input | Failure]:
    """Yield the inputs that are not done yet."""
    for item in inputs(paths, options):
        if isinstance(item, Failure) or item.name not in options.done:
            yield item
        else:
            options.advance()


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_here(item: Input | Failure, options: Options) -> list[Posting | Failure]:
    """Return the postings of an input, read in this process."""
    if isinstance(item, Failure):
        return [item]
    found: list[Posting | Failure] | list[Document]
    try:
        found = limited(partial(read_postings, item, options), options.seconds)
    except TookTooLong:
        return [too_long(item.name, options.seconds)]
    whole: list[Posting | Failure] = []
    for one in found:
        whole += read_here(Input(one.path, document=one), options) if isinstance(one, Document) else [one]
    return whole


def profiles_all(paths: Iterable[str], options: Options) -> Iterator[Profile | Failure]:
    """Yield every profile behind the paths, in order and each once; what cannot be read is a failure."""
    seen: set[str] = set()
    for path in files(paths):
        if isinstance(path, Failure):
            yield path
        elif (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            yield tried(partial(_profile, path, options), path, options)


def _profile(path: str, options: Options) -> Profile:
    return profile(profile_document(path, options), options)


def profile(document: Document, options: Options) -> Profile:
    """Return the profile a document tells; raise NotAProfile where it tells none."""
    from jobfit.facts import read_profile

    return read_profile(document, as_of=options.as_of)


def score(posting_paths: Iterable[str], profile_paths: Iterable[str], options: Options) -> Iterator[Assessment | Failure]:
    """Assess each posting's roles against each profile, in input order, as soon as ready; one bad file never stops the rest."""
    for one in _scored(posting_paths, profile_paths, options, None):
        if isinstance(one, (Assessment, Failure)):
            yield one


def score_rows(posting_paths: Iterable[str], profile_paths: Iterable[str], options: Options, row: Row) -> Iterator[Scored | Failure]:
    """Do as ``score`` does, each result made a line where it was worked out; ``row`` must be a function of a module."""
    for one in _scored(posting_paths, profile_paths, options, row):
        if isinstance(one, (Scored, Failure)):
            yield one


def _scored(posting_paths: Iterable[str], profile_paths: Iterable[str], options: Options, row: Row | None) -> Iterator[Outcome]:
    items, workers = _planned(posting_paths, options)
    profiles = []
    for found in profiles_all(profile_paths, options):
        if isinstance(found, Failure):
            yield found
        else:
            profiles.append(found)
    if profiles:
        for outcomes in _outcomes(items, workers, profiles, _Lazy(options), options, row):
            yield from outcomes


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
        verdicts = judge_all(match(items, found, lazy))
        answers.update((n, Answer(chunk[n].id, verdict)) for n, verdict in zip(rows, verdicts, strict=True))
    yield from (answers[n] for n in range(len(chunk)))


class _Lazy:
    """The run's encoder, opened when the first texts come, so that a run of bad inputs never waits for a model."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._said = 0

    @cached_property
    def _encoder(self) -> OwnEncoder:
        from jobfit.encode import load

        return load(self._options.model, cache=self._options.cache)

    @property
    def name(self) -> str:
        return self._encoder.name

    def is_light(self) -> bool:
        """Tell whether each process can have an encoder of its own."""
        return self._encoder.is_light()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of the texts, and pass on what the encoder has to say."""
        found = self._encoder.encode(texts)
        notices = self._encoder.notices
        for notice in notices[self._said :]:
            self._options.say(notice)
        self._said = len(notices)
        return found
