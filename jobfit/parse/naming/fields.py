"""A Document comes in; the fields that its lines label ("Employer: …", or a label with its value on the next line) come out."""

from __future__ import annotations

from functools import lru_cache

from jobfit.parse.clean import bare
from jobfit.parse.headings import heading_class, normal
from jobfit.parse.naming.terms import employment
from jobfit.parse.wordlists import grouped
from jobfit.regex import regex
from jobfit.types import Document

_FIELD = regex(r"([^\W\d_][^:：]{1,30})\s?[:：]\s*(\S.{0,160})\Z")
_BARE = regex(r"((?:Job|Position) Title)\s+(?=[A-Z])(\S.{2,80})\Z")
_SIGNS = (":", "：", "Title", "&")  # a line with a label holds one, or the entity that stands for one
_NEXT_FIELD = regex(r"\s{3,}|\t|\s+[|·]\s+(?=[\w ]{2,25}:)|\s+(?=[A-Z]{3,}(?:\s[A-Z]{3,})?:\s)")
_ALIGNED = regex(r":[ \t]+(?=\S)")
_LINES = 60
_VALUE = 90


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {normal(label): name for name, labels in grouped("fields").items() for label in labels}


def fields(document: Document) -> dict[str, str]:
    """Return what the head labels, the first value of each field; kinds of employment of all their labels together."""
    said: dict[str, str] = {}
    kinds: list[str] = []
    lines = [(line.text.strip(), bare(line.text)) for line in document.lines if line.text.strip()][:_LINES]
    for n, (raw, text) in enumerate(lines):
        for label, value in _labelled(raw, text, lines[n + 1][1] if n + 1 < len(lines) else ""):
            name = _labels().get(normal(label), "")
            if name == "employment_type":
                kinds.append(value)
            elif name and value:
                said.setdefault(name, value)
    if kind := employment(kinds):
        said["employment_type"] = kind
    return said


def _labelled(raw: str, text: str, after: str) -> list[tuple[str, str]]:
    """Return the (label, value) pairs of one line."""
    if len(text) < 30 and normal(text.rstrip(":")) in _labels():
        return [(text.rstrip(": "), after)] if 1 < len(after) <= _VALUE and not _FIELD.match(after) and not heading_class(after)[1] else []
    out: list[tuple[str, str]] = []
    if not any(sign in raw for sign in _SIGNS):
        return out
    for part in _NEXT_FIELD.split(_ALIGNED.sub(": ", raw)):
        found = _FIELD.match(bare(part)) or _BARE.match(bare(part))
        if found and len(found[2]) <= _VALUE * 1.5:
            out.append((found[1], found[2].strip(" .|")))
    return out
