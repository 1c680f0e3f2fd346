"""A line's raw text comes in; the text without markup, invisible signs and list marks comes out."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from jobfit.regex import regex

_INVISIBLE = regex("[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\ufe0f]")
_TAG = regex(r"</?(?:p|br|b|i|u|li|ul|ol|em|strong|span|div|a|h\d|font|td|tr|th|table|tbody)\b[^<>]{0,200}/?>", re.IGNORECASE)
_LINK = regex(r"!?\[([^\]]{0,300})\]\((?:[^()\s]|\([^()]*\)){0,600}\)")
_EMPHASIS = regex(r"(?<![\w*])(\*{1,3}|_{2,3})(?=\S)(.{1,2000}?)(?<=\S)\1(?![\w*])")
_STRAY = regex(r"\*{2,}|(?<!\w)__(?!\w)|(?<=\S)\\(?=[-_*#.()\[\]+!])")
_SPACES = regex(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_GLYPHS = "•●○◦▪▫■□◆◇►▶▸▹➢➣➤➔➜→⇒✓✔✅☑☐❖★☆※‣⁃∙⦁🔹🔸🔷🔶⋅‧✦✧❯·"
MARK = regex(
    rf"(?:[{_GLYPHS}\ue000-\uf8ff\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\s*)+"
    r"|[-*+]\s+\[[ xX]\]\s+|[-–—*+»o…](?=\s+\S)\s+|[-–—](?=[A-Za-zÀ-ÿ])"
    r"|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,5})[.)]\s+|\(\d{1,2}\)\s*|[①-⑳]\s*|[０-９]{1,2}[．.、）)]\s*|(?:&bull;|bull;?)\s+|\d\ufe0f?\u20e3\s*"
)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Return ``text`` without tags, entities, emphasis marks, link targets and invisible signs, its spaces single."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text or "\\" in text:
        text = _STRAY.sub("", _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text)))
    text = text.replace("`", "")
    if "  " in text or "\t" in text or not text.isascii():
        text = _SPACES.sub(" ", text)
    return text.strip()


def split_mark(text: str) -> tuple[str, str]:
    """Return the list mark at the start of ``text`` ("" where there is none) and the rest."""
    found = MARK.match(text)
    if not found or found.end() >= len(text):
        return "", text
    return found.group().strip(), text[found.end() :].strip()


@lru_cache(maxsize=512)
def bare(text: str) -> str:
    """Return an item's own words: markup, table pipes and every leading list mark taken off."""
    text = plain(text).strip("|").strip()
    for _ in range(3):
        mark, rest = split_mark(text)
        if not mark:
            break
        text = rest
    return text.strip(" |\t")
