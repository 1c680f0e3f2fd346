"""Untrusted text in, text without control sequences out: nothing a posting says can steer a terminal or a spreadsheet."""

from __future__ import annotations

import json

from jobfit.regex import regex

# C0 and C1 controls, line and paragraph separators, and the marks that reorder, hide or join text.
_HIDDEN = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_SPACES = regex(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_ESCAPES = regex(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]")
_CONTROLS = regex(rf"[\x00-\x1f\x7f-\x9f\ud800-\udfff{_HIDDEN}]")
_JSON_RISKY = regex(rf"[\x7f-\x9f\u2028\u2029\ud800-\udfff{_HIDDEN}]")


def plain(text: str) -> str:
    """Return one line of text without terminal sequences, controls and direction overrides; tabs and breaks become a space."""
    return _CONTROLS.sub("", _SPACES.sub(" ", _ESCAPES.sub("", text)))


def dumps(value: object) -> str:
    """Return compact one-line JSON in readable Unicode, what could steer a terminal written as an escape; NaN raises ValueError."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _JSON_RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
