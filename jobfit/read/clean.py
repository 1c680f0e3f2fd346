"""Bytes of unknown encoding come in; text without mojibake, ligatures, invisible and control characters comes out."""

from __future__ import annotations

import codecs
import re
import unicodedata

from jobfit.errors import ReadError
from jobfit.regex import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Soft hyphen, zero-width signs, direction marks, byte order mark.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_INVISIBLE += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u180e"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)]
_TABLE = str.maketrans({**_LIGATURES, **dict.fromkeys(_INVISIBLE, ""), **dict.fromkeys(_SPACES, " "), **{chr(c): "" for c in _CONTROLS}})
_NEWLINES = regex(r"\r\n?|[\x0b\x0c\x85\u2029]|\u2028")
_ODD = regex(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # control characters that no text needs
_SUSPECT = regex(r"[ÃÂ][\x80-\xbf\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|â[\x80-\x9f]|ðŸ|Ð[\x80-\xbf]|ï¿½|(?:Â|ï¼)(?:\s|\Z)")
_STRAY = regex(r"(?:Â|ï¼)(?=\s|\Z)")  # what is left of a hard space or wide colon whose last byte was lost
_CHARSET = regex(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)


def decode(data: bytes, path: str, declared: str = "") -> str:
    """Return the text of ``data`` with plain newlines; raise ReadError where it is not text."""
    return _NEWLINES.sub("\n", _decoded(data, path, declared))


def declared_charset(data: bytes) -> str:
    """Return the encoding that the first kilobytes of a page name, or nothing."""
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _decoded(data: bytes, path: str, declared: str) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, name, path)
    if b"\0" in data[:4096]:
        return _without_bom(data, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _legacy(data, declared)
    if _looks_binary(text):
        raise ReadError("this is not text", path=path, hint="give a text, Markdown, HTML, JSON, YAML, PDF or DOCX file")
    return text


def _strict(data: bytes, name: str, path: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(f"the file says it is {name.upper()} and byte {error.start} is not", path=path, hint="save it as UTF-8") from error


def _without_bom(data: bytes, path: str) -> str:
    """Read UTF-16 that lacks its mark: every other byte of Western text is then zero."""
    head = data[:4096]
    half = len(head) // 2
    for name, zeros in (("utf-16-le", head[1::2].count(0)), ("utf-16-be", head[0::2].count(0))):
        if half and zeros / half > 0.6 and len(data) % 2 == 0:
            return _strict(data, name, path)
    raise ReadError("this is a binary file", path=path, hint="give a text, Markdown, HTML, JSON, YAML, PDF or DOCX file")


def _legacy(data: bytes, declared: str) -> str:
    """Decode what is not UTF-8: the declared encoding, else cp1252, else what a detector says of texts that are mostly not ASCII."""
    names = [declared] if declared else []
    high = sum(byte > 0x7F for byte in data[:20_000])
    if high > 0.3 * min(len(data), 20_000):
        from resiliparse.parse.encoding import detect_encoding

        names.append(detect_encoding(data[:20_000]) or "")
    for name in [*names, "cp1252"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _looks_binary(text: str) -> bool:
    head = text[:4096]
    return len(_ODD.findall(head)) > 0.05 * len(head)


def mend(text: str) -> str:
    """Mend one line: mojibake where it looks broken, ligatures, odd spaces, invisible and control characters; composed letters."""
    if text.isascii() and text.isprintable():
        return text
    if _SUSPECT.search(text):
        from ftfy import fix_encoding

        text = _STRAY.sub("", fix_encoding(text))
    return unicodedata.normalize("NFC", text.translate(_TABLE))
