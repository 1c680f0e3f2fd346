from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from jobfit.parse import parse
from jobfit.read import read

if TYPE_CHECKING:
    from jobfit.types import Posting


@pytest.fixture
def parsed() -> Callable[..., Posting]:
    """Parse a text that describes one role."""

    def run(text: str, as_format: str = "txt") -> Posting:
        (document,) = read("posting." + as_format, as_format=as_format, data=text.encode())
        (posting,) = parse(document)
        return posting

    return run


@pytest.fixture
def found(parsed) -> Callable[..., tuple[list[str], list[str]]]:
    """Return the texts of the required and of the nice items."""

    def run(text: str, as_format: str = "txt") -> tuple[list[str], list[str]]:
        items = parsed(text, as_format).requirements
        return [r.text for r in items if r.kind == "required"], [r.text for r in items if r.kind == "nice"]

    return run
