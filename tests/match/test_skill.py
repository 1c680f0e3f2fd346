"""Skills: done, implied, worded, listed, near, absent; alternatives and open lists."""

from __future__ import annotations

import numpy as np
import pytest

from jobfit.match import skill
from jobfit.match.bearing import trade
from jobfit.match.near import Near
from jobfit.match.view import view
from jobfit.types import Need, NeedMatch, Profile, Statement


def ask(*any_of: str, done: str = "", listed: str = "", open_list: bool = False) -> NeedMatch:
    said = [Statement(done, 4, "work[0].highlights[0]", "work")] if done else []
    said += [Statement(listed, 9, "skills[0].keywords[0]", "skill", listed=True)] if listed else []
    seen = view(Profile("p", statements=tuple(said)))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    return skill.look(Need("skill", " or ".join(any_of), any_of, open=open_list), seen, near)


@pytest.mark.parametrize(
    ("asked", "done", "listed", "credit"),
    [
        ("Python", "Wrote the importer in Python", "", 1.0),
        ("Python", "Built the intranet with Django", "", 1.0),
        ("Django", "Wrote the importer in Python", "", 0.0),
        ("Python", "", "Python", 0.5),
        ("PyTorch", "Trained the ranker in TensorFlow", "", 0.5),
        ("Python", "Repaired bicycles", "", 0.0),
        ("vendor management", "Managed six vendors of cleaning staff", "", 1.0),
    ],
)
def test_the_strongest_trace_decides(asked: str, done: str, listed: str, credit: float) -> None:
    found = ask(asked, done=done, listed=listed)
    assert found.credit is not None
    assert found.credit == pytest.approx(credit, abs=0.25 if asked == "vendor management" else 0.0)


def test_one_alternative_is_enough() -> None:
    assert ask("Python", "Go", done="Wrote the importer in Python").credit == 1.0


def test_an_open_list_takes_a_near_equal_in_full() -> None:
    assert ask("PyTorch", done="Trained the ranker in TensorFlow", open_list=True).credit == 1.0


def test_unknown_words_are_left_open() -> None:
    found = ask("frobnication of widgets", done="Frobnicated widgets")
    assert found.credit is None
    assert found.signals["deed words"] > 0


def test_evidence_is_the_profile_s_line() -> None:
    found = ask("Python", done="Wrote the importer in Python", listed="Python")
    assert [(e.line, e.text) for e in found.evidence] == [(4, "Wrote the importer in Python")]
    assert "line 4" in found.reason


def test_what_is_near_is_named_in_the_profile_s_words() -> None:
    assert ask("PyTorch", done="Trained the ranker in TensorFlow").reason == "line 4 uses TensorFlow, which is near PyTorch"
    assert ask("PyTorch", listed="TensorFlow").reason == "line 9 lists TensorFlow, which is near PyTorch"


def test_a_reason_uses_the_posting_s_words_and_names_all_alternatives() -> None:
    assert ask("GA4", done="Built dashboards in Google Analytics").reason == "GA4 is used in line 4"
    assert ask("k8s", done="Baked bread").reason == "k8s is not shown"
    assert ask("PyTorch", "TensorFlow", done="Baked bread").reason == "neither PyTorch nor TensorFlow is shown"
    assert ask("Kafka", "RabbitMQ", "a broker of ours", done="Baked bread").reason == "none of Kafka, RabbitMQ, a broker of ours is shown"


def test_the_work_of_a_trade_is_part_of_its_subject_but_not_of_its_tools() -> None:
    lines = "Forecast bed demand and built dashboards of survey data with weekly metrics"
    assert trade("data analysis", view(Profile("p", statements=(Statement(lines, 4, "", "work"),))))[0] > 0
    assert ask("Tableau", done="Kept the spreadsheets of the choir").credit == 0.0


def test_every_skill_of_a_whole_requirement_counts_and_the_weakest_is_told() -> None:
    seen = view(Profile("p", statements=(Statement("Wrote the importer in Python", 4, "work[0]", "work"),)))
    figures = skill.named_in_all("Python, Terraform and a sunny disposition", seen)
    assert figures["names in all"] == 2.0
    assert (figures["skill all names best"], figures["skill all names least"]) == (1.0, 0.0)
    assert figures["names missing"] == 1.0
    assert skill.named_in_all("A sunny disposition", seen) == {"names in all": 0.0}


def test_a_course_or_certificate_in_it_is_more_than_a_word_in_a_list_and_less_than_a_deed() -> None:
    said = Statement("Certificate in Python, 2023", 5, "certificates[0].name", "certificate")
    seen = view(Profile("p", statements=(said,)))
    near = Near(dict.fromkeys(seen.texts, np.zeros(2, np.float32)), seen.units)
    found = skill.look(Need("skill", "Python", ("Python",)), seen, near)
    assert found.credit == 0.6
    assert found.reason == "Python is named with a course or certificate (line 5)"
