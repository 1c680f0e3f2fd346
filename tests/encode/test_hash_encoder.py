import numpy as np

from jobfit import encode


def test_vectors_are_of_length_one_and_the_same_in_any_company():
    encoder = encode.load("hash")
    texts = ["Python and SQL", "", "PostgreSQL tuning", "日本語", "\ud800 lone"]
    together = encoder.encode(texts)
    assert together.dtype == np.float32
    assert together.shape == (5, 256)
    assert np.allclose((together**2).sum(axis=1), 1, atol=1e-6)
    for text, row in zip(texts, together, strict=True):
        assert encode.load("hash").encode([text])[0].tobytes() == row.tobytes()
    assert encoder.encode([]).shape == (0, 256)


def test_shared_words_and_word_parts_bring_texts_near():
    query, same, part, other = encode.load("hash").encode(
        ["SQL and PostgreSQL tuning", "tuning of PostgreSQL with SQL", "tuned Postgres databases", "night shifts in a hospital ward"]
    )
    assert query @ same > 0.7 > 0.3 > query @ part > query @ other + 0.1
