"""Nothing in, nothing out: imported once before worker processes are forked, it loads the tables that each would else load for itself."""

from __future__ import annotations

import gc
from contextlib import suppress

_SAMPLE = """# Data Engineer

## Requirements

- 3+ years of experience with SQL or Python in a bank
- A degree in computer science and fluent English
- A driving licence and the right to work in Norway
- Based in Oslo, with travel to customers and night shifts on call
- Leads by example, writes clearly and learns quickly
"""


def _warm() -> None:
    from jobfit.encode.hashing import HashEncoder
    from jobfit.judge import judge_all
    from jobfit.match import match
    from jobfit.parse import parse
    from jobfit.read import read
    from jobfit.types import Profile, Statement

    with suppress(Exception):  # the work itself will say what is wrong
        document = read("posting.md", data=_SAMPLE.encode())[0]
        said = ("Tuned SQL queries for forty analysts in Oslo", "BSc in physics, fluent French, AWS certified, no travel")
        profile = Profile("", statements=tuple(Statement(text, n, source="summary") for n, text in enumerate(said, 1)))
        judge_all(match(parse(document)[0].requirements, profile, HashEncoder()))
    gc.set_threshold(200_000, 50, 100)
    gc.freeze()  # what is never looked at stays shared between the processes


_warm()
