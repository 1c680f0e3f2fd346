"""A node of a page comes in; out comes whether it is furniture (navigation, forms, cookie bars, hidden text) and no content."""

from __future__ import annotations

import re

from jobfit.read.dom import Element, attribute, text_of
from jobfit.regex import regex

_CODE = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "video", "audio", "head", "math"}
    | {"button", "select", "option", "input", "textarea", "datalist"}
)
_AROUND = frozenset({"nav", "footer", "form", "dialog"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "complementary"})
_ZERO = r"\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|\Z)"
_HIDDEN = regex(rf"display\s*:\s*none|visibility\s*:\s*hidden|font-size{_ZERO}|opacity{_ZERO}", re.IGNORECASE)
# Ways to hide that serve no page: its words are there for a machine alone.
_WHITE = r"(?<![\w-])color\s*:\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255)\b"
_AWAY = r"(?:left|top|text-indent)\s*:\s*-\d{4,}px"
_DECEIVES = regex(rf"font-size{_ZERO}|opacity{_ZERO}|{_AWAY}", re.IGNORECASE)
_PALE = regex(_WHITE, re.IGNORECASE)
_COLOURED = regex(r"background", re.IGNORECASE)
_NAMES = regex(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|(?:similar|related|recommended|more|other)[_-]?(?:jobs|positions|roles|openings|vacancies)"
    r"|social|share|sharing|sr-only|visually-?hidden|screen-reader-text|skip-?link|skip-to-content|navbar|topbar|site-?(?:header|footer|nav)"
    r"|main-?menu|job-?alerts?|newsletter|popup)(?:$|[\s_-])",
    re.I,
)
_PANEL = regex(r"accordion|collaps|panel|tab-?(?:content|pane)|toggle|expand|show-?more|read-?more|description", re.IGNORECASE)
_ACCORDION = regex(r"accordion|collaps|disclosure|expand(?:er|able)", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST = 0.5  # what holds more of the page's text than this is content, whatever it is called
_CONTENT = frozenset({"body", "main", "article", "p", "li"})
_HIGHEST = 400


def is_code(node: Element) -> bool:
    """Say whether the node is a script, a control or the like, which show a reader no text; a button over a panel is a heading."""
    return node.tag in _CODE and not (node.tag == "button" and _heads_a_panel(node))


def _heads_a_panel(node: Element) -> bool:
    """Say whether a button unfolds a part of the page: it is all that a heading holds, or is named as part of an accordion."""
    above = node.parent
    if above and above.tag in _HEADINGS:
        return True
    named = " ".join(f"{attribute(one, 'class')} {attribute(one, 'id')}" for one in (node, above) if one)
    return node.hasattr("aria-expanded") and bool(_ACCORDION.search(named))


class Judge:
    """Judge the nodes of one page whose text is ``size`` characters long.

    ``unseen`` gathers the hidden text that no reader can bring to light: on a page with scripts much is hidden until it is asked for.
    A ``sheet`` is a page without anything to go on to, to fill in or to run: what stands aside there is the sidebar of a résumé.
    """

    def __init__(self, size: int, scripted: bool = False, sheet: bool = False) -> None:
        self.limit = _MOST * size
        self.scripted = scripted
        self.sheet = sheet
        self.unseen: list[str] = []

    def __call__(self, node: Element) -> bool:
        """Say whether the node, and all in it, is to be left out."""
        if is_code(node):
            return True
        if (deceives := _deceives(node)) or _is_hidden(node):
            if deceives or not self.scripted:
                self.unseen.append(text_of(node))
            return True
        return node.tag not in _CONTENT and self._surrounds(node) and len(text_of(node)) <= self.limit

    def _surrounds(self, node: Element) -> bool:
        if node.tag == "aside":
            return not self.sheet
        if node.tag in _AROUND or attribute(node, "role") in _ROLES:
            return True
        if node.tag == "header":
            return not _heads_content(node)
        return bool(_NAMES.search(attribute(node, "class")) or _NAMES.search(attribute(node, "id")))


def _is_hidden(node: Element) -> bool:
    """Say whether nobody sees the node; a folded panel is content that a click unfolds."""
    if attribute(node, "role") == "tabpanel" or _PANEL.search(f"{attribute(node, 'class')} {attribute(node, 'id')}"):
        return False
    return node.hasattr("hidden") or attribute(node, "aria-hidden") == "true" or bool(_HIDDEN.search(attribute(node, "style")))


def _deceives(node: Element) -> bool:
    """Say whether a node's own style puts its words out of sight; white may be seen where a class or style may colour the ground."""
    style = attribute(node, "style")
    if not style:
        return False
    if _DECEIVES.search(style):
        return True
    return bool(_PALE.search(style)) and not _COLOURED.search(style) and _on_paper(node)


def _on_paper(node: Element) -> bool:
    """Say whether nothing around a node can give it a ground of its own."""
    above: Element | None = node
    for _ in range(_HIGHEST):
        if not above or above.tag.startswith("#"):
            return True
        if any(above.hasattr(name) for name in ("class", "id", "bgcolor", "background")) or _COLOURED.search(attribute(above, "style")):
            return False
        above = above.parent
    return False


def _heads_content(node: Element) -> bool:
    """Say whether a header is the head of an article or holds the page's title."""
    if node.query_selector("h1, h2"):
        return True
    above = node.parent
    for _ in range(_HIGHEST):
        if not above or above.tag == "body":
            return False
        if above.tag in ("main", "article"):
            return True
        above = above.parent
    return False
