"""Patterns are compiled at their first use, and every one of the package compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import jobfit
from jobfit.regex import _Later, regex


def test_a_pattern_does_what_the_compiled_one_does():
    later, plain = regex(r"(?P<word>\w+)!", re.IGNORECASE), re.compile(r"(?P<word>\w+)!", re.IGNORECASE)
    assert later.search("Oh yes!")["word"] == "yes"
    assert later.sub("?", "a! b!") == plain.sub("?", "a! b!")
    assert (later.pattern, later.flags, later.groups) == (plain.pattern, plain.flags, plain.groups)
    with pytest.raises(AttributeError):
        later.something  # noqa: B018


def test_nothing_is_compiled_before_it_is_used():
    assert "search" not in vars(regex("("))
    assert regex("(").pattern == "("
    with pytest.raises(re.error):
        regex("(").search("")


def test_every_pattern_of_the_package_compiles():
    found = [
        (module.__name__, name, value)
        for one in pkgutil.walk_packages(jobfit.__path__, "jobfit.")
        if not one.name.endswith("__main__") and (module := importlib.import_module(one.name))
        for name, value in vars(module).items()
        if isinstance(value, _Later)
    ]
    assert len(found) > 300
    for module_name, name, pattern in found:
        assert isinstance(pattern.flags, int), f"{module_name}.{name}"
