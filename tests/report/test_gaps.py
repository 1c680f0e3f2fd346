"""What is missing over many postings: cost is weight × occurrences, and a gap opens what it alone lifts over the bar."""

from __future__ import annotations

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from jobfit.ports import Look
from jobfit.report.gaps import FORMATS
from jobfit.report.gaps.cost import costs, is_open
from jobfit.report.gaps.summary import summary
from jobfit.report.schema import schema
from jobfit.types import Failure, NeedVerdict


def rows(results, reach=0.7):
    return {row.name: row for row in costs(results, reach)}


def test_each_alternative_is_a_gap_of_its_own_and_what_is_met_is_none(one):
    found = rows([one])
    assert {"spark", "flink", "Data engineering", "Right to work in Norway", "Norwegian (B2)"} == set(found)
    assert found["spark"].cost == 3
    assert found["Norwegian (B2)"].cost == 1


def test_cost_adds_up_over_postings_and_counts_a_page_once(one):
    other = replace(one, posting=replace(one.posting, path="postings/other.md"))
    role = replace(one, posting=replace(one.posting, role="Lead", roles=("Lead", "Junior")))
    found = rows([one, other, role])["spark"]
    assert (found.cost, found.required, found.nice) == (6, 2, 0)
    assert found.asked == ("postings/quill.md", "postings/other.md", "postings/quill.md (Lead)")


def test_a_gap_opens_what_it_alone_lifts_over_the_bar(one):
    free = replace(one, knockouts=(), verdicts=tuple(replace(v, knockout=False) for v in one.verdicts))
    # credit 1.5 + 1.5 + 0 + 0 + 1 of 11; the right to work alone adds 3
    assert rows([free], 0.63)["Right to work in Norway"].opens == ("postings/quill.md",)
    assert rows([free], 0.64)["Right to work in Norway"].opens == ()
    assert rows([free], 0.49)["spark"].opens == ("postings/quill.md",)
    assert rows([free], 0.3)["spark"].opens == ()  # open already


def test_a_knock_out_keeps_a_posting_shut_until_it_is_what_is_filled(one):
    assert rows([one], 0.49)["spark"].opens == ()
    assert rows([one], 0.6)["Right to work in Norway"].opens == ("postings/quill.md",)
    assert not is_open(one, 0.1)


def test_spellings_that_differ_in_case_are_one_gap(one):
    wished = one.verdicts[4]
    other = replace(wished, requirement=replace(wished.requirement, text="NORWEGIAN  (b2)"))
    second = replace(one, posting=replace(one.posting, path="b.md"), verdicts=(other,))
    assert rows([one, second])["Norwegian (B2)"].cost == 2


def test_half_of_an_item_filled_leaves_it_partly(one):
    item = one.verdicts[0]
    both = replace(item, verdict="unmet", needs=tuple(NeedVerdict(n.need, "unmet") for n in item.needs))
    free = replace(one, knockouts=(), verdicts=(both,))
    assert rows([free], 0.5)["SQL"].opens == ("postings/quill.md",)
    assert rows([free], 0.51)["SQL"].opens == ()


def test_the_formats(one, snapshot):
    found, failed = summary([one, one], 0.7), [Failure("x.pdf", "is empty")]
    Draft202012Validator(schema("gaps")).validate(json.loads(FORMATS["json"](found, failed, Look())))
    assert {name: FORMATS[name](found, failed, Look(width=80)) for name in ("text", "csv", "md")} == snapshot


def test_nothing_scored():
    assert summary([], 0.7).missing == ()
    assert "gaps over 0 postings" in FORMATS["text"](summary([], 0.7), [], Look())


def test_a_gap_is_named_as_a_reader_writes_it(one):
    item = one.verdicts[0]
    needs = tuple(
        NeedVerdict(replace(item.needs[0].need, type=kind, any_of=(word,), skills=(), text=""), "unmet")
        for kind, word in (("skill", "python"), ("language", "de"), ("credential", "driving licence b"), ("condition", "go"))
    )
    short = replace(one, verdicts=(replace(item, verdict="unmet", needs=needs),))
    assert set(rows([short])) == {"Python", "German", "Driving licence B", "go"}
    assert "gaps over 1 posting," in FORMATS["text"](summary([short], 0.7), [], Look())
