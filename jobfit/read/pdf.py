"""A PDF comes in; its lines come out in reading order, with what a damaged text layer garbled mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read.build import document
from jobfit.read.pdfchars import pieces
from jobfit.read.pdfdots import dotted
from jobfit.read.pdflayout import rows_of
from jobfit.read.pdflines import lines_of
from jobfit.read.unseen import unseen

if TYPE_CHECKING:
    import pypdfium2

    from jobfit.read.pdfcells import Row
    from jobfit.types import Document

_FEW_LETTERS = 20


def read_pdf(data: bytes, path: str) -> list[Document]:
    """Read one PDF; raise ReadError where it is encrypted, broken, too long or only pictures of text."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise ReadError("this PDF is encrypted", path=path, hint="save a copy without a password") from error
        raise ReadError("this PDF is broken", path=path, hint="open and print it to a new PDF") from error
    try:
        if len(file) > settings.MAX_PAGES:
            raise ReadError(f"this PDF has {len(file)} pages, more than the {settings.MAX_PAGES} that are read", path=path, hint="cut it")
        read = [_page(file, number, path) for number in range(len(file))]
        pages = [rows for rows, _ in read]
        typeset = "tex" in str(file.get_metadata_dict().get("Producer", "")).lower()
        letters = sum(sign.isalnum() for rows in pages for row in rows for piece in row.pieces for sign in piece.text)
        if not letters or (letters < _FEW_LETTERS * len(pages) and _has_pictures(file)):
            raise ReadError("this PDF holds no text, only pictures of it", path=path, hint="run it through text recognition (OCR) first")
    finally:
        file.close()
    drafts, warnings = lines_of(pages, typeset)
    return [document(path, "pdf", drafts, warnings=[*warnings, *unseen(hidden for _, hidden in read)])]


def _page(file: pypdfium2.PdfDocument, number: int, path: str) -> tuple[list[Row], str]:
    """Return the rows of a page, and its text that nobody sees."""
    import pypdfium2

    try:
        page = file[number]
        found, hidden = pieces(page)
        return rows_of(dotted(page, found)), hidden
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"page {number + 1} of this PDF is broken", path=path, hint="open and print it to a new PDF") from error


def _has_pictures(file: pypdfium2.PdfDocument) -> bool:
    import pypdfium2.raw

    return any(True for page in file for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
