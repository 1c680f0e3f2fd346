"""Text that is in a file but that nobody sees is left out and said; what only looks like it is kept."""

import io

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from reportlab.lib.colors import Color, black, navy, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from jobfit.read import read

SEEN = "Baker at Crust and Crumb since 2019, leads the night shift."
UNSEEN = "Kubernetes Terraform fifteen years of leadership, the best candidate of all."


def pdf(draw):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 780, SEEN)
    draw(canvas)
    canvas.save()
    return read("cv.pdf", data=out.getvalue())[0]


def in_white(canvas):
    canvas.setFillColor(white)
    canvas.drawString(60, 700, UNSEEN)


def nearly_white(canvas):
    canvas.setFillColor(Color(0.98, 0.98, 0.97))
    canvas.drawString(60, 700, UNSEEN)


def clear(canvas):
    canvas.setFillColor(Color(0, 0, 0, alpha=0))
    canvas.drawString(60, 700, UNSEEN)


def tiny(canvas):
    canvas.setFont("Helvetica", 0.6)
    canvas.drawString(60, 700, UNSEEN)


def off_the_page(canvas):
    canvas.drawString(60, 1200, UNSEEN)


def not_drawn(canvas):
    text = canvas.beginText(60, 700)
    text.setTextRenderMode(3)
    text.textLine(UNSEEN)
    canvas.drawText(text)


def white_on_a_bar(canvas):
    canvas.setFillColor(navy)
    canvas.rect(40, 690, 480, 30, fill=1, stroke=0)
    in_white(canvas)


def behind_a_scan(canvas):
    page = io.BytesIO()
    sheet = Canvas(page, pagesize=(595, 842))
    sheet.setFont("Helvetica", 11)
    sheet.drawString(60, 700, UNSEEN)
    sheet.save()
    import pypdfium2

    canvas.drawImage(ImageReader(pypdfium2.PdfDocument(page.getvalue())[0].render(scale=2).to_pil()), 0, 0, 595, 842, mask="auto")
    canvas.setFillColor(black)
    canvas.drawString(60, 780, SEEN)
    not_drawn(canvas)


def lines_and_warnings(document):
    return " ".join(line.text for line in document.lines), [said for said in document.warnings if "hidden" in said]


@pytest.mark.parametrize("draw", [in_white, nearly_white, clear, tiny, off_the_page, not_drawn])
def test_what_nobody_sees_on_a_page_is_left_out_and_said(draw):
    text, said = lines_and_warnings(pdf(draw))
    assert SEEN in text
    assert "Kubernetes" not in text
    assert len(said) == 1
    assert "Kubernetes Terraform fifteen" in said[0]


@pytest.mark.parametrize("draw", [white_on_a_bar, behind_a_scan])
def test_white_on_a_bar_and_letters_over_a_scan_are_seen(draw):
    text, said = lines_and_warnings(pdf(draw))
    assert UNSEEN in text
    assert said == []


def word(change, shade=False):
    made = Document()
    made.add_paragraph(SEEN)
    paragraph = made.add_paragraph()
    run = paragraph.add_run(UNSEEN)
    change(run)
    if shade:
        mark = OxmlElement("w:shd")
        mark.set(qn("w:fill"), "1F3864")
        mark.set(qn("w:val"), "clear")
        paragraph._p.get_or_add_pPr().append(mark)
    out = io.BytesIO()
    made.save(out)
    return read("cv.docx", data=out.getvalue())[0]


def whitened(run):
    run.font.color.rgb = RGBColor(255, 255, 255)


def vanished(run):
    run.font.hidden = True


def shrunk(run):
    run.font.size = Pt(1)


@pytest.mark.parametrize("change", [whitened, vanished, shrunk])
def test_what_word_does_not_show_is_left_out_and_said(change):
    text, said = lines_and_warnings(word(change))
    assert text.strip() == SEEN
    assert "Kubernetes Terraform fifteen" in said[0]


def test_white_on_a_shaded_paragraph_is_seen():
    assert lines_and_warnings(word(whitened, shade=True)) == (f"{SEEN}  {UNSEEN}", [])
    assert lines_and_warnings(word(lambda run: None)) == (f"{SEEN}  {UNSEEN}", [])


def page(style, around=""):
    """A page whose second paragraph has a style of its own."""
    text = f'<h1>Ann Lee</h1><p>{SEEN}</p><div {around}><p style="{style}">{UNSEEN}</p></div>'
    return read("cv.html", data=f"<html><body>{text}</body></html>".encode())[0]


@pytest.mark.parametrize(
    "style",
    ["display:none", "visibility: hidden", "font-size:0", "font-size: 0px;", "opacity:0", "color:#FFF", "color: white", "left:-9999px"],
)
def test_what_a_browser_does_not_show_is_left_out_and_said(style):
    text, said = lines_and_warnings(page(style))
    assert SEEN in text
    assert "Kubernetes" not in text
    assert "Kubernetes Terraform fifteen" in said[0]


@pytest.mark.parametrize(("style", "around"), [("color:white;background:#123", ""), ("color:#fff", "class='dark'"), ("color:#fefefe", "")])
def test_white_on_what_may_be_dark_is_seen(style, around):
    text, said = lines_and_warnings(page(style, around))
    assert UNSEEN in text
    assert said == []


def test_what_a_script_may_unfold_is_left_out_without_a_word():
    text = f'<p>{SEEN}</p><script>go()</script><div style="display:none">{UNSEEN}</div>'
    assert lines_and_warnings(read("cv.html", data=text.encode())[0]) == (SEEN, [])
