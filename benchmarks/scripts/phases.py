"""A folder of postings and a profile in; the seconds of processor time of each phase of a run in one process out, as JSON."""

import time

START = time.process_time()

import json  # noqa: E402
import sys  # noqa: E402
from datetime import date  # noqa: E402

from jobfit import pipeline  # noqa: E402
from jobfit.batch import inputs  # noqa: E402
from jobfit.batch.stages import own_texts, profile_texts  # noqa: E402
from jobfit.encode import load  # noqa: E402
from jobfit.judge import assess, judge_all  # noqa: E402
from jobfit.match import match  # noqa: E402
from jobfit.parse import parse  # noqa: E402
from jobfit.report.assessment import jsonl  # noqa: E402

options = inputs.Options(as_of=date(2025, 6, 1))
taken = {"start": time.process_time() - START}


def timed(phase, step):
    begun = time.process_time()
    found = step()
    taken[phase] = taken.get(phase, 0.0) + time.process_time() - begun
    return found


profile = timed("profile", lambda: next(pipeline.profiles_all([sys.argv[2]], options)))
documents = timed("read", lambda: [one for path in inputs.files([sys.argv[1]]) for one in inputs.documents(path, options)])
postings = timed("parse", lambda: [one for document in documents for one in parse(document)])
encoder = load(None, cache=False, threads=1)
timed("encode", lambda: encoder.encode(list(dict.fromkeys(own_texts(postings) + profile_texts([profile])))))
matches = timed("match", lambda: [match(one.requirements, profile, encoder) for one in postings])
verdicts = timed("judge", lambda: [judge_all(one) for one in matches])
found = [assess(posting, profile, judged, model="m", version="v") for posting, judged in zip(postings, verdicts, strict=True)]
timed("report", lambda: [jsonl.row(one) for one in found])
print(json.dumps(taken))
