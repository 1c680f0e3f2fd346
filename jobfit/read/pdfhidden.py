"""The characters of a PDF's page come in, each with its box; out come those that nobody sees: in the colour of the paper, or not drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdfium2

    from jobfit.read.pdfchars import Char

_PALE = 225  # of 255: the darkest part of a colour that white paper may swallow
_FAINT = 26  # of 255: an opacity below which nothing is seen
_UNDRAWN = (3, 7)  # render modes that draw no letter: invisible, and clip alone
_SCALE = 2.0  # pixels a point
_CONTRAST = 30  # of 255, between the lightest and the darkest pixel of a letter that is seen
_SEEN = 0.3  # of the suspect letters of one stretch


def hidden(raw: Any, page: pypdfium2.PdfPage, handle: Any, chars: Sequence[Char]) -> set[int]:  # noqa: ANN401 - ctypes bindings
    """Return the indexes of the characters that are drawn in no or hardly any colour and do not show on the page.

    Only where the colour or the way of drawing gives cause for suspicion is the page drawn and looked at: white on a dark bar is seen,
    and so are letters that lie invisible over a scanned page.
    """
    suspects = [n for n, char in enumerate(chars) if char.sign.strip() and _suspect(raw, handle, char.index)]
    if not suspects:
        return set()
    picture = _drawn(page)
    found: set[int] = set()
    for stretch in _stretches(suspects, chars):
        seen = sum(picture.shows(chars[n]) for n in stretch)
        if seen < _SEEN * len(stretch):
            found.update(chars[n].index for n in stretch)
    return found


def _suspect(raw: Any, handle: Any, index: int) -> bool:  # noqa: ANN401
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(handle, index, red, green, blue, opacity):
        return False
    if opacity.value < _FAINT or min(red.value, green.value, blue.value) >= _PALE:
        return True
    drawn = raw.FPDFText_GetTextObject(handle, index)
    return bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) in _UNDRAWN


def _stretches(suspects: Sequence[int], chars: Sequence[Char]) -> Iterator[list[int]]:
    """Part the suspects where others stand between them, or another line begins."""
    stretch: list[int] = []
    for n in suspects:
        if stretch and (abs(chars[n].y - chars[stretch[-1]].y) > 1 or any(chars[k].sign.strip() for k in range(stretch[-1] + 1, n))):
            yield stretch
            stretch = []
        stretch.append(n)
    yield stretch


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page in grey, one byte a pixel."""

    pixels: bytes
    width: int
    height: int
    stride: int

    def shows(self, char: Char) -> bool:
        """Say whether the place of a character is not all of one colour."""
        left, right = self._within(char.left, self.width), self._within(char.right, self.width) + 1
        top, bottom = self._within(char.y - 0.8 * char.size, self.height), self._within(char.y + 0.1 * char.size, self.height) + 1
        rows = [self.pixels[y * self.stride + left : y * self.stride + right] for y in range(top, bottom)]
        lit = [row for row in rows if row]
        return bool(lit) and max(map(max, lit)) - min(map(min, lit)) >= _CONTRAST

    @staticmethod
    def _within(at: float, size: int) -> int:
        return max(0, min(size - 1, int(at * _SCALE)))


def _drawn(page: pypdfium2.PdfPage) -> _Picture:
    bitmap = page.render(scale=_SCALE, grayscale=True)
    try:
        return _Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()
