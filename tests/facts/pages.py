"""The blocks of a résumé come in; a PDF or a DOCX in the same layout comes out, for tests."""

import io
import re

STYLES = {  # font size, space before, bold, italic
    "name": (18, 0, True, False),
    "section": (12, 9, True, False),
    "head": (10, 6, True, False),
    "sub": (9.5, 0, False, True),
    "text": (9.5, 1, False, False),
    "bullet": (9.5, 1, False, False),
}
FACES = {"one_column": "Helvetica", "two_columns": "Helvetica", "sidebar": "Helvetica", "latex": "Times"}
ODD = str.maketrans({"ă": "a", "ở": "o", "—": "–"})  # letters that the built-in fonts lack


def frames_of(layout):
    from reportlab.platypus import Frame

    bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    boxes = {
        "one_column": [(60, 50, 475, 742)],
        "latex": [(72, 60, 451, 722)],
        "two_columns": [(45, 45, 240, 752), (310, 45, 240, 752)],
        "sidebar": [(30, 40, 150, 762), (210, 40, 345, 762)],
    }
    return [Frame(*box, **bare) for box in boxes[layout]]


def pdf(blocks, layout):
    """Return a PDF as bytes; two columns are filled one after the other, a sidebar stands on the first page alone."""
    from reportlab.platypus import BaseDocTemplate, FrameBreak, NextPageTemplate, PageTemplate

    out = io.BytesIO()
    producer = "pdfTeX-1.40.25" if layout == "latex" else "reportlab"
    made = BaseDocTemplate(out, pagesize=(595, 842), producer=producer)
    frames = frames_of(layout)
    made.addPageTemplates([PageTemplate("first", frames), PageTemplate("later", frames if layout == "two_columns" else frames[-1:])])
    side, main = blocks
    story = [NextPageTemplate("later"), *(flowable(block, layout) for block in side), *([FrameBreak()] if side else [])]
    made.build([*story, *(flowable(block, layout) for block in main)])
    return out.getvalue()


def flowable(block, layout):
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Table

    kind, *words = (part.translate(ODD) for part in block)
    base = {"pair": "head", "subpair": "sub"}.get(kind, kind)
    size, before, bold, italic = STYLES[base]
    style = ParagraphStyle(
        base,
        fontName=font(FACES[layout], bold, italic),
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=before,
        alignment=4 if layout == "latex" and kind in ("bullet", "text") else 1 if layout == "latex" and kind == "name" else 0,
        leftIndent=11 if kind == "bullet" else 0,
        embeddedHyphenation=1,
    )
    if kind in ("pair", "subpair"):
        width = frames_of(layout)[-1]._width
        right = ParagraphStyle("right", parent=style, alignment=2)
        cells = [[Paragraph(escaped(words[0]), style), Paragraph(escaped(words[1]), right)]]
        tight = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        return Table(cells, colWidths=[width * 0.68, width * 0.32], style=[*tight, ("VALIGN", (0, 0), (-1, -1), "TOP")], spaceBefore=before)
    text = escaped(words[0].upper() if kind == "section" and layout == "latex" else words[0])
    text = hyphened(text) if layout == "latex" and kind in ("bullet", "text") else text
    return Paragraph(text, style, bulletText="•" if kind == "bullet" else None)


def font(face, bold, italic):
    slanted = "Oblique" if face == "Helvetica" else "Italic"
    told = ("Bold" if bold else "") + (slanted if italic else "")
    return f"{face}-{told}" if told else {"Helvetica": "Helvetica", "Times": "Times-Roman"}[face]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def hyphened(text):
    """Let long words break between syllables, roughly where TeX would."""
    return re.sub(r"[a-zà-ÿ]{8,}", lambda hit: re.sub(r"(?<=[aeiou][b-df-hj-np-tv-z])(?=[b-df-hj-np-tv-z][aeiou])", "\u00ad", hit[0]), text)


def word(blocks, layout):
    """Return a DOCX as bytes; the columns of a sidebar are the cells of a table, as in most templates."""
    import docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    document, (side, main) = docx.Document(), blocks
    tab = 320 if layout == "sidebar" else 430
    cells = document.add_table(1, 2).rows[0].cells if side else []
    for home, column in zip([*cells] or [document], [side, main] if side else [main], strict=True):
        for kind, *words in column:
            base = {"pair": "head", "subpair": "sub"}.get(kind, kind)
            named = (
                {"name": "Title", "section": "Heading 1", "bullet": "List Bullet"}.get(base)
                if layout != "latex" or base == "bullet"
                else None
            )
            text = "\t".join(part for part in words if part)
            paragraph = home.add_paragraph(style=named)
            run = paragraph.add_run(text.upper() if kind == "section" and layout == "latex" else text)
            size, _, bold, italic = STYLES[base]
            run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
            if len(words) > 1:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(tab), WD_TAB_ALIGNMENT.RIGHT)
    if layout == "two_columns":
        columns = OxmlElement("w:cols")
        columns.set(f"{{{document.element.nsmap['w']}}}num", "2")
        document.sections[0]._sectPr.append(columns)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MARKS = {
    "name": "# {}",
    "section": "## {}",
    "head": "### {}",
    "sub": "*{}*",
    "text": "{}",
    "bullet": "- {}",
    "pair": "### {}",
    "subpair": "*{}*",
}


def markdown(blocks, layout):
    """Return Markdown as bytes, side column last."""
    side, main = blocks
    lines = []
    for kind, *words in [*main, *side]:
        told = MARKS[kind].format("    ".join(part for part in words if part))
        lines += [told] if kind == "bullet" and lines[-1].startswith("- ") else ["", told]
    return "\n".join(lines).encode()
