"""A profile in, its facts in one format out: one file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.report.profile import json, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobfit.ports import Look
    from jobfit.types import Profile

FORMATS: dict[str, Callable[[Profile, Look], str]] = {
    "text": text.render,
    "json": json.render,
}
