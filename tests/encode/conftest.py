"""A cache folder of its own for every test of the encoder."""

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("JOBFIT_CACHE_DIR", str(folder))
    return folder
