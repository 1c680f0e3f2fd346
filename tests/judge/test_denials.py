"""What a profile denies, hopes for or tells of others meets nothing, end to end; what it claims in the same breath still counts."""

from datetime import date
from pathlib import Path

import pytest

from jobfit.batch.inputs import Options
from jobfit.pipeline import Question, predict

ROOT = Path(__file__).parents[2]
PROFILE = """# Ada Renner

Graz, Austria

## Experience

Office Manager, Wels Timber GmbH, Graz
2016-03 - present
- Kept the books of two sawmills
- {line}

## Languages

{languages}

## Education

{education}
"""
ASKED = ("AWS", "Hands-on experience with AWS", "5 years of AWS")
DENIED = (
    "Have not worked with AWS so far",
    "Lacks any knowledge of AWS",
    "No AWS",
    "Very interested in AWS",
    "My sister runs AWS for a bank",
    "No experience in AWS up to now",
    "AWS I have never touched",
    "Would like to learn AWS next year",
    "The hosting team deployed everything on AWS",
    "Colleagues used AWS while I kept the minutes",
    "Reading a book about AWS",
    "Recruited AWS engineers for the group",
    "Kept the shop AWS-free",
    "Keine Erfahrung mit AWS",
    "Je n'ai jamais utilisé AWS",
    "Sin conocimientos de AWS",
    "Geen kennis van AWS",
    "Nunca usei AWS",
)


@pytest.fixture
def verdicts(tmp_path):
    options = Options(as_of=date(2025, 6, 1))

    def of(asked, line="Filed invoices", languages="German (native)", education="HAK Matura, HAK Graz, 2010 - 2015"):
        path = tmp_path / "ada.md"
        path.write_text(PROFILE.format(line=line, languages=languages, education=education), encoding="utf-8")
        answers = predict([Question(text, text, "required", str(path)) for text in asked], options)
        return [answer.verdict for answer in answers]

    return of


@pytest.mark.parametrize("line", DENIED)
def test_what_is_denied_hoped_for_or_done_by_others_is_not_met(line, verdicts):
    for verdict in verdicts(ASKED, line):
        assert (verdict.verdict, verdict.probability["met"]) == ("unmet", 0.0)


def test_the_line_that_denies_it_is_what_is_shown(verdicts):
    (verdict,) = verdicts(["AWS"], "I have never used AWS")
    assert [evidence.text for evidence in verdict.evidence] == ["I have never used AWS"]


def test_what_a_line_claims_beside_a_denial_still_counts(verdicts):
    line = "No AWS yet, but ran every Azure subscription for five years"
    assert [v.verdict for v in verdicts(["Azure"], line)] == ["met"]


def test_what_is_being_learned_is_met_in_part_at_most(verdicts):
    assert "met" not in [v.verdict for v in verdicts(ASKED, "Currently learning AWS")]


def test_a_language_said_not_to_be_known_is_contradicted(verdicts):
    (verdict,) = verdicts(["French at C1"], languages="German (native), French: none")
    assert verdict.verdict == "unmet"
    assert verdict.evidence


@pytest.mark.parametrize("end", ["dropped out", "abandoned", "not finished"])
def test_a_degree_left_open_is_met_in_part_at_most(end, verdicts):
    (verdict,) = verdicts(["Master's degree in economics"], education=f"MSc Economics, University of Graz, 2012 - 2014, {end}")
    assert verdict.verdict != "met"


def test_an_unfinished_course_shows_no_training_below_it(verdicts):
    open_course = "Staatlich geprüfter Techniker Maschinenbau, Fachschule Ulm, 2021 - 2024, noch nicht abgeschlossen"
    (verdict,) = verdicts(["Abgeschlossene Berufsausbildung im Bereich Maschinenbau"], education=open_course)
    assert verdict.verdict != "met"
