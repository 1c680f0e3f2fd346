"""The quick ways of reading plain text say what the slow ones say of any text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jobfit.parse.headings import normal
from jobfit.parse.piece import WORD, words
from jobfit.vocabulary import signs
from jobfit.vocabulary.fold import fold
from jobfit.vocabulary.patterns import flat

ANY = st.text(max_size=80) | st.text(st.characters(max_codepoint=127), max_size=80)
OTHER = "é"  # no part of plain text, so what stands before it is read the slow way


@given(ANY)
def test_words_letters_and_digits(text):
    assert signs.words(text) == re.findall(r"[^\W_]+", text)
    assert signs.letters(text) == sum(map(str.isalpha, text))
    assert signs.capitals(text) == sum(map(str.isupper, text))
    assert signs.has_digit(text) == any(map(str.isdigit, text))


@given(ANY)
def test_a_plain_text_is_folded_as_beside_an_accent(text):
    assert fold(text) == fold(text + OTHER)[:-1]
    assert fold(text, hyphens=True) == fold(text + OTHER, hyphens=True)[:-1]
    assert flat(text) == flat(text + OTHER)[:-1]
    assert len(fold(text)) == len(text)


@given(ANY)
def test_a_plain_heading_and_its_words_are_read_as_beside_an_accent(text):
    assert normal(f"x {text} x") == normal(f"x {text} x {OTHER}").removesuffix(f" {OTHER}")
    assert words(text) == [word.lower() for word in WORD.findall(text)]
