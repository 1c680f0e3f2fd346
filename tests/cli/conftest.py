"""A command line that runs in this process, in a folder of its own, on a posting and a profile written for it."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

POSTING = """# Data Engineer

Heron & Reed keeps tide tables for harbours.

## What you will do

- Run the nightly loads
- Sit with the harbour masters once a month

## Requirements

- 3+ years of experience as a data engineer
- Strong SQL
- Python or Java
- A degree in computer science or a related field

## Nice to have

- Terraform
- Norwegian (B2)
"""

PROFILE = """basics:
  name: Ana Lima
  label: Data engineer
  location:
    city: Bergen
    countryCode: "NO"
work:
  - name: Osier Mills
    position: Data engineer
    startDate: 2019-03
    endDate: 2024-03
    highlights:
      - Tuned PostgreSQL queries for forty analysts
      - Wrote the loads in Python
education:
  - institution: University of Bergen
    area: Physics
    studyType: MSc
    startDate: 2014-08
    endDate: 2016-06
"""

SEVERAL = """# Harbour systems: three engineers

## Junior Tide Engineer

### Requirements

- 1 year of experience with SQL
- Clear writing

## Senior Tide Engineer

### Requirements

- 5 years of experience with SQL
- Experience leading a small team
"""


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


@pytest.fixture
def jobfit(monkeypatch, tmp_path):
    """Run ``jobfit`` with these words and this standard input; the small encoder is used unless the words say otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBFIT_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str, stdin: bytes = b"", encoding: str = "utf-8") -> Done:
        from jobfit.cli import main

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True) for _ in range(2))
        monkeypatch.setattr(sys, "argv", ["jobfit", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        return Done(status, out.buffer.getvalue().decode(encoding), err.buffer.getvalue().decode(encoding))

    return run


@pytest.fixture
def files(tmp_path):
    """The folder with ``posting.md``, ``several.md`` and ``profile.yaml``."""
    (tmp_path / "posting.md").write_text(POSTING, encoding="utf-8")
    (tmp_path / "several.md").write_text(SEVERAL, encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def score(jobfit, files):
    """Run ``jobfit score`` with the profile, the small encoder and a fixed day."""
    return lambda *words, **options: jobfit("score", *words, "-p", "profile.yaml", "--model", "hash", "--as-of", "2025-06-01", **options)
