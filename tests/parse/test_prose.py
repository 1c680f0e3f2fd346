"""Single sentences of a paragraph without headings: required, nice or neither (prose.tsv), found nearly always."""

from __future__ import annotations

import csv
from pathlib import Path

from jobfit.parse.model import shipped
from jobfit.parse.page import page
from jobfit.read import read

ABOVE = "Assistant Manager\nGrubb Mill Ltd\nLeeds\n\nGrubb Mill has stood by the river for two hundred years. "
BELOW = " Our mill shop is open every day and the tea room does a good scone.\n"
LEAST = {"required": 0.85, "nice": 0.85, "neither": 0.95}  # share found right of each


def said(sentence: str) -> str:
    (document,) = read("posting.txt", data=f"{ABOVE}{sentence}{BELOW}".encode())
    one = page(document)
    opening = sentence.split(". ")[0][:40]
    kind = next(kind for piece, kind in zip(one.pieces, one.classes(shipped()), strict=True) if opening in piece.text)
    return kind if kind in LEAST else "neither"


def test_sentences_of_running_text_are_told_apart():
    text = (Path(__file__).parent / "prose.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    for name, least in LEAST.items():
        mine = [row["sentence"] for row in rows if row["class"] == name]
        wrong = [sentence for sentence in mine if said(sentence) != name]
        assert len(wrong) <= (1 - least) * len(mine), wrong
