"""One requirement's bare text comes in; a Requirement with its needs comes out."""

from __future__ import annotations

from jobfit.parse.clean import bare
from jobfit.parse.needs import read_needs
from jobfit.types import Kind, Requirement


def requirement(text: str, kind: Kind, id: str = "r1") -> Requirement:
    """Read one requirement on its own, its list mark, table pipes and emphasis taken off."""
    item = " ".join(bare(line) for line in text.splitlines() if line.strip()).strip()
    sort, needs = read_needs(item, kind)
    return Requirement(id, kind, sort, item, 1, max(1, text.count("\n") + 1), needs=needs)
