"""A file of any readable format comes in; its Documents come out.

What holds of every ``Line``, whatever the format: ``text`` is what a reader sees, stripped, without emphasis marks and without the list
mark; the mark stands in ``bullet`` (``-``, ``•``, ``1.``, ``a)``, an emoji …) and ``numbered`` prints it again. ``indent`` counts
columns. ``lines[n].number`` is always ``n + 1``. A blank line is kept as a line without text where the file has one. A mark alone on its
line is given to the next line with words. Drawn rules are blank lines. Cells of a table's row are joined by `` | ``; a tab or wide gap
inside a line is four spaces. ``heading`` is a markup's level (in a PDF, large type); ``bold`` says that all the words of the line are
bold. The lines of text, Markdown, YAML and of JSON profiles are the file's own, wrapped as they are; those of PDFs are whole again where
the layout shows that a line ran on. ``data`` is set for YAML and for JSON that is no posting; scalars of YAML stay text.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read.sniff import sniff

if TYPE_CHECKING:
    from jobfit.ports import Reader
    from jobfit.types import Document


def _reader(module: str, name: str) -> Reader:
    """Return a reader whose module is imported when a file of its format is read, for what each needs takes time to load."""

    def read_file(data: bytes, path: str) -> list[Document]:
        found: Reader = getattr(import_module(f"jobfit.read.{module}"), name)
        return found(data, path)

    return read_file


FORMATS: dict[str, Reader] = {
    "txt": _reader("text", "read_text"),
    "md": _reader("markdown", "read_markdown"),
    "html": _reader("html", "read_html"),
    "json": _reader("jsonfile", "read_json"),
    "jsonl": _reader("jsonfile", "read_jsonl"),
    "yaml": _reader("yamlfile", "read_yaml"),
    "pdf": _reader("pdf", "read_pdf"),
    "docx": _reader("docx", "read_docx"),
    "eml": _reader("mail", "read_mail"),
    "linkedin": _reader("linkedin", "read_linkedin"),
    "europass": _reader("europass", "read_europass"),
}

EXTENSIONS: dict[str, str] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
}

__all__ = ["EXTENSIONS", "FORMATS", "find", "format_of", "numbered", "read"]


def read(path: str, *, as_format: str | None = None, data: bytes | None = None) -> list[Document]:
    """Read one file (``-``: standard input, or ``data`` where it is given) into its documents, in the file's order.

    One document for most formats; several for JSON Lines and for a JSON array of postings, the n-th then named ``path#n``.
    Raises ReadError, in one sentence, for whatever cannot be read.
    """
    content = _bytes(path) if data is None else data
    if not content.strip():
        raise ReadError("the file is empty", path=path, hint="give a file with text in it")
    if len(content) > settings.MAX_FILE_BYTES:
        raise ReadError(f"the file is larger than the {settings.MAX_FILE_BYTES} bytes that are read", path=path, hint="cut or split it")
    return FORMATS[format_of(path, as_format, content)](content, path)


def format_of(path: str, as_format: str | None, content: bytes) -> str:
    """Return the name of the format that a file is read as; raise ReadError for one that is not read."""
    if as_format is not None and as_format not in FORMATS:
        raise ReadError(f"there is no format {as_format!r}", path=path, hint=f"the formats are {', '.join(FORMATS)}")
    return as_format or sniff(content, path, EXTENSIONS.get(Path(path).suffix.lower(), ""))


def _bytes(path: str) -> bytes:
    """Return at most one byte more than may be read, so that an endless input ends."""
    if path == "-":
        return sys.stdin.buffer.read(settings.MAX_FILE_BYTES + 1)
    try:
        if Path(path).is_dir():
            raise ReadError("this is a folder", path=path, hint="name a file, or give the folder where a folder is taken")
        with Path(path).open("rb") as file:
            return file.read(settings.MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _refused(error, path) from error


def _refused(error: OSError | ValueError, path: str) -> ReadError:
    """Return the user's sentence about what the file system refused."""
    if "://" in path:
        return ReadError("this is an address, and only files are read", path=path, hint="save the page, and name the file")
    if isinstance(error, FileNotFoundError):
        return ReadError("there is no such file", path=path, hint="check the name")
    if isinstance(error, PermissionError):
        return ReadError("it may not be read", path=path, hint="ask for the right to read it, or leave it out")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return ReadError("this link leads round in a circle", path=path, hint="name the file itself")
    hint = "is the disk there, and the name right?" if isinstance(error, OSError) else "check the name"
    return ReadError(getattr(error, "strerror", None) or str(error), path=path, hint=hint)


def find(paths: Sequence[str], unread: Callable[[ReadError], None] | None = None) -> Iterator[str]:
    """Yield the files that ``paths`` name, in their order; a folder stands for its readable files, sorted by path.

    Hidden files and folders are skipped, and pipes and devices in a folder; a folder without a readable file raises ReadError. A folder
    inside that may not be looked into is told to ``unread``; without it that raises too.
    """
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from _in_folder(path, unread)
        else:
            yield path


def _in_folder(folder: str, unread: Callable[[ReadError], None] | None) -> list[str]:
    files: list[str] = []
    seen: set[str] = set()
    refused: list[ReadError] = []
    for here, folders, names in os.walk(folder, followlinks=True, onerror=lambda e: refused.append(_refused(e, e.filename or folder))):
        real = os.path.realpath(here)
        folders[:] = [] if real in seen else sorted(name for name in folders if not name.startswith("."))
        if real not in seen:
            files += [str(Path(here) / name) for name in names if _is_wanted(here, name)]
        seen.add(real)
    for error in refused:
        if unread is None:
            raise error
        unread(error)
    if not files and not refused:
        raise ReadError("the folder holds no file that can be read", path=folder, hint=f"readable are {' '.join(EXTENSIONS)}")
    return sorted(files)


def _is_wanted(folder: str, name: str) -> bool:
    """Tell whether a name in a folder is one to be read; a link that leads nowhere is, for reading it says so."""
    if name.startswith(".") or Path(name).suffix.lower() not in EXTENSIONS:
        return False
    path = Path(folder) / name
    return path.is_file() or not path.exists()


def numbered(document: Document) -> str:
    """Return the text as ``parse --text`` shows it: each line with its number, indent and mark."""
    width = len(str(len(document.lines)))
    shown = (
        f"{line.number:>{width}}  {' ' * line.indent}{line.bullet}{' ' if line.bullet else ''}{line.text}".rstrip()
        for line in document.lines
    )
    return "\n".join(shown)
