"""Postings in, results out, by more machines than one."""

from __future__ import annotations

from jobfit.engine.cluster import score

__all__ = ["score"]
