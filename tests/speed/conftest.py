"""A folder of made-up postings and a profile, and a run over them as lines of JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from jobfit import pipeline
from jobfit.batch.inputs import Options
from jobfit.report.assessment import jsonl
from jobfit.types import Failure

SKILLS = ("SQL", "Python", "Java", "Terraform", "Kubernetes", "Excel", "German", "Spark")
PROFILE = """basics:
  name: Ana Lima
work:
  - name: Osier Mills
    position: Data engineer
    startDate: 2019-03
    endDate: 2024-03
    highlights:
      - Tuned PostgreSQL queries for forty analysts
      - Wrote the loads in Python
"""
OPTIONS = Options(as_of=date(2025, 6, 1), model="hash", keep_going=True)


def posting(n):
    first, second = SKILLS[n % 8], SKILLS[(n // 8) % 8]
    return (
        f"# Data Engineer {n}\n\nHeron & Reed keeps tide tables.\n\n## Requirements\n\n- {n % 7 + 1}+ years of experience with {first}\n"
        f"- Strong {second} for harbour {n}\n\n## Nice to have\n\n- {SKILLS[(n + 3) % 8]}\n"
    )


def row(n):
    return json.dumps({"title": f"Data Engineer {n}", "description": posting(n).split("\n", 2)[2]})


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBFIT_CACHE_DIR", str(tmp_path / ".cache"))
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "jobs").mkdir()
    for n in range(12):
        (tmp_path / "jobs" / f"{n:02}.md").write_text(posting(n), encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text("".join(f"{row(n)}\n" for n in range(6)), encoding="utf-8")
    (tmp_path / "list.json").write_text(f"[{row(20)}, {row(21)}, {row(22)}]", encoding="utf-8")
    return tmp_path


@pytest.fixture
def options():
    return OPTIONS


@pytest.fixture
def more(folder):
    """Add postings to the folder ``jobs`` up to that many."""

    def add(count):
        for n in range(12, count):
            (folder / "jobs" / f"{n:02}.md").write_text(posting(n), encoding="utf-8")

    return add


@pytest.fixture
def run(folder):
    """Score the inputs; a failure is shown by its path and sentence."""

    def scored(*inputs, **options):
        found = pipeline.score(inputs, ["profile.yaml"], replace(OPTIONS, **options))
        return [f"{one.path}: {one.error}" if isinstance(one, Failure) else jsonl.row(one) for one in found]

    return scored
