"""HTML text comes in; the tree that the other HTML modules walk comes out, never changed by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from jobfit.errors import ReadError

_MOST_TAGS = 1_000_000
_MOST_NOSCRIPT = 100
_NOSCRIPT = re.compile(r"<noscript\b.*?</noscript\s*>", re.DOTALL | re.IGNORECASE)


class Element(Protocol):
    """What is used of a DOM node; text and comment nodes have the tags ``#text`` and ``#comment``, and no attributes."""

    @property
    def tag(self) -> str: ...
    @property
    def text(self) -> str | None: ...
    @property
    def value(self) -> str | None: ...
    @property
    def parent(self) -> Element | None: ...
    @property
    def child_nodes(self) -> Sequence[Element]: ...
    def getattr(self, name: str) -> str | None: ...
    def hasattr(self, name: str) -> bool: ...
    def query_selector(self, selector: str) -> Element | None: ...
    def query_selector_all(self, selector: str) -> Iterable[Element]: ...


class Tree(Protocol):
    """A parsed page."""

    @property
    def body(self) -> Element | None: ...
    @property
    def document(self) -> Element: ...
    @property
    def title(self) -> str | None: ...


def parse(html: str, path: str) -> Tree:
    """Return the page's tree; raise ReadError where it has more tags than any page."""
    from resiliparse.parse.html import HTMLTree

    if html.count("<") > _MOST_TAGS:
        raise ReadError(f"the page holds more than {_MOST_TAGS} tags", path=path, hint="save the posting alone")
    if html.count("<noscript") < _MOST_NOSCRIPT:
        html = _NOSCRIPT.sub("", html)  # in a page's head its text would fall out into the body
    return cast("Tree", HTMLTree.parse(html))


def attribute(node: Element, name: str) -> str:
    """Return the attribute's value, empty where it is missing."""
    return node.getattr(name) or ""


def text_of(node: Element) -> str:
    """Return all text in and under the node, its white space as it stands."""
    return node.text or ""
