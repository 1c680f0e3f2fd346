"""Inputs in, the outcomes of each out, in the same order and as soon as ready, through worker processes.

Each worker reads, encodes and judges: what needs no computing at once, the rest when the texts of several inputs fill an encoder's
batches. Where a model can only run in one process, this one encodes for all. What is under way at a time is bounded, and so is memory,
however many inputs there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

from jobfit import settings
from jobfit.batch import here, stages
from jobfit.batch.inputs import Input, Options
from jobfit.batch.scored import Row, Scored
from jobfit.batch.workers import Lost, Pool
from jobfit.ports import Encoder
from jobfit.types import Assessment, Document, Failure, Posting, Profile

if TYPE_CHECKING:
    from jobfit.ports import Vectors

Outcome = Posting | Assessment | Scored | Failure
_TOGETHER = 64  # postings whose texts this process encodes in one call


class Sized(Encoder, Protocol):
    """An encoder that knows whether each process can have its own."""

    def is_light(self) -> bool: ...


@dataclass(eq=False, slots=True)
class _Slot:
    """An input's place in the order of results; a file that turns out to hold many gets a place for each of its documents."""

    item: Input | Failure
    state: str = "reading"
    found: Sequence[Any] = field(default_factory=list)
    last: bool = True  # of its input


class Stream:
    """One run over inputs: without profiles what is read is the outcome, with them it is judged against each; ``row`` makes it a line."""

    def __init__(
        self,
        items: Iterator[Input | Failure],
        options: Options,
        profiles: Sequence[Profile] = (),
        encoder: Sized | None = None,
        row: Row | None = None,
    ) -> None:
        self._items, self._options, self._profiles, self._encoder, self._row = items, options, tuple(profiles), encoder, row
        self._slots: deque[_Slot] = deque()
        self._calls: dict[int, list[_Slot]] = {}  # what each call under way is about
        self._keys = 0
        self._own = encoder is None or encoder.is_light()  # whether workers encode
        self._known = False  # whether the workers know the profiles' vectors, where they do not
        self._encoding: tuple[list[_Slot], Future[tuple[list[dict[str, Vectors]], dict[str, Vectors]]]] | None = None
        self._said: set[str] = set()

    def outcomes(self, workers: int) -> Iterator[Sequence[Outcome]]:
        """Yield the outcomes of each input; end the workers whenever the caller has enough."""
        self._pool = Pool(workers)
        self._encoders = ThreadPoolExecutor(1)
        self._pool.tell(here.settle, self._options.bare(), self._profiles, self._row, self._own)
        try:
            while self._fill():
                yield from self._heads()
                if not self._slots:
                    continue  # with what comes behind the window
                if self._own:
                    self._judge()
                else:
                    self._encode()
                for key, answer in self._pool.wait():
                    self._take(self._calls.pop(key), answer)
                self._encoded()
        finally:
            self._pool.close()
            self._encoders.shutdown(wait=True, cancel_futures=True)

    def _fill(self) -> bool:
        """Take inputs up to the bound; tell whether anything is under way."""
        while len(self._slots) < settings.WINDOW and (item := next(self._items, None)) is not None:
            self._slots.append(self._slot(item))
        return bool(self._slots)

    def _slot(self, item: Input | Failure, *, last: bool = True) -> _Slot:
        slot = _Slot(item, last=last)
        if isinstance(item, Failure):
            slot.state, slot.found = "done", [item]
        else:
            self._submit([slot], here.read, item, seconds=self._options.seconds, urgent=item.document is not None)
        return slot

    def _submit(self, slots: list[_Slot], function: Any, *arguments: object, seconds: float, urgent: bool) -> None:  # noqa: ANN401
        self._keys += 1
        self._calls[self._keys] = slots
        self._pool.submit(self._keys, function, *arguments, seconds=seconds, urgent=urgent)

    def _heads(self) -> Iterator[Sequence[Outcome]]:
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
        found: Sequence[Document] = slot.found
        items = [Input(document.path, document=document) for document in found]
        self._slots.extendleft(reversed([self._slot(item, last=item is items[-1]) for item in items]))

    def _take(self, slots: list[_Slot], answer: here.Answer | Lost) -> None:
        if isinstance(answer, Lost):
            self._lost(slots, answer)
            return
        for notice in answer.notices:
            if notice not in self._said:
                self._said.add(notice)
                self._options.say(notice)
        judged = slots[0].state == "judging"
        for slot, found in zip(slots, answer.found if judged else [answer.found], strict=True):
            slot.state, slot.found = answer.state, found

    def _lost(self, slots: list[_Slot], answer: Lost) -> None:
        """Try each input of a call that was lost by itself, and give up one that was."""
        if len(slots) > 1:
            for slot in slots:
                self._judged([slot])
            return
        name = slots[0].item.name if isinstance(slots[0].item, Input) else slots[0].item.path
        slots[0].state, slots[0].found = "done", [Failure(name, answer.why)]

    def _judge(self) -> None:
        """Have postings judged as soon as there are enough to fill an encoder's batches, or a worker would have nothing to do."""
        read = [slot for slot in self._slots if slot.state == "read"]
        while read and (len(read) >= settings.ENCODE_TOGETHER or self._pool.spare()):
            share = min(settings.ENCODE_TOGETHER, -(-len(read) // max(1, self._pool.spare())))
            self._judged(read[:share])
            read = read[share:]

    def _judged(self, slots: list[_Slot], *given: object) -> None:
        for slot in slots:
            slot.state = "judging"
        count = sum(len(slot.found) for slot in slots)
        seconds = len(slots) * self._options.seconds + len(self._profiles) * count
        self._submit(slots, here.judge, [slot.found for slot in slots], *given, seconds=seconds, urgent=True)

    def _encode(self) -> None:
        """Begin with all that is read when the first in line waits for it, while the workers go on."""
        if self._encoding is not None or self._slots[0].state != "read":
            return
        batch = [slot for slot in self._slots if slot.state == "read"][:_TOGETHER]
        for slot in batch:
            slot.state = "encoding"
        future = self._encoders.submit(self._vectors, [slot.found for slot in batch], self._known)
        self._encoding, self._known = (batch, future), True
        future.add_done_callback(lambda _: self._pool.wake())

    def _vectors(self, read: Sequence[here.Read], known: bool) -> tuple[list[dict[str, Vectors]], dict[str, Vectors]]:
        """Return the vectors of each input's texts and, unless they are known, of the profiles', all from one call."""
        assert self._encoder is not None
        own = [stages.own_texts(each, self._profiles) for each in read]
        others = [] if known else stages.profile_texts(self._profiles)
        wanted = list(dict.fromkeys(chain(*own, others)))
        found = dict(zip(wanted, self._encoder.encode(wanted), strict=True))
        return [{text: found[text] for text in texts} for texts in own], {text: found[text] for text in others}

    def _encoded(self) -> None:
        """Have judged what is encoded; if the model was compiled for it, the workers go on by themselves."""
        if self._encoding is None or not self._encoding[1].done():
            return
        (batch, future), self._encoding = self._encoding, None
        vectors, others = future.result()
        assert self._encoder is not None
        if others:
            self._pool.tell(here.learn, others)
        for slot, own in zip(batch, vectors, strict=True):
            self._judged([slot], self._encoder.name, own)
        if not self._own and self._encoder.is_light():
            self._own = True
            self._pool.tell(here.own_from_now)
