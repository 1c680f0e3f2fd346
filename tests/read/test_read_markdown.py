from jobfit.read import read

POSTING = """---
title: "Pastry cook"
company: Torte & Co  # the firm
location: Graz
tags: [a, b]
# a remark that is no heading
---

# Pastry *cook* at [Torte](https://torte.example)

Your profile
------------

* **Baking** and `piping`
  1. Three years at the oven,
     two of them with *sugar*
  2) ok
- [ ] Driving licence

**What we offer:**
• Cake

| Need | How much |
|------|----------|
| Eggs | **many** |

```
code fence
```
<h3>Nice to have</h3>
<ul>
<li>Marzipan &amp; <b>nougat</b></li>
</ul>
<!-- nobody reads this -->
    indented by habit
***
"""


def document(text=POSTING):
    (found,) = read("posting.md", data=text.encode())
    return found


def by_number(text=POSTING):
    return {line.number: line for line in document(text).lines}


def test_every_line_keeps_the_number_of_the_file():
    lines = document().lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert lines[8].text == "Pastry cook at Torte"
    assert len(lines) <= POSTING.count("\n")


def test_front_matter_fills_meta_and_stays_to_be_seen():
    found = document()
    assert found.meta == {"title": "Pastry cook", "company": "Torte & Co", "location": "Graz"}
    assert found.lines[1].text == 'title: "Pastry cook"'
    assert not any(line.heading for line in found.lines[:7])
    assert found.lines[5].text == ""  # a remark is for whoever edits the file


def test_headings_of_all_kinds_have_their_level():
    assert {number: line.heading for number, line in by_number().items() if line.heading} == {9: 1, 11: 2, 30: 3}


def test_list_items_have_their_mark_apart_and_no_emphasis_marks():
    lines = by_number()
    assert (lines[14].bullet, lines[14].text) == ("*", "Baking and piping")
    assert (lines[15].bullet, lines[15].text, lines[15].indent) == ("1.", "Three years at the oven,", 2)
    assert (lines[16].bullet, lines[16].text) == ("", "two of them with sugar")
    assert (lines[18].bullet, lines[18].text) == ("-", "Driving licence")
    assert (lines[21].bullet, lines[21].text) == ("•", "Cake")


def test_a_line_that_is_bold_as_a_whole_is_known():
    lines = by_number()
    assert lines[20].bold
    assert lines[20].text == "What we offer:"
    assert not lines[14].bold


def test_tables_are_read_row_by_row():
    lines = by_number()
    assert [lines[number].text for number in (23, 24, 25)] == ["Need | How much", "", "Eggs | many"]


def test_fences_comments_and_rules_are_blank_and_html_is_read():
    lines = by_number()
    assert [lines[number].text for number in (27, 28, 29)] == ["", "code fence", ""]
    assert (lines[32].bullet, lines[32].text) == ("-", "Marzipan & nougat")
    assert lines[34].text == ""
    assert lines[35].text == "indented by habit"


def test_a_paragraph_over_a_rule_is_no_heading():
    long = "We are a small bakery that has sold bread and cakes to three villages for more than a hundred years now."
    assert by_number(f"{long}\n---\nmore")[1].heading == 0


def test_html_in_one_line_becomes_as_many_lines_as_a_reader_sees():
    found = document("Intro\n\n<h2>Must</h2><ul><li>Bake</li><li>Fry</li></ul><p>Bye</p>\n\nEnd\n")
    assert [(line.number, line.text) for line in found.lines if line.text] == [
        (1, "Intro"),
        (3, "Must"),
        (4, "Bake"),
        (5, "Fry"),
        (6, "Bye"),
        (8, "End"),
    ]


def test_a_template_in_front_matter_gives_no_meta():
    assert document("---\ntitle: {{ job }}\nlang: de\n---\nText\n").meta == {"language": "de"}


def test_a_rule_at_the_top_is_no_front_matter():
    assert document("---\nJust words here\n---\nText\n").meta == {}
