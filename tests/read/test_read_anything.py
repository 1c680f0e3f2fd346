import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.errors import ReadError
from jobfit.read import FORMATS, numbered, read

PIECES = [
    "---\n",
    "# a\n",
    "- ",
    "* b\n",
    "\n",
    "<p>",
    "<li>x",
    "</ul>",
    "{",
    "}",
    '"a": ',
    "[",
    "]",
    ",",
    "&amp;",
    "| a | b |\n|--|--|\n",
    "```\n",
    "é",
    "\u200b",
    "\t",
    "1. ",
]
PIECES += [
    "**bold**",
    "a: b\n",
    "&x ",
    "*x",
    "Â ",
    "\ufeff",
    "<table><tr><td>",
    "<!--",
    "-->",
    "<script>",
    "From: a\n",
    "====\n",
    "%PDF-1.4\n",
    "PK\x03\x04",
    "\x00",
    "word ",
]


def documents(data, name):
    """The documents, or none with one clear error."""
    try:
        return read("x", as_format=name, data=data)
    except ReadError as error:
        if not (error.hint and str(error).startswith("x:")):
            raise
        return []


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([name for name in FORMATS if name not in ("pdf", "docx")]),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join),
)
def test_any_text_gives_documents_or_one_clear_error(name, text):
    for document in documents(text.encode(), name):
        assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
        assert all("\n" not in line.text and line.text == line.text.strip() for line in document.lines)
        assert numbered(document)


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from([None, *FORMATS]), st.sampled_from([b"", b"%PDF-1.5\n", b"PK\x03\x04word/", b"\xff\xfe", b"{"])
)
def test_any_bytes_give_documents_or_one_clear_error(data, name, start):
    assert documents(start + data, name) is not None


@pytest.mark.parametrize(
    "text",
    [
        "<" * 30_000,
        "[" * 30_000,
        '"\\' * 30_000,
        "*a " * 9_000,
        "> " * 9_000,
        "- " * 9_000,
        "<noscript>" * 9_000,
        "![" * 9_000,
        "_a" * 9_000,
    ],
)
def test_hostile_repeats_take_no_time(text):
    for name in ("txt", "md", "html", "json", "yaml", "eml"):
        documents(text.encode(), name)


def test_importing_the_reader_loads_no_format_library():
    heavy = ["mammoth", "pypdfium2", "resiliparse", "extruct", "ftfy", "markdown_it", "numpy"]
    code = f"import sys, jobfit.read; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
