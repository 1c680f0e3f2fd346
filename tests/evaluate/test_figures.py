import pytest

from jobfit.errors import DataError
from jobfit.evaluate.figures import Row, by, evidence_hit, figures, row_of, rows_of, weighted_kappa
from jobfit.evaluate.labels import Pair
from jobfit.types import Evidence, Requirement, Verdict


def pair(verdict="met", **more):
    return Pair(id=1, line=1, requirement="SQL", kind=more.pop("kind", "required"), profile="a.yaml", verdict=verdict, **more)


def rows(counts, **more):
    """Rows from counts of (label, said)."""
    return [Row(pair(gold, **more), said, type="skill") for (gold, said), n in counts.items() for _ in range(n)]


MIXED = {
    ("unmet", "unmet"): 6,
    ("unmet", "partly"): 1,
    ("unmet", "met"): 1,
    ("partly", "partly"): 3,
    ("partly", "unmet"): 2,
    ("met", "met"): 5,
    ("met", "unmet"): 2,
}


def test_figures_worked_out_by_hand():
    found = figures(rows(MIXED), resamples=0)
    assert found.rows == 20
    assert found.accuracy == 14 / 20
    assert found.confusion["met"] == {"unmet": 2, "partly": 0, "met": 5}
    assert found.f1 == {"unmet": 12 / 18, "partly": 6 / 9, "met": 10 / 13}
    assert found.macro_f1 == pytest.approx((12 / 18 + 6 / 9 + 10 / 13) / 3)
    assert found.wrongly_met == 1 / 8
    # seen: 1·1 + 4·1 + 1·2 + 4·2 = 15; by chance, of labels 8 5 7 and verdicts 10 4 6 among 20:
    chance = (8 * 4 + 4 * 8 * 6 + 5 * 10 + 5 * 6 + 4 * 7 * 10 + 7 * 4) / 20
    assert found.weighted_kappa == pytest.approx(1 - 15 / chance)
    assert found.intervals == {}
    assert (found.evidence_hit, found.calibration_error, found.missed) == (None, None, 0)


def test_the_same_as_another_library_says():
    from sklearn.metrics import cohen_kappa_score, f1_score

    order = ["unmet", "partly", "met"]
    gold, said = zip(*[(r.pair.verdict, r.said) for r in rows(MIXED)], strict=True)
    found = figures(rows(MIXED), resamples=0)
    assert found.macro_f1 == pytest.approx(f1_score(gold, said, labels=order, average="macro"))
    numbers = [[order.index(v) for v in verdicts] for verdicts in (gold, said)]
    assert found.weighted_kappa == pytest.approx(cohen_kappa_score(*numbers, weights="quadratic"))


def test_kappa_at_its_ends():
    assert weighted_kappa([[4, 0, 0], [0, 2, 0], [0, 0, 4]]) == 1
    assert weighted_kappa([[4, 0, 0], [2, 0, 0], [4, 0, 0]]) == 0
    assert weighted_kappa([[0, 0, 5], [0, 0, 0], [5, 0, 0]]) == -1
    assert weighted_kappa([[5, 0, 0], [0, 0, 0], [0, 0, 0]]) == 1


def test_unjudged_is_unmet_and_no_answer_is_never_right():
    found = figures([Row(pair("unmet"), "unjudged"), Row(pair("met"), "unjudged"), Row(pair("unmet"), None), Row(pair("met"), None)])
    assert found.confusion["unmet"] == {"unmet": 1, "partly": 0, "met": 1}
    assert found.confusion["met"] == {"unmet": 2, "partly": 0, "met": 0}
    assert (found.missed, found.accuracy, found.wrongly_met) == (2, 0.25, 0.5)


def test_evidence_counts_where_it_is_labelled_and_called_for():
    said = [
        Row(pair("met"), "met", hit=True),
        Row(pair("partly"), "met", hit=False),
        Row(pair("met"), "unmet", hit=True),  # not called for
        Row(pair("unmet"), "met", hit=True),  # not labelled as having any
        Row(pair("met"), "met", hit=None),  # no line is labelled
        Row(pair("met"), None),
    ]
    found = figures(said, resamples=0)
    assert (found.evidence_hit, found.evidence_rows) == (0.5, 2)


@pytest.mark.parametrize(
    ("line", "text", "hit"),
    [
        (7, "something else", True),
        (8, "something else", False),
        (1, "Ran PostgreSQL for the shop, twenty nodes", True),  # holds 0.6 and more of a labelled line's words
        (1, "PostgreSQL for shops", False),
        (1, "ran postgresql for", True),  # a part of a labelled line, long enough to be no accident
        (1, "ran", False),
    ],
)
def test_a_hit_is_a_labelled_line_by_number_or_words(line, text, hit):
    labelled = pair(evidence=(7,), evidence_text=("ran PostgreSQL for the shop and its many branches",))
    if hit and line == 1 and "twenty" in text:
        labelled = pair(evidence=(7,), evidence_text=("ran PostgreSQL for the shop and branches",))
    assert evidence_hit(labelled, [Evidence(line, text), Evidence(7, "second")]) is hit
    assert evidence_hit(labelled, []) is False
    assert evidence_hit(pair(), [Evidence(7, "x")]) is None


def test_calibration_bins_and_error_by_hand():
    said = [Row(pair("met"), "met", probability=0.9)] * 3 + [Row(pair("unmet"), "met", probability=1.0)] + [Row(pair("met"), "met", 0.55)]
    found = figures([*said, Row(pair("met"), "met")], resamples=0)
    assert [(b.low, b.high, b.rows) for b in found.bins] == [(0.5, 0.6, 1), (0.9, 1.0, 4)]
    assert found.bins[1].probability == pytest.approx(0.925)
    assert found.bins[1].right == 0.75
    assert found.calibration_error == pytest.approx((4 * 0.175 + 1 * 0.45) / 5)


def test_a_verdict_laid_beside_its_label():
    asked = Requirement("r1", "required", "language", "German", 1, 1)
    verdict = Verdict(asked, "unjudged", {"met": 0.2, "partly": 0.1, "unmet": 0.7}, (Evidence(3, "German B2"),))
    row = row_of(pair("unmet", evidence_text=("German B2",)), verdict)
    assert (row.said, row.known, row.probability, row.hit, row.type) == ("unjudged", "unmet", 0.7, True, "language")
    assert row_of(pair(type="skill"), verdict).type == "skill"
    assert row_of(pair("unmet"), None).known == "met"
    assert [row.said for row in rows_of([pair(), pair()], {1: verdict})] == ["unjudged"] * 2
    assert rows_of([pair()], {"1": verdict})[0].said is None


def test_groups_by_any_field():
    said = [
        *rows({("met", "met"): 2}, posting="a", kind="nice", extra={"domain": "data"}),
        *rows({("met", "unmet"): 1}, posting="b"),
    ]
    assert {value: f.accuracy for value, f in by(said, "kind").items()} == {"nice": 1.0, "required": 0.0}
    assert {value: f.rows for value, f in by(said, "domain").items()} == {"data": 2, "not said": 1}
    assert list(by(said, "posting")) == ["a", "b"]
    assert set(by(said, "said")) == {"met", "unmet"}
    assert set(by(said, "type")) == {"skill"}
    with pytest.raises(DataError, match="colour"):
        by(said, "colour")


def test_intervals_are_seeded_hold_the_figure_and_widen_when_rows_of_a_posting_err_together():
    alone = [*rows({("met", "met"): 70, ("unmet", "met"): 30})]
    first, again, other = figures(alone), figures(alone), figures(alone, seed=1)
    assert first.intervals == again.intervals != other.intervals
    low, high = first.intervals["accuracy"]
    assert low < first.accuracy < high
    assert 0.15 < high - low < 0.21  # a share of 0.7 of 100 has a standard error of 0.046
    together = [r for p in range(10) for r in rows({("met", "met") if p < 7 else ("unmet", "met"): 10}, posting=f"p{p}")]
    low, high = figures(together).intervals["accuracy"]
    assert high - low > 0.4
    assert "evidence_hit" not in first.intervals


def test_one_posting_alone_has_no_interval():
    assert figures(rows({("met", "met"): 5}, posting="a")).intervals == {}


def test_rows_without_labels_are_an_error():
    with pytest.raises(DataError, match="no labelled row"):
        figures([])
    with pytest.raises(DataError, match='no "verdict"'):
        figures([Row(pair(""), "met")])
