import io
import sys

import pytest

from jobfit.errors import ReadError
from jobfit.read import EXTENSIONS, FORMATS, find, read


def test_every_extension_names_a_format():
    assert set(EXTENSIONS.values()) == set(FORMATS) - {"linkedin", "europass"}  # these are known by their content


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read(str(tmp_path / "none.txt"))
    with pytest.raises(ReadError, match="folder"):
        read(str(tmp_path))
    with pytest.raises(ReadError, match="an address"):
        read("https://jobs.example/1")


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(ReadError, match=r"no format 'doc'.*txt, md"):
        read("a.txt", as_format="doc", data=b"x")


def test_standard_input_is_read_and_sniffed(monkeypatch):
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": io.BytesIO(b"<html><body><h1>Cook</h1><p>Fry eggs</p></body></html>")})())
    (document,) = read("-")
    assert (document.path, document.format, document.lines[0].heading) == ("-", "html", 1)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"title": "Cook", "description": "Fry eggs"}', "json"),
        (b"<!DOCTYPE html><p>Cook</p>", "html"),
        (b"From: a@b.example\nSubject: Cook wanted\n\nFry eggs", "eml"),
        (b"basics:\n  name: A\nwork: []\n", "yaml"),
        (b"# Cook\n\n## Tasks\n- fry", "md"),
        (b"Cook\nFry eggs", "txt"),
    ],
)
def test_content_without_a_suffix_is_sniffed(data, name):
    assert read("posting", data=data)[0].format == name


def test_json_lines_without_a_suffix_are_sniffed():
    assert [document.path for document in read("-", data=b'{"title": "Cook"}\n{"title": "Baker"}\n')] == ["-#1", "-#2"]


def test_a_folder_stands_for_its_readable_files_sorted(tmp_path):
    for name in ("b.md", "a.txt", "sub/c.json", ".hidden.txt", ".git/d.txt", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(find([str(tmp_path), "-"])) == [*(str(tmp_path / name) for name in ("a.txt", "b.md", "sub/c.json")), "-"]


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path):
    assert list(find([str(tmp_path / "x.unknown")])) == [str(tmp_path / "x.unknown")]


def test_a_folder_without_readable_files_is_an_error(tmp_path):
    (tmp_path / "a.png").write_text("x")
    with pytest.raises(ReadError, match="no file that can be read"):
        list(find([str(tmp_path)]))
