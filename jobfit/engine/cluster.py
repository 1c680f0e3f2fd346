"""Paths of postings and profiles in, results in the same order out, worked out by the processes of a Ray cluster.

Blocks of inputs travel with their bytes, so no machine but this one needs the files. A block whose process or machine is lost is given
to another; each block's results are taken once, so nothing is lost and nothing comes twice. A block that ends one process after another
is taken apart, until the one input at fault is found and named.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from jobfit.batch.inputs import Input, Options, input_bytes
from jobfit.batch.scored import Row, Scored
from jobfit.engine.connect import connected
from jobfit.engine.judge import Judge
from jobfit.errors import JobfitError
from jobfit.pipeline import left_inputs, profiles_all
from jobfit.types import Failure, Profile

BLOCK = 32  # inputs that travel together
_AHEAD = 2  # blocks under way for each process
_WAITING = 4  # blocks held for each process, so that one slow block does not stop the others
_TRIES = 2  # processes that a block may lose before it is taken apart


@dataclass(eq=False, slots=True)
class _Block:
    items: list[Input | Failure]
    tries: int = 0
    found: list[list[Scored | Failure]] | None = None
    parts: list[_Block] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class _Worker:
    actor: Any
    ready: Any  # the answer of an actor that has not begun yet; None of one that has
    busy: dict[Any, _Block] = field(default_factory=dict)


def score(postings: Iterable[str], profiles: Iterable[str], options: Options, row: Row, address: str | None) -> Iterator[Scored | Failure]:
    """Score each posting against each profile on the cluster at ``address``, or on one of this machine alone.

    ``options.workers`` is the number of processes, as many as the cluster has processors if None. Raises JobfitError where Ray is not
    installed or the cluster cannot be reached.
    """
    people = []
    for found in profiles_all(profiles, options):
        if isinstance(found, Failure):
            yield found
        else:
            people.append(found)
    if not people:
        return
    with connected(address) as ray:
        run = _Run(ray, people, options, row)
        for item, outcomes in run.results(left_inputs(postings, options)):
            yield from outcomes
            if not isinstance(item, Failure):
                options.advance()


class _Run:
    """The blocks under way and the processes that work on them."""

    def __init__(self, ray: Any, profiles: list[Profile], options: Options, row: Row) -> None:  # noqa: ANN401 # a module
        self._ray = ray
        resources = ray.cluster_resources()
        self._size = options.workers or max(1, int(resources.get("CPU", 1)))
        gpus = min(1.0, resources.get("GPU", 0.0) / self._size)
        words = (profiles, replace(options.bare(), keep=False), row, gpus > 0)
        self._words = ray.put(words)  # travels to each machine once
        self._actor = ray.remote(_Actor).options(num_cpus=1, num_gpus=gpus, max_restarts=0, max_task_retries=0)
        self._workers: list[_Worker] = []
        self._queue: deque[_Block] = deque()
        self._failures = 0

    def results(self, items: Iterator[Input | Failure]) -> Iterator[tuple[Input | Failure, list[Scored | Failure]]]:
        """Yield each input with its results, in order."""
        order: deque[_Block] = deque()
        while True:
            while len(order) < self._size * _WAITING and (block := _Block([_carried(item) for item in islice(items, BLOCK)])).items:
                order.append(block)
                self._queue.append(block)
            if not order:
                return
            self._assign()
            self._wait()
            while order and _whole(order[0]):
                block = order.popleft()
                yield from zip(block.items, _gathered(block), strict=True)

    def _assign(self) -> None:
        """Have as many processes as wanted, and each as much to do as it should have ahead."""
        blocks = len(self._queue) + sum(len(worker.busy) for worker in self._workers)
        while len(self._workers) < min(self._size, blocks):
            actor = self._actor.remote([self._words])
            self._workers.append(_Worker(actor, actor.ready.remote()))
        for _ in range(_AHEAD):
            for worker in self._workers:
                if self._queue and worker.ready is None and len(worker.busy) < _AHEAD:
                    block = self._queue.popleft()
                    worker.busy[worker.actor.score.remote(block.items)] = block

    def _wait(self) -> None:
        """Take the next answer, or learn that a process is lost."""
        answers = {ref: worker for worker in self._workers for ref in ([worker.ready] if worker.ready is not None else list(worker.busy))}
        done, _ = self._ray.wait(list(answers), num_returns=1)
        worker = answers[done[0]]
        try:
            answer = self._ray.get(done[0])
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause if isinstance(error.cause, JobfitError) else error from None
        except self._ray.exceptions.RayError as error:
            self._lost(worker, error)
            return
        if worker.ready is not None:
            worker.ready = None
        else:
            worker.busy.pop(done[0]).found = answer
        self._failures = 0

    def _lost(self, worker: _Worker, error: Exception) -> None:
        """Give what a lost process was at to the others; raise where no process ever begins."""
        self._workers.remove(worker)
        self._failures += 1
        if worker.ready is not None and self._failures > 3 * self._size + 3:
            raise JobfitError(
                f"no process of the cluster can begin: {' '.join(str(error).split())[:300]}", hint="is jobfit installed there?"
            )
        for place, block in enumerate(worker.busy.values()):
            block.tries += place == 0  # only the first was being worked on
            if block.tries < _TRIES:
                self._queue.appendleft(block)
            elif len(block.items) > 1:
                block.parts = [_Block([item]) for item in block.items]
                self._queue.extendleft(reversed(block.parts))
            else:
                block.found = [[Failure(getattr(item, "name", ""), "the process that worked on it ended")] for item in block.items]
        self._ray.kill(worker.actor)


class _Actor(Judge):
    """A judge that takes its words from the cluster's own store."""

    def __init__(self, words: list[Any]) -> None:
        import ray

        profiles, options, row, gpu = ray.get(words[0])
        super().__init__(profiles, options, row, gpu)


def _carried(item: Input | Failure) -> Input | Failure:
    """Put a file's bytes into its input; one that cannot be read is read in vain once more, where the reason is found."""
    return (
        item if isinstance(item, Failure) or item.row is not None or item.document is not None else replace(item, content=input_bytes(item))
    )


def _whole(block: _Block) -> bool:
    return block.found is not None or (bool(block.parts) and all(part.found is not None for part in block.parts))


def _gathered(block: _Block) -> list[list[Scored | Failure]]:
    return block.found if block.found is not None else [outcomes for part in block.parts for outcomes in part.found or []]
