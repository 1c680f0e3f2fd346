"""The first bytes of a file and what its name promises come in; the name of the format it is in comes out."""

from __future__ import annotations

import re

from jobfit.errors import ReadError
from jobfit.regex import regex

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "this is an old Word or Outlook file", "save it as DOCX or PDF"),
    (b"{\\rtf", "this is an RTF file", "save it as DOCX, PDF or text"),
    (b"\x89PNG", "this is a picture", "give a file with text in it"),
    (b"\xff\xd8\xff", "this is a picture", "give a file with text in it"),
    (b"GIF8", "this is a picture", "give a file with text in it"),
    (b"\x1f\x8b", "this is a compressed file", "unpack it first"),
    (b"7z\xbc\xaf", "this is a compressed file", "unpack it first"),
    (b"Rar!", "this is a compressed file", "unpack it first"),
)
_MAIL_NAMES = rb"From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+|Von|An|Betreff|Datum"
_MAIL = regex(rb"(?:(?:" + _MAIL_NAMES + rb"): [^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.IGNORECASE)
_HTML = regex(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|ul|table|section|article|main|span|meta)\b",
    re.I | re.S,
)
_MARKDOWN = regex(rb"^#{1,6} \S|^\*\*[^*\n]+\*\*|^---\s*$", re.M)
_EUROPASS = regex(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:\w+:)?(?:SkillsPassport|Candidate)\b", re.DOTALL)
_YAML = regex(rb"^(?:basics|cv|work|education|name|meta|\$schema)\s*:", re.M)


def sniff(data: bytes, path: str, promised: str) -> str:
    """Return the format's name; what the bytes are outweighs what the suffix promises. Raises ReadError for what is not read."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    for magic, what, hint in _FOREIGN:
        if head.startswith(magic):
            raise ReadError(what, path=path, hint=hint)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip(data, path)
    if _EUROPASS.match(head):
        return "europass"
    if path.lower().endswith(".csv"):
        return "linkedin"
    if promised in ("pdf", "docx"):
        raise ReadError(
            f"the file is named as {promised.upper()} and is none", path=path, hint="save it anew, or give it the ending of what it is"
        )
    return promised or _text_kind(head, data)


def _zip(data: bytes, path: str) -> str:
    if b"word/" in data:
        return "docx"
    if b"Positions.csv" in data or b"Profile.csv" in data:
        return "linkedin"
    raise ReadError(
        "this archive is no Word document and no LinkedIn export", path=path, hint="unpack it, or save the document as DOCX or PDF"
    )


def _text_kind(head: bytes, data: bytes) -> str:
    start = head.lstrip()
    if start[:1] in (b"{", b"["):
        first, _, rest = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")  # a posting on one line is longer than the head
        return "jsonl" if first[:1] == b"{" and first.rstrip().endswith(b"}") and (rest[:1] == b"{" or b"\n{" in rest) else "json"
    if _HTML.match(head):
        return "html"
    if _MAIL.match(head):
        return "eml"
    if _YAML.search(head) and not head.startswith(b"---\ntitle"):
        return "yaml"
    return "md" if len(_MARKDOWN.findall(head)) >= 2 else "txt"
