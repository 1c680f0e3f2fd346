"""How a profile is laid out for matching: units, their context, what they show, and what is left out."""

import numpy as np

from jobfit.match.candidates import best
from jobfit.match.echo import without_echoes
from jobfit.match.view import covered, once, view
from jobfit.types import Position, Profile, Requirement, Span, Statement


def month(year, number=1):
    return year * 12 + number - 1


JOB = Position("Data engineer", "Harbour Lines", span=Span(month(2020), month(2022)), line=1, date_line=3, lines=(1, 2, 3, 4))


def profile(*statements, positions=(JOB,)):
    return Profile("p.yaml", positions=positions, statements=statements)


def test_a_deed_is_seen_with_its_title_employer_and_months():
    (unit,) = view(profile(Statement("Moved the nightly loads to Spark", 4, "work[0].highlights[0]", "work", position=0))).units
    assert unit.context == "Data engineer, Harbour Lines, 2020-01 to 2021-12: Moved the nightly loads to Spark"
    assert unit.deed
    assert "apache spark" in unit.skills


def test_a_listed_word_is_no_deed_and_a_denied_one_no_skill():
    seen = view(
        profile(Statement("Python, SQL", 8, "skills[0].keywords", "skill", listed=True), Statement("No Python yet", 9, negated=True))
    )
    assert seen.deeds == frozenset()
    assert {"python", "sql"} <= seen.listed
    assert [unit.statement.line for unit in seen.units] == [8]
    assert [unit.statement.line for unit in seen.denied] == [9]


def test_short_entries_are_read_as_one():
    parts = [("BSc", "studyType"), ("Physics", "area"), ("2014-06", "endDate")]
    seen = view(profile(*(Statement(text, n, f"education[0].{key}", "education") for n, (text, key) in enumerate(parts, 20))))
    assert {unit.context for unit in seen.units} == {"BSc; Physics; 2014-06"}
    assert [unit.statement.line for unit in seen.units] == [20, 21, 22]


def test_a_line_said_again_counts_once():
    said = Statement("Kubernetes clusters in production", 4, "", "work", position=0)
    again = Statement("Kubernetes clusters in production", 90, "", "work", position=0)
    assert view(profile(said, again)).units == view(profile(said)).units


def test_overlapping_months_count_once():
    spans = [Span(month(2018), month(2020)), Span(month(2019), month(2021)), Span(month(2023), month(2023, 7))]
    assert covered(Position("x", span=span) for span in spans) == 36 + 6


def requirement(text):
    return Requirement("r1", "required", "skill", text, 1, 1)


def test_a_line_copied_from_the_posting_is_not_counted_and_named():
    asked = requirement("Experience building and scaling forecasting models for perishable goods")
    copied = Statement("Experience building and scaling forecasting models for perishable goods.", 6, "basics.summary", "summary")
    own = Statement("Forecast daily demand of 40 bakeries with gradient boosting", 7, "work[0].highlights[0]", "work", position=0)
    honest = without_echoes([asked], profile(copied, own))
    assert honest.statements == (own,)
    assert honest.warnings == ("profile line 6 only repeats the posting's words and was not counted",)


def test_a_short_line_may_be_alike_by_chance():
    short = profile(Statement("Experience with Kubernetes", 6))
    assert without_echoes([requirement("Experience with Kubernetes")], short) is short


def test_a_date_by_itself_is_no_evidence() -> None:
    said = (Statement("2021-04", 3), Statement("Baked bread", 4), Statement("2019 to 2021", 5))
    found = best(np.array([0.9, 0.8, 0.7]), view(Profile("p", statements=said)))
    assert [e.text for e in found] == ["Baked bread", "2019 to 2021"]


def test_a_step_over_a_view_runs_once_for_each_view():
    calls = []

    @once
    def lines(seen):
        calls.append(seen)
        return len(seen.units)

    one, other = view(profile(Statement("Moved loads", 4))), view(profile(Statement("Moved loads", 4), Statement("Sang", 5)))
    assert [lines(one), lines(other), lines(one)] == [1, 2, 1]
    assert len(calls) == 2
