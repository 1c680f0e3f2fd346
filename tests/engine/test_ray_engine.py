"""``--engine ray`` on a cluster of two nodes: the local engine's bytes, whatever is lost on the way."""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import date

import pytest

from jobfit import pipeline
from jobfit.batch.inputs import Options
from jobfit.cli import main
from jobfit.engine import cluster
from jobfit.report.assessment import jsonl
from jobfit.types import Failure

ray = pytest.importorskip("ray", reason="ray is not installed (pip install 'jobfit[ray]')")

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
OPTIONS = Options(as_of=date(2025, 6, 1), model="hash", keep_going=True, workers=2)


def row(n):
    asked = f"- {n % 7 + 1}+ years of experience with {SKILLS[n % 8]}\n- Strong {SKILLS[n // 8 % 8]} for harbour {n}\n"
    return {"title": f"Data Engineer {n}", "description": f"Heron & Reed keeps tide tables for harbours.\n\n## Requirements\n\n{asked}"}


@pytest.fixture(scope="module")
def nodes():
    from ray.cluster_utils import Cluster

    before = os.environ.get("RAY_USAGE_STATS_ENABLED")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False, "object_store_memory": 80_000_000})
    made.add_node(num_cpus=1, object_store_memory=80_000_000)
    made.wait_for_nodes()
    yield made
    made.shutdown()
    if before is None:
        del os.environ["RAY_USAGE_STATS_ENABLED"]


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBFIT_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.setattr(cluster, "BLOCK", 3)
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    lines = [json.dumps(row(n)) for n in range(40)]
    lines[17] = '{"title": '
    (tmp_path / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "page.md").write_text(f"# Engineer\n\n{row(3)['description']}", encoding="utf-8")
    return tmp_path


INPUTS = ("rows.jsonl", "page.md", "missing.md")


def shown(found):
    return [one if isinstance(one, Failure) else getattr(one, "line", None) or jsonl.row(one) for one in found]


def local(*inputs):
    from dataclasses import replace

    return shown(pipeline.score(inputs, ["profile.yaml"], replace(OPTIONS, workers=0)))


def spread(nodes, *inputs, row=jsonl.row):
    return cluster.score(inputs, ["profile.yaml"], OPTIONS, row, nodes.address)


def test_a_killed_process_loses_and_doubles_nothing(nodes, files, monkeypatch):
    """The rows, a page and failures; after the first block one of the two processes is killed with blocks under way."""
    killed, wait = [], cluster._Run._wait

    def waiting(run):
        if not killed and sum(worker.ready is None for worker in run._workers) == 2:
            victim = run._workers[0]
            killed.append(ray.get(victim.actor.__ray_call__.remote(lambda _: os.getpid())))
            victim.busy.update({victim.actor.score.remote(block.items): block for block in [run._queue.popleft()]})
            os.kill(killed[0], signal.SIGKILL)
        wait(run)

    monkeypatch.setattr(cluster._Run, "_wait", waiting)
    assert shown(spread(nodes, *INPUTS)) == local(*INPUTS)
    assert killed


def test_the_input_that_ends_every_process_is_named_alone(nodes, files):
    def fatal(one):
        import os

        from jobfit.report.assessment import jsonl

        if one.posting.path == "rows.jsonl#5":
            os._exit(7)
        return jsonl.row(one)

    expected = [
        Failure("rows.jsonl#5", "the process that worked on it ended") if n == 4 else one for n, one in enumerate(local("rows.jsonl"))
    ]
    assert shown(spread(nodes, "rows.jsonl", row=fatal)) == expected


def test_parquet_goes_in_and_out_and_the_command_line_says_the_same(nodes, files, monkeypatch, capsys):
    import pyarrow
    import pyarrow.parquet

    rows = [row(n) for n in range(8)] + [{"title": "Data Engineer 8", "description": row(8)["description"], "company": "Heron"}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([{"company": None, **one} for one in rows]), "rows.parquet")
    expected = local("rows.parquet")
    words = ["score", "rows.parquet", "-p", "profile.yaml", "--model", "hash", "--as-of", "2025-06-01"]
    for further in (["--engine", "ray", "--address", nodes.address, "-o", "out.parquet"], ["--resume", "out.jsonl"]):
        monkeypatch.setattr(sys, "argv", ["jobfit", *words, *further])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0, capsys.readouterr().err
    found = pyarrow.parquet.read_table("out.parquet").to_pylist()
    assert [f"{one['result']}\n" for one in found] == expected
    assert (files / "out.jsonl").read_text(encoding="utf-8").splitlines(keepends=True) == expected
    assert [one["fit"] for one in found] == [json.loads(line)["fit"] for line in expected]
    assert found[8]["company"] == "Heron"


def test_a_lost_node_loses_and_doubles_nothing(nodes, files, monkeypatch):
    """Last of these tests: the second node does not come back."""
    taken, results = [], spread(nodes, "rows.jsonl")
    for one in results:
        taken.append(one)
        if len(taken) == 4:
            nodes.remove_node(nodes.list_all_nodes()[-1], allow_graceful=False)
    assert shown(taken) == local("rows.jsonl")
