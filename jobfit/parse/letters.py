"""The expressions of the cues come in; data/letters.json comes out, which says what a text must hold to be searched for each.

``python -m jobfit.parse.letters`` writes it anew; a cue that is not in it yet is only looked for more slowly at the start.
"""

from __future__ import annotations

import json
from pathlib import Path

from jobfit.parse.cues import lists
from jobfit.vocabulary.literals import required

FILE = Path(__file__).parent / "data" / "letters.json"


def letters() -> dict[str, list[str]]:
    """Return the letters of each expression, in order."""
    return {source: sorted(required(source)) for source in sorted({source for sources in lists().values() for source in sources})}


if __name__ == "__main__":
    FILE.write_text(json.dumps(letters(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
