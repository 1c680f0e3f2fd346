"""The sample postings against sample profiles: what the contract promises of every result holds on all of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from jobfit import pipeline
from jobfit.batch import inputs
from jobfit.ports import Look
from jobfit.report import shape
from jobfit.report.assessment.text import render
from jobfit.report.schema import schema
from jobfit.types import Assessment

ROOT = Path(__file__).parents[2]
PROFILES = ("t7_deshmukh_ml_search.yaml", "n9_kerr_driver.yaml")
OPTIONS = inputs.Options(as_of=date(2025, 6, 1), model="hash")


@pytest.fixture(scope="module")
def results():
    found = list(pipeline.score([str(ROOT / "postings")], [str(ROOT / "profiles" / name) for name in PROFILES], OPTIONS))
    assert all(isinstance(result, Assessment) for result in found)
    return found


def test_every_posting_gives_a_result_for_every_profile(results):
    postings = {path.name for path in (ROOT / "postings").iterdir()}
    assert {(Path(r.posting.path).name, Path(r.profile_path).name) for r in results} == {(p, q) for p in postings for q in PROFILES}


def test_every_result_keeps_to_the_schema(results):
    whole = schema("report")
    validator = Draft202012Validator({**whole["$defs"]["Result"], "$defs": whole["$defs"]})
    for result in results:
        validator.validate(shape.result(result))


def test_evidence_quotes_the_line_it_names(results):
    held = {str(path): inputs.documents(str(path), OPTIONS)[0] for path in (ROOT / "profiles").iterdir()}
    for result in results:
        lines = held[result.profile_path].lines
        for verdict in result.verdicts:
            for evidence in verdict.evidence:
                there = set(re.findall(r"\w+", lines[evidence.line - 1].text))
                said = set(re.findall(r"\w+", evidence.text)[:6])
                assert 2 * len(said & there) >= len(said), (result.profile_path, evidence)


def test_what_is_met_or_partly_met_shows_a_line(results):
    for result in results:
        assert [v.requirement.id for v in result.verdicts if v.verdict in ("met", "partly") and not v.evidence] == []


def test_counts_and_fit_are_those_of_the_verdicts(results):
    for result in results:
        said = [v.verdict for v in result.verdicts]
        tally = result.required + result.nice
        assert (tally.met, tally.partly, tally.unmet, tally.unjudged) == tuple(map(said.count, ("met", "partly", "unmet", "unjudged")))
        weight = 3 * result.required.judged + result.nice.judged
        assert result.fit == pytest.approx((3 * result.required.credit + result.nice.credit) / weight)
        assert set(result.knockouts) <= {
            v.requirement.id for v in result.verdicts if v.requirement.kind == "required" and v.verdict == "unmet"
        }


def test_the_report_names_every_requirement_within_its_width(results):
    for result in results:
        shown = render([result], [], Look(width=100))
        assert max(map(cell_len, shown.splitlines())) <= 100
        words = "".join(shown.split())
        for verdict in result.verdicts:
            assert "".join(verdict.requirement.text.split()) in words
