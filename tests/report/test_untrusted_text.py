"""Whatever a posting or a profile says stays text in every format."""

from __future__ import annotations

import csv as csvlib
import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jobfit.ports import Look
from jobfit.report.assessment import FORMATS
from jobfit.report.safe import dumps, plain
from jobfit.report.tables import csv_cell, md, md_table
from jobfit.types import Failure

# The clock of a busy machine says nothing about the code.
BUSY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
STEERING = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("look", [Look(60), Look(details=True), Look(color=False, unicode=False)])
def test_no_control_reaches_the_output(attack, name, look):
    failed = [Failure("a\x1b[2Jb", "c\x9b2Jd\u202e")]
    assert not STEERING.search(FORMATS[name]([attack, attack], failed, look))
    assert not STEERING.search(FORMATS[name]([attack], [], look))


def test_markup_is_printed_and_not_followed(attack):
    shown = FORMATS["text"]([attack], [], Look(200))
    assert "[bold red]=cmd()" in shown
    assert "\x1b" not in shown


def test_html_holds_no_script_and_nothing_from_elsewhere(attack):
    page = FORMATS["html"]([attack], [], Look())
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "{{7*7}}" in page
    assert not re.search(r"(?:src|href)\s*=|url\(|@import|https?:", page)


def test_html_has_as_many_opening_as_closing_tags(one, several):
    for page in (FORMATS["html"]([one], [], Look()), FORMATS["html"](several, [Failure("x", "y")], Look(details=True))):
        for tag in ("table", "tr", "td", "div", "ol", "ul", "li", "article", "p", "span", "blockquote", "h1", "h2"):
            assert len(re.findall(rf"<{tag}[ >]", page)) == page.count(f"</{tag}>"), tag


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "\x1b[1m=1", "＝1"])
def test_formulas_are_disarmed(cell):
    assert str(csv_cell(cell)).startswith("'")


def test_numbers_stay_numbers_in_csv(one):
    row = next(csvlib.DictReader(io.StringIO(FORMATS["csv"]([one], [], Look()))))
    assert float(row["fit"]) == 0.3636
    assert row["knockouts"] == "r3"


def test_every_csv_row_has_every_column(attack, several):
    for look in (Look(), Look(details=True)):
        rows = list(csvlib.reader(io.StringIO(FORMATS["csv"]([attack, *several], [], look))))
        assert len({len(row) for row in rows}) == 1
        assert not any(cell[:1] in "=+@" for row in rows for cell in row if cell)


@BUSY
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_markdown_renders_as_the_text_it_was(words):
    shown = plain(words).strip()
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(f"x {md(words)}")
    body = html.removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in body
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        body = body.replace(entity, sign)
    assert body.split() == f"x {shown}".split()


@BUSY
@given(st.lists(st.text(max_size=20), min_size=2, max_size=2))
def test_a_cell_never_ends_its_row(cells):
    assert md_table(["a", "b"], [[md(cell) for cell in cells]]).count("\n") == 3


@BUSY
@given(st.text())
def test_plain_is_one_line_and_stable(words):
    once = plain(words)
    assert "\n" not in once
    assert plain(once) == once
    assert not STEERING.search(once)


VALUES = st.none() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=9), max_size=3)


@BUSY
@given(st.dictionaries(st.text(max_size=9), VALUES, max_size=4))
def test_json_comes_back_as_it_was(value):
    line = dumps(value)
    assert json.loads(line) == value
    assert "\n" not in line
    line.encode("utf-8")
