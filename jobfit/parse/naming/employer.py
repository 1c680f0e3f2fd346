"""What the head, the headings and the sentences of a page say in passing of the employer comes in; its name comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jobfit.parse.headings import heading_class
from jobfit.parse.naming.evidence import Names, folded, has_legal_form
from jobfit.parse.naming.head import HeadLine
from jobfit.parse.naming.occupations import GENDER, occupation
from jobfit.parse.naming.terms import has_place, is_in_region, is_terms, place_in
from jobfit.parse.naming.title import Title
from jobfit.parse.piece import Piece
from jobfit.parse.wordlists import listed, pattern
from jobfit.regex import regex
from jobfit.vocabulary import skills

_SMALL = "&|of|and|de|del|do|da|la|les|des|du|für|und|the|on|van|y|e"
_NAME = rf"((?:[Tt]he )?[A-ZÀ-Þ][\w&.'’·-]*(?:(?: (?:{_SMALL}))* [A-ZÀ-Þ][\w&.'’·-]*){{0,7}})"
_ABOUT = regex(
    r"^(?i:about|über(?: die| das| den)?|[àa] propos d(?:e la |e l['’]|e |['’]|u )|sobre(?: a| o| la| el)?|over|who is|join"
    rf"|life at|working (?:at|for)|why(?: join)?|warum|pourquoi(?: rejoindre)?|meet)\s*{_NAME}\s*[?:!]?$"
)
_NAMED = regex(_NAME)
_WE_ARE = regex(
    rf"\b(?:[Ww]e(?:['’]re| are)(?: called)?|[Ww]ir sind(?: die| der| das)?|[Nn]ous sommes|[Ss]omos(?: la| el)?|[Ww]ij zijn) {_NAME}[,.!(]"
)
_AT = regex(rf"^(?:At|Bei|Chez|En|Na|Bij) (?:der |dem |de |la |l['’])?{_NAME}\b")
_AT_US = regex(
    rf"^(?:At|Bei|Chez|En|Na|No|Bij) (?:der |dem |de |la |l['’]|el |o |a )?{_NAME},? "
    r"(?:we|wir|nous|on|c['’]est|wij|a gente|\w{2,}[aei]mos)\b"
)
_IS_ONE = regex(
    rf"(?:^|[.!?] ){_NAME} (?:is|ist|est|es|é) (?:an?|eine?|une?|una|uma?) (?:[^\W\d_]\w+ ){{0,2}}"
    r"(?i:company|firm|start-?up|scale-?up|agency|unternehmen|firma|agentur|\w*gesellschaft|entreprise|société|agence|éditeur|empresa|compañía"
    r"|agencia|agência|consultora|consultoria|consultoría|fintech|edtech|healthtech|ong|cooperativa|coopérative|association|asociación|associação"
    r"|stiftung|fundación|fundação|fondation|bedrijf)\b"
)
_EQUAL = regex(rf"^{_NAME} (?:is|are) (?:proud to be )?(?:an? )?(?i:affirmative|equal|eoe\b|eeo\b|committed to (?:equal|diversity))")
_RIGHTS = regex(rf"(?:©|\(c\)|Copyright)\s*(?:\d{{4}}\s*)?{_NAME}")
_TRAIL = regex(r"\s*(?:careers?(?: (?:page|site|home))?|jobs|vacancies|recruitment|stellenangebote|karriere|\(.*\))\s*\Z", re.IGNORECASE)
_WHOLE = regex(r"\buniversi\w+|\bcollege\b|\bhochschule\b|\bcouncil\b|\bNHS\b", re.IGNORECASE)  # what institutes and departments belong to
_BEHIND_FORM = regex(r"(?<= (?:Inc|Ltd|LLC)\.) (?!&|Co\b|KG|LP).*")  # the next sentence: "Acme Inc. All rights reserved"
_LABELLED = regex(r"[^:]{2,30}:\s")
_LEADING = regex(r"^(?:(?:La|El|Le|Les|Die|Der|Das|Los|Las|A|O)\s+|L['’]\s*)(?=[A-ZÀ-Þ])")
_PIECES, _LONGEST = 400, 600  # pieces of the page, and characters of one, that are looked at
_OPENING = 14  # sentences from the top
_ENOUGH = 4.0
_NEAR = (2.0, 1.5, 1.0, 0.5, 0.0)  # for a name so many lines from the top or from the title
_PLACED = 3.5  # for a name with its place behind or below it
_HEAD = 10  # lines from the top in which the employer names itself


def cleaned(text: str) -> str:
    """Return an employer's name without what follows a comma or dash (its place), legal forms apart."""
    head, *rest = re.split(r",\s+|\s+[–—|·-]\s+", _BEHIND_FORM.sub("", text.strip(" *_|,:–-")))
    kept = head + "".join(f", {part}" for part in rest[:1] if has_legal_form(part) and len(part) < 12)
    kept = _LEADING.sub("", kept)
    kept = re.sub(r"['’]s\Z", "", _TRAIL.sub("", kept).strip(" ,:"))
    return kept if has_legal_form(kept) else kept.rstrip(".")


def employer(heads: Sequence[HeadLine], title: Title, found: Sequence[Piece], names: Names, hinted: Sequence[tuple[float, str]]) -> str:
    """Weigh every name that may be the employer's, a shorter form together with the longer one, and return the heaviest; "" if none counts.

    ``hinted`` are (weight, name) pairs found elsewhere: in the title's own line, in a sentence of hiring, in the page's title.
    """
    weighed: dict[str, float] = {}
    for weight, raw in (*hinted, *_in_head(heads, title, names), *_in_text(found, names)):
        name = cleaned(raw)
        if _may_be(name):
            weighed[name] = max(weight, weighed.get(name, 0.0)) + (0.5 if name in weighed else 0.0)
    totals = {name: sum(weight for other, weight in weighed.items() if _same(name, other)) for name in weighed}
    best = max(totals, key=lambda name: (totals[name], weighed[name], -len(name)), default="")
    best = best[4:] if best[:4].lower() == "the " and best[4:] in weighed else best
    return best if totals.get(best, 0.0) >= _ENOUGH else ""


def _in_head(heads: Sequence[HeadLine], title: Title, names: Names) -> Iterator[tuple[float, str]]:
    for line in heads[:_HEAD]:
        if line.listed or pattern("page furniture").search(line.text) or _LABELLED.match(line.text):
            continue
        if _ABOUT.match(line.text) or heading_class(line.text)[1]:
            continue
        for n, (_, part) in enumerate(line.parts):
            weight = worth(part, names) or _PLACED * (title.order >= 0 and _stands_over_a_place(heads, line, n))
            if weight and part not in title.text and not _says_else(part) and not names.lies_in(part):
                yield weight + _NEAR[min(line.order, abs(line.order - title.order), 4)], part


def _stands_over_a_place(heads: Sequence[HeadLine], line: HeadLine, n: int) -> bool:
    """Say whether words with capitals have a place right behind or below them, as an employer's name has in the head of a page."""
    words = line.parts[n][1].split()
    if not 2 <= len(words) <= 6 or not all(word[0].isupper() or word in listed("links") or word == "&" for word in words):
        return False
    behind = [*line.parts[n + 1 :], *(part for below in heads[line.order + 1 : line.order + 2] for part in below.parts)]
    after = behind[0][1] if behind else ""
    return has_place(after) and bool(place_in(after))


def _says_else(part: str) -> bool:
    """Say whether a part of the head is a job, terms, a place or a sentence."""
    sentence = len(part.split()) > 9 or (part[-1] in ".?!" and not has_legal_form(part))
    job = occupation(part) and not has_legal_form(part)  # "Menon & Associates LLP" is a firm
    return bool(sentence or job or GENDER.search(part) or is_terms(part) or is_in_region(part) or place_in(cleaned(part)))


@lru_cache(maxsize=1)
def _does() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s[-–—]\s){_NAME},? (?=(?:{'|'.join(listed('employer verbs'))})\b)")


def _in_text(found: Sequence[Piece], names: Names) -> Iterator[tuple[float, str]]:
    prose = [piece for piece in found[:_PIECES] if not piece.heading and not piece.mark and len(piece.text.split()) >= 4]
    for piece in found[:_PIECES]:
        about = _ABOUT.match(piece.text.strip(" *#")) if len(piece.text) < 90 else None
        if about and about[1][0].isupper():
            if heft := worth(about[1], names):
                yield 2.0 + heft, about[1]
        elif same := _employer_of_all(piece.text[:_LONGEST]):
            yield 4.0, same[1]
    said: Counter[str] = Counter(name for piece in prose for name in _NAMED.findall(piece.text[:_LONGEST]) if names.in_address(name))
    yield from ((4.5, name) for name, count in said.items() if count >= 2)
    for n, piece in enumerate(prose):
        for form in (_WE_ARE, _AT_US, _IS_ONE):
            if us := form.search(piece.text[:_LONGEST]):
                yield 4.5, us[1]
        for form in (_AT, _does()):
            does = form.search(piece.text[:_LONGEST])
            if does and (heft := worth(does[1], names)):
                yield heft + (1.0 if n < _OPENING else -0.5), does[1]


def _employer_of_all(text: str) -> re.Match[str] | None:
    """Return who says to be an equal employer, or to hold the rights in the text."""
    equal = _EQUAL.match(text) if " is " in text or " are " in text else None
    return equal or _RIGHTS.search(text)


def worth(name: str, names: Names) -> float:
    """Weigh a name by itself: its legal form, a word for a body of people, how the page spells it."""
    body = 3.5 * bool(pattern("organisations").search(name)) + 1.0 * bool(_WHOLE.search(name))
    return 6.0 * has_legal_form(name) + body + names.weight(name)


def _may_be(name: str) -> bool:
    words = name.split()
    return bool(
        2 <= len(name) <= 70
        and len(words) <= 9
        and name.lower() not in listed("never an employer")
        and re.split("['’]", words[0].lower())[0] not in listed("never an employer")
        and sum(word.islower() and word not in listed("links") for word in words) <= 2
        and not name.startswith("the ")
        and not (occupation(name) and len(words) <= 4 and not has_legal_form(name))
        and not place_in(name)
        and not any(skill.surface == name for skill in skills.find(name))
        and not all(pattern("organisations").fullmatch(word) or word.lower() in listed("links") for word in words)
        and any(sign.isupper() for sign in name)
        and not re.search(r"\b(?:in|at|IN|AT|to|TO|your|our)\b", name)
    )


def _same(long: str, short: str) -> bool:
    """Say whether ``short`` is ``long`` or its beginning, "The" aside."""
    one, other = (folded(re.sub(r"^the ", "", name, flags=re.IGNORECASE)) for name in (long, short))
    return one.startswith(other)
