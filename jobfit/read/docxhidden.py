"""A Word document's bytes come in; the same document without the text that Word does not show comes out, with that text."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from jobfit.regex import regex

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_CAUSE = regex(rb"<w:vanish|w:val=\"[fF]{6}\"|themeColor=\"background1\"|<w:sz w:val=\"[0-4]\"")
# Drawings that may lie behind the text: then white may well be seen.
_BEHIND = regex(rb"<v:(?:shape|rect|roundrect|group)\b|behindDoc=\"1\"|<w:background")
_TINY = 4  # half points
_DRAWN = regex(r"word/(?:document|header\d*)\.xml")
_OFF = ("0", "false", "off")
_PLAIN_TABLES = ("", "TableGrid", "TableNormal")
_BOXES = ("txbxContent",)  # what lies behind the text of a box is not said here


def without_hidden(data: bytes) -> tuple[bytes, str]:
    """Return the document without the runs that are marked hidden, white on white or tiny, and their text; ParseError where broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read(_BODY)
        styles = archive.read("word/styles.xml") if "word/styles.xml" in archive.namelist() else b""
        if not _CAUSE.search(body) and b"<w:vanish" not in styles:
            return data, ""
        root = ElementTree.fromstring(body)  # noqa: S314 - entities were refused before
        behind = any(_BEHIND.search(archive.read(name)) for name in archive.namelist() if _DRAWN.fullmatch(name))
        hidden = _Hiding(styles).taken(root, behind)
        return (_packed(archive, ElementTree.tostring(root)), hidden) if hidden else (data, "")


class _Hiding:
    """What hides a run: its own marks or its styles'."""

    def __init__(self, styles: bytes) -> None:
        found = list(ElementTree.fromstring(styles).iter(f"{_W}style")) if styles else []  # noqa: S314 - as above
        self.vanished = {each.get(f"{_W}styleId", "") for each in found if _on(each.find(f"{_W}rPr/{_W}vanish"))}
        self.shaded = {each.get(f"{_W}styleId", "") for each in found if each.find(f".//{_W}shd") is not None}

    def taken(self, root: ElementTree.Element, behind: bool) -> str:
        """Take the hidden runs out of the tree; return their text. ``behind``: the paper may have any colour."""
        texts: list[str] = []
        stack = [(root, behind)]
        while stack:
            node, coloured = stack.pop()
            coloured = coloured or self._coloured(node)
            for child in list(node):
                if child.tag == f"{_W}r" and self._hides(child, coloured or self._coloured(child)):
                    texts.append("".join(each.text or "" for each in child.iter(f"{_W}t")))
                    node.remove(child)
                else:
                    stack.append((child, coloured))
        return " ".join(reversed(texts)).strip()

    def _coloured(self, node: ElementTree.Element) -> bool:
        """Say whether what lies behind the text of a node may have a colour of its own."""
        name = node.tag.rpartition("}")[2]
        if name in _BOXES:
            return True
        if name not in ("r", "p", "tc", "tbl"):
            return False
        marks = node.find(f"{_W}{name}Pr")
        if marks is None:
            return False
        style = marks.find(f"{_W}{name}Style")
        kind = "" if style is None else style.get(f"{_W}val", "")
        fill = marks.find(f"{_W}shd")
        filled = fill is not None and fill.get(f"{_W}fill", "auto").lower() not in ("auto", "ffffff")
        named = kind not in _PLAIN_TABLES if name == "tbl" else kind in self.shaded
        return filled or named or marks.find(f"{_W}highlight") is not None

    def _hides(self, run: ElementTree.Element, coloured: bool) -> bool:
        marks = run.find(f"{_W}rPr")
        if marks is None or run.find(f"{_W}t") is None:
            return False
        style = marks.find(f"{_W}rStyle")
        vanish = marks.find(f"{_W}vanish")
        if _on(vanish) or (vanish is None and style is not None and style.get(f"{_W}val", "") in self.vanished):
            return True
        size, colour = marks.find(f"{_W}sz"), marks.find(f"{_W}color")
        if size is not None and size.get(f"{_W}val", "").isdecimal() and int(size.get(f"{_W}val", "")) <= _TINY:
            return True
        return not coloured and colour is not None and _white(colour)


def _white(colour: ElementTree.Element) -> bool:
    return colour.get(f"{_W}val", "").lower() == "ffffff" or colour.get(f"{_W}themeColor") == "background1"


def _on(mark: ElementTree.Element | None) -> bool:
    return mark is not None and mark.get(f"{_W}val", "1").lower() not in _OFF


def _packed(archive: zipfile.ZipFile, body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in dict.fromkeys(archive.namelist()):
            made.writestr(name, body if name == _BODY else archive.read(name))
    return out.getvalue()
