"""A saved mail comes in; its text without headers, quoting marks and transport encoding comes out."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import TYPE_CHECKING

from jobfit.errors import ReadError
from jobfit.read.build import document
from jobfit.read.clean import decode
from jobfit.read.html import page_document
from jobfit.read.text import text_drafts
from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.types import Document

_REPLY = regex(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_QUOTED = regex(r"^(?:>[ \t]?)+", re.MULTILINE)


def read_mail(data: bytes, path: str) -> list[Document]:
    """Read one mail: its plain text, else its HTML; attachments are named in a warning and not read."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    subject = _REPLY.sub("", str(message.get("subject") or "")).strip()
    meta = {"title": subject} if subject else {}
    plain, html = _body(message, "plain", path), _body(message, "html", path)
    if html and len(plain.strip()) < 0.2 * len(html) / 4:
        page = page_document(html, path, "eml")
        lines, page_meta = page.lines, {**page.meta, **meta}
        return [type(page)(path, "eml", lines, page_meta, warnings=_attached(message))]
    if not plain.strip():
        raise ReadError("the mail holds no text", path=path, hint="save its attachment and give that")
    return [document(path, "eml", text_drafts(_QUOTED.sub("", plain)), meta=meta, warnings=_attached(message))]


def _body(message: EmailMessage, kind: str, path: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    raw = part.get_payload(decode=True)
    return decode(raw, path, part.get_content_charset() or "") if isinstance(raw, bytes) else ""


def _attached(message: EmailMessage) -> tuple[str, ...]:
    names = [part.get_filename() or "unnamed" for part in message.iter_attachments()] if message.is_multipart() else []
    return (f"not read: attached {', '.join(names)}",) if names else ()
