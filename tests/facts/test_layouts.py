"""The sample profiles as PDF and DOCX in four layouts: the facts that the YAML gives must be found again."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from blocks import LAYOUTS, blocks_of, deeds
from pages import ODD, pdf, word

from jobfit.facts import read_profile
from jobfit.facts.private import scrub
from jobfit.read import read

AS_OF = date(2025, 6, 1)
FILES = sorted((Path(__file__).parent.parent.parent / "profiles").glob("*.yaml"))
MAKERS = {"pdf": pdf, "docx": word}
# Word's files are slow to read: three samples in each of the layouts.
CASES = [("pdf", layout, FILES) for layout in LAYOUTS] + [("docx", layout, FILES[n::6]) for n, layout in enumerate(LAYOUTS)]


@pytest.fixture(scope="module")
def samples():
    documents = {path: read(str(path))[0] for path in FILES}
    return {path: (document.data, read_profile(document, AS_OF)) for path, document in documents.items()}


def bare(text):
    return " ".join(re.findall(r"\w+", text.translate(ODD).lower()))


def told_in(data, blocks):
    """Every deed, and every line of the lists; contact and the person's own address are no statements."""
    jobs = [text for part in ("work", "volunteer", "projects") for each in data.get(part, []) for text in deeds(each)]
    shown = [words[0] for kind, *words in [*blocks[0], *blocks[1]] if kind in ("text", "bullet") and not re.search(r"@|^\+", words[0])]
    return [said for text in dict.fromkeys([*jobs, *shown]) if (said := bare(scrub(text)))]


def spans(positions):
    return Counter((each.span.start, each.span.end, each.span.ongoing) for each in positions if each.span)


def courses(profile):
    return Counter((each.level, each.span and (each.span.start, each.span.end)) for each in profile.education)


@pytest.mark.parametrize(("kind", "layout", "files"), CASES, ids=[f"{kind}-{layout}" for kind, layout, _ in CASES])
def test_the_samples_laid_out_as_pages_give_the_same_facts(kind, layout, files, samples):
    found, wanted = Counter(), Counter()
    for path in files:
        data, facts = samples[path]
        blocks = blocks_of(data, layout)
        again = read_profile(read(f"cv.{kind}", data=MAKERS[kind](blocks, layout))[0], AS_OF)
        said, texts = {bare(said.text) for said in again.statements}, told_in(data, blocks)
        rows = {
            "positions": (spans(again.positions) & spans(facts.positions), spans(facts.positions)),
            "positions too many": (spans(facts.positions), spans(again.positions)),
            "degrees": (courses(again) & courses(facts), courses(facts)),
            "statements": ([text for text in texts if text in said], texts),
            "languages": (
                {(each.code, each.level) for each in again.languages} & {(each.code, each.level) for each in facts.languages},
                facts.languages,
            ),
        }
        for name, (have, want) in rows.items():
            found[name] += have.total() if isinstance(have, Counter) else len(have)
            wanted[name] += want.total() if isinstance(want, Counter) else len(want)
    share = {name: found[name] / wanted[name] for name in wanted}
    assert share["positions"] >= 0.95, share
    assert share["positions too many"] >= 0.95, share
    assert share["degrees"] >= 0.95, share
    assert share["statements"] >= 0.95, share
    assert share["languages"] >= 0.95, share
