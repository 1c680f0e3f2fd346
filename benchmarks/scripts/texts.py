"""Paths of postings and a profile in; the texts that scoring them encodes, each once, out as JSON, and their number."""

import json
import sys
from datetime import date
from pathlib import Path

from jobfit import pipeline
from jobfit.batch import stages
from jobfit.batch.inputs import Options
from jobfit.types import Posting

if __name__ == "__main__":
    target, profile, *paths = sys.argv[1:]
    options = Options(as_of=date(2025, 6, 1), keep_going=True, workers=None)
    postings = [one for one in pipeline.parse_all(paths, options) if isinstance(one, Posting)]
    people = list(pipeline.profiles_all([profile], options))
    texts = list(dict.fromkeys(stages.own_texts(postings) + stages.profile_texts(people)))
    Path(target).write_text(json.dumps(texts), encoding="utf-8")
    print(len(texts), sum(len(one.requirements) for one in postings))
