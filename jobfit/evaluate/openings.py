"""Postings with lists come in; the figures that tell where an item opens in a list without line breaks come out.

``python -m jobfit.evaluate.openings [FOLDER...]`` fits on the labelled sets that ship and on any further folders; no label is read,
only where the items of their lists begin. ``--held-out`` prints what postings that no fit has seen say instead.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jobfit.errors import JobfitError
from jobfit.parse import openings
from jobfit.parse.sentences import sentences
from jobfit.parse.wrap import Row, rows
from jobfit.read import read

STRENGTH = 1.0  # C of the regression: chosen by cross-validation over postings
FOLDS = 5
DATA = Path(openings.__file__).with_name("data") / "openings.json"
_MIN_POSTINGS = 3  # a feature counts once it is seen in so many postings
_LEAST_WEIGHT = 0.05
_TOGETHER = 6  # items written on their own that make a list
_FEWEST = 3  # items of a list
_LONGEST_ITEM = 350
_LONG = 160  # characters of a run that is cut
_SENTENCE = (60, 320)  # characters of a sentence that shows where no item opens
List = list[str]  # the items of one list; a single sentence is a list of one
Case = tuple[tuple[str, ...], bool]  # a word's features, and whether it opens an item


def lists(folders: Sequence[Path]) -> dict[str, list[List]]:
    """Return the lists of each posting of the folders, and of each file of items written on their own."""
    found: dict[str, list[List]] = {}
    for folder in folders:
        for path in sorted((folder / "labels").glob("*.lines.tsv")):
            name = path.name.removesuffix(".lines.tsv")
            file = next(p for p in (folder / "postings" / name, folder.parents[1] / "postings" / name) if p.exists())
            found[name] = list(_of_posting(file))
        for path in sorted((folder / "lines").glob("*.jsonl")):
            found |= _of_items(path.name, [json.loads(row)["requirement"] for row in path.read_text(encoding="utf-8").splitlines()])
        for path in sorted((folder / "lists").glob("*.txt")):
            found |= _of_items(path.name, path.read_text(encoding="utf-8").splitlines())
    return found


def _of_posting(file: Path) -> Iterator[List]:
    """Yield the lists of a posting and, each by itself, its sentences."""
    try:
        documents = list(read(str(file)))
    except JobfitError:
        return
    for document in documents:
        items: list[Row] = []
        for row in (*rows(document.lines), Row("", 0, 0)):
            if row.mark and not row.level and len(row.text) < _LONGEST_ITEM:
                items.append(row)
                continue
            if len(items) >= _FEWEST:
                yield [item.text.strip(" ;.,") for item in items]
            items = []
            yield from ([one.strip(" ;.,")] for one in sentences(row.text) if one[-1] in ".!?" and _SENTENCE[0] <= len(one) <= _SENTENCE[1])


def _of_items(name: str, texts: Sequence[str]) -> dict[str, list[List]]:
    """Make lists of items written on their own, each under a name of its own."""
    kept = [text.strip(" .;") for text in texts if openings.may_open(text.split()[0])]
    return {f"{name} {n}": [kept[n : n + _TOGETHER]] for n in range(0, len(kept), _TOGETHER)}


def cases(items: List) -> list[Case]:
    """Return each word that may open an item, of the items written one behind the other."""
    tokens = [token for item in items for token in item.split()]
    firsts, start = set(), 0
    for item in items:
        firsts.add(start)
        start += len(item.split())
    known, crowd = openings.inside(tokens), openings.density(tokens)
    out, since = [], 0
    for n in range(1, len(tokens)):
        since += 1
        if openings.may_open(tokens[n]):
            out.append(((*openings.features_at(tokens, n, crowd, known), openings.since_name(since)), n in firsts))
        since = 0 if n in firsts else since
    return out


def fit(found: Mapping[str, Iterable[List]]) -> dict[str, Any]:
    """Fit the regression; return its bias and weights; deterministic."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows_of = {name: [case for items in group for case in cases(items)] for name, group in found.items()}
    seen: dict[str, set[str]] = defaultdict(set)
    for name, group in rows_of.items():
        for features, _ in group:
            for feature in features:
                seen[feature].add(name)
    kept = [({f: 1.0 for f in features if len(seen[f]) >= _MIN_POSTINGS}, opens) for group in rows_of.values() for features, opens in group]
    table = DictVectorizer(sort=True)
    fitted = LogisticRegression(C=STRENGTH, max_iter=500).fit(table.fit_transform([row for row, _ in kept]), [opens for _, opens in kept])
    named = zip(table.get_feature_names_out(), fitted.coef_[0], strict=True)
    weights = {str(name): round(float(weight), 2) for name, weight in named if abs(weight) >= _LEAST_WEIGHT}
    return {"bias": round(float(fitted.intercept_[0]), 2), "weights": weights}


def held_out(found: Mapping[str, Sequence[List]]) -> dict[str, float]:
    """Return the share of items cut out whole, and of sentences cut by mistake, of postings that no fit has seen."""
    names = [name for name in found if not name.endswith(tuple("0123456789"))]
    items = whole = said = torn = 0
    for fold in range(FOLDS):
        unseen = set(names[fold::FOLDS])
        figures = openings.Figures.of(fit({name: group for name, group in found.items() if name not in unseen}))
        for one in (one for name in sorted(unseen) for one in found[name]):
            text = " ".join(one)
            if len(text) < _LONG:
                continue
            cut = openings.parts(text, figures=figures)
            if len(one) == 1:
                said, torn = said + 1, torn + (len(cut) > 1)
            else:
                items, whole = items + len(one), whole + len(set(cut) & set(one))
    return {"items": items, "cut out whole": round(whole / max(1, items), 3), "sentences": said, "torn": round(torn / max(1, said), 3)}


def write(figures: Mapping[str, Any], out: Path = DATA) -> None:
    """Write the figures as JSON, one feature a line; what is read from now on is read by them."""
    weights = ",\n".join(f"  {json.dumps(name, ensure_ascii=False)}: {weight}" for name, weight in sorted(figures["weights"].items()))
    out.write_text(f'{{\n "bias": {figures["bias"]},\n "weights": {{\n{weights}\n }}\n}}\n', encoding="utf-8")
    openings.shipped.cache_clear()


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit the figures that ship, or say how well such figures do on postings held out."""
    from jobfit.evaluate.fit import LINED, SHIPPED

    given = sys.argv[1:] if arguments is None else list(arguments)
    found = lists([*SHIPPED, LINED, *(Path(name) for name in given if name != "--held-out")])
    if "--held-out" in given:
        print(json.dumps(held_out(found)))  # noqa: T201 - it is asked for
    else:
        write(fit(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
