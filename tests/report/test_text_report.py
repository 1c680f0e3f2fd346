"""The report for a terminal: golden at fixed widths, the same words without colour, nothing wider than it may be."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from jobfit.errors import JobfitError, UnknownRole
from jobfit.ports import Look
from jobfit.report.assessment.text import render
from jobfit.types import Failure


def test_report_golden(one, snapshot):
    assert render([one], [], Look(width=100)) == snapshot


def test_report_ascii_golden(one, snapshot):
    shown = render([one], [], Look(width=72, unicode=False))
    assert shown.isascii()
    assert shown == snapshot


def test_ranking_golden(several, snapshot):
    assert render(several, [Failure("postings/broken.pdf", "is empty")], Look(width=100)) == snapshot


def test_explain_golden(one, snapshot):
    assert render([one], [], Look(width=100, explain="r1")) == snapshot


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_asked(one, several, attack, width):
    for results, look in (
        ([one], Look(width)),
        (several, Look(width, details=True)),
        ([attack], Look(width)),
        ([one], Look(width, explain="r2")),
    ):
        assert max(cell_len(line) for line in render(results, [], look).splitlines()) <= width


def test_colour_changes_no_word(one):
    coloured = render([one], [], Look(width=100, color=True))
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == render([one], [], Look(width=100)).splitlines()


def test_knock_outs_stand_before_any_figure(one):
    shown = render([one], [], Look())
    assert shown.index("Knocked out by") < shown.index("Fit 36 %") < shown.index("Gaps to close")


def test_every_verdict_has_its_word_and_sign(one):
    shown = render([one], [], Look())
    assert all(mark in shown for mark in ("✓ met", "◐ partly", "✗ unmet", "? unjudged"))


def test_gaps_are_ordered_by_cost_after_the_knock_outs(one):
    rows = render([one], [], Look()).split("Gaps to close")[1]
    assert re.findall(r"\br\d\b", rows) == ["r3", "r1", "r2", "r5"]
    assert "Spark or Flink" in rows
    assert "Terraform" not in rows


def test_several_show_reports_only_with_details(several):
    assert "Gaps to close" not in render(several, [], Look())
    assert render(several, [], Look(details=True)).count("Gaps to close") == 3


def test_nothing_to_show_is_nothing():
    assert render([], [Failure("x.md", "is empty")], Look()) == ""


def test_explaining_a_page_of_several_roles_asks_for_one(one):
    results = [replace(one, posting=replace(one.posting, role=role, roles=("Baker", "Miller"))) for role in ("Baker", "Miller")]
    with pytest.raises(UnknownRole, match=r"2 roles.*--role: Baker; Miller"):
        render(results, [], Look(explain="r1"))
    assert render(results[:1], [], Look(explain="r1"))


def test_explaining_what_is_not_there_names_what_is(one):
    with pytest.raises(JobfitError, match=r"no requirement 'r99'.*r1, r2, r3"):
        render([one], [], Look(explain="r99"))
