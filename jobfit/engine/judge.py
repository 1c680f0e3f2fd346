"""What runs in a cluster's processes: blocks of inputs in, their results as lines out; model and profiles are loaded once."""

from __future__ import annotations

import os
from collections.abc import Sequence

from jobfit.batch.inputs import Input, Options
from jobfit.batch.scored import Row, Scored, scored
from jobfit.types import Failure, Profile


class Judge:
    """Holds the model and the profiles of a run; made once in each process of the cluster."""

    def __init__(self, profiles: Sequence[Profile], options: Options, row: Row, gpu: bool) -> None:
        from jobfit.encode import load

        if gpu:
            os.environ["JOBFIT_DEVICE"] = "cuda"
        self._profiles, self._options, self._row = tuple(profiles), options, row
        self._encoder = load(options.model, cache=options.cache, threads=1)

    def ready(self) -> str:
        """Answer as soon as this process can work; return the model's name."""
        return self._encoder.name

    def score(self, items: Sequence[Input | Failure]) -> list[list[Scored | Failure]]:
        """Return the results of each input, in order."""
        from jobfit.pipeline import assess_inputs

        found = assess_inputs(items, self._profiles, self._encoder, self._options)
        return [[one if isinstance(one, Failure) else scored(one, self._row) for one in outcomes] for outcomes in found]
