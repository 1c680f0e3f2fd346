"""Names and amounts are found in scripts that put no spaces between words."""

from __future__ import annotations

import pytest

from jobfit.vocabulary import amounts, skills


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kotlinでの設計経験", ["kotlin"]),
        ("PythonとSQLの知識", ["python", "sql"]),
        ("熟悉Docker和Kubernetes", ["docker", "kubernetes"]),
        ("Java를 사용한 개발", ["java"]),
        ("C#の実務経験", ["c#"]),
        ("Metapythonの知識", []),
    ],
)
def test_a_name_ends_where_the_script_changes(text, names):
    assert [hit.name for hit in skills.find(text)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("設計の経験3年以上", [(36, None)]),
        ("5年以上の実務経験", [(60, None)]),
        ("2〜4年の経験", [(24, 48)]),
        ("6ヶ月以上の経験", [(6, None)]),
        ("3年以上工作经验", [(36, None)]),
        ("개발 경력 3년 이상", [(36, None)]),
        ("入社2年目", []),
        ("2024年卒、経験不問", []),
        ("創業10年の会社", []),
    ],
)
def test_years_are_read_beside_a_word_of_experience(text, found):
    assert [(amount.months, amount.maximum) for amount in amounts.find(text)] == found
