"""The expressions of the cues come in; data/letters.json comes out, which says what a text must hold to be searched for each.

``python -m jobfit.parse.letters`` writes it anew; a cue that is not in it yet is only looked for more slowly at the start.
"""

from __future__ import annotations

import json
from pathlib import Path

from jobfit.parse.cues import lists
from jobfit.vocabulary.literals import ways

FILE = Path(__file__).parent / "data" / "letters.json"


def letters() -> dict[str, list[tuple[str, list[str]]]]:
    """Return the ways to match of each expression, in order, each with its letters."""
    return {source: ways(source) for source in sorted({source for sources in lists().values() for source in sources})}


if __name__ == "__main__":
    rows = ",\n".join(
        f"{json.dumps(source, ensure_ascii=False)}: {json.dumps(found, ensure_ascii=False)}" for source, found in letters().items()
    )
    FILE.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")
