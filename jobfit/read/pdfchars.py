"""A page of a PDF comes in; its pieces of text come out, each on one baseline, in the order in which the file draws them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jobfit.read.pdfhidden import hidden

if TYPE_CHECKING:
    import pypdfium2

_LINE_END_HYPHENS = (0xFFFE, 0x02)  # PDFium puts these for a hyphen at the end of a line
_LIGATURES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x0F: "ffl"}
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi", "cmbx", "sfbx", "-medi")
_WIDE = 1.0  # a gap of so many ems parts two pieces on one baseline
_SPACE = 0.16  # ems beyond the usual step: a word ends there
_NO_SPACE = 0.06
_SAMPLES = 4
_GUESSED = "\0"  # a space that PDFium put in by its own reckoning
_SMALLEST = 2.0  # points; smaller letters cannot be read, so nobody was meant to
_TURNED = 0.2  # radians


@dataclass(slots=True)
class Piece:
    """Text on one baseline; coordinates in points, ``y`` downwards from the top of the page."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    hyphen: bool = False
    font: str = ""
    turned: bool = False
    order: int = 0


@dataclass(slots=True)
class Char:
    sign: str
    left: float
    right: float
    y: float
    size: float
    index: int


@dataclass(slots=True)
class _Open:
    chars: list[Char] = field(default_factory=list)
    hyphen: bool = False


def pieces(page: pypdfium2.PdfPage) -> tuple[list[Piece], str]:
    """Return the pieces of a page in the order of its content stream, and the text that is there but that nobody sees."""
    raw, text = _raw(), page.get_textpage()
    try:
        shown, unseen = _seen(raw, page, text)
        runs = [run for run in _runs(shown) if run.chars]
        steps = _steps(runs)
        found = [_piece(raw, text.raw, run, steps) for run in runs]
        for number, piece in enumerate(found):
            piece.order = number
        return found, unseen
    finally:
        text.close()


def _raw() -> Any:  # noqa: ANN401 - pypdfium2's ctypes bindings have no types
    import pypdfium2.raw

    return pypdfium2.raw


def _seen(raw: Any, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> tuple[list[Char | None], str]:  # noqa: ANN401
    """Return the characters that can be seen, and the text of the others: off the page, too small, or in no colour."""
    width, height = page.get_size()
    found = list(_chars(raw, page, text))
    drawn = [char for char in found if char is not None and char.index >= 0 and char.sign != "\u00ad"]
    away = {c.index for c in drawn if c.size < _SMALLEST or not (-5 <= c.left <= width + 5 and -5 <= c.y <= height + 5)}
    away |= hidden(raw, page, text.raw, [char for char in drawn if char.index not in away])
    kept = [char for char in found if char is None or char.index not in away]
    return kept, "".join(" " if c is None or c.sign.isspace() else c.sign if c.index in away else "" for c in found).strip()


def _runs(chars: Iterable[Char | None]) -> Iterator[_Open]:
    """Part the page's characters at line ends, wide gaps and jumps."""
    run = _Open()
    space = ""
    for char in chars:
        last = run.chars[-1] if run.chars else None
        if char is None or char.sign == "\n":
            space = ""
            yield run
            run = _Open()
        elif char.sign == "\u00ad":
            run.hyphen = True
            yield run
            run = _Open()
        elif char.sign.isspace():
            space = "" if not last else " " if char.index >= 0 else _GUESSED
        else:
            if last and _apart(last, char):
                yield run
                run, space = _Open(), ""
            if space and run.chars:
                run.chars.append(Char(space, char.left, char.left, char.y, char.size, char.index))
            run.chars.append(char)
            space = ""
    yield run


def _apart(last: Char, char: Char) -> bool:
    size = max(last.size, char.size)
    gap = char.left - last.right
    return abs(char.y - last.y) > 0.5 * size or gap > _WIDE * size or gap < -1.5 * size


def _chars(raw: Any, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Char | None]:  # noqa: ANN401
    """Yield each character, and None where PDFium sees a line end."""
    handle, total = text.raw, text.count_chars()
    turn = page.get_rotation()
    frame = page.get_cropbox() if turn == 0 else page.get_mediabox()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(total):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in _LINE_END_HYPHENS:
            yield Char("\u00ad", 0, 0, 0, 0, index)
            continue
        if raw.FPDFText_IsGenerated(handle, index) == 1:
            yield None if code in (10, 13) else Char(" ", 0, 0, 0, 0, -1)
            continue
        sign = _LIGATURES.get(code) or ("" if code < 32 else "-" if code == 0xAD else chr(code))  # a soft hyphen on paper is a hyphen
        if not sign or not raw.FPDFText_GetLooseCharBox(handle, index, box) or not raw.FPDFText_GetCharOrigin(handle, index, x, y):
            continue
        left, right, top = _placed(box, x.value, y.value, turn, frame)
        size = abs(box.top - box.bottom) if turn in (0, 180) else abs(box.right - box.left)
        yield Char(sign, left, max(right, left), top, size, index)


def _placed(box: Any, x: float, y: float, turn: int, frame: tuple[float, float, float, float]) -> tuple[float, float, float]:  # noqa: ANN401
    """Return left, right and baseline (downwards) on the page as it is shown."""
    west, south, east, north = frame
    if turn == 90:
        return box.bottom - south, box.top - south, x - west
    if turn == 180:
        return east - box.right, east - box.left, y - south
    if turn == 270:
        return north - box.top, north - box.bottom, east - x
    return box.left - west, box.right - west, north - y


def _steps(runs: list[_Open]) -> dict[tuple[int, str], float]:
    """Return how far the pen usually moves after each sign of each size, in ems: what a file's fonts say of it may be wrong."""
    seen: dict[tuple[int, str], list[float]] = {}
    for run in runs:
        for char, after in pairwise(run.chars):
            if not _is_space(char) and not _is_space(after):
                seen.setdefault((round(char.size), char.sign), []).append((after.left - char.left) / char.size)
    return {key: sorted(steps)[len(steps) // 4] for key, steps in seen.items() if len(steps) >= _SAMPLES}


def _is_space(char: Char) -> bool:
    return char.sign in (" ", _GUESSED)


def _with_spaces(chars: list[Char], steps: dict[tuple[int, str], float]) -> list[Char]:
    """Put a space where the pen moved on by more than its usual step, and drop those that PDFium guessed and that are none."""
    letters = [char for char in chars if not _is_space(char)]
    beyond = _from_usual([_beyond(char, after, steps) for char, after in pairwise(letters)])
    gaps = _from_usual([(after.left - char.right) / char.size for char, after in pairwise(letters)])
    drawn = {after.index: char.sign for char, after in pairwise(chars) if _is_space(char)}
    spaced = letters[:1]
    for (_, after), extra, gap in zip(pairwise(letters), beyond, gaps, strict=True):
        space = drawn.get(after.index, "")
        wide = extra is not None and extra > _SPACE and (gap or 0.0) > _NO_SPACE
        if space == " " or wide or (space and (extra is None or extra > _NO_SPACE)):
            spaced.append(Char(" ", after.left, after.left, after.y, after.size, after.index))
        spaced.append(after)
    return spaced


def _from_usual(widths: list[float | None]) -> list[float | None]:
    """Return the widths less their median, which is the run's own letter spacing."""
    known = sorted(width for width in widths if width is not None)
    usual = known[len(known) // 2] if len(known) >= _SAMPLES else 0.0
    return [None if width is None else width - usual for width in widths]


def _beyond(char: Char, after: Char, steps: dict[tuple[int, str], float]) -> float | None:
    usual = steps.get((round(char.size), char.sign))
    if usual is None:
        return None
    own = (char.right - char.left) / char.size  # a comma is always followed by a space, so its usual step holds one
    return (after.left - char.left) / char.size - min(usual, own)


def _piece(raw: Any, handle: Any, run: _Open, steps: dict[tuple[int, str], float]) -> Piece:  # noqa: ANN401
    chars = _set_apart(run.chars) if _letter_spaced(run.chars) else _with_spaces(run.chars, steps)
    size = sorted(char.size for char in chars)[len(chars) // 2]
    middle = next((char for char in chars[len(chars) // 2 :] if char.sign != " "), chars[0]).index
    name = _font(raw, handle, middle)
    bold = raw.FPDFText_GetFontWeight(handle, middle) >= 600 or any(part in name for part in _BOLD_NAMES)
    angle = raw.FPDFText_GetCharAngle(handle, middle)
    turned = _TURNED < angle % (2 * math.pi) < 2 * math.pi - _TURNED
    text = "".join(char.sign for char in chars)
    return Piece(text, chars[0].left, max(char.right for char in chars), chars[0].y, size, bold, run.hyphen, name, turned)


def _font(raw: Any, handle: Any, index: int) -> str:  # noqa: ANN401
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace").lower()


def _letter_spaced(chars: list[Char]) -> bool:
    words = "".join(" " if _is_space(char) else char.sign for char in chars).split(" ")
    return len(words) >= 4 and sum(len(word) == 1 and word.isalnum() for word in words) >= 0.8 * len(words)


def _set_apart(chars: list[Char]) -> list[Char]:
    """Join letters that are set apart for looks, keeping the gaps that are wider than the usual one."""
    letters = [char for char in chars if not _is_space(char)]
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 2]
    limit = max(1.6 * usual, usual + 0.15 * letters[0].size)
    joined = letters[:1]
    for gap, char in zip(gaps, letters[1:], strict=True):
        joined += [Char(" ", char.left, char.left, char.y, char.size, char.index), char] if gap > limit else [char]
    return joined
