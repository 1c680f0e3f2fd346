"""A line's text comes in; the parts of it that set terms of work (hours, shifts, days in the office) come out, beside its place."""

from __future__ import annotations

from jobfit.parse.cues import has
from jobfit.parse.features import is_place_line
from jobfit.regex import regex

_PARTS = regex(r"\s+[·•|‖–—]\s+|\s*\|\s*|(?<=\w)\.\s+(?=[A-ZÀ-Þ])")
_LONGEST = 200  # characters of a line of a page's head
_GLUE = " · "  # a dash would make a label of the place before it


def terms(text: str) -> str:
    """Return the parts that set terms, with a part that is only a place; "" where none sets any, or where pay is what they are about."""
    if not has("terms", text):
        return ""
    parts = _PARTS.split(text) if len(text) <= _LONGEST else [text]
    setting = [has("terms", part) and (len(parts) > 1 or not has("process", part)) for part in parts]
    if not any(setting):
        return ""
    return _GLUE.join(part for part, sets in zip(parts, setting, strict=True) if sets or (part and is_place_line(part)))
