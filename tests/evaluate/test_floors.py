from jobfit import encode
from jobfit.evaluate import floors
from jobfit.evaluate.figures import figures
from jobfit.evaluate.labels import Pair
from jobfit.types import Line

PROFILE = [Line(1, "PostgreSQL and Oracle databases"), Line(2, "Night shifts on a ward"), Line(3, "German C1")]


def pairs():
    asked = [("PostgreSQL and Oracle", "met"), ("German at C1", "met"), ("Forklift licence", "unmet"), ("Welding of steel", "unmet")]
    return [
        Pair(i, i, text, "required", "p", verdict, "skill", f"posting {i % 10}", (1,), ("PostgreSQL and Oracle databases",))
        for i in range(40)
        for text, verdict in [asked[i % 4]]
    ]


def test_always_unmet():
    found = figures(floors.always_unmet(pairs()), resamples=0)
    assert (found.accuracy, found.weighted_kappa, found.wrongly_met) == (0.5, 0, 0)


def test_scores_that_part_the_labels_find_their_thresholds():
    for rows in (floors.shared_words(pairs(), {"p": PROFILE}), floors.best_cosine(pairs(), {"p": PROFILE}, encode.load("hash"))):
        assert figures(rows, resamples=0).accuracy == 1


def test_the_nearest_line_is_the_evidence():
    rows = floors.best_cosine(pairs(), {"p": PROFILE}, encode.load("hash"))
    assert rows[0].hit is True
    assert rows[1].hit is False


def test_no_posting_is_judged_by_its_own_labels():
    """Were a posting in its own fit, the one label that contradicts all others could be learnt."""
    held = [
        Pair(i, i, "Oracle" if i else "Oracle and PostgreSQL", "required", "p", "met" if i else "unmet", posting=f"p{i}") for i in range(6)
    ]
    assert floors.shared_words(held, {"p": PROFILE})[0].said == "met"


def test_all_by_name_with_blank_lines_left_out():
    blank = [Line(1, "  "), *PROFILE]
    found = floors.floors(pairs(), {"p": blank}, encode.load("hash"))
    assert list(found) == ["always unmet", "words found anywhere", "best cosine"]
    assert found["best cosine"] == floors.best_cosine(pairs(), {"p": PROFILE}, encode.load("hash"))


def test_an_empty_profile_is_unmet_or_the_like():
    rows = floors.best_cosine(pairs(), {"p": []}, encode.load("hash"))
    assert len(rows) == 40
    assert all(row.hit is False for row in rows)
    assert len(floors.shared_words(pairs(), {"p": []})) == 40
