"""The quick look at a résumé's types sees what the validator of JSON Schema sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobfit.facts import schema

KNOWN = {"type", "properties", "items", "$ref", "additionalProperties", "definitions", "pattern", "title", "$schema", "$comment"}
NAMES = ("basics", "work", "location", "profiles", "highlights", "startDate", "name", "skills", "keywords", "meta", "other")
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)),
    max_leaves=12,
)


def wrong(data):
    return [error for error in schema._validator().iter_errors(data) if error.validator == "type"]


@given(VALUES)
@settings(max_examples=200, deadline=None)
def test_what_fits_has_no_wrong_type(data):
    assert schema.fits(data, schema._schema()) == (not wrong(data))


@pytest.mark.parametrize(
    ("data", "fits"),
    [
        ({"basics": {"name": "Ana", "profiles": [{"url": None}]}, "work": [{"startDate": 2019, "highlights": ["a", 1]}]}, True),
        ({"basics": ["Ana"]}, False),
        ({"work": [{"name": {"of": "a thing"}}]}, False),
        ({"work": [{"highlights": "one"}]}, False),
        ({"work": [{"name": True}]}, False),
        ([], False),
    ],
)
def test_types_of_every_depth_are_looked_at(data, fits):
    assert schema.fits(data, schema._schema()) is fits
    assert bool(wrong(data)) is not fits


def test_the_schema_uses_no_word_that_the_quick_look_ignores():
    todo, seen = [schema._schema()], set()
    while todo:
        part = todo.pop()
        seen |= part.keys()
        assert isinstance(part.get("additionalProperties", True), bool)
        assert part.get("$ref", "#/definitions/date") == "#/definitions/date"
        todo += [*part.get("properties", {}).values(), *part.get("definitions", {}).values(), *([part["items"]] if "items" in part else [])]
    assert seen <= KNOWN
