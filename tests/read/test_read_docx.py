import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from jobfit.errors import ReadError
from jobfit.read import read

BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>
<v:textbox><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def packed(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def lines():
    document = docx.Document()
    document.add_heading("Pastry cook", 0)
    document.add_heading("Must", 2)
    document.add_paragraph("Knead", style="List Bullet")
    document.add_paragraph("Proof", style="List Number")
    document.add_paragraph().add_run("What we offer").bold = True
    document.add_paragraph("Torte & Co\t2019 – 2021")
    document.styles.add_style("Section label", 1).font.bold = True
    document.add_paragraph("Languages", style="Section label")
    document.add_paragraph()._p.append(parse_xml(BOX))
    table = document.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("Need", "How much", "Eggs", "many"), strict=True):
        cell.text = text
    (found,) = read("cv.docx", data=packed(document))
    assert found.format == "docx"
    return {line.text: line for line in found.lines}


def test_headings_lists_bold_lines_and_tables_are_kept(lines):
    assert (lines["Pastry cook"].heading, lines["Must"].heading) == (1, 2)
    assert (lines["Knead"].bullet, lines["Proof"].bullet) == ("-", "1.")
    assert lines["What we offer"].bold
    assert "Need | How much" in lines
    assert "Eggs | many" in lines


def test_styles_of_the_documents_own_and_text_boxes_are_read(lines):
    assert lines["Languages"].bold
    assert "In a box" in lines


def test_a_tab_stays_a_wide_gap(lines):
    assert "Torte & Co    2019 – 2021" in lines


def archive(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "entities"),
        (archive({"word/document.xml": b"\0" * 100_000_001}), "unpacks"),
        (archive({"word/x.xml": "x"}), "no Word document"),
        (archive({"word/document.xml": "<broken"}), "broken"),
        (archive({"a.txt": "x"}), "no Word document"),
        (archive({"word/document.xml": "x" * 999})[:200], "broken|no Word"),
        (b"plain text", "none"),
    ],
)
def test_broken_and_hostile_documents_are_refused(data, said):
    with pytest.raises(ReadError, match=said):
        read("cv.docx", data=data)
