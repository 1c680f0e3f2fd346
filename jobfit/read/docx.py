"""A Word document comes in; its lines come out by way of HTML, text boxes, lists and tables included."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from jobfit.errors import ReadError
from jobfit.read import furniture
from jobfit.read.build import document
from jobfit.read.docxhidden import without_hidden
from jobfit.read.dom import parse
from jobfit.read.unseen import unseen
from jobfit.read.walk import walk
from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.types import Document

_MAX_UNPACKED = 100_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]
_PARTS = regex(r"word/(?:document|styles|numbering|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def read_docx(data: bytes, path: str) -> list[Document]:
    """Read one DOCX file; raise ReadError where it is broken, unpacks to too much or declares XML entities."""
    import mammoth

    _check(data, path)
    try:
        data, hidden = without_hidden(data)
        html = mammoth.convert_to_html(io.BytesIO(data), style_map=_style_map(data), convert_image=_no_image).value
    except (
        KeyError,
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
        zipfile.BadZipFile,
        OSError,
        RecursionError,
        ExpatError,
        ElementTree.ParseError,
    ) as error:
        raise ReadError(
            f"this Word document is broken ({type(error).__name__})", path=path, hint="open and save it anew, or save it as PDF"
        ) from error
    body = parse(html, path).body
    drafts = walk(body, furniture.is_code, tabs=True) if body else []
    return [document(path, "docx", drafts, warnings=unseen([hidden]))]


def _style_map(data: bytes) -> str:
    """Return mammoth's rules for the document's own styles: those with an outline level are headings, bold ones bold lines."""
    rules = list(_STYLES)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = ElementTree.fromstring(archive.read("word/styles.xml")) if "word/styles.xml" in archive.namelist() else ()  # noqa: S314 - _check refuses entities
    for style in styles:
        label = style.find(f"{_W}name")
        name = "" if label is None else label.get(f"{_W}val", "")
        if style.get(f"{_W}type") != "paragraph" or "'" in name or "\\" in name or name.lower().startswith("heading") or name == "Title":
            continue
        level, bold = style.find(f"{_W}pPr/{_W}outlineLvl"), style.find(f"{_W}rPr/{_W}b")
        if level is not None and level.get(f"{_W}val", "9") in "012345":
            rules.append(f"p[style-name='{name}'] => h{int(level.get(f'{_W}val', '0')) + 1}:fresh")
        elif bold is not None and bold.get(f"{_W}val", "1") not in ("0", "false") and style.find(f"{_W}pPr/{_W}numPr") is None:
            rules.append(f"p[style-name='{name}'] => p:fresh > strong:fresh")
    return "\n".join(rules)


def _no_image(_: object) -> list[object]:
    return []


def _check(data: bytes, path: str) -> None:
    """Refuse an archive that cannot be opened, is no Word document, or is made to exhaust the machine."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if "word/document.xml" not in {entry.filename for entry in entries}:
                raise ReadError("this archive is no Word document", path=path, hint="save the document as DOCX or PDF")
            if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
                raise ReadError(f"this Word document unpacks to more than {_MAX_UNPACKED} bytes", path=path, hint="take its pictures out")
            if any(b"<!ENTITY" in archive.read(entry) for entry in entries if _PARTS.fullmatch(entry.filename)):
                raise ReadError("this Word document declares XML entities, which Word never does", path=path, hint="save it anew from Word")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise ReadError("this Word document is broken", path=path, hint="open and save it anew, or save it as PDF") from error
