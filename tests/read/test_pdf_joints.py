"""Lines of one text in a PDF are put together alike in running text and in the cells of a graded table."""

import pytest

from jobfit.read.pdfchars import Piece
from jobfit.read.pdfgrades import _joined
from jobfit.read.pdfjoin import joint


@pytest.mark.parametrize(
    ("above", "below", "hyphen", "split", "between"),
    [
        ("Keeps the", "boats afloat", False, True, " "),
        ("Bow and/", "or stern", False, True, ""),
        ("Bow /", "stern", False, True, " "),
        ("A hands", "on skipper", True, True, "-"),
        ("Knows the har", "bour", True, True, ""),
        ("Knows the ferry", "boat trade", True, False, "-"),
        ("Sails for the Anglo", "Dutch line", True, True, "-"),
    ],
)
def test_what_stands_between_two_lines(above: str, below: str, hyphen: bool, split: bool, between: str) -> None:
    assert joint(above, below, hyphen=hyphen, split=split) == between


def test_a_cell_of_several_lines_keeps_the_hyphens_of_its_words() -> None:
    def line(text: str, hyphen: bool = False) -> Piece:
        return Piece(text, 50.0, 120.0, 0.0, 10.0, False, hyphen)

    assert (
        _joined([line("A hands", hyphen=True), line("on skipper of har", hyphen=True), line("bour boats")])
        == "A hands-on skipper of harbour boats"
    )
    assert _joined([line("Patience")]) == "Patience"
    assert _joined([]) == ""
