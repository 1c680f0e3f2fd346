"""A Document comes in; the Profile it tells comes out, each fact with its line, whatever the file's format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jobfit.errors import NotAProfile
from jobfit.facts.asof import own_date
from jobfit.facts.doubts import doubts
from jobfit.facts.kept import is_numbered
from jobfit.facts.keywords import without_deeds
from jobfit.facts.schema import faults, is_json_resume
from jobfit.facts.shape import check

if TYPE_CHECKING:
    from datetime import date

    from jobfit.types import Document, Profile

__all__ = ["faults", "own_date", "read_profile"]


def read_profile(document: Document, as_of: date | None = None) -> Profile:
    """Return the facts of a profile.

    ``as_of`` is the day that "present" means; None takes the file's own date, else the latest date in it. Raises NotAProfile where the
    document is a posting, says nothing, or is a JSON Resume with faults (all are named).
    """
    if is_json_resume(document):
        _raise_faults(document)
    profile = _read(document, as_of)
    check(document, profile)
    statements = without_deeds(profile.statements, profile.positions)
    return replace(profile, statements=statements, warnings=(*profile.warnings, *doubts(profile)))


def _read(document: Document, as_of: date | None) -> Profile:
    """Read what the document is; the other ways of reading, whose grammars take a while to load, are left alone."""
    if document.data is None:
        from jobfit.facts import freetext

        return freetext.read(document, as_of)
    if is_numbered(document):
        from jobfit.facts import reread

        return reread.read(document, as_of)
    from jobfit.facts import structured

    return structured.read(document, as_of)


def _raise_faults(document: Document) -> None:
    found = faults(document)
    if found:
        told = "; ".join(f"{path} line {line}: {what}" for path, line, what in found[:20])
        more = f"; and {len(found) - 20} more" if len(found) > 20 else ""
        raise NotAProfile(f"{told}{more}", path=document.path)
