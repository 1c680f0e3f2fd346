from __future__ import annotations

import pytest

from jobfit.parse.evened import evened
from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place

SURE = {"required": 0.9, "nice": 0.02, "duty": 0.02, "heading": 0.01, "other": 0.05}
DOUBTFUL = {"required": 0.4, "nice": 0.02, "duty": 0.02, "heading": 0.01, "other": 0.55}


def chances(mark: str, size: int, *, prose: bool = False) -> float:
    found = [Piece(f"item {n}", n, n, mark, prose=prose) for n in range(1, size + 1)]
    last = evened(found, [Place(number=1)] * size, [*[SURE] * (size - 1), DOUBTFUL])[-1]
    assert sum(last.values()) == pytest.approx(1)
    return last["required"]


def test_the_items_of_a_list_speak_for_each_other():
    assert chances("-", 5) > DOUBTFUL["required"]


@pytest.mark.parametrize(("size", "prose"), [(2, False), (5, True)])
def test_two_lines_or_sentences_do_not(size, prose):
    assert chances("", size, prose=prose) == DOUBTFUL["required"]
