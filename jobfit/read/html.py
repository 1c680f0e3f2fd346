"""An HTML page comes in; the lines of its content come out, without navigation, forms, cookie bars and hidden text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jobfit.read import furniture
from jobfit.read.build import Draft, document
from jobfit.read.clean import declared_charset, decode
from jobfit.read.dom import Tree, attribute, every, parse, text_of
from jobfit.read.unseen import unseen
from jobfit.read.walk import walk
from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.types import Document

_MARKDOWN = regex(r"^#{1,5} \S", re.MULTILINE)
_LITTLE = 200  # characters; less than this left of a page means that too much was taken away


def read_html(data: bytes, path: str) -> list[Document]:
    """Read one page; a schema.org JobPosting inside it fills ``meta`` and gives the text where it is the fuller one."""
    return [page_document(decode(data, path, declared_charset(data)), path, "html")]


def page_document(html: str, path: str, name: str) -> Document:
    """Return the Document of a whole page."""
    tree = parse(html, path)
    meta = _meta(tree)
    drafts, warnings = _content(tree)
    if "ld+json" in html:
        from jobfit.read.jsonld import embedded

        fields, said = embedded(html, tree, path)
        meta |= fields
        if _size(said) >= max(0.5 * _size(drafts), _LITTLE):
            drafts, warnings = said, []
    return document(path, name, drafts, meta=meta, warnings=warnings)


def html_drafts(html: str, path: str) -> list[Draft]:
    """Return the lines of a piece of HTML, all of it content; text without a tag keeps its own lines, as Markdown where it has headings."""
    if "<" not in html and _MARKDOWN.search(html):
        from jobfit.read.markdown import markdown_drafts

        return markdown_drafts(html)
    if "<" not in html:
        from jobfit.read.text import text_drafts

        return text_drafts(html)
    body = parse(html, path).body
    return walk(body, furniture.is_code) if body else []


def _content(tree: Tree) -> tuple[list[Draft], list[str]]:
    """Return the lines of the page's content, and what is to be said of text that it hides."""
    body = tree.body
    if not body:
        return [], []
    scripted, parts = (tree.document.query_selector(tags) is not None for tags in ("script", "nav, form"))
    judge = furniture.Judge(len(text_of(body)), scripted, sheet=not scripted and not parts)
    drafts = walk(body, judge)
    if _size(drafts) < _LITTLE:
        everything = walk(body, furniture.is_code)
        if _size(everything) > 3 * _LITTLE:
            return everything, []
    return drafts, unseen(judge.unseen)


def _size(drafts: list[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)


def _meta(tree: Tree) -> dict[str, str]:
    page = tree.document
    named = {attribute(node, "property") or attribute(node, "name"): attribute(node, "content") for node in every(page, "meta")}
    titles = [" ".join(text_of(node).split()) for node in every(page, "h1")]
    link = page.query_selector("link[rel=canonical]")
    root = page.query_selector("html")
    meta = {
        "title": titles[0] if len(titles) == 1 and titles[0] else named.get("og:title") or tree.title or "",
        "company": named.get("og:site_name", ""),
        "page_title": tree.title or "",
        "url": (attribute(link, "href") if link else "") or named.get("og:url", ""),
        "language": attribute(root, "lang").split("-")[0].lower() if root else "",
    }
    meta["page_title"] = "" if meta["page_title"] == meta["title"] else meta["page_title"]
    return {name: " ".join(value.split()) for name, value in meta.items() if value.strip()}
