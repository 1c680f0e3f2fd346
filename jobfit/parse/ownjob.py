"""Requirements and their job's title come in; those that ask for experience in "a similar role" come out with that job as their subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jobfit.parse.naming.occupations import occupation
from jobfit.parse.wordlists import listed, pattern
from jobfit.types import Need, Requirement
from jobfit.vocabulary.fold import fold


def with_own_job(found: Sequence[Requirement], title: str) -> tuple[Requirement, ...]:
    """Return the requirements, each need for experience in such a job about the job of that title; as they are where it names none."""
    if not occupation(title):
        return tuple(found)
    return tuple(replace(one, needs=tuple(_about(need, title) for need in one.needs)) for one in found)


def _about(need: Need, title: str) -> Need:
    """Name the job behind the words that point at it, so that the need is held against what was done in such jobs."""
    if not is_of_own_job(need):
        return need
    text = fold(need.text)
    found = pattern("such a job").search(text) or pattern("relevant work").search(text)
    named = f"{need.text[: found.end()]} ({title}){need.text[found.end() :]}" if found else need.text
    return replace(need, text=named, any_of=(named,) if need.any_of == (need.text,) else need.any_of, subject=title)


def is_of_own_job(need: Need) -> bool:
    """Say whether a need is for experience in a job like the one offered, or in "relevant" work without a word of what that is."""
    if need.type != "experience":
        return False
    text = fold(need.text)
    *before, after = pattern("such a job").split(text)
    if before:
        return all(map(_is_general, before)) and (_is_general(after) or bool(pattern("where worked").match(after.lstrip(" ,"))))
    return not need.skills and _is_general(fold(need.subject)) and bool(pattern("relevant work").search(text))


def _is_general(text: str) -> bool:
    """Say whether nothing is left of a folded text but words that any demand for experience holds."""
    return not set(re.findall(r"[^\W\d_]{2,}", text)).difference(listed("of any experience"))
