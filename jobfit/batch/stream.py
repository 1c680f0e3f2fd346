"""Inputs in, the outcomes of each out, in the same order and as soon as ready, through worker processes and one encoder.

Workers read and judge, this process encodes: all texts of the postings that are ready by then, each once, in one call. What is under way
at a time is bounded, and so is memory, however many inputs there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jobfit import settings
from jobfit.batch import stages
from jobfit.batch.inputs import Input, Options
from jobfit.batch.workers import Lost, Pool
from jobfit.types import Assessment, Document, Failure, Posting, Profile

if TYPE_CHECKING:
    from jobfit.ports import Encoder, Vectors

Outcome = Posting | Assessment | Failure
_TOGETHER = 64  # postings whose texts are encoded in one call


@dataclass(eq=False, slots=True)
class _Slot:
    """An input's place in the order of results; a file that turns out to hold many gets a place for each of its documents."""

    item: Input | Failure
    key: int
    state: str = "reading"
    found: list[Any] = field(default_factory=list)
    last: bool = True  # of its input


class Stream:
    """One run over inputs. Without profiles what is read is the outcome; with them it is judged against each."""

    def __init__(
        self, items: Iterator[Input | Failure], options: Options, profiles: Sequence[Profile] = (), encoder: Encoder | None = None
    ) -> None:
        self._items, self._options, self._profiles, self._encoder = items, options, profiles, encoder
        self._slots: deque[_Slot] = deque()
        self._by_key: dict[int, _Slot] = {}
        self._keys = 0
        self._known = False  # whether the workers know the profiles' vectors
        self._encoding: tuple[list[_Slot], Future[tuple[dict[str, Vectors], dict[str, Vectors]]]] | None = None

    def outcomes(self, workers: int) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each input; end the workers whenever the caller has enough."""
        self._pool = Pool(workers)
        self._encoders = ThreadPoolExecutor(1)
        self._pool.tell(stages.settle, self._options.bare(), tuple(self._profiles))
        try:
            while True:
                self._fill()
                yield from self._heads()
                if not self._slots:
                    return
                self._encode()
                for key, answer in self._pool.wait():
                    self._take(self._by_key.pop(key), answer)
                self._encoded()
        finally:
            self._pool.close()
            self._encoders.shutdown(wait=True, cancel_futures=True)

    def _fill(self) -> None:
        while len(self._slots) < settings.WINDOW and (item := next(self._items, None)) is not None:
            self._slots.append(self._slot(item))

    def _slot(self, item: Input | Failure, *, last: bool = True) -> _Slot:
        self._keys += 1
        slot = _Slot(item, self._keys, last=last)
        if isinstance(item, Failure):
            slot.state, slot.found = "done", [item]
        else:
            self._by_key[slot.key] = slot
            self._pool.submit(slot.key, stages.read_here, item, seconds=self._options.seconds, urgent=item.document is not None)
        return slot

    def _heads(self) -> Iterator[list[Outcome]]:
        while self._slots and self._slots[0].state in ("done", "many"):
            slot = self._slots.popleft()
            if slot.state == "many":
                self._part(slot)
                continue
            yield slot.found
            if slot.last and not isinstance(slot.item, Failure):
                self._options.advance()

    def _part(self, slot: _Slot) -> None:
        """Put the documents of a file in the place of the file."""
        names: list[Document] = slot.found
        items = [Input(document.path, document=document) for document in names]
        self._slots.extendleft(reversed([self._slot(item, last=item is items[-1]) for item in items]))

    def _take(self, slot: _Slot, answer: Any) -> None:  # noqa: ANN401 # what the stage gives
        assert isinstance(slot.item, Input)
        if isinstance(answer, Lost):
            slot.state, slot.found = "done", [Failure(slot.item.name, answer.why)]
            return
        slot.found = answer
        if slot.state == "judging" or not self._profiles:
            slot.state = "done"
        else:
            slot.state = "read" if any(isinstance(one, Posting) for one in answer) else "done"
        if answer and isinstance(answer[0], Document):
            slot.state = "many"

    def _encode(self) -> None:
        """Begin with all that is read when the first in line waits for it, while the workers go on."""
        if self._encoding is not None or self._slots[0].state != "read":
            return
        batch = [slot for slot in self._slots if slot.state == "read"][:_TOGETHER]
        for slot in batch:
            slot.state = "encoding"
        future = self._encoders.submit(self._vectors, [one for slot in batch for one in slot.found], self._known)
        self._encoding, self._known = (batch, future), True
        future.add_done_callback(lambda _: self._pool.wake())

    def _vectors(self, postings: list[Posting | Failure], known: bool) -> tuple[dict[str, Vectors], dict[str, Vectors]]:
        """Return the vectors of the postings' texts and, unless they are known, of the profiles', all from one call."""
        assert self._encoder is not None
        own = stages.own_texts(postings)
        others = [] if known else stages.profile_texts(self._profiles)
        wanted = list(dict.fromkeys(own + others))
        found = dict(zip(wanted, self._encoder.encode(wanted), strict=True))
        return {text: found[text] for text in own}, {text: found[text] for text in others}

    def _encoded(self) -> None:
        """Have judged what is encoded."""
        if self._encoding is None or not self._encoding[1].done():
            return
        (batch, future), self._encoding = self._encoding, None
        vectors, others = future.result()
        assert self._encoder is not None
        if others:
            self._pool.tell(stages.learn, others)
        for slot in batch:
            slot.state = "judging"
            self._by_key[slot.key] = slot
            given = {text: vectors[text] for text in stages.own_texts(slot.found)}
            seconds = self._options.seconds + len(self._profiles) * len(slot.found)
            self._pool.submit(slot.key, stages.judge_here, slot.found, self._encoder.name, given, seconds=seconds, urgent=True)
