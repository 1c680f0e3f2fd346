"""A page that carries ``ld+json`` comes in; the fields and the lines of its schema.org JobPosting come out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jobfit.errors import ReadError
from jobfit.read.boards import job_postings, posting_lines
from jobfit.read.dom import every
from jobfit.read.structure import parse_json
from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.read.build import Draft
    from jobfit.read.dom import Tree
    from jobfit.read.jobmeta import Fields

_WRAPPED = regex(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*\Z")


def embedded(html: str, tree: Tree, path: str) -> tuple[dict[str, str], list[Draft]]:
    """Return meta and lines of the page's JobPosting; nothing where it has none or several."""
    found: list[Fields] = []
    for data in _blocks(html, tree, path):
        found += [posting for posting in job_postings(data) if posting not in found]
    if len(found) != 1:
        return {}, []
    return posting_lines(found[0], path)


def _blocks(html: str, tree: Tree, path: str) -> list[object]:
    """Return the data of every block; extruct, which takes long to load, mends what plain JSON does not read."""
    blocks = []
    for node in every(tree.document, "script[type='application/ld+json']"):
        try:
            blocks.append(parse_json(_WRAPPED.sub("", node.text or ""), path))
        except ReadError:
            return _mended(html)
    return blocks


def _mended(html: str) -> list[object]:
    from extruct.jsonld import JsonLdExtractor

    try:
        return list(JsonLdExtractor().extract(html))
    except (json.JSONDecodeError, ValueError, RecursionError):
        return []
