"""An address in, the Ray library connected to that cluster out, or to one of this machine alone."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jobfit.errors import JobfitError

# The libraries of linear algebra must not share out what they add up; no process is to report to anyone.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "RAY_USAGE_STATS_ENABLED": "0"}


@contextmanager
def connected(address: str | None) -> Iterator[Any]:
    """Yield the library; raise JobfitError where it is not installed or the cluster cannot be reached."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError:
        raise JobfitError("the engine ray is not installed", hint="pip install 'jobfit[ray]'") from None
    if ray.is_initialized():  # by the program that calls this
        yield ray
        return
    words: dict[str, Any] = {} if address else {"include_dashboard": False}
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, runtime_env={"env_vars": _ENVIRONMENT}, **words)
    except Exception as error:  # Ray raises what its transport does
        said = " ".join(str(error).split())[:160]
        raise JobfitError(f"the Ray cluster {address or 'on this machine'} cannot be used: {said}", hint="see ray status") from error
    try:
        yield ray
    finally:
        ray.shutdown()
