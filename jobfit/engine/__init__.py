"""Postings in, results out, by more machines than one."""

from __future__ import annotations

from jobfit.engine.cluster import score
from jobfit.engine.judge import Scored

__all__ = ["Scored", "score"]
