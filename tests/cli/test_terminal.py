"""On a real terminal: colours unless they are not wanted, a bar on standard error that leaves nothing behind."""

from __future__ import annotations

import os
import sys

import pexpect
import pytest

WORDS = ["-m", "jobfit", "score", "posting.md", "several.md", "-p", "profile.yaml", "--model", "hash"]


def shown(files, **changed):
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "CI")}
    environment |= {"TERM": "xterm-256color", "JOBFIT_CACHE_DIR": str(files / ".cache"), **changed}
    child = pexpect.spawn(sys.executable, WORDS, cwd=str(files), env=environment, dimensions=(40, 90), encoding="utf-8", timeout=60)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


def test_a_terminal_gets_colours_and_a_bar(files):
    status, text = shown(files)
    assert status == 0
    assert "\x1b[1m" in text
    assert "2/2" in text


@pytest.mark.parametrize("changed", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_can_be_refused(files, changed):
    status, text = shown(files, **changed)
    assert status == 0
    result = text[text.index("Required") :]
    assert "\x1b[3" not in result
    assert "\x1b[1m" not in result
