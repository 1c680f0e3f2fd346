import json

import pytest

from jobfit.errors import DataError
from jobfit.evaluate.labels import read_pairs


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Write rows to a file beside a folder of profiles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "set" / "labels").mkdir(parents=True)
    (tmp_path / "set" / "profiles").mkdir()
    (tmp_path / "set" / "profiles" / "a.yaml").write_text("basics: {name: A}")

    def write(*rows):
        path = tmp_path / "set" / "labels" / "pairs.jsonl"
        path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows) + b"\n")
        return path

    return write


def row(**more):
    return {"requirement": "SQL", "kind": "required", "profile": "a.yaml", **more}


def test_a_row_with_all_its_fields(written):
    path = written(
        b"\xef\xbb\xbf" + json.dumps(row(id="x1", verdict="partly", type="skill", posting="p.md", domain="data", unit=3)).encode(),
        b"",
        row(evidence=[4, 5], evidence_text=["- SQL", "- Oracle"]),
    )
    first, second = read_pairs(path)
    assert (first.id, first.line, first.verdict, first.type, first.posting) == ("x1", 1, "partly", "skill", "p.md")
    assert first.extra == {"domain": "data", "unit": "3"}
    assert (second.id, second.line, second.evidence, second.evidence_text) == (3, 3, (4, 5), ("- SQL", "- Oracle"))
    assert first.profile.endswith("profiles/a.yaml")


def test_the_working_folder_comes_before_the_files_own(written, tmp_path):
    path = written(row())
    (path.parent / "a.yaml").write_text("beside the file")
    assert read_pairs(path)[0].profile == str(path.parent / "a.yaml")
    (tmp_path / "a.yaml").write_text("in the working folder")
    assert read_pairs(path)[0].profile == "a.yaml"


def test_every_fault_is_named_at_once_with_its_line(written):
    path = written(
        row(id=1),
        b"{broken",
        b'["a list"]',
        row(requirement=" ", kind="must"),
        row(profile="b.yaml"),
        row(profile="b.yaml"),
        row(verdict="maybe", type="colour"),
        row(id=1),
        row(evidence="4", id=True),
        b'{"requirement": "\xff"}',
    )
    with pytest.raises(DataError) as caught:
        read_pairs(path)
    said = str(caught.value)
    assert "11 faults" in said
    for part in (
        "line 2: this is not JSON",
        "line 3: a row must be a JSON object",
        'line 4: "requirement" must be',
        'line 4: "kind" must be one of required, nice',
        "line 5: there is no profile 'b.yaml'",
        'line 7: "verdict" must be one of unmet, partly, met',
        'line 7: "type" must be one of skill',
        "line 8: the id 1 is that of line 1 already",
        'line 9: "evidence" must be a list of line numbers',
        'line 9: "id" must be',
        "line 10: the text is not UTF-8",
    ):
        assert part in said
    assert "line 6" not in said


def test_a_verdict_is_asked_for_only_where_labels_are_needed(written):
    path = written(row())
    assert read_pairs(path)[0].verdict == ""
    with pytest.raises(DataError, match='line 1: "verdict" must be one of'):
        read_pairs(path, labelled=True)


def test_a_wrong_file_is_one_bounded_sentence(written, tmp_path):
    with pytest.raises(DataError, match=r"100 faults: .* and 80 more"):
        read_pairs(written(*[b"no JSON"] * 100))
    with pytest.raises(DataError, match="holds no rows"):
        read_pairs(written(b"", b"  "))
    with pytest.raises(DataError, match="cannot be read"):
        read_pairs(tmp_path / "nothing.jsonl")
    with pytest.raises(DataError, match="cannot be read"):
        read_pairs(tmp_path)
    with pytest.raises(DataError, match="not JSON"):
        read_pairs(written(b"[" * 100_000))
    with pytest.raises(DataError, match="there is no profile"):
        read_pairs(written(row(profile="a\0b"), row(profile="x" * 5000)))
