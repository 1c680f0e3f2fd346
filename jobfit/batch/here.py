"""What a worker process does: an input in, its postings out, or its results at once where nothing has to be computed for them;
postings of several inputs in, their results out, their texts encoded in one call.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from jobfit.batch.inputs import Input, Options
from jobfit.batch.scored import Row, scored
from jobfit.batch.stages import assess_all, own_texts, profile_texts, read_postings
from jobfit.types import Document, Failure, Posting, Profile

if TYPE_CHECKING:
    from jobfit.ports import Encoder, OwnEncoder, Vectors

_AT_ONCE = 2_000  # pairs of requirement and profile that take a few seconds at most

Read = Sequence[Posting | Failure]


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of a call: documents that are inputs of their own (``many``), what was ``read``, or the outcomes of what is ``done``.

    ``notices`` is what the user should hear.
    """

    state: Literal["many", "read", "done"]
    found: Sequence[Any]
    notices: Sequence[str] = ()


@dataclass(slots=True)
class _Run:
    """What this process was told of the run. ``own`` says that it may compute vectors, ``vectors`` are the profiles' where it may not."""

    options: Options
    profiles: tuple[Profile, ...]
    row: Row | None
    own: bool
    vectors: Mapping[str, Vectors]
    ready: bool = False  # whether the profiles' vectors are at hand
    said: int = 0


class _Here:
    run: _Run


def settle(options: Options, profiles: tuple[Profile, ...], row: Row | None, own: bool) -> None:
    """Begin a run; ``row`` makes the line that a result is wanted as, None leaves it an Assessment."""
    _encoder.cache_clear()
    _Here.run = _Run(options, profiles, row, own, {})


def learn(vectors: Mapping[str, Vectors]) -> None:
    """Keep the vectors of the profiles' texts, computed elsewhere."""
    _Here.run.vectors = vectors


def own_from_now() -> None:
    """Compute vectors here from now on."""
    _Here.run.own = True


def read(item: Input) -> Answer:
    """Read an input; judge it too where the vectors of all its texts are at hand and it is no long work."""
    run = _Here.run
    found = read_postings(item, run.options)
    if found and isinstance(found[0], Document):
        return Answer("many", found)
    postings = [one for one in found if not isinstance(one, Document)]
    if not run.profiles or not any(isinstance(one, Posting) for one in postings):
        return Answer("done", postings)
    pairs = len(run.profiles) * sum(len(one.requirements) for one in postings if isinstance(one, Posting))
    if not run.own or pairs > _AT_ONCE or not _at_hand(run, postings):
        return Answer("read", postings)
    return Answer("done", _outcomes(run, postings, _encoder()), _notices(run))


def judge(read: Sequence[Read], model: str = "", vectors: Mapping[str, Vectors] | None = None) -> Answer:
    """Assess the postings of each input against the profiles of the run.

    ``vectors`` are those of the postings' texts by the model of that name, where they are not computed here.
    """
    run = _Here.run
    encoder: Encoder
    if vectors is not None:
        encoder = Given(model, vectors, run.vectors)
    else:
        encoder = _encoder()
        encoder.encode(list(dict.fromkeys(own_texts([one for each in read for one in each]) + profile_texts(run.profiles))))
    return Answer("done", [_outcomes(run, each, encoder) for each in read], _notices(run) if vectors is None else ())


def _outcomes(run: _Run, postings: Read, encoder: Encoder) -> list[Any]:
    found = assess_all(postings, run.profiles, encoder, run.options)
    return [one if isinstance(one, Failure) or run.row is None else scored(one, run.row) for one in found]


@cache
def _encoder() -> OwnEncoder:
    from jobfit.encode import load

    return load(_Here.run.options.model, cache=_Here.run.options.cache, threads=1)


def _at_hand(run: _Run, postings: Read) -> bool:
    run.ready = run.ready or _encoder().at_hand(profile_texts(run.profiles))
    return run.ready and _encoder().at_hand(own_texts(postings))


def _notices(run: _Run) -> list[str]:
    """Return what the encoder has to say and has not said yet."""
    new = _encoder().notices[run.said :]
    run.said += len(new)
    return new


class Given:
    """An encoder of vectors that were computed elsewhere: for a process that has no model."""

    def __init__(self, name: str, *vectors: Mapping[str, Vectors]) -> None:
        self.name, self._vectors = name, ChainMap(*map(dict, vectors))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of these texts; KeyError for one that was not given."""
        import numpy as np

        return np.stack([self._vectors[text] for text in texts]) if texts else np.zeros((0, 1), dtype=np.float32)
