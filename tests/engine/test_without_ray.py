"""What the commands say where the packages of the extra are not installed."""

from __future__ import annotations

import sys

import pytest

from jobfit.cli import main


@pytest.fixture
def bare(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("ray", "pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "a.md").write_text("# Baker\n\n## Requirements\n\n- Rye bread\n", encoding="utf-8")
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (tmp_path / "me.yaml").write_text("basics:\n  name: Bo\nwork:\n  - position: Baker\n    startDate: 2010-01\n", encoding="utf-8")

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["jobfit", "score", *words, "-p", "me.yaml", "--model", "hash"])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code

    return run


@pytest.mark.parametrize("words", [("a.md", "--engine", "ray"), ("a.md", "-o", "out.parquet"), ("a.parquet",)])
def test_the_sentence_says_what_to_install(bare, capsys, words, tmp_path):
    assert bare(*words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "pip install 'jobfit[ray]'" in said.err
    assert not (tmp_path / "out.parquet").exists()


def test_the_engine_takes_no_other_format(bare):
    assert bare("a.md", "--engine", "ray", "-f", "html") == 2
