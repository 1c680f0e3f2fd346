"""What must not pay: copied text, keyword lists, repetition, denials, irrelevant lines, and another person's profile."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from jobfit.batch.here import Given
from jobfit.batch.stages import assess_one, own_texts, profile_texts
from jobfit.encode import load
from jobfit.facts import read_profile
from jobfit.parse import parse, requirement
from jobfit.read import read
from jobfit.types import Posting, Profile, Statement

ROOT = Path(__file__).parents[2]
AS_OF = date(2025, 6, 1)
DRIVER, SEARCH, NURSE, HR = "n9_kerr_driver.yaml", "t7_deshmukh_ml_search.yaml", "n1_fruge_lpn.yaml", "n3_pugh_hr.yaml"
RANK = {"unmet": 0, "unjudged": 0, "partly": 1, "met": 2}


@pytest.fixture(scope="module")
def encoder():
    return load()


@pytest.fixture(scope="module")
def profile_of():
    return lambda name: read_profile(read(str(ROOT / "profiles" / name))[0], as_of=AS_OF)


@pytest.fixture(scope="module")
def posting_of():
    return lambda name: parse(read(str(next((ROOT / "postings").glob(f"{name}_*"))))[0])[0]


def verdicts(requirements, profile, encoder):
    found = assess_one(Posting("p.md", requirements=tuple(requirements)), profile, encoder)
    return [one.verdict for one in found.verdicts]


def add(profile, *texts, **more):
    last = max(s.line for s in profile.statements)
    new = tuple(
        Statement(text, last + n, "", more.get("source", "summary"), listed=more.get("listed", False)) for n, text in enumerate(texts, 1)
    )
    return replace(profile, statements=(*profile.statements, *new))


COPIES = {
    "as it stands": lambda items: [(item, "work") for item in items],
    "under skills": lambda items: [(item, "skill") for item in items],
    "with a word in front": lambda items: [(f"Has {item}", "work") for item in items],
    "with a phrase in front": lambda items: [(f"At work I show: {item}", "work") for item in items],
    "in one paragraph": lambda items: [(" ".join(items), "summary")],
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_pasting_the_posting_changes_no_verdict_and_is_said(encoder, profile_of, posting_of, copy):
    posting, driver = posting_of("t12"), profile_of(DRIVER)
    pasted = driver
    for text, source in copy([item.text for item in posting.requirements]):
        pasted = add(pasted, text, source=source)
    before, after = (assess_one(posting, profile, encoder) for profile in (driver, pasted))
    better = [b.requirement.text for a, b in zip(before.verdicts, after.verdicts, strict=True) if RANK[b.verdict] > max(1, RANK[a.verdict])]
    assert better == []
    assert any("repeat" in warning for warning in after.warnings)
    assert after.fit is not None
    assert before.fit is not None
    assert after.fit < before.fit + 0.1


def test_what_is_left_of_a_copied_entry_can_be_judged_where_another_process_encodes():
    copied = "Coordinated weekly stock planning across four regional warehouses"
    posting = Posting("p.md", requirements=(requirement(copied, "required"),))
    words = (copied, "Juggling", "Bookkeeping in SAP")
    profile = Profile("q", statements=tuple(Statement(word, n, f"skills[0].keywords[{n}]", "skill", True) for n, word in enumerate(words)))
    vectors = [
        dict(zip(texts, load("hash").encode(texts), strict=True)) for texts in (own_texts([posting], [profile]), profile_texts([profile]))
    ]
    assert assess_one(posting, profile, Given("hash", *vectors)).warnings


def test_a_sentence_of_the_postings_names_is_a_list(encoder, profile_of, posting_of):
    posting, driver = posting_of("t10"), profile_of(DRIVER)
    names = dict.fromkeys(name for item in posting.requirements for need in item.needs for name in need.any_of)
    stuffed = add(driver, f"Worked with {', '.join(names)}", source="work")
    found = assess_one(posting, stuffed, encoder)
    assert any("counts as a list" in warning for warning in found.warnings)
    listed = assess_one(posting, add(driver, ", ".join(names), source="skill", listed=True), encoder)
    assert found.fit <= listed.fit + 0.1


def test_a_keyword_list_meets_no_skill(encoder, profile_of, posting_of):
    posting = posting_of("t12")
    words = ", ".join(dict.fromkeys(name for item in posting.requirements for need in item.needs for name in need.any_of))
    stuffed = add(profile_of(DRIVER), words, source="skill", listed=True)
    asked = [item for item in posting.requirements if item.type == "skill"]
    assert asked
    assert "met" not in verdicts(asked, stuffed, encoder)


def test_repeating_every_line_changes_nothing(encoder, profile_of, posting_of):
    posting, search = posting_of("t02"), profile_of(SEARCH)
    twice = replace(search, statements=(*search.statements, *(replace(s, line=s.line + 1000) for s in search.statements)))
    assert verdicts(posting.requirements, search, encoder) == verdicts(posting.requirements, twice, encoder)


def test_an_irrelevant_line_changes_nothing(encoder, profile_of, posting_of):
    posting, search = posting_of("t02"), profile_of(SEARCH)
    more = add(search, "Sings bass in a village choir and repairs old accordions.", source="interest")
    assert verdicts(posting.requirements, search, encoder) == verdicts(posting.requirements, more, encoder)


@pytest.mark.parametrize("skill", ["Kubernetes", "Terraform", "SAP", "phlebotomy"])
def test_a_denial_is_no_evidence(encoder, profile_of, skill):
    asked = [requirement(f"Hands-on experience with {skill}", "required")]
    driver = profile_of(DRIVER)
    denied = replace(
        driver, statements=(*driver.statements, Statement(f"No experience with {skill} yet.", 900, "", "summary", negated=True))
    )
    assert verdicts(asked, denied, encoder) in (["unmet"], ["partly"])
    assert RANK[verdicts(asked, denied, encoder)[0]] <= RANK[verdicts(asked, driver, encoder)[0]] + 1
    shown = add(driver, f"Ran {skill} daily for four years at a hospital group.", source="work")
    assert RANK[verdicts(asked, shown, encoder)[0]] > RANK[verdicts(asked, denied, encoder)[0]]


def test_a_foreign_profile_scores_lower_than_ones_own(encoder, profile_of, posting_of):
    own = {"t12": SEARCH, "t02": SEARCH, "n04": DRIVER, "n01": NURSE, "n11": HR}
    profiles = {name: profile_of(name) for name in set(own.values())}
    fits = {(p, name): assess_one(posting_of(p), profile, encoder).fit or 0.0 for p in own for name, profile in profiles.items()}
    assert all(fits[p, name] == max(fits[p, other] for other in profiles) for p, name in own.items())
    foreign = mean(fit for (p, name), fit in fits.items() if own[p] != name)
    assert mean(fits[p, name] for p, name in own.items()) > foreign + 0.25
