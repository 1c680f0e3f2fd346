from __future__ import annotations

from pathlib import Path

import pytest

from jobfit.parse import parse
from jobfit.read import read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = [pytest.mark.seeds, pytest.mark.skipif(not SEEDS.is_dir(), reason="the real postings are not beside this checkout")]


def counts(name: str) -> dict[str, tuple[int, int]]:
    (document,) = read(str(SEEDS / name))
    return {
        posting.role: (sum(r.kind == "required" for r in posting.requirements), sum(r.kind == "nice" for r in posting.requirements))
        for posting in parse(document)
    }


def test_lines_without_marks():
    assert counts("atlassian-senior-ml-scientist.txt") == {"": (7, 3)}


def test_one_role_told_several_times_over():
    assert counts("bluesky-senior-ml-engineer.txt") == {"": (6, 6)}


def test_five_roles_with_inheritance():
    assert list(counts("gitlab-ml-engineer-job-family.txt").values()) == [(12, 0), (16, 0), (16, 0), (17, 0), (14, 0)]
