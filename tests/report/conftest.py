"""One assessment of every kind of content, and one whose every text is an attack."""

from __future__ import annotations

import pytest

from jobfit.types import Assessment, Duty, Evidence, Need, NeedVerdict, Posting, Requirement, Tally, Verdict

HOSTILE = "[bold red]=cmd()|x<script>alert(1)</script>\x1b[31mred\x1b]0;title\x07\u202egnp.exe\x9b2J{{7*7}}\r\nnext*_`&\"'"


def assessment(title: str = "Platform Engineer", path: str = "postings/quill.md", fit: float | None = None) -> Assessment:
    sql = Need("skill", "SQL", ("SQL",), ("sql",))
    spark = Need("skill", "Spark or Flink", ("Spark", "Flink"), ("spark", "flink"))
    years = Need("experience", "5 years of data engineering", ("5 years of data engineering",), months=60, subject="data engineering")
    items = (
        Requirement("r1", "required", "skill", "SQL and a stream engine such as Spark or Flink", 12, 12, "What you bring", (sql, spark)),
        Requirement(
            "r2",
            "required",
            "experience",
            "At least 5 years of data engineering, most of it on systems that others depend on",
            13,
            14,
            "What you bring",
            (years,),
        ),
        Requirement("r3", "required", "condition", "Right to work in Norway", 15, 15, "What you bring"),
        Requirement("r4", "required", "trait", "Calm when things break", 16, 16, "What you bring"),
        Requirement("r5", "nice", "language", "Norwegian (B2)", 19, 19, "Good to have"),
        Requirement("r6", "nice", "skill", "Terraform", 20, 20, "Good to have"),
    )
    e7 = Evidence(7, "Tuned PostgreSQL for 40 analysts", "work[0].highlights[1]", 0.9123456)
    e9 = Evidence(9, "2019-03 to 2022-03 Data engineer, Osier Mills", "work[1]", 0.8)
    e3 = Evidence(3, "Citizen of Brazil; needs visa sponsorship in the EEA", "basics.summary", 0.97)
    verdicts = (
        Verdict(
            items[0],
            "partly",
            {"met": 0.1, "partly": 0.85, "unmet": 0.05},
            (e7, e9),
            "PostgreSQL tuning (line 7) implies SQL; neither Spark nor Flink is shown.",
            (NeedVerdict(sql, "met", (e7,), "PostgreSQL implies SQL."), NeedVerdict(spark, "unmet", (), "Nothing shows it.")),
            signals={"cosine": 0.51, "words": 0.25},
        ),
        Verdict(
            items[1],
            "partly",
            {"met": 0.2, "partly": 0.7, "unmet": 0.1},
            (e9,),
            "3 years of the 5 asked for.",
            (NeedVerdict(years, "partly", (e9,)),),
        ),
        Verdict(
            items[2], "unmet", {"met": 0.01, "partly": 0.01, "unmet": 0.98}, (e3,), "The profile says that a visa is needed.", knockout=True
        ),
        Verdict(items[3], "unjudged", {"met": 0.3, "partly": 0.3, "unmet": 0.4}),
        Verdict(items[4], "unmet", {"met": 0.0, "partly": 0.0, "unmet": 1.0}, (), "No Norwegian is listed."),
        Verdict(
            items[5],
            "met",
            {"met": 0.95, "partly": 0.04, "unmet": 0.01},
            (Evidence(8, "Terraform for 30 services", "work[0].highlights[2]", 1.0),),
            "",
        ),
    )
    posting = Posting(
        path,
        title,
        "Quill & Fen",
        "",
        (),
        "en",
        "Bergen",
        requirements=items,
        duties=(Duty("Run the nightly loads", 9, 9),),
        warnings=("two headings were empty",),
    )
    return Assessment(
        posting=posting,
        profile_path="profiles/lima.yaml",
        profile_name="Ana Lima",
        verdicts=verdicts,
        required=Tally(0, 2, 1, 1),
        nice=Tally(1, 0, 1, 0),
        fit=4 / 11 if fit is None else fit,
        knockouts=("r3",),
        warnings=("two headings were empty",),
        model="hash@1",
        version="0.1.0",
    )


def hostile() -> Assessment:
    need = Need("skill", HOSTILE, (HOSTILE, HOSTILE))
    item = Requirement("r1", "required", "skill", HOSTILE, 1, 1, HOSTILE, (need, need))
    line = Evidence(1, HOSTILE, HOSTILE, 0.5)
    verdict = Verdict(
        item,
        "partly",
        {"met": 0.2, "partly": 0.6, "unmet": 0.2},
        (line,),
        HOSTILE,
        (NeedVerdict(need, "unmet", (line,), HOSTILE),) * 2,
        knockout=True,
    )
    posting = Posting(
        HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), "en", requirements=(item,), duties=(Duty(HOSTILE, 2, 2),), warnings=(HOSTILE,)
    )
    return Assessment(posting, HOSTILE, HOSTILE, (verdict,), Tally(0, 1, 0, 0), Tally(), 0.5, ("r1",), (HOSTILE,), HOSTILE, "0.1.0")


@pytest.fixture
def one() -> Assessment:
    return assessment()


@pytest.fixture
def attack() -> Assessment:
    return hostile()


@pytest.fixture
def several() -> list[Assessment]:
    return [
        assessment(),
        assessment("Data Engineer, a title long enough to run over the width of its column", "postings/heron.txt", 1.0),
        assessment("", "postings/x/unnamed.html", 0.004),
    ]
