import json

from jobfit.evaluate import table
from jobfit.evaluate.figures import Row, by, figures
from jobfit.evaluate.labels import Pair


def rows():
    labels = [("met", "met", 0.9), ("unmet", "met", 0.6), ("partly", "partly", 0.5), ("unmet", "unmet", 0.8)] * 5
    return [
        Row(Pair(i, i, "SQL", "required" if i % 2 else "nice", "p", gold, posting=f"p{i % 4}"), said, probability, type="a|b")
        for i, (gold, said, probability) in enumerate(labels)
    ]


def test_plain_values_are_json_without_loss():
    plain = table.report_dict(figures(rows()), {"kind": by(rows(), "kind")}, {"always unmet": figures(rows()[:1])})
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    assert plain["overall"]["accuracy"] == 0.75
    assert plain["overall"]["evidence_hit"] is None
    assert plain["overall"]["bins"][-1]["rows"] == 5
    assert set(plain["by"]["kind"]) == {"nice", "required"}
    assert plain["floors"]["always unmet"]["rows"] == 1


def test_markdown_has_every_table_and_keeps_its_cells():
    text = table.report_markdown(figures(rows()), {"type": by(rows(), "type")}, {"always unmet": figures(rows()[:1])})
    lines = text.splitlines()
    assert "| jobfit | 20 | 0.750" in text
    assert "| always unmet | 1 | 1.000 |" in text
    assert "a\\|b" in text
    assert "| unmet | 5 | 0 | 5 |" in lines
    assert "| 0.9 to 1.0 | 5 | 0.900 | 1.000 |" in lines
    heads = [line for line in lines if line.startswith("|") and "pairs" in line]
    assert all(line.replace("\\|", "").count("|") in (5, 9) for line in heads)


def test_cells():
    assert table.cell(None) == "–"
    assert table.cell(0.12345) == "0.123"
    assert table.cell(0.5, (0.4, 0.6)) == "0.500 (0.400 to 0.600)"
