"""The words above a job or a course come in; title, employer and place come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobfit.facts.labels import BLANKED, employer_label, place_label, role_label, without_date_label
from jobfit.facts.named import BRACKETS, FIRM, has_employer, has_role, is_place, is_whereabouts
from jobfit.facts.private import scrub
from jobfit.regex import regex
from jobfit.vocabulary import places, skills

STRONG = regex(
    r"\s*(?:\s[-–—―－|~]{1,2}\s|[|·•¦]|\s{3,}|\t|\s－\s|\s@\s|\s(?:at|bei|chez)\s(?=[A-ZÀ-Þ])|:\s|;\s|→|(?<=[^\W\d_]{4})(?<!Prof)(?<!Univ)(?<!Dept)(?<!Inst)\.\s(?=[A-ZÀ-Þ])(?!(?:Co|Ltd|Inc|Corp|LLC|GmbH)\b))\s*"
)
LABELLED = regex(r"\((?:client|customer|project|via|kunde|projekt|cliente?|projet|proyecto)\b[^()]*\)", re.IGNORECASE)
GRADE = regex(r"(?:[A-Z]{1,4}[/-])+(?:\d{2,4}-)?\d{1,2}|(?:Band|Grade|Scale|Level|Stufe) \w{1,3}")  # "GS-0346-11", "SGT/E-5", "Band 6"
TERMS = regex(  # of employment: what opens a piece beside a title that is neither employer nor place
    r"(?:teil|voll)zeit|minijob|aushilfe|befristet|elternzeit|praktik|werkstud|part|full|temp|fixed|maternity|contract|freelance|seasonal|casual"
    r"|agency|intern|volunt|interim|alternance|apprenti|cd[di]\b|vacaci|media|jornada|tiempo|becari|verano|sustituci|deeltijd|voltijd"
    r"|tijdelijk|stag|estági|meio",
    re.IGNORECASE,
)
_UNIT = r"(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|mois|años?|mes(?:es)?|jaar|maand(?:en)?|anos?|mês)"
DURATION = regex(rf"\(?\b\d{{1,2}} {_UNIT}(?:,? (?:and |und |et |y |en |e )?\d{{1,2}} {_UNIT})?(?![\w])\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the deeds of a job; ``order`` is 1 with the title first, -1 with the employer first, ``sure`` if words tell."""

    title: str = ""
    employer: str = ""
    place: str = ""
    order: int = 0
    sure: bool = False


def split(lines: Sequence[str]) -> Heads:
    """Return title, employer and place of a job from the one to three lines that head it, dates taken out."""
    labelled = next((told for line in lines if (told := role_label(line))), "")
    owner = next((told for line in lines if (told := employer_label(line))), "")
    pieces = [
        piece
        for line in lines
        if not role_label(line)
        for piece in _pieces(scrub(employer_label(line) or place_label(line) or without_date_label(line)))
    ]
    where = [text for text, placed in pieces if placed]
    rest = [text for text, placed in pieces if not placed and not (TERMS.match(text) and len(text.split()) < 3 and not has_role(text))]
    roles = [piece for piece in rest if has_role(piece)]
    title = labelled or next((piece for piece in roles if not has_employer(piece)), roles[0] if roles else "")
    others = [piece for piece in rest if piece != title]
    employer = next((piece for piece in others if has_employer(piece)), others[0] if others else "")
    employer = next((piece for piece in others if owner and piece in owner), employer)
    if roles and not labelled and title != roles[0]:  # the first role may stand with its employer: "Teacher, Hull Academy; tutor"
        first, owner = _at_comma(roles[0])
        title, employer = (first, owner) if owner and has_role(first) and not has_role(owner) else (title, employer)
    if not title:
        title, employer = _named(others, employer)
    order = rest.index(employer) - rest.index(title) if title in rest and employer in rest else 0
    if not title or not employer:
        title, employer = _at_comma(title or employer) if "," in (title or employer) else (title, employer)
        if GRADE.fullmatch(employer):
            title, employer = f"{title}, {employer}", ""
    if not employer and (firm := next((place for place in where if _firm_and_country(place)), "")):
        employer, _, country = firm.rpartition(", ")
        where = [place if place != firm else country for place in where]
    where = [place for place in dict.fromkeys(where) if not any(place != other and place in other for other in where)]
    sure = bool(roles) and has_role(title) and not has_role(employer)
    return Heads(title.strip(" ,"), employer.strip(" ,"), ", ".join(where), max(-1, min(1, order)), sure)


def _firm_and_country(text: str) -> bool:
    """Say whether what reads like a place is a firm in a country: several words before the comma that no place is called by."""
    head, comma, country = text.rpartition(", ")
    return bool(comma) and len(head.split()) > 1 and (FIRM.search(head) is not None or has_employer(head)) and is_place(country)


def _named(others: list[str], employer: str) -> tuple[str, str]:
    """Choose where no piece names a role: the first of two is the title unless it reads like an employer."""
    if len(others) < 2:
        return (employer, "") if not has_employer(employer) else ("", employer)
    title = next(piece for piece in others if piece != employer or others.count(piece) > 1)
    return (title, employer) if has_employer(employer) else (others[0], others[1])


def _at_comma(text: str) -> tuple[str, str]:
    """Cut "Staff nurse, nights, Leeds Hospital" where the employer begins.

    That is the first part that reads like one, else the first part after the title in capitals that names no role.
    """
    parts = [part.strip() for part in re.split(r",\s(?![^()]*\))", text) if part.strip()]
    small = text[:1].islower()
    for n, part in enumerate(parts[1:], 1):
        if has_employer(part) and not has_role(part) and (small or not part[:1].islower()):
            return ", ".join(parts[:n]), ", ".join(parts[n:])
    named = [part for part in parts if has_role(part) and not has_employer(part)]
    if len(named) == 1 and named[0] != parts[0] and not has_role(parts[0]):  # "Hull Foods, Hull, order picker"
        return named[0], ", ".join(part for part in parts if part != named[0])
    capital = next((n for n, part in enumerate(parts[1:], 1) if part[:1].isupper() and not has_role(part)), 0)
    return (", ".join(parts[:capital]), ", ".join(parts[capital:])) if capital else (text, "")


def _bracket_place(text: str, last: bool) -> bool:
    """Say whether words in brackets are a place; there it is enough that they name one, or end the line as a name in capitals."""
    if is_place(text):
        return True
    if ":" in text or TERMS.match(text):
        return False
    name = last and not skills.find(text) and re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ.'’-]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ.'’-]+){0,2}", text) is not None
    return not has_role(text) and len(text.split()) <= 9 and (name or bool(places.find(text)))


def _pieces(line: str) -> list[tuple[str, bool]]:
    """Cut a heading line at its separators into (text, is it a place); brackets are a piece where they hold a place, else they stay."""
    line = BLANKED.sub(r" | \1 | ", DURATION.sub(" ", line) if DURATION.search(line) and not has_role(line) else line)
    line = LABELLED.sub(" ", line)
    inside = [part for part in BRACKETS.findall(line) if _bracket_place(part, last=line.rstrip(" .|").endswith(f"({part})"))]
    for part in inside:
        line = line.replace(f"({part})", " | ")
    cut = [trimmed(piece) for piece in STRONG.split(line)]
    pieces = [(piece, is_whereabouts(piece)) for whole in cut if whole for piece in _placed(whole)] + [(part, True) for part in inside]
    return [(piece, placed) for piece, placed in pieces if re.search(r"\w", piece)]


def names_place(text: str) -> bool:
    """Say whether a short line is a name and its place, apart by a mark: "Fielding's - Leeds", "Fielding's, Leeds, UK"."""
    pieces = _pieces(text)
    return (
        len(text.split()) <= 12
        and any(placed for _, placed in pieces)
        and any(not placed and piece[:1].isupper() for piece, placed in pieces)
    )


def trimmed(text: str) -> str:
    """Return a piece without the marks that separated it, and without a bracket that has lost its other half."""
    text = text.strip(" \t,|:;–—-").lstrip(".")
    if text.count("(") != text.count(")"):
        text = text.removesuffix("(").removeprefix(")").strip(" ,")
        text = text.strip("()") if text.count("(") != text.count(")") else text
    return text.strip(" \t,|:;–—-")


def _placed(piece: str) -> list[str]:
    """Cut a place off the end of a piece: "Acme Ltd, Leeds, UK" gives "Acme Ltd" and "Leeds, UK"."""
    if is_whereabouts(piece):
        return [piece]
    parts = [part.strip() for part in piece.split(",")]
    for n in range(1, len(parts)):
        tail = ", ".join(part for part in parts[n:] if part)
        if tail and is_whereabouts(tail):
            return [", ".join(part for part in parts[:n] if part), tail]
    first = next((n for n in range(1, len(parts)) if is_place(parts[n])), 0)
    if first and not has_role(piece) and not any(has_employer(part) for part in parts[first:]):
        return [", ".join(parts[:first]), ", ".join(parts[first:])]  # "Acme, Leeds, two days a week"
    return [piece]
