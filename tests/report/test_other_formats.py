"""Markdown, CSV and HTML of results and postings, compared with what was agreed on."""

from __future__ import annotations

import pytest

from jobfit.ports import Look
from jobfit.report.assessment import FORMATS
from jobfit.report.posting import FORMATS as POSTING_FORMATS
from jobfit.types import Failure


@pytest.mark.parametrize("name", ["csv", "html", "md"])
def test_one_result_golden(one, name, snapshot):
    assert FORMATS[name]([one], [], Look()) == snapshot


@pytest.mark.parametrize("name", ["csv", "html", "md"])
def test_ranking_golden(several, name, snapshot):
    assert FORMATS[name](several, [Failure("x.pdf", "is empty")], Look()) == snapshot


@pytest.mark.parametrize("name", ["csv", "md", "text"])
def test_posting_golden(one, name, snapshot):
    assert POSTING_FORMATS[name]([one.posting], [], Look(width=90)) == snapshot


def test_details_make_a_row_for_each_requirement(several):
    assert FORMATS["csv"](several, [], Look(details=True)).count("\r\n") == 1 + 3 * 6


def test_the_page_prints_and_follows_the_reader_s_colours(one):
    page = FORMATS["html"]([one], [], Look())
    assert "@media print" in page
    assert "prefers-color-scheme: dark" in page
