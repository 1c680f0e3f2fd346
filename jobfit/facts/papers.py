"""The lines of a part of a résumé come in; the courses among them apart, and the licences and certificates that they name, come out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from jobfit.facts import make, phrases
from jobfit.facts.dates import find_points, is_bare
from jobfit.facts.headings import PAPERS, label_of, squeeze
from jobfit.facts.labels import is_table_head
from jobfit.facts.named import has_school
from jobfit.facts.phrases import issue
from jobfit.facts.private import scrub
from jobfit.facts.sections import Part
from jobfit.facts.wrapped import Whole
from jobfit.regex import regex
from jobfit.types import Credential
from jobfit.vocabulary import credentials
from jobfit.vocabulary.fold import fold

OF_PAPERS = ("", "certificates", "education", "rights", "summary")  # labels of a line among papers; others tell of something else
PAPER_WORDS = 12
APART = regex(r";|(?<=[\w)]{2})\.\s+(?=[A-ZÀ-Þ])(?!\w+\.?$)")  # "Forklift, 2021. First aid, 2023"
CLASSES = regex(r"(?:[A-D]1?(?: ?\+ ?)?E?1?\b(?:\s*[,/&]\s*|\s+(?=[A-D(])|(?=[\s.;(]|$)))+(?=\W|$)")  # "B, C1": of a driving licence
OF_DRIVING = regex(r"licen[cs]e|driving|fuhrerschein|permis|permiso|carn[eé]|rijbewijs|carta")
TERM = "term"
ISSUED = regex(r"(?:issued|obtained|earned|awarded|date|ausgestellt|obtenu|obtenido|behaald)\b", re.IGNORECASE)
NUMBER_OF = regex(r"credential id\b|see credential|show credential", re.IGNORECASE)  # below a paper, as on a page of LinkedIn
ISSUED_IN = regex(r"\w{3} \([^()]*\d{4}\)$")
LONG_PAPER = 160  # letters
TRAINING = regex(
    r"train|certif|ticket|licen|course(?!work)|kurs|curso|cursus|weiterbild|fortbild|schulung|complement|perfectionn|continu|development|formation"
)
SCHOOLS = ("school", "associate", "bachelor", "master", "doctorate")
LONG_AWARD = 120  # letters
CERTIFICATE = regex(
    r"\b(?:certificate|certified|certification|licen[cs]e|zertifikat|zertifiziert|certificat|certificado|certificaat)\b", re.IGNORECASE
)


def parted(part: Part) -> tuple[list[Whole], list[Whole]]:
    """Return the lines that may be courses and those that may be papers: all are both in education, none in a part of other things."""
    if part.kind == "certificates" and squeeze(part.title) in PAPERS:
        courses = [whole for whole in part.lines if make.level_in(whole.text) in SCHOOLS and not CERTIFICATE.search(whole.text)]
        return courses, [whole for whole in part.lines if whole not in courses]
    if part.kind == "education":
        return part.lines, part.lines
    return [], part.lines if part.kind in ("certificates", "awards") else []


def find_papers(lines: Sequence[Whole], part: Part, courses: Collection[int], now: int) -> list[Credential]:
    """Return the licences and certificates that lines name; ``courses`` are the lines of degrees, which are none."""
    if part.kind == "certificates":
        kept = (whole for whole in _with_terms(lines) if not (is_table_head(whole.text) or NUMBER_OF.match(whole.text)))
        named = [whole for whole in kept if label_of(whole.text)[0] in OF_PAPERS]
        told = [(_licence(text, part.title), whole) for whole in named for text in _papers(label_of(whole.text)[1])]
    elif part.kind == "awards":
        told = [(whole.text, whole) for whole in lines if CERTIFICATE.search(whole.text) and len(whole.text) < LONG_AWARD]
    else:
        pieces = ((text, whole) for whole in lines for text in _papers(whole.text))
        loose = [(text, whole) for text, whole in pieces if whole.number not in courses or (text != whole.text and not make.level_in(text))]
        told = [(text, whole) for text, whole in loose if _is_certificate(whole.text, part.title) or _is_certificate(text, part.title)]
    return [make.credential(scrub(text), "", issue(text), text, whole.number, part.title, now) for text, whole in told if scrub(text)]


def _is_certificate(text: str, title: str) -> bool:
    """Say whether a line of education names a paper: by a word or the time it holds, or as one of a list of trainings."""
    if len(text) >= LONG_PAPER or phrases.find("rights", text):
        return False
    if CERTIFICATE.search(text) or phrases.find("valid", text) or phrases.find("lapsed", text):
        return True
    short = len(text.split()) <= PAPER_WORDS and not has_school(text) and not make.level_in(text)
    return short and TRAINING.search(fold(title)) is not None and bool(find_points(text))


def _with_terms(lines: Sequence[Whole]) -> list[Whole]:
    """Join to each paper the line below that only says from when to when it holds: "Issued Feb 2021", "Expires: 08/2025"."""
    joined: list[Whole] = []
    for whole in lines:
        valid = phrases.find("valid", whole.text) or phrases.find("lapsed", whole.text)
        term = is_bare(whole.text) or (valid is not None and valid.start() == 0) or ISSUED.match(whole.text)
        if joined and term and find_points(whole.text) and joined[-1].tail != TERM:
            if len(joined) > 1 and not joined[-1].gap and joined[-2].gap and joined[-2].tail != TERM:  # the issuer stands between
                issuer = joined.pop()
                joined[-1] = replace(joined[-1], text=f"{joined[-1].text}, {issuer.text}")
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}, {whole.text}", tail=TERM)
        else:
            joined.append(whole)
    return joined


def _licence(text: str, title: str) -> str:
    """Say of classes that stand alone under such a heading that they are a licence's: "B, C1" under "Licences"."""
    return f"Licence {text}" if CLASSES.match(text) and OF_DRIVING.search(fold(title)) else text


def _papers(text: str) -> list[str]:
    """Return the papers that a line of certificates names: several where semicolons, full stops or commas part short names."""
    named = [paper for piece in APART.split(text) if re.search(r"\w", piece) for paper in _at_commas(piece.strip())]
    return named if all(len(piece.split()) <= PAPER_WORDS for piece in named) else [text]


def _at_commas(text: str) -> list[str]:
    """Cut at its commas a line whose parts each name a known paper, or after a dated one when it was issued ("First aid (2023), DBS")."""
    parts = [part.strip() for part in re.split(r",\s+(?![^()]*\))", text)]
    dated = [bool(ISSUED_IN.search(part)) for part in parts]
    told = (part[:1].isalpha() and (credentials.find(part) or (own and dated[0])) for part, own in zip(parts, dated, strict=True))
    return parts if len(parts) > 1 and all(told) else [text]
