"""Texts to stems, and the share of one text's words in another."""

from __future__ import annotations

import pytest

from jobfit.match.words import Shares, content, share


@pytest.mark.parametrize(
    ("one", "other"),
    [("calling", "called"), ("managed", "managing"), ("vendors", "vendor"), ("Prüfungen", "Prüfung"), ("planned", "plans")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert content(one) == content(other) != frozenset()


def test_words_that_say_nothing_are_left_out() -> None:
    assert content("Strong experience with the and of") == frozenset()


def test_different_words_stay_apart() -> None:
    assert not content("nursing") & content("numbers")


def test_share_counts_the_words_asked_for() -> None:
    assert share(content("vendor budgets"), content("Owned the budget")) == 0.5
    assert share(frozenset(), content("anything")) == 0.0


def test_shares_in_many_texts_are_those_in_each() -> None:
    texts = [content(text) for text in ("Owned the budget", "", "Chose vendors within the budget", "Sang")]
    many = Shares(texts)
    for part in map(content, ("vendor budgets", "nursing", "the and of", "singing of budgets")):
        assert many.each(part).tolist() == [share(part, text) for text in texts]
        assert many.best(part) == max(share(part, text) for text in texts)
        assert many.anywhere(part) == share(part, frozenset().union(*texts))
    assert Shares([]).best(content("budget")) == 0.0
