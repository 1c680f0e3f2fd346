"""What the judge must hold to whatever the fitted figures are."""

from dataclasses import replace

import pytest

from jobfit.encode.hashing import HashEncoder
from jobfit.judge import assess, judge, judge_all, probabilities
from jobfit.judge.reason import reason
from jobfit.match import match
from jobfit.parse import requirement
from jobfit.types import Evidence, Match, Need, NeedMatch, Position, Posting, Profile, Requirement, Span, Statement, Verdict


def item(kind="required", sort="skill", number=1, **need):
    asked = Need(sort, "SQL", ("SQL",), **need)
    return Requirement(f"r{number}", kind, sort, "Good SQL", number, number, needs=(asked,))


LINES = (Evidence(12, "Wrote SQL reports", "work[0]", 0.9),)


def found(requirement, credit=None, candidates=LINES, **more):
    need = NeedMatch(requirement.needs[0], credit, candidates[:1] if credit else (), more.pop("said", ""), **more)
    signals = {"cos 1": 0.1, f"type {requirement.type}": 1.0, f"needs {requirement.type}": 1.0, "needs": 1.0}
    if credit is not None:
        signals |= dict.fromkeys(("credit min", "credit mean", "credit max", f"credit {requirement.type}"), credit)
    return Match(requirement, candidates, (need,), signals)


def verdict(kind, said, number=1, knockout=False):
    return Verdict(item(kind, number=number), said, {"met": 0.0, "partly": 0.0, "unmet": 1.0}, knockout=knockout)


def test_probabilities_sum_to_one_and_are_in_range():
    from jobfit.forest import load
    from jobfit.judge import FIGURES

    matches = [found(item(sort=sort), credit) for sort in ("skill", "trait", "condition") for credit in (None, 0.0, 0.5, 1.0)]
    for p in probabilities(matches, load(FIGURES)):
        assert sum(p.values()) == pytest.approx(1.0)
        assert all(0.0 <= value <= 1.0 for value in p.values())


def test_more_credit_never_gives_a_worse_verdict():
    def expected(credit):
        requirement = item()
        need = NeedMatch(requirement.needs[0], credit)
        signals = {
            "type skill": 1.0,
            "cos 1": 0.4,
            "credit min": credit,
            "credit mean": credit,
            "credit max": credit,
            "credit skill": credit,
        }
        p = judge(Match(requirement, (Evidence(1, "x", "", 0.5),), (need,), signals)).probability
        return p["partly"] + 2 * p["met"]

    values = [expected(step / 10) for step in range(11)]
    assert values == sorted(values)
    assert values[-1] > values[0]


def test_a_profile_without_lines_meets_nothing():
    empty = found(item(), None, ())
    assert judge(empty).verdict == "unmet"
    assert judge(empty).evidence == ()


def test_judging_together_is_judging_alone():
    matches = [found(item(number=n), credit) for n, credit in enumerate((None, 0.0, 0.5, 1.0), 1)]
    assert judge_all(matches) == [judge(one) for one in matches]


def test_silence_on_hours_presence_and_checks_is_unjudged_and_on_a_licence_unmet():
    """Profiles do not carry readiness for odd hours, for days in an office or for a check; they do carry licences."""
    jobs = (Position("Archivist", "Crumb & Co", span=Span(24200, 24260, ongoing=True), line=1),)
    deeds = ("Catalogued 300 letters.", "Kept the finding aids.", "Ordered acid-free boxes.")
    archivist = Profile(
        "p", positions=jobs, statements=tuple(Statement(text, n, "", "work", position=0) for n, text in enumerate(deeds, 2))
    )
    texts = ("Occasional weekend work during peak season", "Hybrid", "A background check is part of the process", "Valid forklift licence")
    said = judge_all(match([requirement(text, "required") for text in texts], archivist, HashEncoder()))
    assert [one.verdict for one in said] == ["unjudged", "unjudged", "unjudged", "unmet"]


def test_a_contradicted_required_condition_is_a_knockout_with_the_line_that_says_so():
    line = Evidence(40, "Needs visa sponsorship", "notes", 1.0)
    requirement = item(sort="condition", level="rights")
    need = NeedMatch(requirement.needs[0], 0.0, (line,), "line 40 says that a permit is needed", contradicted=True)
    signals = {"type condition": 1.0, "rights": 0.0, "credit condition": 0.0, "credit min": 0.0, "credit mean": 0.0, "credit max": 0.0}
    said = judge(Match(requirement, (Evidence(3, "Baker", "", 0.01),), (need,), signals))
    assert said.verdict == "unmet"
    assert said.knockout
    assert said.evidence == (line,)


def test_fit_weighs_required_three_times_and_leaves_out_the_unjudged():
    verdicts = [verdict("required", "met"), verdict("required", "unmet"), verdict("nice", "partly"), verdict("required", "unjudged")]
    result = assess(Posting("p"), Profile("q"), verdicts)
    assert result.fit == pytest.approx((3 + 0 + 0.5) / 7)
    assert (result.required.met, result.required.unmet, result.required.unjudged) == (1, 1, 1)
    assert result.required.coverage == 0.5
    assert result.nice.coverage == 0.5


def test_nothing_judged_gives_no_figure():
    result = assess(Posting("p"), Profile("q"), [verdict("required", "unjudged")])
    assert result.fit is None
    assert result.required.coverage is None


def test_knockouts_are_named_in_the_result():
    result = assess(Posting("p"), Profile("q"), [verdict("required", "unmet", 7, knockout=True)])
    assert result.knockouts == ("r7",)


@pytest.mark.parametrize(
    ("said", "credit", "words", "expected"),
    [
        ("met", 1.0, "SQL is used in line 12", "SQL is used in line 12"),
        ("unmet", 1.0, "SQL is used in line 12", 'no line plainly shows it; the nearest is line 12, "Wrote SQL reports"'),
        ("unmet", 0.0, "SQL is not shown", "SQL is not shown"),
        ("partly", None, "", "line 12 bears on it in part"),
        ("partly", 1.0, "SQL is used in line 12", "SQL is used in line 12; whether that is all it asks stays open"),
        ("partly", 0.5, "SQL is only listed (line 12)", "SQL is only listed (line 12)"),
        ("met", 0.5, "SQL is only listed (line 12)", "line 12 shows it"),
        ("met", None, "", "line 12 shows it"),
    ],
)
def test_a_reason_never_speaks_against_its_verdict(said, credit, words, expected):
    one = found(item(), credit, said=words)
    assert reason(one, said, one.candidates) == expected


def test_a_line_beside_the_point_is_not_called_the_nearest():
    far = tuple(replace(line, score=0.1) for line in LINES)
    assert reason(Match(item(), far, (), {}), "unmet", ()) == "no line shows it"


def test_a_reason_names_the_need_that_no_rule_could_tell():
    needs = (
        NeedMatch(Need("skill", "SQL"), 1.0, LINES, "SQL is used in line 12"),
        NeedMatch(
            Need("skill", "a feel for a great many odd and old and seldom seen sets of figures, and then for some more of them"), None
        ),
    )
    said = reason(Match(item(), LINES, needs, {}), "partly", LINES)
    assert said.startswith('SQL is used in line 12; nothing plainly shows "a feel for a great many')
    assert said.endswith(' …"')


HERE = NeedMatch(Need("condition", "Leeds or remote", level="place"), 1.0, LINES, "line 12 is there")


@pytest.mark.parametrize(
    ("other", "left"),
    [
        (NeedMatch(Need("condition", "Leeds, full time", level="hours"), None), 'nothing plainly shows "Leeds, full time"'),
        (NeedMatch(Need("condition", "Leeds", level="hours"), None), "nothing is said of when or how much to work"),
        (
            NeedMatch(Need("condition", "Leeds", ("Leeds", "two late shifts"), optional=True), 0.0),
            'nothing plainly shows "two late shifts"',
        ),
        (NeedMatch(Need("skill", "Leeds"), None), "whether that is all it asks stays open"),
    ],
)
def test_what_is_taken_for_part_says_what_remains(other, left):
    one = Match(replace(item(), text="Leeds"), LINES, (other, HERE), {})
    assert reason(one, "partly", LINES) == f"line 12 is there; {left}"


def test_a_paper_that_is_missing_is_named_where_another_is_held():
    papers = [
        NeedMatch(Need("credential", "a licence"), 1.0, LINES, "Licence C (line 12) is what is asked for"),
        NeedMatch(Need("credential", "use of a car"), 0.0, (), "no such credential is named"),
    ]
    said = reason(Match(item(), LINES, tuple(papers), {}), "partly", LINES)
    assert said == 'Licence C (line 12) is what is asked for; no credential such as "use of a car" is named'


def test_evidence_is_the_line_ranked_first_then_what_the_rules_name():
    ranked = tuple(Evidence(line, f"line {line}", "", 1 / line) for line in (5, 3, 9))
    needs = (NeedMatch(Need("skill", "x"), 1.0, (Evidence(3, "line 3"),)), NeedMatch(Need("skill", "y"), 1.0, (Evidence(7, "line 7"),)))
    signals = dict.fromkeys(("credit min", "credit mean", "credit max", "credit skill", "cos 1", "words anywhere", "type skill"), 1.0)
    said = judge(Match(item(), ranked, needs, signals))
    assert said.verdict in ("met", "partly")
    assert [e.line for e in said.evidence] == [5, 3, 7]


def test_what_falls_short_of_an_amount_or_level_is_never_met():
    ranked = (Evidence(5, "line 5", "", 0.9),)
    signals = dict.fromkeys(("credit min", "credit mean", "credit max", "credit language", "cos 1", "words anywhere", "type language"), 1.0)
    need = NeedMatch(Need("language", "German C1"), 1.0, ranked, "German B1 (line 5) is below C1", short=True)
    said = judge(Match(item(sort="language"), ranked, (need,), signals))
    assert said.verdict in ("partly", "unmet")
    assert said.probability["met"] == 0
    assert sum(said.probability.values()) == pytest.approx(1, abs=1e-3)
