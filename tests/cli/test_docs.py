"""The generated parts of the docs are what the commands print and the types say; ``pytest --snapshot-update`` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jobfit.report import schema, shapes

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"<!-- (help|fields):(.*?) -->\n(.*?)<!-- end -->", re.DOTALL)


def fields(name):
    whole = schema.object_schema(getattr(shapes, name))
    rows = [f"| `{key}` | {said(value)} |\n" for key, value in whole["properties"].items()]
    return f"{whole['description'].replace('``', '`')}\n\n| key | value |\n| --- | --- |\n{''.join(rows)}"


def said(value):
    if "anyOf" in value:
        return " or ".join(said(part) for part in value["anyOf"])
    if "$ref" in value:
        return value["$ref"].rsplit("/", 1)[-1]
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if value["type"] == "array":
        return f"list of {said(value['items'])}"
    return f"{value['type']}, 0 to 1" if "maximum" in value else value["type"]


@pytest.mark.parametrize("name", ["cli.md", "json.md"])
def test_generated_parts_are_fresh(jobfit, monkeypatch, request, name):
    monkeypatch.setenv("COLUMNS", "80")

    def fresh(block):
        kind, what, _ = block.groups()
        body = fields(what.strip()) if kind == "fields" else f"```\n{jobfit(*what.split(), '--help').out}```\n"
        return f"<!-- {kind}:{what} -->\n{body}<!-- end -->"

    path = DOCS / name
    written = path.read_text(encoding="utf-8")
    assert BLOCK.search(written)
    now = BLOCK.sub(fresh, written)
    if request.config.getoption("update_snapshots"):
        path.write_text(now, encoding="utf-8")
    else:
        assert written == now, "stale: run pytest tests/cli/test_docs.py --snapshot-update"


def test_every_command_is_in_the_docs(jobfit):
    listed = jobfit("--help").out.split("Commands:\n")[1]
    commands = re.findall(r"^  (\w+)", listed, re.MULTILINE)
    written = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert len(commands) == 9
    assert [name for name in commands if f"<!-- help: {name} -->" not in written] == []
