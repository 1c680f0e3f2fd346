import pytest

from jobfit import settings
from jobfit.errors import ReadError
from jobfit.read import numbered, read


def lines(data, name="posting.txt"):
    (document,) = read(name, data=data if isinstance(data, bytes) else data.encode())
    return document.lines


def shown(data, name="posting.txt"):
    return [(line.bullet, line.text) for line in lines(data, name)]


def test_lines_keep_the_numbers_of_the_file_and_blank_lines():
    assert [(line.number, line.text) for line in lines("Cook\n\n  Knives sharp\n")] == [(1, "Cook"), (2, ""), (3, "Knives sharp")]


MARKS = """- * • · ● ○ ▪ ■ ➢ ✓ 🔪 \uf0b7 1. 1) (1) a) (a) (i) iv. ① – + [x]"""
GLUED = [
    ("- [ ] Sharpens knives", "- [ ]"),
    ("…Sharpens knives", "…"),
    ("-Sharpens knives", "-"),
    ("１．Sharpens knives", "１．"),
    ("bull Sharpens knives", "•"),
]


@pytest.mark.parametrize(("typed", "mark"), [(f"{mark} Sharpens knives", mark) for mark in MARKS.split()] + GLUED)
def test_list_marks_stand_beside_the_text(typed, mark):
    assert shown(typed) == [(mark, "Sharpens knives")]


@pytest.mark.parametrize(
    "text",
    [
        "3+ years of frying",
        "5-star kitchens",
        "2.5 years at the stove",
        "C# and Go",
        "E. coli tests",
        "(E) Food hygiene",
        "-5 °C store",
        "10 knives",
        "10. Mai 2020",
        "…",
    ],
)
def test_what_only_looks_like_a_mark_stays_in_the_text(text):
    assert shown(text) == [("", text)]


def test_a_mark_alone_goes_to_the_next_line_with_words():
    assert shown("•\n\nSharpens knives\nno mark") == [("", ""), ("", ""), ("•", "Sharpens knives"), ("", "no mark")]


def test_letters_of_symbol_fonts_are_marks_where_they_open_several_lines():
    assert shown("o Knives\no Pans\no Pots") == [("•", "Knives"), ("•", "Pans"), ("•", "Pots")]
    assert shown("§ Knives\n§ Pans") == [("•", "Knives"), ("•", "Pans")]
    assert shown("o quinto mês\ntexto") == [("", "o quinto mês"), ("", "texto")]


def test_drawn_rules_are_blank_and_make_headings_of_short_lines():
    first, rule, *_ = lines("Your tasks\n==========\nFry eggs")
    assert (first.heading, rule.text) == (1, "")


def test_indent_counts_columns():
    assert [line.indent for line in lines("- a\n    - b\n\t- c")] == [0, 4, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found(encoding):
    assert lines("Köchin für Süßes – 40 h\nMesser".encode(encoding))[0].text == "Köchin für Süßes – 40 h"


def test_mostly_foreign_letters_without_utf8_are_detected():
    text = "Требуется повар с опытом работы не менее трёх лет и знанием английского языка"
    assert lines(text.encode("cp1251"))[0].text == text


def test_mojibake_ligatures_and_invisible_signs_are_mended():
    assert lines("KÃ¼che\nquali\ufb01ed o\ufb03ce\nzero\u200b\u00adwidth\nhard\u00a0space\nbell\x07")[:5] == lines(
        "Küche\nqualified office\nzerowidth\nhard space\nbell"
    )


def test_sound_text_is_left_alone():
    assert lines("Âge minimum : 18 ans — “crème brûlée” ½")[0].text == "Âge minimum : 18 ans — “crème brûlée” ½"


def test_a_line_does_not_depend_on_its_neighbours():
    assert lines("KÃ¼che\nfein")[1] == lines("Küche\nfein")[1]


def test_numbered_prints_the_marks_again():
    (document,) = read("p.txt", data=b"Tasks\n  - Fry")
    assert numbered(document) == "1  Tasks\n2    - Fry"


def test_text_with_markdown_marks_is_read_as_markdown():
    first, *_ = lines("## Tasks\n\n**Must have**\n- fry")
    assert (first.text, first.heading) == ("Tasks", 2)


def test_a_line_that_is_too_long_is_cut_with_a_warning():
    (document,) = read("p.txt", data=b"x" * (settings.MAX_LINE_CHARS + 5))
    assert len(document.lines[0].text) == settings.MAX_LINE_CHARS
    assert "line 1" in document.warnings[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\u200b\n\u200b".encode(), "no text"),
        (b"\x00\x01\x02" * 99, "binary"),
        (bytes(range(1, 9)) * 50, "not text"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xd0\xcf\x11\xe0....", "Word"),
        (b"{\\rtf1 x}", "RTF"),
        (b"PK\x03\x04....", "archive"),
        (b"x\n" * (settings.MAX_LINES + 1), "lines"),
        (b"x" * (settings.MAX_FILE_BYTES + 1), "larger"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_cannot_be_read_is_named_in_one_sentence(data, said):
    with pytest.raises(ReadError, match=said) as caught:
        read("posting.txt", data=data)
    assert str(caught.value).startswith("posting.txt: ")
    assert caught.value.hint
