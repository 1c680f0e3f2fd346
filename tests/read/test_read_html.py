import json

import pytest

from jobfit.errors import ReadError
from jobfit.read import read

PAGE = """<!doctype html><html lang="de-AT"><head><title>Jobs | Torte</title>
<meta property="og:site_name" content="Torte &amp; Co"><link rel="canonical" href="https://torte.example/1">
<style>p{}</style><noscript>Switch it on.</noscript></head><body>
<nav><ul><li>Home</li></ul></nav><header><div>Logo</div></header><div class="cookie-bar">We use cookies</div>
<main><header><h1>Pastry cook</h1></header>
<p>We bake <b>bread</b>.<br>Every night.</p>
<p><b>YOUR PROFILE: </b>&middot; Flour<br>&middot; Sugar</p>
<h3>Must</h3><ul><li><p>Knead</p><p>by hand</p></li><li>Proof<ul><li>slowly</li></ul></li></ul>
<ol start="3"><li>Bake</li></ol><ul><li>• Cool</li></ul>
<table><tr><th></th><th>Essential</th><th>Desirable</th></tr>
<tr><td>Craft</td><td><ul><li>Apprenticeship</li><li>Hygiene pass</li></ul></td><td><p>Master</p></td></tr>
<tr><td>Hours</td><td>38</td><td></td></tr></table>
<p style="display:none">hidden rocket science</p><p hidden>gone</p><span style="font-size:0">tiny</span>
<p><strong>Whole line</strong></p><pre>one
two</pre></main>
<aside><h2>Similar jobs</h2><p>Butcher</p></aside><form>Upload<input></form><footer>Imprint</footer>
<script>var x = "<p>no</p>"</script></body></html>"""


def page(html=PAGE):
    (document,) = read("page.html", data=html.encode())
    return document


def said(html=PAGE):
    return [line.text for line in page(html).lines if line.text]


def test_only_the_content_is_left():
    text = page().text
    for gone in ("Home", "Logo", "cookies", "hidden", "gone", "tiny", "Butcher", "Upload", "Imprint", "var x", "Switch"):
        assert gone not in text
    assert said()[:3] == ["Pastry cook", "We bake bread.", "Every night."]


def test_meta_is_what_the_page_states():
    assert page().meta == {
        "title": "Pastry cook",
        "page_title": "Jobs | Torte",
        "company": "Torte & Co",
        "url": "https://torte.example/1",
        "language": "de",
    }


def test_structure_is_kept():
    lines = {line.text: line for line in page().lines}
    assert (lines["Pastry cook"].heading, lines["Must"].heading) == (1, 3)
    assert (lines["Knead"].bullet, lines["by hand"].bullet) == ("-", "")
    assert (lines["slowly"].bullet, lines["slowly"].indent) == ("-", 2)
    assert (lines["Bake"].bullet, lines["Cool"].bullet) == ("3.", "-")
    assert lines["Whole line"].bold
    assert not lines["We bake bread."].bold
    assert [line.number for line in page().lines] == list(range(1, len(page().lines) + 1))


def test_a_bold_run_before_an_item_is_a_line_of_its_own():
    lines = [(line.bullet, line.text, line.bold) for line in page().lines]
    assert ("", "YOUR PROFILE:", True) in lines
    assert ("·", "Flour", False) in lines
    assert ("·", "Sugar", False) in lines


def test_table_cells_with_lists_stand_under_their_column():
    text = said()
    start = text.index("Craft")
    assert text[start : start + 6] == ["Craft", "Essential", "Apprenticeship", "Hygiene pass", "Desirable", "Master"]
    assert "Hours | 38" in text


def test_a_page_wrapped_in_a_form_is_still_read():
    assert said("<form><h1>Cook</h1><p>" + "Fry eggs. " * 40 + "</p></form><p>x</p>")[0] == "Cook"


def test_folded_panels_are_content_and_hidden_text_is_not():
    assert said('<p>Cook</p><div class="accordion-body" style="display: none"><p>Fry eggs</p></div><p style="display: none">chef</p>') == [
        "Cook",
        "Fry eggs",
    ]


def test_latin1_pages_are_read_by_their_meta():
    (document,) = read("p.html", data='<meta charset="iso-8859-2"><p>Kuchař Łódź</p>'.encode("iso-8859-2"))
    assert document.lines[0].text == "Kuchař Łódź"


def test_deep_nesting_and_broken_markup_do_no_harm():
    assert said("<div>" * 5000 + "<p>Cook<li>Fry<b>eggs") == ["Cook", "Fryeggs"]


def test_a_page_that_nests_without_end_is_refused_at_once():
    with pytest.raises(ReadError, match="nests deeper"):
        said("<div>" * 50_000 + "Cook" + "</div>" * 50_000)


def posting(**fields):
    return {"@context": "https://schema.org", "@type": "JobPosting", "title": "Baker", **fields}


def with_ld(data, body="<p>Short.</p>"):
    return f'<html><body>{body}<script type="application/ld+json">{data}</script></body></html>'


def test_a_job_posting_inside_the_page_fills_meta_and_lines():
    full = "<p>" + "We knead all night long. " * 20 + "</p><ul><li>Strong arms</li></ul>"
    data = posting(
        description=full,
        hiringOrganization={"name": "Torte"},
        jobLocation={"address": {"addressLocality": "Graz", "addressCountry": "AT"}},
        employmentType="FULL_TIME",
    )
    document = page(with_ld("/*<![CDATA[*/" + json.dumps({"@graph": [{"@type": "Thing"}, data]}) + "/*]]>*/"))
    assert document.meta["title"] == "Baker"
    assert (document.meta["company"], document.meta["location"], document.meta["employment_type"]) == ("Torte", "Graz, AT", "FULL TIME")
    assert [line.text for line in document.lines if line.bullet] == ["Strong arms"]


def test_a_teaser_in_ld_json_does_not_replace_the_page():
    assert "Fry eggs" in page(with_ld(json.dumps(posting(description="Join us")), "<p>" + "Fry eggs. " * 60 + "</p>")).text


def test_broken_ld_json_is_no_reason_to_fail():
    assert said(with_ld('{"@type": "JobPosting", ', "<p>Fry eggs</p>")) == ["Fry eggs"]


CRITERIA = """<table><tr><th>Area</th><th>Essential</th><th>Desirable</th><th>How</th></tr>
<tr><td rowspan="2">Baking</td><td>Sourdough by hand</td><td>Laminated dough</td><td>T</td></tr>
<tr><td>Ovens with steam</td><td>Stone ovens</td><td>I</td></tr>
<tr><td></td><td>Early mornings</td><td></td><td>I</td></tr></table>"""


def test_in_a_table_of_criteria_each_text_stays_under_its_column():
    assert said(CRITERIA)[2:] == ["|  | Ovens with steam | Stone ovens | I |", "|  | Early mornings |  | I |"]


def test_numbers_that_are_no_decimals_count_as_none():
    assert said('<main><ol start="²"><li>Knead</li></ol><table><tr><td rowspan="²">Bake</td><td>Proof</td></tr></table></main>') == [
        "Knead",
        "Bake | Proof",
    ]


PANELS = """<main><h2 class="accordion-header"><button>What you bring</button></h2><p>Ten years of bread.</p>
<div class="accordion-item"><button aria-expanded="false">The small print</button>
<div hidden class="accordion-panel"><p>Nights.</p></div></div>
<details><summary>What we offer</summary><p>Flour.</p></details><button>Apply</button><button aria-expanded="false">Menu</button></main>"""


def test_buttons_over_panels_are_headings_and_others_are_not_read():
    lines = [(line.text, line.heading, line.bold) for line in page(PANELS).lines if line.text]
    assert lines[0] == ("What you bring", 2, True)
    assert lines[2] == ("The small print", 0, True)
    assert lines[4] == ("What we offer", 0, True)
    assert [text for text, *_ in lines if text in ("Apply", "Menu")] == []


def test_a_first_row_that_tells_something_names_no_columns():
    said = "Baker with nine years in craft bakeries, mostly sourdough and laminated dough, two of them abroad."
    page = f"<table><tr><td>Profile</td><td>{said}</td></tr><tr><td>Work</td><td><p>Baker, Crust Ltd</p><p>2019 - now</p></td></tr></table>"
    texts = [line.text for line in read("cv.html", data=page.encode())[0].lines if line.text]
    assert texts == [f"Profile | {said}", "Work", "Baker, Crust Ltd", "2019 - now"]


def test_the_first_row_of_two_cells_is_one_of_the_rows():
    page = "<table><tr><td>Name</td><td>Jo Farrow</td></tr><tr><td>Work</td><td><p>Baker, Crust Ltd</p><p>2019 - now</p></td></tr></table>"
    texts = [line.text for line in read("cv.html", data=page.encode())[0].lines if line.text]
    assert texts == ["Name | Jo Farrow", "Work", "Baker, Crust Ltd", "2019 - now"]


def test_the_sidebar_of_a_sheet_is_content_and_that_of_a_page_is_not():
    sheet = "<body><aside><h1>Ada Baker</h1><h2>Languages</h2><p>Dutch</p></aside><main><h2>Work</h2><p>Baker at the mill</p></main></body>"
    assert said(sheet) == ["Ada Baker", "Languages", "Dutch", "Work", "Baker at the mill"]
    assert said(sheet.replace("<main>", "<nav>Home</nav><main>")) == ["Work", "Baker at the mill"]
