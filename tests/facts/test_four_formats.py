"""One person's profile as YAML, Markdown, PDF and DOCX: the same facts, and nearly the same verdicts on the labelled requirements."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from blocks import blocks_of
from pages import markdown, pdf, word

from jobfit.encode import load
from jobfit.facts import read_profile
from jobfit.judge import judge_all
from jobfit.match import match
from jobfit.parse import requirement
from jobfit.read import read

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2025, 6, 1)
NAMES = sorted(path.name for path in (ROOT / "profiles").glob("*.yaml"))[1::6]
MAKERS = {"md": markdown, "pdf": pdf, "docx": word}


@pytest.fixture(scope="module")
def asked():
    lines = (ROOT / "tests" / "labelled" / "labels" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    found = {}
    for row in map(json.loads, lines):
        found.setdefault(row["profile"], {})[row["requirement"], row["kind"]] = None
    return {name: [requirement(text, kind, f"r{n}") for n, (text, kind) in enumerate(rows)] for name, rows in found.items()}


@pytest.fixture(scope="module")
def people():
    """Return each sample's profile by format."""
    found = {}
    for name in NAMES:
        document = read(str(ROOT / "profiles" / name))[0]
        blocks = blocks_of(document.data, "one_column")
        made = {kind: read(f"cv.{kind}", data=make(blocks, "one_column"))[0] for kind, make in MAKERS.items()}
        found[name] = {kind: read_profile(each, AS_OF) for kind, each in [("yaml", document), *made.items()]}
    return found


def facts(profile):
    return {
        "name": profile.name.partition(",")[0],
        "headline": profile.headline,
        "language": profile.language,
        "positions": sorted((each.kind, each.span) for each in profile.positions),
        "degrees": sorted((each.level, each.span or (), str(each.finished)) for each in profile.education),
        "languages": sorted((each.code, each.level) for each in profile.languages),
        "home": [each.country for each in profile.places if each.now][:1],
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", MAKERS)
def test_the_facts_are_the_same(name, kind, people):
    expected, found = people[name]["yaml"], people[name][kind]
    assert facts(found) == facts(expected)
    issued = {(each.issued, each.finished) for each in found.credentials}
    assert issued >= {(each.issued, each.finished) for each in expected.credentials if each.issued}


def test_the_verdicts_are_nearly_the_same(people, asked):
    encoder = load("hash")
    same, many = Counter(), 0
    for name, profiles in people.items():
        given = {kind: [each.verdict for each in judge_all(match(asked[name], found, encoder))] for kind, found in profiles.items()}
        many += len(asked[name])
        for one, other in (("md", "pdf"), ("md", "docx"), ("md", "yaml")):
            same[other] += sum(a == b for a, b in zip(given[one], given[other], strict=True))
    assert many > 250
    assert same["pdf"] >= 0.95 * many
    assert same["docx"] >= 0.95 * many
    assert same["yaml"] >= 0.95 * many
