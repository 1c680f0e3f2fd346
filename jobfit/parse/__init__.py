"""A posting's Document comes in; its Postings come out, one a role, each requirement whole, with its kind, its lines and its needs."""

from __future__ import annotations

from jobfit.parse.posting import choose, parse
from jobfit.parse.several import split
from jobfit.parse.single import requirement

__all__ = ["choose", "parse", "requirement", "split"]
