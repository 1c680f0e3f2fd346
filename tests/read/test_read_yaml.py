import pytest

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read import read

PROFILE = """\
basics: {name: Ada, country: NO}   # remark
work:
  - name: Torte
    startDate: 2021-09
    endDate:
    version: 3.10
    highlights:
      - Kneaded dough
      - >-
        Folded
        and baked
skills: [yes, 0o7, 1e3, "12:30"]
"""


def document(text, name="profile.yaml"):
    (found,) = read(name, data=text.encode())
    return found


def test_scalars_stay_as_they_were_typed():
    data = document(PROFILE).data
    assert data["basics"] == {"name": "Ada", "country": "NO"}
    assert data["work"][0] == {
        "name": "Torte",
        "startDate": "2021-09",
        "endDate": None,
        "version": "3.10",
        "highlights": ["Kneaded dough", "Folded and baked"],
    }
    assert data["skills"] == ["yes", "0o7", "1e3", "12:30"]


def test_lines_are_the_files_own_and_every_value_has_one():
    found = document(PROFILE)
    assert [line.number for line in found.lines] == list(range(1, PROFILE.count("\n") + 1))
    assert (found.lines[7].bullet, found.lines[7].text, found.lines[7].indent) == ("-", "Kneaded dough", 6)
    assert found.data_lines["work[0].highlights[0]"] == 8
    assert found.data_lines["work[0].startDate"] == 4
    assert found.data_lines["skills[1]"] == 12
    assert found.lines[found.data_lines["work[0].highlights[1]"] - 1].text == "Folded"
    assert found.data_lines["basics.country"] == 1


def test_merge_keys_and_anchors_are_allowed():
    assert document("a: &x {n: 1}\nb: {<<: *x, m: 2}\n").data["b"] == {"n": "1", "m": "2"}


@pytest.mark.parametrize("text", ["a: [1\nb: 2", "a: b: c", "a:\n\t- b", "a: *nobody", "--- 1\n--- 2"])
def test_broken_yaml_names_the_place(text):
    with pytest.raises(ReadError, match=r"not valid YAML, column \d+") as caught:
        document(text)
    assert caught.value.line


def test_alias_bombs_and_deep_nests_are_refused():
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(ReadError, match="alias"):
        document(bomb)
    deep = settings.MAX_JSON_DEPTH + 5
    with pytest.raises(ReadError, match="deeper"):
        document("[" * deep + "]" * deep)
    with pytest.raises(ReadError, match=r"deeper|alias|recursive"):
        document("a: &a [*a]")


def test_tags_that_make_objects_are_refused():
    with pytest.raises(ReadError, match="not valid YAML"):
        document("!!python/object/apply:os.system ['true']")
