"""The words above a job or a course come in; title, employer and place come out."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jobfit.facts import phrases
from jobfit.facts.dates import DATA
from jobfit.facts.private import scrub
from jobfit.vocabulary import places, skills
from jobfit.vocabulary.fold import fold

STRONG = re.compile(
    r"\s*(?:\s[-–—―－|~]{1,2}\s|[|·•¦]|\s{3,}|\t|\s－\s|\s@\s|\s(?:at|bei|chez)\s(?=[A-ZÀ-Þ])|:\s|;\s|→|(?<=[^\W\d_]{4})(?<!Prof)(?<!Univ)(?<!Dept)(?<!Inst)\.\s(?=[A-ZÀ-Þ])(?!(?:Co|Ltd|Inc|Corp|LLC|GmbH)\b))\s*"
)
BRACKETS = re.compile(r"\(([^()]*)\)")
LABELLED = re.compile(r"\((?:client|customer|project|via|kunde|projekt|cliente?|projet|proyecto)\b[^()]*\)", re.IGNORECASE)
CITY_STATE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3} ?, ?[A-Z]{2}(?: \d{5})?"
    r"|(?:City)?(?: ?, ?)?(?:State)?(?: ?, ?(?:Country|USA))?|Remote(?:ly)?|Hybrid"
)
# Résumés with names taken out say "Company Name City , State".
BLANKED = re.compile(r"\b(Company ?Name|City ?, ?State|City(?= ?$| ?\|))")
_UNIT = r"(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|mois|años?|mes(?:es)?|jaar|maand(?:en)?|anos?|mês)"
DURATION = re.compile(rf"\(?\b\d{{1,2}} {_UNIT}(?:,? (?:and |und |et |y |en |e )?\d{{1,2}} {_UNIT})?(?![\w])\)?", re.IGNORECASE)
# A firm by the trade of its people: "Hale & Orme Architects". Titles are in the singular.
TRADE_FIRM = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:,? (?:(?:&|and|und|et|y) )?[A-ZÀ-Þ][\w.'’-]*)* (?:(?:&|and|und|et|y) )?"
    r"(?:Associates|Partners|Consultants|Architects|Attorneys|Solicitors|Accountants|Advis[eo]rs|Surveyors|Contractors|Brothers|Sons)"
)
ACRONYMS = frozenset({"tu", "fh", "eth", "rwth", "iut", "ies", "roc", "mbo", "mit", "ucla", "lse", "tafe"})  # "mit" is a word too
FIRM = re.compile(
    r"\b(?:gmbh|ag|kg|ltd|limited|llc|llp|inc|corp|plc|pty|b\.?v|n\.?v|s\.?a|s\.?l|sarl|sas|s\.?r\.?l|l\.l\.c|s\.?p\.?a|lda|co)\b\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the deeds of a job; ``order`` is 1 with the title first, -1 with the employer first, ``sure`` if words tell."""

    title: str = ""
    employer: str = ""
    place: str = ""
    order: int = 0
    sure: bool = False


@cache
def _listed() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads((DATA / "roles.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _words(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted({fold(word) for word in _listed()[kind]}, key=lambda word: (-len(word), word)))
    plural = r"(?:s|in|innen|\(in\)|/in|:in|\*in|e)?" if kind == "roles" else ""
    return re.compile(rf"(?<![\w.])(?:[a-z]+-)?(?:{words}){plural}(?![\w])")


@cache
def _compound() -> re.Pattern[str]:
    """German and Dutch put the role last in one word: Softwareentwickler, Einzelhandelskauffrau."""
    ends = "|".join(fold(word) for word in _listed()["compound"])
    return re.compile(rf"[a-z]{{3,}}(?:{ends})(?:in|innen)?(?!\w)")


def is_blank(text: str) -> bool:
    """Say whether a place is only the word for one, in a résumé with names taken out."""
    return re.sub(r"\b(?:City|State|Country)\b|[\s,]", "", text) == ""


def has_role(text: str) -> bool:
    """Say whether a text names what somebody is at work."""
    if TRADE_FIRM.fullmatch(text.strip(" ,.|")):
        return False
    folded = fold(text)
    return any(not _in_firm(text, hit) for hit in _words("roles").finditer(folded)) or _compound().search(folded) is not None


def _in_firm(text: str, hit: re.Match[str]) -> bool:
    """Say whether a role in the plural is part of a firm's name: "Dalby Couriers", "Mill Lane Builders Ltd"."""
    word = text[hit.start() : hit.end()]
    plural = word[:1].isupper() and word.endswith("s") and fold(word) not in {fold(role) for role in _listed()["roles"]}
    return plural and re.search(r"[A-ZÀ-Þ][\w.'’&-]* (?:& )?$", text[: hit.start()]) is not None


def has_school(text: str) -> bool:
    folded = fold(text)
    if any(hit[0] not in ACRONYMS or text[hit.start() : hit.end()].isupper() for hit in _words("schools").finditer(folded)):
        return True
    return re.search(r"[a-z]+(?:schule|gymnasium|school)\b", folded) is not None


def has_employer(text: str) -> bool:
    return TRADE_FIRM.fullmatch(text.strip(" ,.|")) is not None or _words("employers").search(fold(text)) is not None


def is_place(text: str) -> bool:
    """Say whether a text is a place and little else."""
    bare = text.strip(" .,()")
    if not bare or len(bare) > 60 or phrases.find("rights", bare) or has_role(bare):
        return False
    if CITY_STATE.fullmatch(bare):
        return True
    if FIRM.search(bare) or has_employer(bare):
        return False
    found = places.find(bare)
    covered = sum(end - start for _, _, _, start, end in found)
    if re.fullmatch(r"[A-ZÀ-Þ][\w.'’ -]{1,30}, ?[A-ZÀ-Þ][\w.'’ -]{1,20}", bare) and found and found[-1][4] == len(bare):
        return found[-1][0] != "city"
    return covered > 0 and covered >= 0.7 * len(re.sub(r"[\W\d_]", "", bare))


def is_whereabouts(text: str) -> bool:
    """Say whether a text is a place, or begins with one and says more of it in brackets or small letters: "Leeds, two days a week"."""
    bare = BRACKETS.sub(" ", text).strip(" .,")
    if is_place(text) or is_place(bare):
        return True
    head, _, rest = bare.partition(",")
    if not rest.strip() or has_role(bare) or has_employer(bare) or FIRM.search(bare) or not is_place(head):
        return False
    return rest.strip()[:1].islower() or any(kind != "city" for kind, *_ in places.find(rest))


@cache
def _label(kind: str) -> re.Pattern[str]:
    labels = "|".join(sorted((re.escape(fold(word)) for word in _listed()[f"{kind}_labels"]), key=lambda word: (-len(word), word)))
    return re.compile(rf"\s*(?:{labels})(?:\s*:\s*|\s{{2,}}|\t)")


def _labelled(kind: str, text: str) -> str:
    hit = _label(kind).match(fold(text))
    if hit is None or (":" not in hit[0] and BLANKED.match(text)):
        return ""
    return text[hit.end() :].strip(" .")


def role_label(text: str) -> str:
    """Return what follows a label such as "Role:", "" where the line has none."""
    return _labelled("role", text)


def employer_label(text: str) -> str:
    """Return what follows a label such as "Employer:", "" where the line has none."""
    return _labelled("employer", text)


def place_label(text: str) -> str:
    """Return what follows a label such as "Location:", "" where the line has none."""
    return _labelled("place", text)


def is_labelled(text: str) -> bool:
    """Say whether a line names title, employer or place of a job by its label."""
    return bool(role_label(text) or employer_label(text) or place_label(text))


def without_date_label(text: str) -> str:
    """Return a text without the label of dates ("Duration:", "From:") that begins it."""
    hit = _label("date").match(fold(text))
    bare = text[hit.end() :] if hit else text
    return "" if fold(bare).strip(" :|") in {fold(word) for word in _listed()["date_labels"]} else bare


@cache
def _columns() -> frozenset[str]:
    listed = _listed()
    return frozenset(fold(word) for kind in ("role_labels", "employer_labels", "date_labels", "columns") for word in listed[kind])


def is_table_head(text: str) -> bool:
    """Say whether a row only names the columns of a table: "Period | Post | Employer"."""
    cells = [fold(cell).strip(" .:()") for cell in re.split(r"\s*\|\s*|\s{3,}|\t", text)]
    return len(cells) > 1 and all(cell in _columns() for cell in cells)


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
    rest = [text for text, placed in pieces if not placed]
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
    if ":" in text:
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
