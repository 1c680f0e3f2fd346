"""The compiled twin on a tiny model made here, and on the default model; the only tests that import torch."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from jobfit import encode
from jobfit.encode import twin
from jobfit.encode.engine import open_engine
from jobfit.encode.original import Original
from jobfit.encode.source import find
from jobfit.encode.twin import TwinEncoder, read_note

WORDS = ["python", "sql", "nurse", "shift", "five", "years", "of", "experience", "with", "teams", "and", "a", "driving", "licence"]
TEXTS = ["", "python", "five years of experience with sql", "nurse shift and a driving licence", "years of teams", "shift of nurse " * 30]
HEAVY = ("torch", "transformers", "sentence_transformers", "onnxruntime", "tokenizers", "sklearn")
CHILD = """
import json, sys
from jobfit import encode
vectors = encode.load(sys.argv[1] or None).encode(json.loads(sys.argv[2]))
print(json.dumps([vectors.tobytes().hex(), [m for m in json.loads(sys.argv[3]) if m in sys.modules]]))
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """A BERT of two small layers with random weights, in a sentence-transformers folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("models")
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]))
    torch.manual_seed(1)
    shape = BertConfig(vocab_size=30, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64)
    BertModel(shape).save_pretrained(folder / "bert")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    body = Transformer(str(folder / "bert"), max_seq_length=40)
    SentenceTransformer(modules=[body, Pooling(32)], device="cpu").save(str(folder / "tiny"))
    return str(folder / "tiny")


@pytest.fixture(scope="module")
def static(tmp_path_factory):
    """A model that is no transformer: a table of word vectors."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(["[UNK]", *WORDS])}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("static") / "model"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=16)], device="cpu").save(str(folder))
    return str(folder)


def in_child(model, texts, **environment):
    command = [sys.executable, "-c", CHILD, model, json.dumps(texts), json.dumps(HEAVY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environment})
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_the_twin_agrees_with_the_original_and_later_runs_need_no_torch(tiny):
    fresh = encode.load(tiny).encode(TEXTS)
    with_original = Original(find(tiny)).encode(TEXTS)
    assert np.abs(fresh - with_original / np.linalg.norm(with_original, axis=1, keepdims=True)).max() < 1e-3  # float16
    note = read_note(find(tiny))
    assert note.difference < 1e-5
    assert note.together
    assert encode.verify_twin(tiny)["ok"]
    cached, imported = in_child(tiny, TEXTS)
    assert (cached, imported) == (fresh.tobytes().hex(), [])
    more, imported = in_child(tiny, [*TEXTS[::-1], "teams of five"])
    assert imported == ["onnxruntime", "tokenizers"]
    assert more.startswith(fresh[::-1].tobytes().hex())


def test_a_run_leaves_nothing_for_anyone_to_be_told_of(tiny, tmp_path, monkeypatch):
    open_engine(find(tiny), 1, [])
    for name in ("ORT_DISABLE_TELEMETRY", "CI"):
        monkeypatch.delenv(name, raising=False)
    imported = in_child(tiny, ["words that no cache holds"], HOME=str(tmp_path / "home"), XDG_CACHE_HOME=str(tmp_path / "home"))[1]
    assert "onnxruntime" in imported
    assert not (tmp_path / "home").exists()


def test_no_neighbour_and_no_number_of_threads_changes_a_bit(tiny):
    kept = open_engine(find(tiny), 1, [])
    assert isinstance(kept, TwinEncoder)
    texts = [" ".join(WORDS[i % 7 : i % 7 + 1 + i % 5]) for i in range(60)]
    alone = np.vstack([kept.encode([text]) for text in texts])
    assert np.array_equal(kept.encode(texts), alone)
    assert np.array_equal(open_engine(find(tiny), 3, []).encode(texts[::-1]), alone[::-1])


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json", "twin.json"])
def test_a_damaged_twin_is_noticed_and_made_anew(tiny, file):
    open_engine(find(tiny), 1, [])
    path = twin.folder_of(find(tiny)) / file
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"X" + whole[len(whole) // 2 + 1 :] if file != "twin.json" else whole[:20])
    assert not encode.verify_twin(tiny)["ok"]
    assert encode.load(tiny).encode(["python"]).shape == (1, 32)
    assert encode.verify_twin(tiny)["ok"]


def test_a_twin_of_another_format_is_stale(tiny, monkeypatch):
    open_engine(find(tiny), 1, [])
    monkeypatch.setattr(twin, "FORMAT", twin.FORMAT + 1)
    assert read_note(find(tiny)) is None
    open_engine(find(tiny), 1, [])
    assert read_note(find(tiny)).format == twin.FORMAT


def test_a_twin_that_differs_is_not_kept(tiny, monkeypatch):
    from jobfit.encode import export

    monkeypatch.setattr(export, "TOLERANCE", 0.0)
    assert isinstance(open_engine(find(tiny), 1, []), Original)
    assert "differs" in encode.model_info(tiny)["twin"]["refused"]
    assert not (twin.folder_of(find(tiny)) / "model.onnx").exists()
    assert not encode.verify_twin(tiny)["ok"]


def test_where_nothing_can_be_kept_the_vectors_are_the_same(tiny, tmp_path, monkeypatch):
    usual = encode.load(tiny, cache=False).encode(TEXTS)
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("JOBFIT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    encoder = encode.load(tiny)
    assert encoder.encode(TEXTS).tobytes() == usual.tobytes()
    assert encoder.notices


def test_what_is_no_transformer_stays_with_sentence_transformers(static):
    encoder = encode.load(static)
    alone = np.vstack([encode.load(static, cache=False).encode([text]) for text in TEXTS[1:]])
    assert encoder.encode(TEXTS[1:]).tobytes() == alone.tobytes()
    assert encode.model_info(static)["twin"]["refused"]


def test_compile_and_remove(tiny):
    assert not encode.model_info(tiny)["twin"]["present"]
    assert encode.verify_twin(tiny)["reason"] == "there is no twin yet"
    info = encode.compile_twin(tiny)["twin"]
    assert info["intact"]
    assert info["bytes"] > 0
    assert encode.remove_twin(tiny)
    assert not encode.remove_twin(tiny)


def test_the_default_model_knows_meaning_and_runs_quietly(capfd):
    encoder = encode.load()
    wanted, near, far = encoder.encode(["Experience with Kubernetes", "Ran container clusters with Kubernetes", "Grew tomatoes"])
    assert wanted @ near > 0.6 > 0.3 > wanted @ far
    assert encoder.name == "all-MiniLM-L6-v2@53aa51172d14"
    assert encoder.encode([]).shape == (0, 384)
    assert encode.model_info()["twin"]["difference"] < 1e-5
    assert capfd.readouterr() == ("", "")
    assert in_child("", ["Grew tomatoes"]) == [far.tobytes().hex(), []]
