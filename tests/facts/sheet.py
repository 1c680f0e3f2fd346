"""A table of what résumés say comes in; its rows for each of them, and its months as numbers, come out, for tests."""

from pathlib import Path

from jobfit.facts.dates import Point, parse_point


def sheets(name):
    made = {}
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split("\t")
        if kind == "profile":
            rows = made.setdefault(fields[0], [])
        elif not line.startswith("#"):
            rows.append((kind, fields))
    return made


def chosen(rows, *kinds):
    return [fields for kind, fields in rows if kind in kinds]


def month(text):
    point = parse_point(text)
    return point.index if isinstance(point, Point) else None
