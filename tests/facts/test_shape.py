"""Pages that tell of nobody are refused in one sentence; the shortest honest profile is not."""

from __future__ import annotations

import pytest

from jobfit.errors import NotAProfile
from jobfit.facts import read_profile
from jobfit.read import read

ROLES = ("Software Engineer", "Data Analyst", "Sales Manager", "Nurse", "Driver")
NO_PROFILES = {
    "lost.html": "<title>404 Not Found</title><h1>Page not found</h1><p>It is gone.</p><ul><li>Home</li><li>Jobs</li></ul>",
    "login.html": "<h1>Sign in</h1><p>Please log in to view this page.</p><form><input name=email></form>",
    "portal.html": "<h1>Open positions</h1><ul>" + "".join(f"<li><a href=/{n}>{ROLES[n % 5]}</a> Berlin</li>" for n in range(15)) + "</ul>",
    "poem.txt": "The tide goes out beyond the bar,\nThe gulls go after it and cry,\nAnd nothing that was near is far.\n",
}
PROFILES = [
    "5 years as a nurse at St. Mary, RN licence, German B2.",
    "I have cooked for ten years in small bistros.\nI also order the fish.",
    "I know Python and SQL well.\nI want to write more of both.",
    "Ann Lee\nann@lee.example\nHappy to learn.\nUp before dawn each day.",
    "Skills\nKneading dough by hand\nRunning an oven",
    "Baker in Hull.\nGood with dough and ovens, early to rise.",
    "Ich backe seit 2015 Brot.\nAuch nachts und am Wochenende.",
    "Я пеку хлеб каждый день.\nПо ночам и в выходные тоже.",
]


def profile(name, text):
    return read_profile(read(name, data=text.encode())[0])


@pytest.mark.parametrize("name", NO_PROFILES)
def test_what_tells_of_nobody_is_refused(name):
    with pytest.raises(NotAProfile, match="a person") as refusal:
        profile(name, NO_PROFILES[name])
    assert "\n" not in str(refusal.value)
    assert refusal.value.hint


@pytest.mark.parametrize("text", PROFILES)
def test_the_shortest_honest_profile_is_read(text):
    assert profile("cv.txt", text).statements
