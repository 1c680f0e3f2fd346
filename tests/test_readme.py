"""What the README claims is what the commands of the repository give; ``pytest --snapshot-update`` writes the table anew."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- accuracy -->\n).*?(<!-- end -->)", re.DOTALL)
COLUMNS = ("weighted kappa", "macro-F1", "wrongly met", "evidence first")


def tables():
    """Every Markdown table of docs/accuracy.md as rows of cells."""
    text = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    found = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    return [[[cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines()] for table in found]


def table_of_readme():
    head, _, *rows = tables()[0]
    places = [head.index(column) for column in COLUMNS]
    lines = [["", *COLUMNS], ["---", *["---:"] * len(COLUMNS)], *([row[0], *(row[p].split(" ")[0] for p in places)] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def test_the_accuracy_table_is_that_of_the_measured_page(request):
    text = README.read_text(encoding="utf-8")
    now = BLOCK.sub(lambda m: m[1] + table_of_readme() + m[2], text)
    if request.config.getoption("update_snapshots"):
        README.write_text(now, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == now, "stale: run pytest tests/test_readme.py --snapshot-update"


def test_jobfit_leaves_the_floors_far_behind():
    head, _, jobfit, *floors = tables()[0]
    kappa = head.index("weighted kappa")
    best = max(float(row[kappa].split(" ")[0]) for row in floors)
    assert float(jobfit[kappa].split(" ")[0]) > best + 0.15


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize(
    "example", re.findall(r"```\n(jobfit score (?:.(?!```))*?jq .*?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
)
def test_the_jq_examples_run(example):
    command = example.replace("jobfit score postings --", "jobfit score postings/t12_tindle_search_ranking.md --", 1)
    command = command.replace("jobfit score", f"{sys.executable} -m jobfit score --as-of 2025-06-01", 1)
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\t") >= 1


def test_what_the_judge_was_fitted_on_is_recorded():
    note = json.loads((ROOT / "jobfit" / "judge" / "data" / "judge.json").read_text(encoding="utf-8"))
    assert note["fitted on"][0]["folder"] == "labelled"
    assert all(folder["pairs"] > 0 and len(folder["sha256"]) == 16 for folder in note["fitted on"])
    assert 0.5 < note["held out"]["weighted kappa by posting"] < 1


def test_the_readme_is_written_for_the_files_there_are():
    text = README.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(((?:docs/)?[\w./-]+)\)", text):
        assert (ROOT / target).exists(), target
    for path in re.findall(r"(?:postings|profiles)/[\w.]+", text):
        assert (ROOT / path).exists(), path
