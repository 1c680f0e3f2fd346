from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.read.pdfchars import Piece
from jobfit.read.pdflayout import rows_of
from jobfit.read.pdflines import lines_of

WORDS = [
    "SKILLS",
    "Bakes bread",
    "and sells it",
    "2019 – 2021",
    "• rolls",
    "1/4",
    "well",
    "a.",
    "ovens and the books in order for all",
    "Page 1 of 2",
    "-",
]


@st.composite
def placed(draw):
    """A piece somewhere on a coarse grid, so that rows, columns and overlaps come about."""
    left, text = 20.0 * draw(st.integers(0, 25)), draw(st.sampled_from(WORDS))
    size = draw(st.sampled_from([8.0, 10.0, 10.0, 10.0, 16.0]))
    y = 12.0 * draw(st.integers(1, 30))
    flags = {"bold": draw(st.booleans()), "hyphen": draw(st.booleans()), "turned": draw(st.integers(0, 9)) == 0}
    return Piece(text, left, left + 0.5 * size * len(text), y, size, order=draw(st.integers(0, 99)), **flags)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(placed(), max_size=40), min_size=1, max_size=3), st.booleans())
def test_no_piece_is_lost_or_said_twice(pages, typeset):
    laid = [rows_of(pieces) for pieces in pages]
    for pieces, rows in zip(pages, laid, strict=True):
        assert sorted(id(piece) for piece in pieces) == sorted(id(piece) for row in rows for piece in row.pieces)
    drafts, _ = lines_of(laid, typeset)
    assert all(draft.text == draft.text.strip() for draft in drafts)
