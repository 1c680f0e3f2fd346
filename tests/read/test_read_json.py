import html
import json

import pytest

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read import read

BODY = "<p>We bake.</p><h3>Must</h3><ul><li>Knead &amp; fold</li></ul>"


def documents(data, name="posting.json"):
    return read(name, data=(data if isinstance(data, str) else json.dumps(data)).encode())


def document(data):
    (found,) = documents(data)
    return found


def said(data):
    return [(line.heading, line.bullet, line.text) for line in document(data).lines if line.text]


GREENHOUSE = {
    "absolute_url": "https://boards.example/1",
    "title": "Baker",
    "company_name": "Torte ",
    "location": {"name": "Graz"},
    "metadata": [{"name": "Employment Type", "value": "Part-time"}],
    "content": html.escape(html.escape(BODY)),
}
LEVER = {
    "text": "Baker",
    "categories": {"commitment": "Part-time", "location": "Graz"},
    "hostedUrl": "https://lever.example/1",
    "descriptionPlain": "We bake.",
    "lists": [{"text": "Must", "content": "<li>Knead &amp; fold</li>"}],
}
ASHBY = {"title": "Baker", "location": "Graz", "employmentType": "PartTime", "jobUrl": "https://ashby.example/1", "descriptionHtml": BODY}
RECRUITEE = {
    "title": "Baker",
    "company_name": "Torte",
    "location": "Graz",
    "employment_type_code": "parttime_fixed_term",
    "careers_url": "https://recruitee.example/1",
    "description": "<p>We bake.</p>",
    "requirements": "<h3>Must</h3><ul><li>Knead &amp; fold</li></ul>",
}
WORKABLE = {
    "title": "Baker",
    "shortcode": "A1",
    "location": {"city": "Graz", "country": "Austria"},
    "employment_type": "Part-time",
    "shortlink": "https://workable.example/1",
    "description": "<p>We bake.</p>",
    "requirements": "<h3>Must</h3><ul><li>Knead &amp; fold</li></ul>",
}
SMARTRECRUITERS = {
    "name": "Baker",
    "company": {"name": "Torte"},
    "location": {"city": "Graz", "country": "at"},
    "typeOfEmployment": {"label": "Part-time"},
    "postingUrl": "https://smart.example/1",
    "jobAd": {
        "sections": {"a": {"title": "", "text": "<p>We bake.</p>"}, "b": {"title": "Must", "text": "<ul><li>Knead &amp; fold</li></ul>"}}
    },
}
SCHEMA = {
    "@type": ["JobPosting"],
    "title": "Baker",
    "hiringOrganization": "Torte",
    "jobLocation": [{"address": {"addressLocality": "Graz"}}],
    "employmentType": ["PART_TIME"],
    "url": "https://schema.example/1",
    "description": BODY,
}
GENERIC = {
    "job": {
        "job_title": "Baker",
        "employer": "Torte",
        "city": "Graz",
        "about": "We bake.",
        "must_have": ["Knead & fold"],
        "pay": {"min": 1},
    }
}


@pytest.mark.parametrize("posting", [GREENHOUSE, LEVER, ASHBY, RECRUITEE, WORKABLE, SMARTRECRUITERS, SCHEMA], ids=lambda p: next(iter(p)))
def test_every_board_gives_the_same_posting(posting):
    found = document(posting)
    assert (found.format, found.path, found.data) == ("json", "posting.json", None)
    assert found.meta["title"] == "Baker"
    assert "Graz" in found.meta["location"]
    assert found.meta["employment_type"].lower().replace("-", "").replace(" ", "").startswith("parttime")
    assert found.meta["url"].startswith("https://")
    lines = [line for line in found.lines if line.text]
    at = next(n for n, line in enumerate(lines) if line.text == "We bake.")
    assert (lines[0].text, lines[0].heading) == ("Baker", 1)
    assert lines[at + 1].text == "Must"
    assert lines[at + 1].heading
    assert (lines[at + 2].bullet, lines[at + 2].text) == ("-", "Knead & fold")


def test_a_posting_of_unknown_shape_is_read_by_its_field_names():
    assert said(GENERIC) == [
        (1, "", "Baker"),
        (0, "", "Torte"),
        (0, "", "Graz"),
        (2, "", "About"),
        (0, "", "We bake."),
        (2, "", "Must have"),
        (0, "-", "Knead & fold"),
    ]


def test_json_resume_job_schema():
    job = {
        "title": "Baker",
        "qualifications": ["Knead"],
        "responsibilities": ["Bake"],
        "skills": [{"name": "Dough", "level": "Master", "keywords": ["rye"]}],
    }
    assert [text for _, bullet, text in said(job) if bullet] == ["Bake", "Knead", "Dough, Master: rye"]


def test_boards_and_lists_give_one_document_a_posting():
    assert [found.path for found in documents({"jobs": [GREENHOUSE, ASHBY]})] == ["posting.json#1", "posting.json#2"]
    assert [found.path for found in documents([LEVER])] == ["posting.json"]


def test_json_lines_count_their_documents():
    found = documents("\n".join(json.dumps(one) for one in (LEVER, SCHEMA)) + "\n\n", "all.jsonl")
    assert [one.path for one in found] == ["all.jsonl#1", "all.jsonl#2"]
    assert documents(json.dumps(LEVER), "one.jsonl")[0].path == "one.jsonl"


def test_a_document_does_not_depend_on_its_neighbours():
    alone, (_, beside) = document(SCHEMA), documents([LEVER, SCHEMA])
    assert beside.lines == alone.lines


PROFILE = {
    "basics": {"name": "Ada"},
    "work": [{"position": "Baker", "highlights": ["Kneaded", 'Said "hi", [x]: {y}']}],
    "n": [1.5, None, True],
}


@pytest.mark.parametrize("indent", [None, 2])
def test_a_profile_keeps_its_data_and_the_line_of_each_value(indent):
    found = document(json.dumps(PROFILE, indent=indent))
    assert found.data == PROFILE
    line = found.lines[found.data_lines["work[0].highlights[1]"] - 1]
    assert 'Said \\"hi\\", [x]: {y}' in line.text
    assert {"basics", "basics.name", "work[0]", "n[2]"} <= found.data_lines.keys()
    assert found.lines[found.data_lines["basics.name"] - 1].text.startswith('"name": "Ada"')


def test_broken_json_names_line_and_column():
    with pytest.raises(ReadError, match="column 6") as caught:
        documents('{\n "a": 1,\n "b" 2}')
    assert str(caught.value).startswith("posting.json: line 3: ")
    with pytest.raises(ReadError) as caught:
        documents('{"title": "a"}\n{"title": ', "x.jsonl")
    assert caught.value.line == 2


def test_deep_and_empty_json_are_refused():
    deep = settings.MAX_JSON_DEPTH + 1
    with pytest.raises(ReadError, match="nests deeper"):
        documents("[" * deep + "]" * deep)
    with pytest.raises(ReadError, match="empty"):
        documents("[]")


def test_a_description_in_markdown_keeps_its_headings_and_marks():
    about = "We bake at night, for the harbour, the hospital and whoever is still awake at that time."
    text = f"{about}\n\n## Requirements\n\n- **Two** years of ovens\n- Rye\n"
    lines = [line for line in document(json.dumps({"title": "Baker", "description": text})).lines if line.text]
    assert [(line.text, line.heading, line.bullet) for line in lines[1:]] == [
        (about, 0, ""),
        ("Requirements", 2, ""),
        ("Two years of ovens", 0, "-"),
        ("Rye", 0, "-"),
    ]
