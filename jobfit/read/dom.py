"""HTML text comes in; the tree that the other HTML modules walk comes out, never changed by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, cast

from jobfit.errors import ReadError
from jobfit.regex import regex

_MOST_TAGS = 1_000_000
_MOST_DEPTH = 8_000  # the time that a tree takes grows with the square of it
_MOST_NOSCRIPT = 100
_TAG = regex(r"<(/?)([a-zA-Z][\w-]*)")
# Tags that hold nothing, or that the next of their kind closes: they do not nest as they are written.
_FLAT = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "html", "head", "body"),
    }
)
_NOSCRIPT = regex(r"<noscript\b.*?</noscript\s*>", re.DOTALL | re.IGNORECASE)


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
    def query_selector_all(self, selector: str) -> Sequence[Element]: ...


class Tree(Protocol):
    """A parsed page."""

    @property
    def body(self) -> Element | None: ...
    @property
    def document(self) -> Element: ...
    @property
    def title(self) -> str | None: ...


def parse(html: str, path: str) -> Tree:
    """Return the page's tree; raise ReadError where it has more tags, or nests deeper, than any page."""
    from resiliparse.parse.html import HTMLTree

    if html.count("<") > _MOST_TAGS:
        raise ReadError(f"the page holds more than {_MOST_TAGS} tags", path=path, hint="save the posting alone")
    if html.count("<") > _MOST_DEPTH and _is_too_deep(html):
        raise ReadError(f"the page nests deeper than {_MOST_DEPTH} levels", path=path, hint="save its text alone")
    if html.count("<noscript") < _MOST_NOSCRIPT:
        html = _NOSCRIPT.sub("", html)  # in a page's head its text would fall out into the body
    return cast("Tree", HTMLTree.parse(html))


def _is_too_deep(html: str) -> bool:
    """Say whether so many tags are open at one place; a closing tag closes all that were opened inside."""
    opened: list[str] = []
    count: dict[str, int] = {}
    for found in _TAG.finditer(html):
        closing, name = found[1], found[2].lower()
        if name in _FLAT:
            continue
        if not closing:
            opened.append(name)
            count[name] = count.get(name, 0) + 1
            if len(opened) > _MOST_DEPTH:
                return True
        while closing and count.get(name):
            last = opened.pop()
            count[last] -= 1
            if last == name:
                break
    return False


def children(node: Element) -> Sequence[Element]:
    """Return what lies right below a node, taken at once: one by one, each would be found by going through all of them again."""
    return node.child_nodes[:]


def every(node: Element, selector: str) -> Sequence[Element]:
    """Return all that a selector finds below a node, taken at once as ``children`` are."""
    return node.query_selector_all(selector)[:]


def attribute(node: Element, name: str) -> str:
    """Return the attribute's value, empty where it is missing."""
    return node.getattr(name) or ""


def text_of(node: Element) -> str:
    """Return all text in and under the node, its white space as it stands."""
    return node.text or ""
