"""A requirement's text in, its type and what it asks for out: needs that must all be met, each with its alternatives."""

from __future__ import annotations

from jobfit.parse.needs.kinds import type_of
from jobfit.types import Kind, Need, NeedType
from jobfit.vocabulary import skills

__all__ = ["read_needs"]


def read_needs(text: str, kind: Kind) -> tuple[NeedType, tuple[Need, ...]]:
    """Return the type that decides the verdict and the needs of one requirement, at least one."""
    del kind  # a wish is read like a demand
    sort = type_of(text)
    names = tuple(dict.fromkeys(hit.name for hit in skills.find(text)))
    return sort, (Need(sort, text.strip(), (text.strip(),), names),)
