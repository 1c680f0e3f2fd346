"""The sample postings in, any number of new ones out, made by joining halves of their lines; the same number gives the same postings."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path

from jobfit import pipeline
from jobfit.batch.inputs import Options
from jobfit.types import Posting

ROOT = Path(__file__).parents[1]
PROFILES = (ROOT / "profiles" / "t7_deshmukh_ml_search.yaml", ROOT / "profiles" / "t8_arsenault_staff_backend.yaml")
SAMPLE = ROOT / "postings" / "t02_perchline_ml_engineer_aggregator.txt"
_CUT = re.compile(r"(?<=[a-z]),? (?=(?:and|or|with|in|of|for|including|to) )")


def samples() -> list[Posting]:
    found = pipeline.parse_all([str(ROOT / "postings")], Options(as_of=date(2025, 6, 1), keep_going=True))
    return [one for one in found if isinstance(one, Posting)]


class Maker:
    """Draws lines from the samples and joins the beginning of one with the end of another, so that most texts of a posting are new."""

    def __init__(self) -> None:
        read = samples()
        self._titles = sorted({one.title for one in read if one.title})
        self._lines = {
            kind: sorted({item.text for one in read for item in one.requirements if item.kind == kind and len(item.text) < 300})
            for kind in ("required", "nice")
        }
        self._duties = sorted({duty.text for one in read for duty in one.duties if len(duty.text) < 300})

    def posting(self, number: int) -> str:
        draw = random.Random(number)
        parts = [f"# {draw.choice(self._titles)}", ""]
        for heading, lines, least, most in (
            ("What you will do", self._duties, 3, 8),
            ("Requirements", self._lines["required"], 7, 14),
            ("Nice to have", self._lines["nice"], 2, 6),
        ):
            parts += [f"## {heading}", "", *(f"- {self._joined(draw, lines)}" for _ in range(draw.randint(least, most))), ""]
        return "\n".join(parts)

    def _joined(self, draw: random.Random, lines: list[str]) -> str:
        first, second = draw.choice(lines), draw.choice(lines)
        head, tail = _CUT.split(first, maxsplit=1), _CUT.split(second, maxsplit=1)
        return f"{head[0]} {tail[-1]}" if len(head) > 1 and len(tail) > 1 else f"{first.rstrip('.;')}, {second[:1].lower()}{second[1:80]}"


def write(folder: Path, count: int, first: int = 0) -> Path:
    """Write that many postings as files and, beside them, as the rows of ``<folder>.jsonl``; return the folder."""
    maker = Maker()
    folder.mkdir(parents=True)
    with folder.with_suffix(".jsonl").open("w", encoding="utf-8") as rows:
        for number in range(first, first + count):
            text = maker.posting(number)
            (folder / f"{number:06}.md").write_text(text, encoding="utf-8")
            title, _, body = text.partition("\n")
            rows.write(f"{json.dumps({'title': title.removeprefix('# '), 'description': body})}\n")
    return folder
