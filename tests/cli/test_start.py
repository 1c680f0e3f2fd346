"""What a real process imports, prints and returns."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "torch", "sklearn", "scipy", "pandas", "pydantic", "transformers", "sentence_transformers", "onnxruntime", "onnx", "jinja2",
    "dateparser", "extruct", "mammoth", "pypdfium2",
)  # fmt: skip
LIGHT = (*HEAVY, "numpy", "rich", "yaml", "jsonschema")

PROBE = """
import sys
sys.argv = ["jobfit", *sys.argv[1:]]
from jobfit.cli import main
try:
    main()
finally:
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(*words, cwd):
    done = subprocess.run([sys.executable, "-c", PROBE, *words], capture_output=True, text=True, cwd=cwd, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split("LOADED")[1].split())


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["score", "--help"], ["evaluate", "--help"]])
def test_help_loads_next_to_nothing(words, tmp_path):
    assert loaded(*words, cwd=tmp_path) & set(LIGHT) == set()


@pytest.mark.parametrize("words", [["schema", "report"], ["init", "-"], ["cache"], ["parse", "posting.md"], ["profile", "profile.yaml"]])
def test_commands_without_a_model_load_no_model(words, files):
    assert loaded(*words, cwd=files) & set(HEAVY) == set()


def test_a_reader_that_goes_away_is_no_error_to_speak_of(files):
    for n in range(40):
        (files / f"p{n}.md").write_text((files / "posting.md").read_text(encoding="utf-8"), encoding="utf-8")
    command = f"{sys.executable} -m jobfit parse . -f jsonl | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=files, timeout=60)
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
