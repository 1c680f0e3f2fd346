"""YAML comes in; its own lines, its data with scalars as text and each value's line come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit.read.build import document, mended, typed
from jobfit.read.clean import decode
from jobfit.read.structure import load_yaml

if TYPE_CHECKING:
    from jobfit.types import Document


def read_yaml(data: bytes, path: str) -> list[Document]:
    """Read one YAML document; raise ReadError with line and column where it is broken."""
    lines = mended(decode(data, path))
    content, places = load_yaml("\n".join(lines), path)
    return [document(path, "yaml", (typed(line) for line in lines), data=content, data_lines=places)]
