import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from jobfit.errors import ReadError
from jobfit.read import read

TEXT = """The bakery sends its bread to three villages every morning before six
and we need someone who keeps the ovens and the books in order"""
PROSE = TEXT.split()


class Sheet:
    """A page to be drawn on in points from the top left."""

    def __init__(self, **options):
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, **options)

    def put(self, x, y, text, size=10, font="Helvetica"):
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, A4[1] - y, text)
        return self

    def column(self, x, y, lines, step=13, **how):
        for number, line in enumerate(lines):
            self.put(x, y + number * step, line, **how)
        return self

    def page(self):
        self.canvas.showPage()
        return self

    def document(self):
        self.canvas.save()
        (found,) = read("cv.pdf", data=self.out.getvalue())
        assert found.format == "pdf"
        return found

    def said(self):
        return [line.text for line in self.document().lines if line.text]


def wrapped(words, width):
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def test_wrapped_lines_are_put_together_and_items_kept_apart():
    lines = wrapped(PROSE, 70)
    sheet = Sheet().column(50, 60, lines).column(50, 120, ["• Kneads dough", "• Proofs it slowly"])
    found = [(line.bullet, line.text) for line in sheet.document().lines if line.text]
    assert found == [("", " ".join(PROSE)), ("•", "Kneads dough"), ("•", "Proofs it slowly")]


@pytest.mark.parametrize("interleaved", [False, True])
def test_two_columns_are_read_one_after_the_other(interleaved):
    left = wrapped(PROSE, 38)
    right = wrapped(["Right", *PROSE[::-1]], 38)
    sheet = Sheet().put(50, 40, "A title that runs over both of the columns of this page, from left to right, as it should", size=11)
    if interleaved:
        for number, pair in enumerate(zip(left, right, strict=False)):
            sheet.column(50, 70 + 13 * number, pair[:1]).column(320, 70 + 13 * number, pair[1:])
    else:
        sheet.column(50, 70, left).column(320, 70, right)
    text = " ".join(sheet.said()[1:])
    assert text.startswith(" ".join(left[:3]))
    assert text.index(left[-1]) < text.index("Right bo") if "Right bo" in text else text.index(left[2]) < text.index("Right")


def test_a_sidebar_does_not_mix_with_the_main_text():
    side = ["SKILLS", "Dough", "Ovens", "Accounts", "LANGUAGES", "German", "English"]
    main = ["EXPERIENCE", "Baker at the mill", *wrapped(PROSE, 60)]
    sheet = Sheet().column(40, 60, side, step=17).column(200, 60, main)
    said = sheet.said()
    assert said[:7] == side
    assert said[7] == "EXPERIENCE"


SIDE = ["CONTACT", "Graz", "SKILLS", "Dough", "Ovens", "LANGUAGES", "German", "English"]
MAIN = [
    "EXPERIENCE",
    "Head baker, Torte",
    "Sep 2021 - present",
    "Kneads dough by hand",
    "EDUCATION",
    "Apprenticeship, Graz",
    "2013 - 2016",
    "with honours",
]


@pytest.mark.parametrize("interleaved", [False, True])
def test_a_dense_sidebar_on_the_same_lines_is_no_table(interleaved):
    sheet = Sheet()
    if interleaved:
        for number, pair in enumerate(zip(SIDE, MAIN, strict=True)):
            sheet.put(50, 60 + 13 * number, pair[0]).put(220, 60 + 13 * number, pair[1])
    else:
        sheet.column(50, 60, SIDE).column(220, 60, MAIN)
    assert sheet.said() == SIDE + MAIN


def test_tables_with_wrapped_cells_are_read_cell_by_cell():
    sheet = Sheet().put(50, 60, "Criteria").put(150, 60, "Essential").put(350, 60, "Desirable")
    for number, (name, start) in enumerate([("Training", 0), ("Experience", 6), ("Skills", 9)]):
        y = 90 + 60 * number
        sheet.put(50, y, name, font="Helvetica-Bold").column(150, y, wrapped(PROSE[start : start + 12], 32)).column(
            350, y, wrapped(PROSE[start + 3 : start + 11], 30)
        )
    said = sheet.said()
    for start in (0, 6, 9):
        assert " ".join(PROSE[start : start + 12]) in said
        assert " ".join(PROSE[start + 3 : start + 11]) in said


def test_short_tables_are_read_across():
    sheet = Sheet()
    for number, pair in enumerate([("German", "native"), ("English", "C1"), ("French", "B2"), ("Dutch", "A2")]):
        sheet.put(50, 60 + 13 * number, pair[0]).put(200, 60 + 13 * number, pair[1])
    assert sheet.said() == ["German    native", "English    C1", "French    B2", "Dutch    A2"]


def test_dates_beside_their_lines_are_read_across():
    sheet = Sheet()
    for number, (dates, post) in enumerate(
        [("2019 – 2021", "Baker, Mill Lane"), ("2016 – 2019", "Apprentice, Graz"), ("2014 – 2016", "Helper, Linz")]
    ):
        sheet.put(50, 60 + 40 * number, dates).column(150, 60 + 40 * number, [post, "Kneaded, proofed and baked"])
    said = sheet.said()
    assert said[0] == "2019 – 2021    Baker, Mill Lane"
    assert "2014 – 2016    Helper, Linz" in said


def test_bold_labels_beside_long_values_become_lines_above_them():
    sheet = Sheet()
    for number, label in enumerate(["Purpose", "Must have", "Nice to have"]):
        sheet.put(50, 60 + 60 * number, label, font="Helvetica-Bold").column(160, 60 + 60 * number, wrapped(PROSE, 60))
    lines = [line for line in sheet.document().lines if line.text]
    assert [line.text for line in lines] == ["Purpose", " ".join(PROSE), "Must have", " ".join(PROSE), "Nice to have", " ".join(PROSE)]
    assert [line.bold for line in lines] == [True, False] * 3


def test_words_split_at_a_line_end_are_whole_again():
    sheet = Sheet().column(
        50, 60, ["Three years of experience in an artisan bakery with respon-", "sibility for two apprentices and a well-", "known shop"]
    )
    sheet.canvas.setProducer("pdfTeX-1.40")
    (line,) = sheet.said()
    assert "responsibility" in line
    assert "well-known" in line


def test_headings_are_known_by_their_size_and_bold_lines_by_their_font():
    sheet = Sheet().put(50, 50, "Ada Baker", size=20).put(50, 80, "Experience", size=13).column(50, 100, wrapped(PROSE, 70))
    lines = {line.text: line for line in sheet.put(50, 160, "Skills", font="Helvetica-Bold").document().lines}
    assert (lines["Ada Baker"].heading, lines["Experience"].heading, lines["Skills"].heading) == (1, 2, 0)
    assert lines["Skills"].bold


def test_page_numbers_and_repeated_margins_go():
    sheet = Sheet()
    for number in range(1, 4):
        sheet.put(50, 30, "Ada Baker – Résumé").column(50, 80, [f"Line {word} of many" for word in PROSE]).put(
            280, 820, f"Page {number} of 3"
        ).page()
    said = sheet.said()
    assert said.count("Ada Baker – Résumé") == 1
    assert not any("Page" in text for text in said)


def test_letter_spaced_headings_are_words():
    sheet = Sheet().column(50, 90, wrapped(PROSE, 70))
    for number, letter in enumerate("EXPERIENCE"):
        sheet.put(50 + 14 * number, 60, letter)
    assert sheet.said()[0] == "EXPERIENCE"


def test_lost_ligatures_are_mended_only_where_that_gives_a_known_word():
    said = Sheet().column(50, 60, ["Quali;cations and certi;cates;", "bene<ts; a<b holds"], step=40).said()
    assert said == ["Qualifications and certificates;", "benefits; a<b holds"]


def test_text_too_small_to_read_is_left_out():
    assert Sheet().put(50, 60, "Bakes bread").put(50, 80, "expert in everything", size=1).said() == ["Bakes bread"]


def test_indents_are_kept():
    lines = Sheet().column(50, 60, ["• Bread"]).column(70, 73, ["- Rye"]).document().lines
    assert lines[1].indent > lines[0].indent == 0


def test_pictures_of_text_are_named():
    sheet = Sheet()
    sheet.canvas.rect(50, 50, 100, 100, fill=1)
    with pytest.raises(ReadError, match="pictures"):
        sheet.document()


def test_an_encrypted_file_is_named():
    from reportlab.lib.pdfencrypt import StandardEncryption

    with pytest.raises(ReadError, match="encrypted"):
        Sheet(encrypt=StandardEncryption("secret")).put(50, 50, "Bakes bread").document()


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing more", b"%PDF-1.4\n" + b"\0\xff" * 400])
def test_a_broken_file_is_named(data):
    with pytest.raises(ReadError, match="broken"):
        read("cv.pdf", data=data)


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("jobfit.settings.MAX_PAGES", 1)
    with pytest.raises(ReadError, match="2 pages"):
        Sheet().put(50, 50, "one").page().put(50, 50, "two").page().document()


def test_the_same_file_gives_the_same_lines():
    data = Sheet().column(50, 60, wrapped(PROSE, 40)).column(320, 60, wrapped(PROSE, 40))
    first = data.document()
    (again,) = read("cv.pdf", data=data.out.getvalue())
    assert again == first


def test_a_line_that_ends_in_a_shortened_word_inside_brackets_goes_on():
    rows = ["• Eine Lehre in einem Beruf des Handwerks oder am Bau (z.", "B. Tischler, Maurer) und Lust auf das Lernen im Betrieb"]
    sheet = Sheet().column(50, 60, rows).column(50, 86, ["• Freude an der Arbeit im Freien und bei jedem Wetter,", "auch im Winter"])
    assert (
        sheet.said()[0] == "Eine Lehre in einem Beruf des Handwerks oder am Bau (z. B. Tischler, Maurer) und Lust auf das Lernen im Betrieb"
    )


def test_a_marked_item_runs_on_in_a_narrow_column():
    rows = [
        "• Knows the full text of every",
        "Hive Act and the Food Code",
        "• Knows the plants of the moor",
        "• Has driven a cart in the snow",
    ]
    assert Sheet().column(50, 60, rows).said()[:2] == [
        "Knows the full text of every Hive Act and the Food Code",
        "Knows the plants of the moor",
    ]


def test_a_column_of_grades_is_read_with_its_criteria():
    sheet = Sheet().put(50, 60, "Criteria").put(340, 60, "Essential /").put(430, 60, "Assessed by").put(340, 71, "Desirable")
    rows = [(["Has kept bees through at least two whole winters", "on an open site"], "E", "A/I"), (["Drives a van"], "D", "A")]
    y = 95
    for text, grade, by in [*rows, (["Lifts thirty kilograms"], "E", "I")]:
        sheet.column(50, y, text, step=11).put(345, y, grade).put(430, y, by)
        y += 11 * len(text) + 8
    assert sheet.said() == [
        "Criteria | Essential / Desirable | Assessed by",
        "Has kept bees through at least two whole winters on an open site | E | A/I",
        "Drives a van | D | A",
        "Lifts thirty kilograms | E | I",
    ]


def test_a_tick_in_the_middle_of_its_cell_says_the_name_of_its_column():
    sheet = Sheet().put(50, 60, "Criteria").put(320, 60, "Essential").put(420, 60, "Desirable")
    sheet.column(50, 85, ["Has kept bees through two winters", "on an open site"], step=11).put(340, 90.5, "X")
    sheet.put(50, 115, "Drives a van").put(440, 115, "X").put(50, 134, "Lifts thirty kilograms").put(340, 134, "X")
    assert sheet.said()[1:] == [
        "Has kept bees through two winters on an open site | Essential",
        "Drives a van | Desirable",
        "Lifts thirty kilograms | Essential",
    ]


def test_columns_headed_essential_and_desirable_are_read_one_after_the_other():
    sheet = Sheet().put(130, 60, "Essential", font="Helvetica-Bold").put(330, 60, "Desirable", font="Helvetica-Bold")
    sheet.put(50, 85, "Training").column(130, 85, ["A certificate in beekeeping or", "two winters of practice"], step=11)
    sheet.put(330, 85, "A diploma").put(50, 120, "Other").put(130, 120, "Lifts thirty kilograms").put(330, 120, "Drives a van")
    assert sheet.said() == [
        "Training",
        "Other",
        "Essential",
        "A certificate in beekeeping or two winters of practice",
        "Lifts thirty kilograms",
        "Desirable",
        "A diploma",
        "Drives a van",
    ]


def with_dots(sheet, places, radius=1.6):
    for x, y in places:
        sheet.canvas.circle(x, A4[1] - y + 3, radius, stroke=0, fill=1)
    return sheet


def test_dots_that_are_drawn_before_items_are_their_marks():
    items = ["Answers the telephone of the whole bakery from early morning on", "Counts the rolls", "Sweeps"]
    sheet = with_dots(Sheet().column(60, 60, items).put(50, 110, "The end"), [(50, 60 + 13 * n) for n in range(3)])
    found = [(line.bullet, line.text) for line in sheet.document().lines if line.text]
    assert found == [*(("•", item) for item in items), ("", "The end")]


@pytest.mark.parametrize(
    "places",
    [
        [(50, 60)],  # one alone
        [(x, y) for x in (26, 34, 42, 50) for y in (60, 73)],  # grades
        [(20, 60), (20, 73)],  # far away
    ],
)
def test_other_dots_are_no_marks(places):
    sheet = with_dots(Sheet().column(60, 60, ["Rye", "Wheat"]), places)
    assert [(line.bullet, line.text) for line in sheet.document().lines if line.text] == [("", "Rye"), ("", "Wheat")]


def test_a_dot_that_parts_words_and_a_box_are_no_marks():
    sheet = Sheet().column(50, 60, ["Leeds", "York"]).column(90, 60, ["on site", "by night"])
    with_dots(sheet, [(84, 60), (84, 73)])
    assert not any(line.bullet for line in sheet.document().lines)
    assert not any(line.bullet for line in with_dots(Sheet().column(60, 60, ["Rye", "Wheat"]), [(50, 60), (50, 73)], 4).document().lines)


def test_smaller_headings_stand_below_larger_ones():
    sheet = Sheet().put(50, 60, "Ada Baker", size=20).put(50, 100, "Experience", size=15).put(50, 130, "Miller", size=12)
    sheet.column(50, 145, wrapped(PROSE, 70)).put(50, 200, "Education", size=15).column(50, 215, wrapped(PROSE, 70))
    levels = {line.text: line.heading for line in sheet.document().lines if line.heading}
    assert levels == {"Ada Baker": 1, "Experience": 2, "Miller": 3, "Education": 2}
