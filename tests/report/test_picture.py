"""The picture of a report needs nothing from elsewhere and holds no markup of the texts it shows."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from jobfit.ports import Look
from jobfit.report.picture import picture


def test_a_picture_is_whole_and_alone(one):
    drawn = picture([one], [], Look(), title="jobfit score")
    root = ElementTree.fromstring(drawn)
    shown = "".join(root.itertext())
    assert "Gaps" in shown
    assert "Terraform" in shown
    assert not re.search(r"font-face|url\(\s*[\"']?http|@import", drawn)
    assert drawn == picture([one], [], Look(), title="jobfit score")


def test_hostile_text_is_only_text(attack):
    root = ElementTree.fromstring(picture([attack], [], Look()))
    assert not [element for element in root.iter() if element.tag.endswith("script")]
