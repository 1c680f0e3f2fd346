from __future__ import annotations

import pytest

from jobfit.errors import NotAPosting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "404\n\nSorry, the page was not found. Perhaps the posting is no longer available.\n\nBack to the start page\n",
            "gone or not found",
        ),
        (
            (
                "Sign in\nEmail\nPassword\nForgot your password?\nCreate an "
                "account\nSearch jobs by title or town\n120 jobs found near you today\n"
            ),
            "portal",
        ),
        (
            (
                "# Role\n\n# About us\n\n# Responsibilities\n\n# Requirements\n\n# Nice to "
                "have\n\n# What we offer\n\n# How to apply\n\n# Contact and imprint\n"
            ),
            "template",
        ),
        ("Web developer\nLeeds\n", "too little text"),
        (
            (
                "Web Developer\nHarrowgate Labs\nPosted 3 days ago\nShare this page with a "
                "friend\nReport this page\nMore from Harrowgate Labs in Leeds\n"
            ),
            "listing",
        ),
        (
            (
                "Maren Okafor\nmaren@okafor.example\n\nWork experience\n\nData engineer, "
                "Wexcombe\n2019 - 2023\nI built the warehouse and its tests.\n\n"
                "Analyst, Sallow\n2016 - 2019\nI wrote the weekly report.\n\nEducation\n\nBSc "
                "Mathematics, 2012 - 2016\n\nSkills\n\nPython, SQL, Spark\n"
            ),
            "résumé",
        ),
    ],
)
def test_a_text_that_is_no_posting_is_named(parsed, text, words):
    with pytest.raises(NotAPosting, match=words):
        parsed(text, "md" if text.startswith("# ") else "txt")


def test_a_posting_that_asks_for_nothing_is_named(parsed):
    text = "Gardener\n\nResponsibilities\n" + "".join(f"- Water and weed bed number {n} of the rose garden\n" for n in range(40))
    with pytest.raises(NotAPosting, match="no requirement"):
        parsed(text)
