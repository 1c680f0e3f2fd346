"""Implications run one way: what shows a skill is not shown by it, for every implication of the vocabulary."""

from jobfit.match.skill import trace
from jobfit.match.view import Unit, View
from jobfit.types import Profile, Statement
from jobfit.vocabulary import skills
from jobfit.vocabulary.skills import _lexicon


def doing(name):
    """The view of a profile whose only deed names one skill."""
    unit = Unit(Statement(name, 1, "", "work"), name, name, deed=True, skills=frozenset({name}), implied=skills.implied(name))
    return View(Profile("p"), (unit,))


def test_every_implication_holds_forwards_and_never_backwards():
    pairs = [(name, shown) for name in _lexicon().names() for shown in skills.implied(name)]
    assert len(pairs) > 1000
    assert [pair for pair in pairs if trace(pair[1], doing(pair[0]))[0] not in ("deed", "implied")] == []
    assert [pair for pair in pairs if trace(pair[0], doing(pair[1]))[0] in ("deed", "implied")] == []
