"""The lines of a page's head come in; the job's title comes out, without place, employer, number and other trimmings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from jobfit.parse.headings import heading_class
from jobfit.parse.naming.evidence import Names, has_legal_form
from jobfit.parse.naming.head import HeadLine
from jobfit.parse.naming.occupations import GENDER, occupation
from jobfit.parse.naming.terms import has_place, is_terms, place_in
from jobfit.parse.wordlists import listed, pattern
from jobfit.regex import regex

_CODE = regex(
    r"[\s,(\[#–-]*(?<!\w)(?:req(?:uisition)?|ref(?:erence)?|job|vacancy|posting|kennziffer|r[ée]f|id|code)\b\.?\s*(?:id|no|nr|number|code)?"
    r"\.?\s*[:#]?\s*(?=[\w/-]*\d)[\w/-]{3,}[)\]]?|\s*\[[^\]]*\]|\s*[#№]\s?\d[\w-]+",
    re.IGNORECASE,
)
_BRACKET = regex(r"\s*\(([^()]{2,60})\)\s*\Z")
_AT = regex(r"^(.{3,90}?)\s+(?:@|at|bei|chez|bij|na)\s+((?:the |der |la )?[A-ZÀ-Þ].{1,60})\Z")
_IN = regex(r"^(.{3,90}?)\s+(?:in|à|a|en|em|na|no|te)\s+([A-ZÀ-Þ][^,]{1,40}(?:,.{2,30})?)\Z")
_ARTICLE = regex(r"^(?:(?:as|als)\s+)?(?:an?|one|the|eine?[nrms]?|une?|un(?:/?a|o)?|uma?|een|l[ae])\s+(?=\S{3})", re.IGNORECASE)
_DASH = regex(r"^(.{3,90}?)(?::|\s[-–—|·])\s+([^–—|·]{2,60})\Z")
_LAST = regex(r"^(.{3,90}?)(?:,|\s[-–—])\s+([^,–—]{2,40})\Z")
_ABOVE = regex(  # a label whose value is another's job
    r"(?:line manager|(?:hiring )?manager|report(?:s|ing)?\b|supervisor|supervised by|responsible (?:to|for)|accountable to|contact)"
    r"\b[^:]{0,25}:",
    re.IGNORECASE,
)
_PRINTED = regex(r"https?:|\.\.\.|…")
_ASIDE = regex(r"(?:please|remote|hybrid|req)\b", re.IGNORECASE)
_OPENERS = regex(
    r"^(?:bases (?:para|de) la (?:selección|convocatoria) de|convocatoria (?:para|de)|aviso de abertura de concurso (?:para|de)"
    r"|(?:processo seletivo|proceso selectivo|concurso(?: público)?) (?:para|de)|recrutamento de|recrutement d['’]une?(?:\(e\))?"
    r"|vaga para|stelle als|job als|wir suchen|se busca|on recrute|now hiring|we're hiring"
    r"|(?:immediate|urgent) (?:need|opening|requirement) for)\s+",
    re.IGNORECASE,
)
_MOST_WORDS, _ENOUGH = 12, 2.0


@dataclass(frozen=True, slots=True)
class Title:
    """A job's title, with the employer and the place where the same words name them ("Baker at Torte, Graz")."""

    text: str
    employer: str = ""
    place: str = ""
    order: int = -1


def clean(text: str, names: Names) -> Title:
    """Take off what is no part of a title: "Vacancy:", "(m/f/d)", a number, a place, the employer."""
    text = _CODE.sub(" ", GENDER.sub(" ", _to_full_stop(_without_lead(text))))
    text = re.split(r"\s+(?:wanted|needed|required|gesucht|gezocht)\b", text, maxsplit=1, flags=re.IGNORECASE)[0]
    text = " ".join(text.split()).strip(" .,:;|*\"'–—-").rstrip("( ")
    text = _ARTICLE.sub("", text) if occupation(text) else text
    employer = place = ""
    for _ in range(3):
        text, employs, lies = _without_tail(text, names)
        employer, place = employs or employer, lies or place
        if not (employs or lies):
            break
    return Title(re.sub(r"\s+(?=,)", "", " ".join(text.split())), employer, place)


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    leads = "|".join(listed("vacancy words"))
    return re.compile(rf"^\W*(?:{leads})(?:\s+[\w/-]*\d[\w/-]*)?\s*(?:[:–—|]|\s-\s)\s*", re.IGNORECASE)


def _without_lead(text: str) -> str:
    for _ in range(3):
        text = _leads().sub("", text)
    return _OPENERS.sub("", text)


def _to_full_stop(text: str) -> str:
    """Take off the sentence that begins on the title's line ("Baker (m/f/d). You start …")."""
    mark = GENDER.search(text)
    return text[: mark.end()] if mark and text[mark.end() : mark.end() + 2] == ". " else text


def _without_tail(text: str, names: Names) -> tuple[str, str, str]:
    """Take one trimming off the end, (text, employer, place): a bracket of terms or places, "at" the employer, "in" or "," a place."""
    bracket = _BRACKET.search(text)
    if bracket and (_is_place(bracket[1], names) or is_terms(bracket[1]) or _ASIDE.match(bracket[1])):
        return text[: bracket.start()].rstrip(" ,–-"), "", bracket[1] if _is_place(bracket[1], names) else " "
    at = _AT.match(text)
    if at and occupation(at[1]):
        return at[1].rstrip(" ,"), at[2], ""
    dash = _DASH.match(text)
    if dash and occupation(dash[1]) and _employs(dash[2], names):
        return dash[1].rstrip(" ,"), dash[2], ""
    inside = _IN.match(text)
    if inside and occupation(inside[1]) and not occupation(inside[2]):
        if place_in(inside[2]):
            return inside[1].rstrip(" ,"), "", inside[2]
        if names.weight(inside[2]) > 4:
            return inside[1].rstrip(" ,"), inside[2], ""
    cut = _LAST.match(text)
    head, tail = (cut[1], cut[2]) if cut else ("", "")
    if head and occupation(head) and pattern("employer forms").fullmatch(tail):
        return head, tail, ""
    if head and occupation(head) and not occupation(tail) and (_is_place(tail, names) or is_terms(tail)):
        return head, "", tail if _is_place(tail, names) else " "
    return text, "", ""


def _is_place(text: str, names: Names) -> bool:
    return bool(place_in(text)) or names.is_placed(text)


def from_head(lines: Sequence[HeadLine], page_title: str, names: Names, asked: str = "") -> Title:
    """Return the title that the head's lines show; an empty one where none of them names a job."""
    ranked = sorted(((-_score(line, page_title), line.order, line) for line in lines), key=lambda row: row[:2])
    for score, order, line in ranked:
        if -score > _ENOUGH:
            text, rest = _agreed(_title_part(line, names), asked)
            found = clean(text, names)
            if found.text:
                return replace(found, order=order, place=found.place or rest)
    return Title("")


def _agreed(text: str, asked: str) -> tuple[str, str]:
    """Part a title from the place after what the sentence of hiring calls the job ("CHEF, GRAZ, STYRIA")."""
    rest = text[len(asked) :] if asked and text.casefold().startswith(asked.casefold()) else ""
    return (text[: len(asked)], rest.strip(" ,")) if rest[:1] == "," and has_place(rest) else (text, "")


def _title_part(line: HeadLine, names: Names) -> str:
    """Join the part that names the job with those after a dash that go on with it."""
    start = next((n for n, (_, part) in enumerate(line.parts) if occupation(part)), 0)
    text = line.parts[start][1]
    for sign, part in line.parts[start + 1 :]:
        if sign not in ("-", "–", "—") or is_terms(part) or place_in(part) or _employs(part, names) or len(part.split()) > 8:
            break
        text += f" {sign} {part}"
    return text


def _employs(part: str, names: Names) -> bool:
    return bool(not occupation(part) and (has_legal_form(part) or names.weight(part)))


def _score(line: HeadLine, page_title: str) -> float:
    """Say how much a line looks like the job's title."""
    text = _without_lead(line.text) or line.text
    part = _first(line)
    count = len((part or text).split())
    stopped = text[-1] == "." and len(line.parts) == 1
    if heading_class(text)[1] or not line.parts or text[-1] in "?!" or pattern("page furniture").search(text):
        return 0.0
    score = 3.0 * bool(part) + 4.0 * bool(GENDER.search(text)) + (2.5 if line.level == 1 else 1.0 if line.level else 0.0)
    score -= 4.0 * bool(_PRINTED.search(text)) + 6.0 * bool(_ABOVE.match(text))
    score += 3.0 * (len(text) > 5 and text.casefold() in page_title.casefold())
    score -= 0.12 * line.order + 2.0 * (line.listed and line.order > 0) + 3.0 * (count > _MOST_WORDS) + 3.0 * (stopped and count > 6)
    small = sum(word.islower() for word in text.split())
    score -= 2.0 * (not line.level and line.order > 0 and small >= 4 and small >= 0.6 * len(text.split()))
    score -= 3.0 * bool(re.match(r"[^:]{2,30}:\s", text) and not occupation(text.split(":")[0])) + 2.0 * bool(text[:1].islower())
    return score


def _first(line: HeadLine) -> str:
    return next((part for _, part in line.parts if occupation(part)), "")
