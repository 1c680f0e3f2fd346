"""Texts in, vectors out, by hashing words and letter groups: the small deterministic encoder that needs no model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from jobfit.regex import regex

if TYPE_CHECKING:
    from jobfit.ports import Vectors

DIMENSION = 256
_WORD = regex(r"[\w+#]+")
_WORD_WEIGHT, _GRAM_WEIGHT = 2.0, 1.0


class HashEncoder:
    """Knows spelling only, not meaning: texts that share words or word parts come out near each other."""

    name = "hash@1"

    def __init__(self) -> None:
        self.notices: list[str] = []

    def at_hand(self, texts: Sequence[str]) -> bool:  # noqa: ARG002 - an encoder with a model would look
        """Tell whether the vectors of these texts are there already: here they always are as good as that."""
        return True

    def is_light(self) -> bool:
        """Tell whether any process can have this encoder at once."""
        return True

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 unit vectors of shape (len(texts), 256)."""
        import numpy as np

        from jobfit.encode.vectors import pack, unpack

        raw = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for row, text in enumerate(texts):
            for feature, weight in _features(text):
                place = int.from_bytes(blake2b(feature.encode("utf-8", "replace"), digest_size=4).digest(), "big")
                # whole numbers add up the same in any order
                raw[row, place % DIMENSION] += weight if place & 0x8000_0000 else -weight
        return unpack(pack(raw))


def _features(text: str) -> Iterator[tuple[str, float]]:
    yield "\0", 1.0  # so that no text, the empty one included, has length zero
    for word in _WORD.findall(text.lower()):
        yield word, _WORD_WEIGHT
        edged = f"<{word}>"
        for start in range(len(edged) - 2):
            yield "#" + edged[start : start + 3], _GRAM_WEIGHT
