import os
import sqlite3
import subprocess
import sys
import time

import pytest

from jobfit import encode
from jobfit.encode.store import Store, connect, key_of, store_path

WRITER = """
import sys
from jobfit.encode.store import Store, store_path
store = Store(store_path())
for i in range(40):
    store.put({f"{sys.argv[1]}-{i}-{j}": b"vector of some length" for j in range(5)})
sys.exit(len(store.notices))
"""


def test_gives_back_what_was_kept_and_nothing_else(cache):
    store = Store(store_path())
    store.put({"a": b"one", "b": b"two"})
    assert store.get(["b", "c", "a"]) == {"a": b"one", "b": b"two"}
    assert Store(store_path()).get(["a"]) == {"a": b"one"}
    assert not store.notices


def test_the_key_tells_model_revision_and_text_apart():
    keys = [
        key_of("m", "1", "text"),
        key_of("m", "2", "text"),
        key_of("n", "1", "text"),
        key_of("m", "1", "other"),
        key_of("m1", "", "text"),
    ]
    assert len(set(keys)) == 5


def test_processes_write_side_by_side_and_lose_nothing(cache):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, name]) for name in ("x", "y")]
    assert [w.wait(timeout=60) for w in writers] == [0, 0]
    keys = [f"{name}-{i}-{j}" for name in ("x", "y") for i in range(40) for j in range(5)]
    assert len(Store(store_path()).get(keys)) == 400


def test_a_writer_killed_at_any_point_leaves_the_cache_sound(cache):
    endless = "import itertools\n" + WRITER.replace("range(40)", "itertools.count()")
    for name, seconds in (("k1", 0.05), ("k2", 0.15)):
        writer = subprocess.Popen([sys.executable, "-c", endless, name])
        until = time.monotonic() + 30
        while not Store(store_path()).get([f"{name}-0-0"]) and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(seconds)
        writer.kill()
        writer.wait()
    store = Store(store_path())
    assert all(len(store.get([f"{name}-0-{j}" for j in range(5)])) == 5 for name in ("k1", "k2"))
    store.put({"after": b"one"})
    assert store.get(["after"]) == {"after": b"one"}
    assert connect(store_path()).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not store.notices


def test_a_damaged_file_is_started_anew_and_said_once(cache):
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(b"no database at all " * 400)
    store = Store(store_path())
    assert store.get(["a"]) == {}
    store.put({"a": b"one"})
    assert store.get(["a"]) == {"a": b"one"}
    assert len(store.notices) == 1
    assert "damaged" in store.notices[0]


def test_a_damaged_row_counts_as_missing(cache):
    store = Store(store_path())
    store.put({"a": b"one", "b": b"two"})
    link = connect(store_path())
    blob = link.execute("SELECT vector FROM vectors WHERE key = 'a'").fetchone()[0]
    link.execute("UPDATE vectors SET vector = ? WHERE key = 'a'", (blob[:-1] + b"X",))
    assert store.get(["a", "b"]) == {"b": b"two"}


def test_a_folder_that_cannot_be_made_costs_one_notice(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "embeddings.sqlite3")
    store.put({"a": b"one"})
    store.put({"b": b"two"})
    assert store.get(["a"]) == {}
    assert len(store.notices) == 1


def test_what_was_written_can_be_read_where_nothing_can_be_written(cache, monkeypatch):
    Store(store_path()).put({"a": b"one"})
    real = sqlite3.connect

    def refusing(path, *args, **kwargs):
        if not kwargs.get("uri"):
            raise sqlite3.OperationalError("unable to open database file")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(sqlite3, "connect", refusing)
    monkeypatch.setattr(os, "access", lambda *_: False)
    store = Store(store_path())
    assert store.get(["a"]) == {"a": b"one"}
    store.put({"b": b"two"})
    assert len(store.notices) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_no_rights_is_only_read(cache):
    Store(store_path()).put({"a": b"one"})
    cache.chmod(0o500)
    try:
        store = Store(store_path())
        assert store.get(["a"]) == {"a": b"one"}
        store.put({"b": b"two"})
        assert len(store.notices) == 1
    finally:
        cache.chmod(0o700)


def test_the_least_recently_used_go_first(cache):
    store = Store(store_path())
    store.put({f"{i:04}": bytes(1000) for i in range(400)})
    link = connect(store_path())
    link.execute("UPDATE vectors SET used = 1")
    store.get([f"{i:04}" for i in range(100, 150)])  # which makes them recent
    gone = encode.cache_prune(200_000)
    left = {row[0] for row in link.execute("SELECT key FROM vectors")}
    assert gone == 400 - len(left) > 200
    assert {f"{i:04}" for i in range(100, 150)} <= left
    assert store_path().stat().st_size <= 200_000


def test_writing_keeps_within_the_bound(cache):
    store = Store(store_path(), max_bytes=150_000)
    for i in range(20):
        store.put({f"{i}-{j}": bytes(1000) for j in range(20)})
    connect(store_path()).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert store_path().stat().st_size < 250_000
    assert len(store.get([f"19-{j}" for j in range(20)])) > 0


def test_info_and_clear(cache):
    assert encode.cache_info()["entries"] == 0
    assert encode.cache_prune(1) == 0
    Store(store_path()).put({"a": b"one"})
    info = encode.cache_info()
    assert (info["entries"], info["problem"], info["path"]) == (1, "", str(store_path()))
    assert encode.cache_clear() == info["bytes"] > 0
    assert encode.cache_info()["entries"] == 0
    store_path().write_bytes(b"no database at all " * 400)
    assert encode.cache_info()["entries"] is None
